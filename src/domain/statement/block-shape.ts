import type { ListedMember } from './block.ts'

/**
 * A line that names a member: `Name (Area)`. The area is the last bracket, which must close at the end of the line and may
 * hold brackets of its own. Null for anything else.
 */
export function memberFromLine(line: string): ListedMember | null {
	if (line.length > 300 || !line.endsWith(')')) return null
	let depth = 0
	for (let at = line.length - 1; at > 0; at -= 1) {
		if (line[at] === ')') depth += 1
		if (line[at] === '(') depth -= 1
		if (depth > 0) continue
		const name = line.slice(0, at).trim()
		const area = line.slice(at + 1, -1).trim()
		return line[at - 1] === ' ' && name !== '' && area !== '' ? { name, area } : null
	}
	return null
}

const MONTH =
	'(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|May|June|July|August|October|December)'
const PLACE_AND_DATE = new RegExp(
	`^\\p{Lu}[\\p{L} -]{1,40}?,? (?:den )?(?:\\d{1,2} ${MONTH} \\d{4}|\\d{4}-\\d{2}-\\d{2})(?=$|[,;.] \\S)`,
	'u',
)
const ON_BEHALF = /^(?:För|På uppdrag av|On behalf of|For) (?=\S)/u
const CLOSING =
	/^(?:(?:Med )?(?:vänlig|bästa|varm)[at]?(?:a|e)? hälsning(?:ar)?|Högaktningsfullt|Yours (?:sincerely|faithfully|truly)|Sincerely|(?:With )?(?:kind|best|warm) regards),?$/iu
const OFFICE =
	/^(?:\p{L}{1,20}\.? ){0,2}\p{L}{0,20}(?:ordförande|ordf|sekreterare|chef|ledare|jurist|utredare|handläggare|kassör|ledamot|direktör|sakkunnig|samordnare|talesperson|chair|chairman|chairperson|chairwoman|president|secretary|director|treasurer|spokesperson|officer)(?!\p{L})/iu
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:von|af|de|van|der) )?\p{Lu}[\p{L}.'’-]*){1,3}$/u

/** `Anna Ek`, `Anna Ek, ordförande`, `Ordförande`: a line with a person's name, an office, or both. */
function namesPerson(line: string): boolean {
	const comma = line.indexOf(', ')
	if (comma < 0) return NAME.test(line) || OFFICE.test(line)
	return NAME.test(line.slice(0, comma)) && OFFICE.test(line.slice(comma + 2))
}

/** A line after which names and offices can follow: a greeting, a place and date, `För X`. */
export function opensSignature(line: string): boolean {
	if (line.length > 160 || /[.:?!]$/.test(line)) return false
	return CLOSING.test(line) || PLACE_AND_DATE.test(line) || ON_BEHALF.test(line)
}

/** A short line that can stand below one that opens a signature: a name, an office, or the body signed for. */
export function continuesSignature(line: string): boolean {
	return line.length <= 80 && !/[.:?!;]$/.test(line) && (namesPerson(line) || ON_BEHALF.test(line))
}

/**
 * Whether a whole text, one line or several, reads as a signature: `För X; Namn, Roll`, `Stockholm den 3 maj 2022, Namn`,
 * `Namn, ordförande`, or a greeting or `För X` with names below.
 */
export function looksLikeSignature(text: string): boolean {
	if (text.length > 400) return false
	const [first = '', ...rest] = text.split('\n')
	if (rest.length > 8) return false
	if (rest.length > 0) return (opensSignature(first) || namesPerson(first)) && rest.every(continuesSignature)
	if (first.length > 200 || /[.:?!;]$/.test(first)) return false
	if (namesPerson(first) && first.includes(', ')) return true
	if (CLOSING.test(first)) return true
	const dated = PLACE_AND_DATE.exec(first)
	if (dated !== null) return NAME.test(first.slice(dated[0].length + 2).split(', ')[0] ?? '')
	if (!ON_BEHALF.test(first)) return false
	if (/; \S/.test(first)) return true
	const [, ...person] = first.split(', ')
	return person.length > 1 && namesPerson(person.join(', '))
}
