import { lengthOf, type Pieces, sliced, whole } from '#domain/kernel/pieces.ts'
import { othersFirst } from '#usecases/others-first.ts'
import { PIECE } from './bounded-body.ts'

/** A file that was chosen in a form. What it is called and what its browser takes it for prove nothing. */
export type Upload = { readonly name: string; readonly bytes: Pieces }

type Entry = readonly [name: string, value: string | Upload]

/** A form without what is in its files; and what is, by which of the form's parts each is. */
type Emptied = { readonly rest: Pieces; readonly files: ReadonlyMap<number, Pieces> }

const MULTIPART = /^multipart\/form-data;\s*boundary=(?:"([ !#-[\]-~]+)"|([!#-:<-~]+))\s*$/i

/** As browsers say that a part is a file. Said otherwise, it is left for the runtime to read. */
const SAYS_FILE = /^content-disposition: form-data; name="[^"\\\r\n]+"; filename="(?:[^"\\\r\n]|\\[^\r\n])+"\r?$/im

/** What is looked at of a part's head: file systems have no longer names. Bytes. */
const HEAD_LIMIT = 4096

/** What is searched before others may go first: less than a millisecond's work as a rule, and three at most. Bytes. */
const AT_ONCE = 512 * 1024

const LF = 10
const CR = 13

/**
 * A form's entries, in order; none where it is no form. The runtime takes one apart in a single stretch, which for ten megabytes is
 * what all others wait for. So it is given the form without what is in the files, and that is found a piece at a time. `form`: as
 * `piecesWithin` reads it. The files' bytes are views of the form's.
 */
export async function formEntries(form: Pieces, type: string): Promise<readonly Entry[]> {
	const [, quoted, plain] = MULTIPART.exec(type) ?? []
	const boundary = quoted ?? plain
	const { rest, files } = boundary === undefined ? { rest: form, files: NONE } : await emptied(form, boundary)
	const sent = new Response(whole(rest), { headers: { 'content-type': type } })
	const entries: Entry[] = []
	for (const [name, value] of await sent.formData().catch(() => new FormData())) {
		if (typeof value === 'string') entries.push([name, value])
		else {
			const bytes = files.get(entries.length) ?? [new Uint8Array(await value.arrayBuffer())]
			entries.push([name, { name: value.name, bytes }])
		}
	}
	return entries
}

const NONE: Emptied['files'] = new Map()

/** Goes from one boundary's line over a part's head to the next line, as the runtime does, so that both count the same parts. */
async function emptied(form: Pieces, boundary: string): Promise<Emptied> {
	const length = lengthOf(form)
	const line = new TextEncoder().encode(`\n--${boundary}`)
	const skips = skipsOf(line)
	const latin = new TextDecoder('latin1')
	const files = new Map<number, Pieces>()
	const kept: Pieces[] = []
	let keptTo = 0
	let rested = 0
	let at = line.length - 1
	for (let part = 0; part > 0 || isAt(form, line.subarray(1), 0); part += 1) {
		const from = headEnd(form, at)
		if (from === null) break
		let next = from
		for (;;) {
			const to = Math.min(rested + AT_ONCE, length)
			next = lineFrom(next, { form, line, skips, to })
			if (next < to || next >= length) break
			rested = next
			await othersFirst()
		}
		if (next >= length) break
		if (SAYS_FILE.test(latin.decode(whole(sliced(form, at, from))))) {
			const to = next > from && byteAt(form, next - 1) === CR ? next - 1 : next
			files.set(part, sliced(form, from, to))
			kept.push(sliced(form, keptTo, from))
			keptTo = to
		}
		at = next + line.length
	}
	return files.size === 0 ? { rest: form, files } : { rest: [...kept.flat(), ...sliced(form, keptTo, length)], files }
}

/** Where a part's head ends, with the empty line behind it; null where none is there. `at`: where its boundary ends. */
function headEnd(form: Pieces, at: number): number | null {
	const first = byteAt(form, at) === CR ? at + 1 : at
	if (byteAt(form, first) !== LF) return null
	for (let end = first + 1; end < first + HEAD_LIMIT; end += 1) {
		if (byteAt(form, end) !== LF) continue
		const next = byteAt(form, end + 1) === CR ? end + 2 : end + 1
		if (byteAt(form, next) === LF) return next + 1
	}
	return null
}

type Search = { readonly form: Pieces; readonly line: Uint8Array; readonly skips: Uint8Array; readonly to: number }

/**
 * Where the line next begins, or where to go on with the search, at `to` or behind it (Horspool's search). It takes no longer however
 * the bytes were chosen: a line is compared from its own beginning, which stands nowhere else in it.
 */
function lineFrom(from: number, { form, line, skips, to }: Search): number {
	const last = line.length - 1
	let at = from
	while (at < to && !isAt(form, line, at)) at += skips[byteAt(form, at + last) ?? 0] ?? 1
	return at
}

/** For each byte, how far the line can be moved on where that stands at its end. */
function skipsOf(line: Uint8Array): Uint8Array {
	const skips = new Uint8Array(256).fill(Math.min(line.length, 255))
	for (const [index, byte] of line.subarray(0, -1).entries()) skips[byte] = Math.min(line.length - 1 - index, 255)
	return skips
}

function isAt(form: Pieces, sought: Uint8Array, at: number): boolean {
	for (let index = 0; index < sought.length; index += 1) if (byteAt(form, at + index) !== sought[index]) return false
	return true
}

const byteAt = (form: Pieces, at: number): number | undefined => form[Math.floor(at / PIECE)]?.[at % PIECE]
