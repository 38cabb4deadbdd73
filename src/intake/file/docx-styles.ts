import { isOn, tagsIn } from './docx-xml.ts'

/** What a style says of the paragraphs and runs that have it, and the styles it is made from. */
export type Style = {
	readonly numId: string | null
	readonly level: number | null
	/** Hidden or struck out; null where it says neither. */
	readonly hides: boolean | null
}

type Read = { basedOn: string | null; numId: string | null; level: number | null; hides: boolean | null }

/** Styles made from styles: Word's own have three or four below them. */
const CHAIN_LIMIT = 12

/** What takes a text out of what is stated, without taking it out of the file. */
export const HIDES = /^(?:vanish|webHidden|strike|dstrike)$/

/** The styles of a document by their ids. */
export function stylesIn(xml: string): (id: string) => Style {
	const styles = new Map<string, Read>()
	let style: Read | null = null
	for (const tag of tagsIn(xml)) {
		if (tag.name === 'style') {
			style = tag.opens && !tag.closes ? { basedOn: null, numId: null, level: null, hides: null } : null
			if (style !== null) styles.set(tag.get('styleId') ?? '', style)
		} else if (style === null || !tag.opens) continue
		else if (tag.name === 'basedOn') style.basedOn = tag.val ?? null
		else if (tag.name === 'numId') style.numId = tag.val ?? null
		else if (tag.name === 'ilvl') style.level = Number(tag.val ?? 0)
		else if (HIDES.test(tag.name)) style.hides = isOn(tag) || style.hides === true
	}
	const known = new Map<string, Style>()
	return (id) => {
		const before = known.get(id)
		if (before !== undefined) return before
		let [numId, level, hides]: [string | null, number | null, boolean | null] = [null, null, null]
		let at = styles.get(id)
		for (let count = 0; at !== undefined && count < CHAIN_LIMIT; count += 1) {
			numId ??= at.numId
			level ??= at.level
			hides ??= at.hides
			at = at.basedOn === null ? undefined : styles.get(at.basedOn)
		}
		const whole = { numId, level, hides }
		known.set(id, whole)
		return whole
	}
}
