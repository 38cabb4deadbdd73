import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

/** Where the heading of a notice stands in its plain text. */
export type Heading = { readonly start: number; readonly end: number; readonly title: Found<string> }

/** Labels that have run into the end of a heading. */
const RUN_IN =
	/\s?(?:Diarienummer|Diarienr|Dnr|Publicerad|Uppdaterad|Remiss\sfrån|Ärendenummer)\s?:?\s?(?=[^\n]{0,40}\d)[^\n]{0,200}$|\s?(?:Diarienummer|Dnr)\s?:?\s?$/u
const SUBJECT = /^(?:Ämne|Ärende|Subject|Rubrik)\s?:\s?((?:(?:VB|SV|RE|FW|FWD|Fwd|Re|Sv|Vb)\s?:\s?){0,5})(?=\S)/u
const OPENS =
	/^(?:Remiss(?:\s|:|möte|förfrågan)|Förnyad\sremiss|Kompletterande\sremiss|Delning|Ny\sremiss|Inbjudan|Samråd|Begäran\som\s(?:yttrande|synpunkter)|Yttrande\söver|Granskning|Underrättelse|Öppet\ssamråd|Public\sconsultation|Consultation|Call\sfor\sevidence|Möjlighet\satt)/iu
const NO_TITLE =
	/^(?:remiss(?:missiv|brev)?|missiv|promemoria|datum|diarienummer|dnr|\d|hej|bästa|till|från|skickat|sent|from|to|cc|kopia|enheten|avdelningen|remissinstanser|sändlista|enligt|•|sida)(?!\p{L})|departementet(?:\s|$)|^[^\p{L}]*$|:$|@/iu
const SENTENCE_OPENS =
	/^(?:Här\skan|Remissvar|Sista\s(?:dag|svar)|Svaren?\s|Diarie|Dnr|Datum|Publicerad|Remissinstanser|Regering|Promemorian\s.*remitt|Vårt\sdnr|#|•|\d{1,3}[.)]\s)/iu

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

/** A heading that goes on over the end of its line. */
function throughLines(lines: readonly Line[], from: number): number {
	let at = from
	while (at - from < 6) {
		const line = lines[at]
		const next = lines[at + 1]
		if (!line || !next || line.blankAfter || SENTENCE_OPENS.test(next.text) || /[.!?]$/.test(line.text)) break
		if (/^\p{Lu}[\p{L}\s]{1,25}:/u.test(next.text) || /^\d/.test(next.text) || /departementet$/.test(next.text)) break
		at++
	}
	return lines[at]?.end ?? lines[from]?.end ?? 0
}

/** The heading: marked as one, the subject of a mail, the first line that opens like a remiss, or else the first that could be one. */
export function heading(plain: PlainText): Heading | null {
	const { text } = plain
	const lines = linesOf(text, 60)
	const marked = lines.findIndex((line) => /^#{1,6}\s\S/.test(line.text))
	const subject = lines.findIndex((line) => SUBJECT.test(line.text))
	const opening = lines.findIndex(
		(line) =>
			OPENS.test(line.text) &&
			line.text.length > 12 &&
			!SENTENCE_OPENS.test(line.text) &&
			!/[.!?]\s\p{Lu}|\.$/u.test(line.text),
	)
	const first = lines.findIndex(
		(line) =>
			line.text.length <= 250 &&
			line.text.length > 3 &&
			!NO_TITLE.test(line.text) &&
			!SENTENCE_OPENS.test(line.text) &&
			!/[.!?]\s\p{Lu}|[.!]$/u.test(line.text),
	)
	const chosen = [marked, subject, opening, first].find((index) => index >= 0)
	const line = chosen === undefined ? undefined : lines[chosen]
	if (chosen === undefined || !line) return null
	const skipped = (/^#{1,6}\s/.exec(line.text) ?? SUBJECT.exec(line.text))?.[0].length ?? 0
	const start = line.start + skipped
	const whole = text.slice(start, Math.min(throughLines(lines, chosen), start + 2000))
	const title = whole.replace(RUN_IN, '').trimEnd()
	if (title === '') return null
	const end = start + title.length
	return { start, end, title: { value: title.replace(/\s+/g, ' '), words: plain.words(start, end) } }
}
