import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

/** Where the heading of a notice stands in its plain text. */
export type Heading = { readonly start: number; readonly end: number; readonly title: Found<string> }

/** Labels that have run into the end of a heading. */
const RUN_IN =
	/(?<!\()\s?(?:(?:Diarienummer|Diarienr|Dnr|Ärendenummer)(?:\s?:?\s?(?=[^\n]{0,40}\d)[^\n]{0,200}|\s?:?\s?)|(?:Publicerad|Uppdaterad)\s?:?\s?(?:den\s)?\d{1,4}[\s-][^\n]{0,200})$/u
const SUBJECT = /^(?:Ämne|Ärende|Subject|Rubrik)\s?:\s?((?:(?:VB|SV|RE|FW|FWD|Fwd|Re|Sv|Vb)\s?:\s?){0,5})(?=\S)/u
const OPENS =
	/^(?:Remiss(?:\s|:|möte|förfrågan)|Förnyad\sremiss|Kompletterande\sremiss|Delning|Ny\sremiss|Inbjudan|Samråd|Begäran\som\s(?:yttrande|synpunkter)|Yttrande\söver|Granskning|Underrättelse|Öppet\ssamråd|Public\sconsultation|Consultation|Call\sfor\sevidence|Möjlighet\satt)/iu
/** How people greet and end, and the name below it: nothing of that is a title. */
const GREETING =
	/^(?:hej(?:san)?|god\s(?:dag|morgon)|tjena|hallå|hi|hello|dear|bästa|kära|käre|till\s(?:er|dig|samtliga|alla|berörda|den))(?!\p{L})[^.]{0,60}$/iu
const CLOSING =
	/^(?:med\s)?(?:(?:vänlig|varm|bäst|hjärtlig|kollegial|trevlig|sommar|jul|god)\p{L}{0,4}\s)?(?:hälsning\p{L}{0,4}|helg|sommar|jul)(?:\s(?:från|för|till)\s.{1,60})?[,!.]?$|^(?:m\.?v\.?h|v\.?h|allt\sgott|tack\s(?:på\sförhand|så\smycket|för)|högaktningsfullt|för\s(?:regeringen|myndigheten|departementet|enheten)|enligt\suppdrag|på\sregeringens\svägnar|best\sregards|kind\sregards|(?:yours\s)?sincerely|regards)(?!\p{L})[^.]{0,40}/iu
/** Two to four words that each begin as a name does, and nothing else: somebody's name. */
const PERSON =
	/^(?:\p{Lu}[\p{Ll}.’'-]{0,20}(?:-\p{Lu}\p{Ll}{1,20})?\s(?:(?:af|av|von|de|der|van)\s)?){1,3}\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}{1,20})?(?:,\s\p{Ll}{4,30}(?:\s\p{Ll}{2,20})?)?$/u
/** The name of a body, as it stands in the head of a letter. */
const BODY =
	/^(?:\p{L}[\p{L}-]{0,30}(?:verket|styrelsen|myndigheten|nämnden|inspektionen|domstolen|rätten|kontoret|förvaltningen|kansliet|departementet|universitet|högskola|kommun|stad|förbundet|kollegiet)|(?:länsstyrelsen|myndigheten\sför|region|landstinget|enheten|avdelningen|sektionen|länsrätten|kommunstyrelsen)(?:\s\p{L}{1,20}){0,4}|\p{L}{3,20}\s(?:kommun|stad|universitet|tingsrätt|län|läns\slandsting))$/iu
const HEAD_LINE =
	/^(?:box|postadress|besöksadress|adress|telefon|tel|tfn|växel|fax|org\.?\s?(?:nr|nummer)|handläggare|ert|er|vårt|vår|ärende(?:nummer|nr)?|sid|sidan|e-?post|webb|www\.|https?:|följebrev|missiv|remissmissiv|begäran\som\syttrande|ref)(?!\p{L})|^\p{Lu}\p{L}+,?\s(?:den\s)?\d{1,2}\s\p{L}{3,9}\s\d{4}$|^\d{3}\s?\d{2}\s/iu
/** A word of its own on a letter, or what belongs to a letter's head. */
const NO_TITLE =
	/^(?:remiss(?:missiv|brev)?|missiv|promemoria|remissinstanser(?:na)?|sändlista|remisslista|dokument|kontakt|relaterat|innehåll)\s?:?$|^(?:datum|diarienummer|dnr|\d|hej|bästa|till|från|skickat|sent|from|to|cc|kopia|enheten|avdelningen|enligt|•|sida|publicerad|uppdaterad)(?!\p{L})|departementet(?:\s|$)|^(?:Regeringen|Regeringskansliet)$|^[^\p{L}]*$|:$|@/iu
const SENTENCE_OPENS =
	/^(?:Här\skan|Remissvar|Sista\s(?:dag|svar)|Svar(?:en|et)?\s|Diarie|Dnr|Datum|Publicerad|Remissinstanser|Regering|Promemorian\s.*remitt|Vårt\sdnr|#|•|\d{1,3}[.)]\s)/iu

type Line = { readonly start: number; readonly end: number; readonly text: string; readonly blankAfter: boolean }

function linesOf(text: string, most: number): Line[] {
	const lines: Line[] = []
	let start = 0
	while (start < text.length && lines.length < most) {
		const at = text.indexOf('\n', start)
		const end = at < 0 ? text.length : at
		const blankAfter = text.charAt(end + 1) === '\n' || at < 0
		lines.push({ start, end, text: text.slice(start, Math.min(end, start + 1000)), blankAfter })
		start = end + (blankAfter ? 2 : 1)
	}
	return lines
}

/** A line that cannot be where a heading ends. */
const UNFINISHED = /(?:[,–-]|(?<!\p{L})(?:av|och|för|i|till|om|med|på|vid|den|det|de|en|ett|som|samt|SOU|Ds|PM))$/u
/** Ends that look like a sentence's. */
const SHORTENED = /(?:m\.\s?m|m\.\s?fl|e\.\s?d|s\.\s?k|t\.\s?ex)\.$/u

const endsSentence = (line: string) => /[.!?]$/.test(line) && !SHORTENED.test(line)

/** A heading that goes on over the end of its line; one that is marked does so only where it must. */
function throughLines(lines: readonly Line[], from: number, marked: boolean): number {
	let at = from
	while (at - from < 6) {
		const line = lines[at]
		const next = lines[at + 1]
		if (!line || !next || line.blankAfter || endsSentence(line.text)) break
		if (marked && !UNFINISHED.test(line.text)) break
		if (SENTENCE_OPENS.test(next.text) || /^\p{Lu}[\p{L}\s]{1,25}:\s/u.test(next.text)) break
		if (/^\d{4}-\d\d|^[^\d\n]{0,12}\d{4}\/\d/.test(next.text) || /departementet$/.test(next.text)) break
		at++
	}
	return lines[at]?.end ?? lines[from]?.end ?? 0
}

const isOfLetter = (text: string) => {
	// Letterheads have their lines in columns, parted by spaces.
	const bare = text.replace(/\s+/g, ' ')
	return (
		[GREETING, CLOSING, PERSON, BODY].some((kind) => kind.test(bare)) || (HEAD_LINE.test(bare) && !OPENS.test(bare))
	)
}

const couldBeTitle = (line: Line) => {
	const text = line.text.replace(RUN_IN, '')
	return (
		text.length > 3 &&
		/^[^\p{Ll}]/u.test(text) &&
		text.length <= 500 &&
		!NO_TITLE.test(text) &&
		!isOfLetter(text) &&
		!SENTENCE_OPENS.test(text) &&
		!/[.!?]\s\p{Lu}/u.test(text) &&
		!endsSentence(text)
	)
}

const marks = ({ text }: Line) => /^(#{1,6})\s/.exec(text)?.[1]?.length ?? 0
const isSection = ({ text }: Line) => NO_TITLE.test(text.replace(/^#{1,6}\s/, ''))

/** The first heading of the page, unless a title stands before the heading of a mere section. */
function titleLine(lines: readonly Line[]): number | undefined {
	const marked = lines.findIndex((line) => marks(line) > 0 && !isSection(line))
	const opening = lines.findIndex((line) => OPENS.test(line.text) && line.text.length > 12 && couldBeTitle(line))
	// What is said in sentences has begun: a line below that is somebody's name, or one of a list.
	const told = lines.findIndex(({ text }) => (endsSentence(text) && text.length > 50) || CLOSING.test(text))
	const above = told < 0 ? lines : lines.slice(0, told)
	const first = above.findIndex((line) => marks(line) === 0 && couldBeTitle(line))
	const subject = lines.findIndex((line) => SUBJECT.test(line.text))
	const top = lines[marked]
	if (top && (marks(top) === 1 || opening < 0 || marked < opening)) return marked
	// A page may be called "Remiss" and no more.
	const bare = lines.findIndex((line) => marks(line) === 1)
	return [subject, opening, first, bare].find((index) => index >= 0)
}

/** The heading: marked as one, the subject of a mail, the first line that opens like a remiss, or else the first that could be one. */
export function heading(plain: PlainText): Heading | null {
	const { text } = plain
	const lines = linesOf(text, 60)
	const chosen = titleLine(lines)
	const line = chosen === undefined ? undefined : lines[chosen]
	if (chosen === undefined || !line) return null
	const skipped = (/^#{1,6}\s/.exec(line.text) ?? SUBJECT.exec(line.text))?.[0].length ?? 0
	const start = line.start + skipped
	const whole = text.slice(start, Math.min(throughLines(lines, chosen, marks(line) > 0), start + 2000))
	const title = whole.replace(RUN_IN, '').trimEnd()
	if (title === '') return null
	const end = start + title.length
	return { start, end, title: { value: title.replace(/\s+/g, ' '), words: plain.words(start, end) } }
}
