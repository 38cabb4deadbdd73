import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

const LABEL =
	/(?:(?<!\p{L})(?:(?:vårt|ert|departementets|regeringskansliets|kommunens|regionens)\s)?(?:d\.?\s?nr|diarie-?\s?n(?:umme)?r|diarenummer|diarienumer|(?:diarie|ärende)numret|ärende-?\s?n(?:umme)?r|ärendebeteckning|beteckning|reference(?:\snumber|\sno)?|case\snumber|our\sref(?:erence)?|ref\.?\s?(?:nr|no)?)|diarienummer)(?!\p{L})/giu
/** What may stand between a label and its number. */
const BETWEEN =
	/^\.?\s?(?:\([^()\n]{0,60}\)|utan\ssnedstreck)?[\s,]{0,2}(?:\s?[:–=]|\sär|\snr\.?|\sno\.?)?\s{0,2}(?:(?:19|20)\d\d-\d\d-\d\d\s{1,2})?["”']?/iu
/**
 * A number as it is written: letters, then figures joined by strokes, dashes, colons or points, then perhaps the letters of a
 * unit. A space may have slipped in beside a stroke.
 */
const NUMBER =
	/^(?:\p{L}{2,10}\s?\(\d{4}\)\s?\d{3,9}|(?:\p{Lu}[\p{L}]{0,11}[\s.-]?\s?|\p{Lu}{1,6}[-./]\p{Lu}{1,6}[\s.-]?)?\d[\d\p{Lu}]{0,15}(?:(?:\s?[/:–‑-]\s?|\.)\p{L}{0,6}\d[\d\p{Lu}]{0,15}){0,5}(?:\/\p{L}[\p{L}\d]{0,7}|-\p{Lu}[\p{Lu}\d]{0,7}){0,3})(?!\p{Ll}|\d)/u
const AND = /^(?:\s?[,;&]\s?|\s(?:och|samt|respektive|resp\.?|and)\s){1,2}(?:dnr\.?:?\s|diarienummer:?\s)?/iu

/** A number of a ministry, which needs no label. */
const MINISTRY_NUMBER =
	/(?<![\p{L}\d/])(?:A|Fi|Fö|IJ|I|Ju|KN|Ku|K|LI|L|M|Nä|N|SB|S|UD|U|FA|Jo)\s?20\d\d[/:]\s?\d{2,6}(?:\/\p{L}[\p{L}\d]{0,5})?(?![\d/]|\p{L})/gu

type Reference = Found<string> & { readonly aside: boolean }

function numbersAt(plain: PlainText, start: number): Reference[] {
	const { text } = plain
	const found: Reference[] = []
	let at = start
	for (let most = 0; most < 20; most++) {
		const match = NUMBER.exec(text.slice(at, at + 90))
		if (!match || !/[/:–‑-]|\d{5}|\p{L}\s?\d{3}/u.test(match[0]) || /^(?:19|20)\d\d-\d\d-\d\d$/.test(match[0])) break
		const end = at + match[0].length
		found.push({ value: match[0].replace(/\s+/g, ' '), words: plain.words(at, end), aside: false })
		const and = AND.exec(text.slice(end, end + 40))
		if (!and) break
		at = end + and[0].length
	}
	return found
}

/** The same number with other strokes, as it is asked for in names of files. */
const key = (reference: string) => reference.replace(/[^\p{L}\d]/gu, '').toLowerCase()

/** Reference numbers that are named as such; else a ministry's number in the heading or on a line of its own. */
export function references(
	plain: PlainText,
	title: { readonly start: number; readonly end: number } | null,
): Found<string>[] {
	const { text } = plain
	const labelled: Reference[] = []
	for (const label of text.matchAll(LABEL)) {
		const after = label.index + label[0].length
		const between = BETWEEN.exec(text.slice(after, after + 100))?.[0] ?? ''
		const sentence =
			text
				.slice(Math.max(0, label.index - 60), after + between.length)
				.split(/[.!?]\s/)
				.at(-1) ?? ''
		const aside = /snedstreck|filnamn/i.test(sentence)
		for (const found of numbersAt(plain, after + between.length)) labelled.push({ ...found, aside })
	}
	const inBody = labelled.length > 0 ? labelled : unlabelled(plain, title)
	const byKey = new Map<string, Reference>()
	for (const reference of inBody) {
		const known = byKey.get(key(reference.value))
		if (!known || (known.aside && !reference.aside)) byKey.set(key(reference.value), reference)
	}
	return [...byKey.values()].map(({ value, words }) => ({ value, words }))
}

function unlabelled(plain: PlainText, title: { readonly start: number; readonly end: number } | null): Reference[] {
	const { text } = plain
	return [...text.matchAll(MINISTRY_NUMBER)].flatMap((match) => {
		const end = match.index + match[0].length
		const inTitle = title !== null && match.index >= title.start && end <= title.end
		const alone = /(?:^|\n)$/.test(text.slice(0, match.index).slice(-1)) && /^(?:\n|$)/.test(text.slice(end, end + 1))
		const sentBy =
			/remitter|remiss/i.test(text.slice(Math.max(0, match.index - 200), match.index)) &&
			/^\)?\s(?:remitter|skickas|sänds|översänds)/.test(text.slice(end, end + 40))
		if (!inTitle && !alone && !sentBy) return []
		return [{ value: match[0].replace(/\s+/g, ' '), words: plain.words(match.index, end), aside: false }]
	})
}
