import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

const OPENING =
	/(?:^|\n)(?:#{1,6}\s)?(?:(?:Följande\s)?Remissinstans(?:er|erna)?|Remisslista|Sändlista|Lista\söver\sremissinstanser|Mottagare|Instanser)(?:\s(?:är|som\s[^\n:]{0,60}))?\s?:?\s?(?=\n|\s1[.)]\s)|(?:remissinstanser|remitteras(?:\shärmed)?\still|remitterats\still|skickats\still|instanser)[^\n.:]{0,60}:\s?(?=\n|1[.)]\s)/giu

const LONGEST = 200
const PAGE = /\n\d{1,3}\s?\(\d{1,3}\)(?=\n|$)/g

type Item = { readonly start: number; readonly end: number }

/** Items with running numbers, on lines of their own or one after the other. */
function numbered(text: string, from: number): Item[] {
	const items: Item[] = []
	let at = from
	for (let number = 1; number <= 2000; number++) {
		const window = text.slice(at, at + LONGEST + 12)
		const mark = new RegExp(
			number === 1 ? String.raw`^\s{0,2}(?:1[.)]\s{0,2}|1\s)` : String.raw`(?:\n|\s)${number}[.)]\s{0,2}|\n${number}\s`,
		).exec(window)
		if (!mark) break
		const last = items.at(-1)
		if (last) items[items.length - 1] = { start: last.start, end: at + mark.index }
		const start = at + mark.index + mark[0].length
		items.push({ start, end: start })
		at = start
	}
	const last = items.at(-1)
	if (last) {
		const rest = text.slice(last.start, last.start + LONGEST)
		const line = /^[^\n]*(?:\n\p{Ll}[^\n]*)?/u.exec(rest)?.[0] ?? ''
		items[items.length - 1] = { start: last.start, end: last.start + line.length }
	}
	return items
}

const PROSE = /[.!?]$|[.!?]\s\p{Lu}|\s(?:ska|skall|har|kan|är|önskar|remitteras|avser|bör)\s|@|https?:/u
const NOT_ITEM = /^#|^(?:Remissvar|Svar|Kopia|Diarie|Bilag|Ange|Råd\som|Myndigheter\sunder|För\sandra|Frågor)(?!\p{L})/u

/** Items with bullets, or a line each. */
function listed(text: string, from: number): Item[] {
	const items: Item[] = []
	let at = from
	let bullets: boolean | null = null
	while (at < text.length && items.length < 2000) {
		const breaks = /^\n{0,2}/.exec(text.slice(at, at + 2))?.[0].length ?? 0
		const start = at + breaks
		const stop = text.indexOf('\n', start)
		const end = stop < 0 ? text.length : stop
		const line = text.slice(start, Math.min(end, start + LONGEST + 1))
		const mark = /^(?:[•–-]\s|\d{1,3}[.)]?\s)/.exec(line)?.[0].length ?? 0
		bullets ??= mark > 0
		if (line === '' || line.length > LONGEST || NOT_ITEM.test(line) || PROSE.test(line) || (bullets && mark === 0))
			break
		// "Kommuner:" only divides the list.
		if (!line.endsWith(':')) items.push({ start: start + mark, end })
		at = end
	}
	return items
}

/** Those asked to answer, where the text lists them. */
export function invited(plain: PlainText): Found<string>[] {
	const { text } = plain
	let most: Item[] = []
	let tries = 0
	for (const opening of text.matchAll(OPENING)) {
		if (++tries > 20) break
		const from = opening.index + opening[0].length
		const items = numbered(text, from)
		const found = items.length > 0 ? items : listed(text, from)
		if (found.length > most.length) most = found
	}
	return most.flatMap(({ start, end }) => {
		const piece = text.slice(start, end).replace(PAGE, '')
		const name = piece
			.replace(/\s+/g, ' ')
			.replace(/[\s,;]+$/, '')
			.trim()
		const from = start + (piece.length - piece.trimStart().length)
		const to =
			start +
			text
				.slice(start, end)
				.trimEnd()
				.replace(/[,;]+$/, '').length
		return name === '' || !/\p{L}/u.test(name) ? [] : [{ value: name, words: plain.words(from, to) }]
	})
}
