import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

const LABEL =
	/(?:(?<!\p{L})(?:(?:vårt|ert|departementets|regeringskansliets|kommunens|regionens)\s)?(?:d\.?\s?nr\.?|diarie-?\s?n(?:ummer|r\.?)|diarenummer|diarienumer|(?:diarie|ärende)numret|ärende-?\s?n(?:ummer|r\.?)|ärendebeteckning|beteckning|reference(?:\snumber|\sno)?|case\snumber|our\sref(?:erence)?|ref\.?\s?(?:nr|no)?)|diarienummer)(?!\p{L})/giu
/** What may stand between a label and its number. */
const BETWEEN =
	/^(?:\s(?:för|på)\s\p{L}{2,14})?\s?(?:\([^()\n]{0,60}\)|utan\ssnedstreck)?[\s,]{0,2}(?:[:–=]|är(?!\p{L})|nr\.?|no\.?)?\s{0,2}(?:(?:19|20)\d\d-\d\d-\d\d\s{1,2})?["”']?/iu
/**
 * A number as it is written: letters, then figures joined by strokes, dashes, colons or points, then perhaps the letters of a
 * unit. A space may have slipped in beside a stroke.
 */
const NUMBER =
	/^(?:\p{L}{2,10}\s?\(\d{4}\)\s?\d{3,9}|(?:\p{Lu}\p{L}{0,5}[\s./-]?\s?|\p{Lu}{1,6}[-./]\p{Lu}{1,6}[\s.-]?)?\d[\d\p{Lu}]{0,15}(?:(?:\s?[/:–‑-]\s?|\.)\p{L}{0,6}\d[\d\p{Lu}]{0,15}){0,5}(?:\/\p{L}[\p{L}\d]{0,7}|-\p{Lu}[\p{Lu}\d]{0,7}){0,3}(?:\s20\d\d:\d{1,2})?)(?!\p{Ll}|\d)/u
const AND =
	/^(?:\s\((?:delvis|i\sdel)\))?(?:\s?[,;&]\s?|\s(?:och|samt|respektive|resp\.?|and)\s){1,2}(?:dnr\.?:?\s|diarienummer:?\s)?/iu

/** Joined figures, a long row of them, or letters and figures: "2 maj" is none of these. */
const NUMBERED = /[/:–‑-]|\d{3}\.\d|\d{5}|\p{L}\s?\d{3}|\(\d/u
const DATE = /^(?:19|20)\d\d-\d\d-\d\d$/

/** A number of a ministry, which needs no label. */
const MINISTRY_NUMBER =
	/(?<![\p{L}\d/])(?:A|Fi|Fö|IJ|I|Ju|KN|Ku|K|LI|L|M|Nä|N|SB|S|UD|U|FA|Jo)\s?20\d\d[/:]\s?\d{2,6}(?:\/\p{L}[\p{L}\d]{0,5})?(?![\d/]|\p{L})/gu

type Reference = Found<string> & {
	/** Given as a name for files, in which there can be no stroke. */
	readonly aside: boolean
	/** The number in brackets after the name of a document may be another body's. */
	readonly bracketed: boolean
}

type Manner = Pick<Reference, 'aside' | 'bracketed'>

function numbersAt({ text, words }: PlainText, start: number, manner: Manner): { found: Reference[]; end: number } {
	const found: Reference[] = []
	let at = start
	let end = start
	for (let most = 0; most < 20; most++) {
		const match = NUMBER.exec(text.slice(at, at + 90))
		if (!match || !NUMBERED.test(match[0]) || DATE.test(match[0])) break
		end = at + match[0].length
		found.push({ value: match[0].replace(/\s+/g, ' '), words: words(at, end), ...manner })
		const and = AND.exec(text.slice(end, end + 40))
		if (!and) break
		at = end + and[0].length
	}
	return { found, end }
}

/** The same number with other strokes, as it is asked for in names of files. */
const key = (reference: string) => reference.replace(/[^\p{L}\d]/gu, '').toLowerCase()

/** A notice names its number two or three times; of more than this the first are read. */
const LABELS_LIMIT = 500

/** Reference numbers that are named as such; else a ministry's number where it can be nothing but the notice's own. */
export function references(
	plain: PlainText,
	title: { readonly start: number; readonly end: number } | null,
): Found<string>[] {
	const { text } = plain
	const labelled: Reference[] = []
	let done = 0
	let count = 0
	for (const label of text.matchAll(LABEL)) {
		if (label.index < done) continue
		count += 1
		if (count > LABELS_LIMIT) break
		const after = label.index + label[0].length
		const between = BETWEEN.exec(text.slice(after, after + 100))?.[0] ?? ''
		const lead = text.slice(Math.max(0, label.index - 60), after + between.length)
		const aside = /snedstreck|filnamn/i.test(lead.split(/[.!?]\s/).at(-1) ?? '')
		const bracketed = text.charAt(label.index - 1) === '('
		const { found, end } = numbersAt(plain, after + between.length, { aside, bracketed })
		labelled.push(...found)
		done = end
	}
	const isMinistrys = ({ value }: Reference) => value.search(MINISTRY_NUMBER) === 0
	const own = labelled.filter((reference) => !reference.bracketed || isMinistrys(reference))
	const byKey = new Map<string, Reference>()
	for (const reference of own.length > 0 ? own : labelled.length > 0 ? labelled : unlabelled(plain, title)) {
		const known = byKey.get(key(reference.value))
		if (!known || (known.aside && !reference.aside)) byKey.set(key(reference.value), reference)
	}
	return [...byKey.values()].map(({ value, words }) => ({ value, words }))
}

/** In the heading, on a line of its own, in "promemorian (…) remitteras", or asked for in the answer. */
function unlabelled(
	{ text, words }: PlainText,
	title: { readonly start: number; readonly end: number } | null,
): Reference[] {
	return [...text.matchAll(MINISTRY_NUMBER)].slice(0, LABELS_LIMIT).flatMap((match) => {
		const end = match.index + match[0].length
		const before = text.slice(Math.max(0, match.index - 40), match.index)
		const after = text.slice(end, end + 40)
		const inTitle = title !== null && match.index >= title.start && end <= title.end
		const alone = /(?:^|\n)$/.test(before) && /^(?:\n|$)/.test(after)
		const sent = /^\)?\s(?:remitteras|har\sremitterats)/.test(after)
		const askedFor =
			/(?:ange|uppge|märk|referens)\p{L}{0,2}[^.]{0,30}$/iu.test(before) || /^\s(?:i\sämnesraden|i\ssvaret)/.test(after)
		if (!inTitle && !alone && !sent && !askedFor) return []
		return [{ value: match[0].replace(/\s+/g, ' '), words: words(match.index, end), aside: false, bracketed: false }]
	})
}
