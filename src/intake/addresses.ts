import { mailAddresses } from './mail-addresses.ts'
import type { Doubt, Found, NoticeReading } from './notice.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'

/** A notice has a handful, and a list of those who get it some hundred. Of more the first are read. */
const ADDRESSES_LIMIT = 500

/** How far back in its sentence an address is read, characters. */
const MOST_BEFORE = 500

type Use = 'send' | 'copy' | 'none'

/** "Kopia på svaret" is a copy all the same. */
const COPY =
	/(?<!\p{L})(?:kopia|kopior)(?:\s(?:på|av)\s(?:\p{L}{2,12}\s){0,2}?(?:remiss?)?(?:svar|yttrande)\p{L}{0,4})?|(?<!\p{L})cc(?!\p{L})|copy/giu
const ANSWER =
	/(?:remiss?)?svar(?!ig|s?dag|stid)|yttrand|synpunkt|(?<!\p{L})inlag|kommentar|svaret|erinr|repl(?:y|ies)|respons|comments|contribution|submission|views/giu
const OTHER =
	/fråg(?:a|or)|upplysning|kontakta|kontaktuppgift|information\s(?:om|lämnas|ges)|anmäl|beställ|nyhetsbrev|ring(?:a)?(?!\p{L})|vänd\ser|questions?|enquir|contact|register|personuppgift|dataskydd|begära\sut|webbplats/giu
const SEND =
	/(?:per|via|med)\s(?:e-?\s?post|mejl|mail)(?!\p{L})|(?:e-?\s?post|mejl|mail|e-?mail)(?:a|as|adress(?:en|erna)?)?\s?(?:till|:|\s(?:to|is)\s|<)|(?:skick|sänd|lämn|mejl|maila|e-?posta|översänd|ställ|adresser|send|sent|submit)\p{L}{0,6}|(?:under|till|på|via)\s(?:följande\s)?(?:e-?\s?post|mejl)?adress|elektroniskt|tillhanda|kommit\sin|inkom|inläm|remiss(?:en)?\sbesvaras/giu
/**
 * Between two addresses that are used alike: names, "och", "samt till". A word is taken whole or
 * not at all: one that could be taken in pieces would be tried in every way to cut it.
 */
const ALIKE =
	/^[>\s,;:/&()<.-]{0,6}(?:(?=(?<word>och|samt|eller|and|or|till|to|även|dels|e-?postadress(?:en)?|registrator\p{L}{0,4}|\p{Lu}[\p{L}-]{1,41}|på|departements?\p{L}{0,12}|ämnesråd\p{L}{0,4}|kansliråd\p{L}{0,4}))\k<word>[>\s,;:/&()<.-]{0,4}){0,9}$/u

/** The header of a mail says who it was sent to, not who answers are to be sent to. */
const HEADER = /^(?:Från|Till|Kopia|From|To|Cc|Reply-To|Svar\still):/iu
const HEADERS = /(?:^|\n)(?:Från|From|Skickat|Sent|Ämne|Subject|Datum|Date):/iu

function lastIn(text: string, pattern: RegExp): { readonly at: number; readonly end: number } {
	let found = { at: -1, end: -1 }
	for (const match of text.matchAll(pattern)) found = { at: match.index, end: match.index + match[0].length }
	return found
}

/** The questions are about answers: "frågor om remissvaren". */
const ABOUT =
	/(?<!\p{L})(?:om|kring|angående|gällande|avseende|rörande|på|under|med\sanledning\sav|hur|about|on)(?!\p{L})[^,.;]{0,80}$/iu

/** What a sentence up to an address says is to be done with it; `earlier` is the sentence before. */
function useIn(before: string, earlier: string): Use {
	const copy = lastIn(before, COPY)
	const send = lastIn(before, SEND)
	const answer = lastIn(before, ANSWER)
	const other = lastIn(before, OTHER)
	if (other.at >= 0) {
		const answersAfter = answer.at > other.at && !ABOUT.test(before.slice(other.at, answer.at))
		if (!answersAfter || (send.at < answer.at && copy.at < answer.at)) return 'none'
	}
	if (copy.at >= 0 && answer.at < copy.end) return 'copy'
	if (send.at >= 0 && (answer.at >= 0 || ANSWER_BEFORE.test(earlier))) return 'send'
	return answer.at >= 0 && /(?:till|to|:)\s[^.]{0,60}$/iu.test(before) ? 'send' : 'none'
}
const ANSWER_BEFORE = new RegExp(ANSWER.source, 'iu')

const POSTAL =
	/(?<=(?:till|adress(?:en)?|under\sadress)(?:\s|:\s?|\s?:\s{0,2}))(?:\p{Lu}[^.:;!?<>@()]{2,120}?,?\s\d{3}\s?\d{2}\s{1,2}\p{Lu}\p{L}{1,20}(?:\s\p{Lu}\p{L}{2,20})?)/gu

export type Addresses = Pick<NoticeReading, 'sendTo' | 'copyTo'> & {
	/** Those for the answer that cannot be told. */
	readonly broken: readonly Doubt[]
}

type Previous = { readonly end: number; readonly use: Use; readonly sentence: number }

/** After another address in the sentence, the words since it may say more than those before it. */
function sinceLast(whole: string, since: string): string {
	return lastIn(since, COPY).at >= 0 || lastIn(since, OTHER).at >= 0 ? since : whole
}

/** Where answers and copies of them are to be sent. Addresses for questions are left out. */
export function addresses({ text, words }: PlainText, sentences: Sentences, onPaper: boolean): Addresses {
	const found = { send: new Map<string, Found<string>>(), copy: new Map<string, Found<string>>() }
	const broken: Doubt[] = []
	const sentenceBefore = (at: number) =>
		at === 0 ? '' : text.slice(Math.max(sentences.around(at - 1).start, at - MOST_BEFORE), at)
	let previous: Previous = { end: 0, use: 'none', sentence: -1 }
	for (const { start, end, address } of mailAddresses(text, ADDRESSES_LIMIT)) {
		const sentence = sentences.around(start).start
		const whole = text.slice(Math.max(sentence, start - MOST_BEFORE), start)
		const since: string = previous.sentence === sentence ? text.slice(previous.end, start) : whole
		const use: Use = isHeader(text, sentence, whole)
			? 'none'
			: previous.sentence === sentence && ALIKE.test(since)
				? previous.use
				: useIn(sinceLast(whole, since), sentenceBefore(sentence))
		previous = { end, use, sentence }
		if (use === 'none') continue
		if (address === null) {
			broken.push({ kind: 'brokenAddress', words: words(start, end) })
			continue
		}
		const known = address.toLowerCase()
		if (!found[use].has(known) && !found.send.has(known))
			found[use].set(known, { value: address, words: words(start, end) })
	}
	if (onPaper || found.send.size === 0)
		for (const match of [...text.matchAll(POSTAL)].slice(0, ADDRESSES_LIMIT)) {
			const sentence = sentences.around(match.index).start
			const before = text.slice(Math.max(sentence, match.index - MOST_BEFORE), match.index)
			if (useIn(before, sentenceBefore(sentence)) !== 'send') continue
			const value = match[0].replace(/\s+/g, ' ')
			found.send.set(value.toLowerCase(), { value, words: words(match.index, match.index + match[0].length) })
		}
	return { sendTo: [...found.send.values()], copyTo: [...found.copy.values()], broken }
}

function isHeader(text: string, sentence: number, line: string): boolean {
	return HEADER.test(line) && HEADERS.test(text.slice(Math.max(0, sentence - 300), sentence + 300))
}
