import type { Found, NoticeReading } from './notice.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'

type Mail = { readonly start: number; readonly end: number; readonly address: string }

const LOCAL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.\s?){1,6}\p{L}{2,18}(?![\p{L}\d@])/u
const AT = /\s?(?:@|\(at\)|\[at\]|\(a\)|\ssnabel-?a\s)\s?/giu

/** Every mail address, also where a space has slipped in beside its @, or it is written out to hide it from machines. */
function mailAddresses(text: string): Mail[] {
	const found: Mail[] = []
	for (const sign of text.matchAll(AT)) {
		const after = sign.index + sign[0].length
		const local = LOCAL.exec(text.slice(Math.max(0, sign.index - 64), sign.index))?.[0].replace(
			/^(?:mailto:|['.])+/i,
			'',
		)
		const domain = DOMAIN.exec(text.slice(after, after + 120))?.[0]
		if (!local || !domain) continue
		// A space after a point is a slip only where what follows cannot begin a sentence.
		const name = /\.\s\p{Ll}{2,6}$/u.test(domain)
			? domain.replace(/\s/g, '')
			: (/^\S+/.exec(domain)?.[0].replace(/\.$/, '') ?? '')
		if (!name.includes('.')) continue
		const end =
			after + (name.length === domain.length || /\.\s\p{Ll}{2,6}$/u.test(domain) ? domain.length : name.length)
		const start = sign.index - local.length
		if (start < (found.at(-1)?.end ?? 0)) continue
		found.push({ start, end, address: `${local}@${name}` })
	}
	return found
}

type Use = 'send' | 'copy' | 'none'

const COPY = /kopia|kopior|(?<!\p{L})cc(?!\p{L})|copy/giu
const ANSWER =
	/(?:remiss?)?svar(?!ig|s?dag|stid)|yttrand|synpunkt|(?<!\p{L})inlag|kommentar|svaret|erinr|repl(?:y|ies)|respons|comments|contribution|submission|views/giu
const OTHER =
	/fråg(?:a|or)|upplysning|kontakta|kontaktperson|kontaktuppgift|handläggare|information\s(?:om|lämnas|ges)|anmäl|beställ|nyhetsbrev|föredragande|ansvarig|ring(?:a)?(?!\p{L})|vänd\ser|questions?|enquir|contact|register|personuppgift|dataskydd|begära\sut|webbplats/giu
const SEND =
	/(?:e-?\s?post|mejl|mail|e-?mail)(?:a|as|adress(?:en|erna)?)?\s?(?:till|:|\s(?:to|is)\s|<)|(?:skick|sänd|lämn|mejl|maila|e-?posta|översänd|ställ|adresser|send|sent|submit)\p{L}{0,6}|(?:under|till|på|via)\s(?:följande\s)?(?:e-?\s?post|mejl)?adress|elektroniskt|tillhanda|kommit\sin|inkom|inläm|remiss(?:en)?\sbesvaras/giu
/** Between two addresses that are used alike: names, "och", "samt till". */
const ALIKE =
	/^[>\s,;:/&()<.-]{0,6}(?:(?:och|samt|eller|and|or|till|to|även|dels|e-?postadress(?:en)?|registrator\p{L}{0,4}|[\p{Lu}][\p{L}-]{1,40}(?:\p{L})?|på|departements?\p{L}{0,12}|ämnesråd\p{L}{0,4}|kansliråd\p{L}{0,4})[>\s,;:/&()<.-]{0,4}){0,9}$/u

function lastAt(text: string, pattern: RegExp): number {
	let at = -1
	for (const match of text.matchAll(pattern)) at = match.index
	return at
}

/** What a sentence up to an address says is to be done with it. */
function useIn(before: string, earlier: string): Use {
	const copy = lastAt(before, COPY)
	const send = lastAt(before, SEND)
	const answer = lastAt(before, ANSWER)
	const other = lastAt(before, OTHER)
	if (other >= 0) {
		// "Frågor om remissvaren ställs till": the answers are only what the questions are about.
		const between = before.slice(other, answer)
		const asks =
			answer > other &&
			!/(?<!\p{L})(?:om|kring|angående|gällande|avseende|rörande|på|under|med\sanledning\sav|hur|about|on)(?!\p{L})[^,.;]{0,80}$/iu.test(
				between,
			)
		if (!asks || (send < answer && copy < answer)) return 'none'
	}
	if (copy >= 0 && copy > send - 40 && copy > answer - 1) return 'copy'
	if (send >= 0 && (answer >= 0 || ANSWER_BEFORE.test(earlier))) return 'send'
	if (copy >= 0) return 'copy'
	if (answer >= 0 && /(?:till|to|:)\s[^.]{0,60}$/iu.test(before)) return 'send'
	return 'none'
}
const ANSWER_BEFORE = new RegExp(ANSWER.source, 'iu')

const POSTAL =
	/(?<=(?:till|adress(?:en)?|under\sadress)(?:\s|:\s?|\s?:\s{0,2}))(?<place>\p{Lu}[^.:;!?<>@()]{2,120}?,?\s\d{3}\s?\d{2}\s{1,2}\p{Lu}\p{L}{1,20}(?:\s\p{Lu}\p{L}{2,20})?)/gu

export type Addresses = Pick<NoticeReading, 'sendTo' | 'copyTo'>

/** Where answers and copies of them are to be sent. Addresses for questions are left out. */
export function addresses(plain: PlainText, sentences: Sentences, onPaper: boolean): Addresses {
	const { text } = plain
	const sendTo = new Map<string, Found<string>>()
	const copyTo = new Map<string, Found<string>>()
	let previous: { readonly end: number; readonly use: Use; readonly sentence: number } | null = null
	for (const { start, end, address } of mailAddresses(text)) {
		const sentence = sentences.around(start)
		const from = Math.max(sentence.start, start - 500)
		const since = text.slice(Math.max(from, previous?.end ?? 0), start)
		const alike: boolean = previous !== null && previous.sentence === sentence.start && ALIKE.test(since)
		const earlier = text.slice(Math.max(0, sentence.start - 300), sentence.start)
		const use: Use =
			alike && previous ? previous.use : useIn(continued(text.slice(from, start), since, previous), earlier)
		previous = { end, use, sentence: sentence.start }
		if (use === 'none') continue
		const kept = use === 'send' ? sendTo : copyTo
		const known = address.toLowerCase()
		if (!kept.has(known) && !(use === 'copy' && sendTo.has(known)))
			kept.set(known, { value: address, words: plain.words(start, end) })
	}
	if (onPaper || sendTo.size === 0)
		for (const match of text.matchAll(POSTAL)) {
			const sentence = sentences.around(match.index)
			const before = text.slice(Math.max(sentence.start, match.index - 300), match.index)
			if (useIn(before, text.slice(Math.max(0, sentence.start - 300), sentence.start)) !== 'send') continue
			const value = (match.groups?.place ?? '').replace(/\s+/g, ' ')
			sendTo.set(value.toLowerCase(), { value, words: plain.words(match.index, match.index + match[0].length) })
		}
	return { sendTo: [...sendTo.values()], copyTo: [...copyTo.values()] }
}

/** After another address in the sentence, the words since it say more than those before it. */
function continued(whole: string, since: string, previous: { readonly use: Use } | null): string {
	if (previous === null || since.length === whole.length) return whole
	if (lastAt(since, COPY) >= 0 || lastAt(since, OTHER) >= 0) return since
	return whole
}
