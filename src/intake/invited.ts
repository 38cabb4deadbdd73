import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

/** What a list of those asked begins with: a heading, or the end of a sentence. */
const OPENING =
	/(?:^|\n)(?:#{1,6}\s)?(?:(?:Följande\s)?Remissinstans(?:er|erna)?|Remisslista|Sändlista|Lista\söver\sremissinstanser|Mottagare|Instanser)(?:\s(?:är|som\s[^\n:]{0,60}))?\s?:?\s?(?=\n|\s?[1lI][.)]\s)|(?:remissinstanser(?:na)?|remitteras(?:\shärmed)?\still|remitterats\still|skickats\still|sänds\still|instanser)[^\n.:]{0,60}:\s?(?=\n|[1lI][.)]\s)/giu

/** A longer one is no name of a body, characters. */
const LONGEST = 200
const MOST = 2000

type Item = { readonly start: number; readonly end: number }
type List = { readonly items: readonly Item[]; readonly end: number }

const DIVIDER =
	/^(?:.{0,80}:|(?:statliga\s)?myndigheter(?:na)?|kommuner|regioner|landsting|länsstyrelser|domstolar|universitet(?:\soch\shögskolor)?|högskolor|(?:intresse)?organisationer|företag|föreningar|övriga|andra|fackförbund|\d{1,3}\s?\(\d{1,3}\)|#.*|[•-]\s.*)$/iu
const PROSE_OPENS =
	/^(?:#|Remissvar|Svar(?:en|et)?(?!\p{L})|Sista\s|Kopia|Diarie|Bilag|Ange\s|Råd\som|Myndigheter\sunder|För\sandra|Frågor|Betänkandet|Promemorian|Rapporten|I\sremissen|Vi\s|Regeringskansliet\sönskar)/iu

/** A name goes on over the end of a line, up to a blank line or a line that divides the list. */
function nameEnd(text: string, start: number, most: number): number {
	let end = start
	while (end < most) {
		const at = text.indexOf('\n', end + 1)
		if (at < 0 || at >= most) return most
		const next = text.slice(at + 1, Math.min(most, at + 1 + LONGEST)).split('\n', 1)[0] ?? ''
		if (next === '' || DIVIDER.test(next) || PROSE_OPENS.test(next)) return at
		end = at
	}
	return most
}

function nearly(text: string, number: number): RegExpExecArray | null {
	if (number === 1) return null
	const mark = /\n\d{1,3}[.)]\s{1,2}/.exec(text)
	return mark && Math.abs(Number(/\d+/.exec(mark[0])?.[0]) - number) <= 2 ? mark : null
}

/** Names with running numbers, on lines of their own or one after the other. */
function numbered(text: string, from: number): List {
	const marks: Item[] = []
	let at = from
	for (let number = 1; number <= MOST; number++) {
		const exact = new RegExp(
			number === 1
				? String.raw`^\s{0,2}(?:[^\n.]{2,60}\n{1,2})?(?:[1lI][.)]\s{0,2}|1\s)`
				: String.raw`\s${number}[.)]\s{0,2}|\n${number}\s`,
		).exec(text.slice(at, at + LONGEST + 100))
		// A number may have been left out, or given twice.
		const mark = exact ?? nearly(text.slice(at, at + LONGEST + 100), number)
		if (!mark) break
		if (!exact) number = Number(/\d+/.exec(mark[0])?.[0])
		at += mark.index
		marks.push({ start: at, end: at + mark[0].length })
		at += mark[0].length
	}
	const items = marks.map(({ end: start }, index) => {
		const next = marks[index + 1]?.start
		const last =
			/^[^\n]*?(?:(?<=[,–-]|(?<!\p{L})(?:och|för|i|av|på|med|and|for|of))\n[^\n]+|\n\p{Ll}[^\n]*|(?=\n)|$)/u.exec(
				text.slice(start, start + LONGEST),
			)?.[0].length ?? 0
		return { start, end: nameEnd(text, start, next ?? start + last) }
	})
	return { items, end: items.at(-1)?.end ?? from }
}

/** A list whose numbers begin anew under headings. */
function numberedInParts(text: string, from: number): List {
	const items: Item[] = []
	let end = from
	for (let part = 0; part < 50; part++) {
		const list = numbered(text, end)
		if (list.items.length === 0) break
		items.push(...list.items)
		end = list.end
		const between = /^\n{1,2}[^\n.]{2,80}\n{1,2}(?=1[.)]\s)/u.exec(text.slice(end, end + 120))
		if (!between) break
		end += between[0].length
	}
	return { items, end }
}

const PROSE = /[.!?]\s\p{Lu}|[^.]{40}[.!?]$|[^\s@]@[^\s@]|https?:/u
const VERBS = /\s(?:ska|skall|har|kan|är|önskar|remitteras|avser|bör)\s/u

/** Names with bullets, or a line each. */
function listed(text: string, from: number): List {
	const items: Item[] = []
	let at = from
	let bullets: boolean | null = null
	while (at < text.length && items.length < MOST) {
		const start = at + (/^\n{0,2}/.exec(text.slice(at, at + 2))?.[0].length ?? 0)
		const stop = text.indexOf('\n', start)
		const end = stop < 0 ? text.length : stop
		const line = text.slice(start, Math.min(end, start + LONGEST + 1))
		const mark = /^(?:[•–-]\s|\d{1,3}[.)]?\s)/.exec(line)?.[0].length ?? 0
		const divides = mark === 0 && DIVIDER.test(line)
		if (!divides) bullets ??= mark > 0
		const prose = PROSE_OPENS.test(line) || PROSE.test(line) || (line.length > 70 && VERBS.test(line))
		if (line === '' || line.length > LONGEST || prose || (bullets && mark === 0 && !divides)) break
		if (!divides) items.push({ start: start + mark, end })
		at = end
	}
	return { items, end: at }
}

/** Those asked to answer, where the text lists them. */
export function invited({ text, words }: PlainText): Found<string>[] {
	let longest: List = { items: [], end: 0 }
	let tries = 0
	for (const opening of text.matchAll(OPENING)) {
		const from = opening.index + opening[0].length
		if (from < longest.end) continue
		if (++tries > 20) break
		const byNumber = numberedInParts(text, from)
		const list = byNumber.items.length > 0 ? byNumber : listed(text, from)
		if (list.items.length > longest.items.length) longest = list
	}
	return longest.items.flatMap(({ start, end }) => {
		const piece = text.slice(start, end)
		const name = piece.trim().replace(/[\s,;]+$/, '')
		const from = start + piece.length - piece.trimStart().length
		return /\p{L}/u.test(name) ? [{ value: name.replace(/\s+/g, ' '), words: words(from, from + name.length) }] : []
	})
}
