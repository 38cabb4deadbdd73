import type { WrittenDate } from './dates.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'

/**
 * What a date in a notice is: the deadline, the deadline as it was or as it has become, a first one for answers that may
 * be completed later, a date that only its place makes a deadline, or none of these.
 */
export type Role = 'due' | 'before' | 'old' | 'new' | 'preliminary' | 'weak' | 'none'

export type Candidate = {
	readonly date: WrittenDate
	readonly role: Role
	/** Where the words that say it begin. */
	readonly from: number
}

const MOST_BEFORE = 400
const MOST_AFTER = 200

/** Talk of answering. */
const ANSWERING =
	/(?:remiss?)?svar(?!ig|t)|yttrand|yttra\s(?:sig|er)|synpunkt|remiss(?:tid|instans|en\b|ens\b)|kommi?t\sin|inkom|tillhanda|samråd(?!s?möte)|granskning|utställning|besvara|kommentar|erinr|lämna(?:s|t|d)?\sin|\b(?:repl(?:y|ies)|respon(?:d|ses?)|comments?|feedback|submissions?|submit|consultation|contributions?|views)\b/giu
/** Talk of something else that has its own last day. */
const OTHERWISE =
	/anmäl|(?:remiss|samråds|informations|dialog|digitalt\s)?möte|hearing|seminari|delta(?:r|ga|gande)|o\.?\s?s\.?\s?a\b|träd(?:a|er|de|s|t)\si\s?kraft|ikraftträd|upphör|genomför(?:as?|t|d|de|s)?(?!\p{L})|införliva|redovisa|rapportera|överlämna|börja\s(?:gälla|tillämpas)|ska\s?(?:ll)?\sgälla|tillämpas|publicera|uppdaterad|beslut(?:ade|at|ad|as|en|et)?(?!\p{L})|antog|antagen|daterad|skrivelse\sden|rapport\sden|beställ|anstånd|uppskov|nominer|ansök|faktura|frågor|ställa\sfråg|övergångs|inträffa|född|registration|meeting|enter(?:s|ed)?\sinto\sforce|adopted|published/giu
/** What makes a date the last one. */
const LAST =
	/senast|sista\s(?:svars|inlämnings|in)?-?(?:dag|datum|tid|svars)|sista\s\p{L}{0,20}(?:dag|datum)|löp(?:er|t|a)\s(?:\p{L}{2,9}\s)?(?:ut|till)|utgå(?:r|ng)|går\sut|till\soch\smed|t\.?\s?o\.?\s?m\.?(?!\p{L})|(?<!\p{L})(?:före|innan|fram\still|intill|inom)(?!\p{L})|deadline|tids?frist|slut(?:ar|datum)|pågår|upphör|no\slater\sthan|\b(?:by|until|before|closing|closes|latest)\b/giu
const BEFORE_THE_DATE = /(?<!\p{L})(?:före|innan|before)(?:\s(?:den|kl\.?\s?[\d.:]{1,5}))?\s?$/iu
/** A label that is all there is: "Svarstid: 15 maj". */
const LABELLED =
	/(?:(?:ny|förlängd)\s)?(?:sista\s(?:svars)?(?:dag|datum)(?:en)?|(?:remiss|svars|samråds|gransknings|inlämnings)(?:tid|dag|datum)(?:en)?|(?:remiss?)?svar(?:en)?(?:\sönskas|\sskickas|\slämnas)?(?:\ssenast)?|deadline|consultation\speriod|feedback\speriod|svara\ssenast|(?:remiss)?tidens?\s(?:ut|slut))\s?(?:är|var|:|–|-|\(|\s)\s?(?:senast\s)?(?:till\s)?$/iu
const WANTED =
	/(?<!\p{L})(?:ska|skall|bör|måste|kan|önska(?:s|r)|emotse[sr]?|vill|lämnas|skickas|sändas?|ber|please)(?!\p{L})/iu
/** The deadline is being moved. */
const MOVED =
	/förläng[^.]{0,60}(?:svars|remiss|samråds|gransknings|inlämnings)?(?:tid|dag|datum|frist)|(?:svars|remiss|samråds|gransknings)?(?:tid|dag|datum|frist)\p{L}{0,4}[^.]{0,60}(?:förläng|flytta|senarelagt?|senarelägg|ändra|skjut)|(?<!\p{L})ny(?:tt|a)?\s(?:sista\s)?(?:svars|remiss|slut|inlämnings)?-?(?:tid|dag|datum)|extended|tidigare\s(?:angiv|datum|svars|sista)|ursprunglig/iu
const OLD_BEFORE =
	/(?<!\p{L})(?:från(?:\soch\smed)?|tidigare(?:\s(?:angiv\p{L}{1,4}|datum|svarsdatum|svarsdag|svarstid|sista\s(?:svars)?dag|deadline))?|ursprunglig\p{L}{0,2}(?:\s\p{L}{2,12}){0,3}|i\s?stället\sför|istället\sför|inte|var|originally|previously|from|instead\sof)[\s:(,]{0,3}(?:senast\s)?(?:den\s)?$/iu
const NEW_BEFORE =
	/(?<!\p{L})(?:till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|senast|är(?:\snu)?|blir(?:\si\sstället)?|nu|to|until|new\sdeadline(?:\sis)?|(?:svars|remiss)?(?:tid|dag|datum)(?:en)?)[\s:(,]{0,3}(?:nu\s)?(?:(?:senast|till)\s)?(?:den\s)?$/iu
const PRELIMINARY =
	/preliminär|delsvar|delyttrand|i\sett\sförsta\sskede|första\s(?:synpunkt|svar)|tidiga\ssynpunkt|muntlig/iu
const LAST_AFTER =
	/^[\s,(]{0,3}(?:(?:är|var|blir)\s(?:det\s)?sista|(?:kl\.?\s?[\d.:]{1,5}\s)?(?:löper|löpte|går|utgår)|ska(?:ll)?\s(?:remiss|era?\s|ert?\s)?(?:svar|yttrand|synpunkt)|(?:är|var)\s(?:remiss|svars)tid)/iu

function lastIn(text: string, pattern: RegExp): { readonly at: number; readonly words: string } {
	let found = { at: -1, words: '' }
	for (const match of text.matchAll(pattern)) found = { at: match.index, words: match[0] }
	return found
}

/** Words further back than this, characters, are not shown with a date. */
const NEAR = 160

function firstIn(text: string, pattern: RegExp, whole: number): number {
	const at = text.search(pattern)
	return at < 0 ? -1 : at + whole - text.length
}

function roleOf(before: string, after: string, date: WrittenDate): { readonly role: Role; readonly at: number } {
	const here = `${before}${after}`
	const last = lastIn(before, LAST)
	const answering = lastIn(before, ANSWERING)
	const otherwise = lastIn(before, OTHERWISE)
	const at = Math.max(
		0,
		Math.min(
			...[last.at, answering.at, firstIn(before.slice(-NEAR), ANSWERING, before.length)].filter((place) => place >= 0),
			before.length,
		),
	)
	if (MOVED.test(here)) {
		if (OLD_BEFORE.test(before)) return { role: 'old', at: before.length }
		if (NEW_BEFORE.test(before) || LABELLED.test(before)) return { role: 'new', at }
	}
	if (LAST_AFTER.test(after)) return { role: 'due', at: before.length }
	if (otherwise.at > answering.at) {
		// "Anmälan senast 3 maj, svar senast 5 maj": what was spoken of last counts.
		return last.at >= 0 &&
			otherwise.at > last.at &&
			answering.at >= 0 &&
			answering.at < last.at &&
			/frågor|anstånd|uppskov/i.test(otherwise.words)
			? { role: 'due', at }
			: { role: 'none', at }
	}
	if (LABELLED.test(before)) return { role: PRELIMINARY.test(before) ? 'preliminary' : 'due', at }
	const isLast = last.at >= 0 || date.endsSpan || /(?:[-–—]|till|och)\s?$/.test(before)
	if (answering.at < 0 && isLast && last.at >= 0) {
		const said = after.search(ANSWERING)
		const other = after.search(OTHERWISE)
		if (said >= 0 && (other < 0 || said < other)) return { role: 'due', at }
		return { role: other >= 0 ? 'none' : 'weak', at }
	}
	if (answering.at < 0) return { role: 'none', at }
	if (isLast) {
		if (PRELIMINARY.test(before.slice(Math.max(0, last.at - 80)))) return { role: 'preliminary', at }
		return { role: BEFORE_THE_DATE.test(before) ? 'before' : 'due', at }
	}
	return WANTED.test(before) ? { role: 'weak', at } : { role: 'none', at }
}

function wordStart(text: string, at: number): number {
	let start = at
	while (start > 0 && at - start < 30 && /\p{L}/u.test(text.charAt(start - 1)) && /\p{L}/u.test(text.charAt(start)))
		start--
	return start
}

/** Which of the dates in a text may be its deadline. */
export function candidates(plain: PlainText, sentences: Sentences, dates: readonly WrittenDate[]): Candidate[] {
	return dates.map((date, index) => {
		const sentence = sentences.around(date.start)
		const start = Math.max(sentence.start, date.start - MOST_BEFORE)
		const next = dates[index + 1]?.start ?? plain.text.length
		const after = plain.text.slice(date.end, Math.min(sentence.end, next, date.end + MOST_AFTER))
		const { role, at } = roleOf(plain.text.slice(start, date.start), after, date)
		return {
			date,
			role: plain.struck(date.start) && role !== 'none' ? 'old' : role,
			from: wordStart(plain.text, start + at),
		}
	})
}
