import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

type Parts = Readonly<Record<string, Uint8Array>>

/** The least that an archive can tell; it is told in local time, and so made of it. */
const NO_DATE = new Date(1980, 0, 1)

/** Ids that the library draws by lot. */
const DRAWN_ID = /\brId(?!\d+")[\w-]+(?=")/g

/** Ids that the library counts on from one file to the next. */
const COUNTED_ID = /(<w:bookmark(?:Start|End)\b[^<>]*\sw:id=")(\d+)(?=")/g

/**
 * An archive whose bytes hang on what is in it alone: without dates, and with ids by their order. `change` gets each part of XML,
 * by its name.
 */
export function settled(archive: Uint8Array, change: (name: string, xml: string) => string): Uint8Array<ArrayBuffer> {
	const parts: Parts = unzipSync(archive)
	const drawn = inOrder()
	const counted = inOrder()
	const names = Object.keys(parts).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
	const settledParts = names.map((name) => {
		const part = parts[name] ?? new Uint8Array()
		if (!/\.(?:xml|rels)$/.test(name)) return [name, part] as const
		const xml = strFromU8(part)
			.replace(DRAWN_ID, (id) => `rIdLink${drawn(id)}`)
			.replace(COUNTED_ID, (_whole, before: string, id: string) => `${before}${counted(id)}`)
		return [name, strToU8(change(name, xml))] as const
	})
	return zipSync(Object.fromEntries(settledParts), { mtime: NO_DATE, level: 6 })
}

/** Numbers for ids, by the order in which they are met. */
function inOrder(): (id: string) => number {
	const met = new Map<string, number>()
	return (id) => {
		const number = met.get(id) ?? met.size + 1
		met.set(id, number)
		return number
	}
}

/** What an archive is comes first in it, as Word writes it. */
const rank = (name: string) => ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(name) >>> 0
