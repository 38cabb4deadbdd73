/** Longest line that a page repeats: a letterhead's with a date and a number. Characters. */
const LONGEST = 120

/** Lines that stand between a page's own line and the next page's. A page has more, a list fewer. */
const LEAST_BETWEEN = 3

/** "4(5)", "Sida 4 av 5", "4/5", at the end or at the start of a line. */
const OF_PAGES =
	/(?:^|\s)(?:(?:sid(?:a|an)?|page)\s?)?(?<page>\d{1,4})\s?(?:\(|\/|av|of)\s?(?<all>\d{1,4})\)?$|^(?:(?:sid(?:a|an)?|page)\s?)?(?<first>\d{1,4})\s?(?:\(|\/|av|of)\s?(?<whole>\d{1,4})\)?(?=\s)/iu
/** The page alone: "Sida 4", "– 4 –", "Exempel kommun 4". */
const PAGE = /^(?<before>.*?)(?<page>\d{1,4})(?<after>\s?[–—-])?$/u
/** What may stand above the number of a page, and nowhere else: "Datum Sida". */
const LABELS =
	/^(?:(?:datum|sida|sidan|sid|dnr|diarienummer|diarienr|beteckning|dokument(?:nummer|datum)?|version|(?:vår|er)t?\s(?:datum|referens|beteckning)|handläggare|date|page|reference)(?:\s|$|:)\s?){1,6}$/iu

type Numbered = { readonly at: number; readonly page: number }

const endsSentence = (line: string) => /[.!?:;][”"')\]]?$/.test(line)

/**
 * The lines of a text that its pages repeat with other digits: their numbers, and what stands beside these. Where what is
 * repeated could be headings, only those lines count that break a sentence in two.
 */
function runningLines(lines: readonly string[]): ReadonlySet<number> {
	const running = new Set<number>()
	const ofPages = new Map<number, Numbered[]>()
	const alone = new Map<string, Numbered[]>()
	const add = <Key>(groups: Map<Key, Numbered[]>, key: Key, found: Numbered) => {
		const group = groups.get(key)
		if (group === undefined) groups.set(key, [found])
		else group.push(found)
	}
	for (const [at, line] of lines.entries()) {
		if (line === '' || line.length > LONGEST || !/\d/.test(line)) continue
		const of = OF_PAGES.exec(line)?.groups
		const page = Number(of?.page ?? of?.first)
		const all = Number(of?.all ?? of?.whole)
		if (of !== undefined && page > 0 && page <= all) {
			add(ofPages, all, { at, page })
			continue
		}
		const { before = '', page: number, after = '' } = PAGE.exec(line)?.groups ?? {}
		if (number !== undefined && !/[\d.,:/(§-]$/u.test(before))
			add(alone, `${before}\0${after}`, { at, page: Number(number) })
	}
	for (const group of ofPages.values())
		if (rises(group, Number.POSITIVE_INFINITY)) for (const { at } of group) running.add(at)
	for (const [key, group] of alone) {
		const [before = ''] = key.split('\0')
		if (!rises(group, 1) || !isApart(lines, group)) continue
		const said = /\d|sid(?:a|an)?\s?$|page\s?$|^[–—-]\s?$/iu.test(before)
		const breaking = group.filter(({ at }) => breaksSentence(lines, at)).length
		if (said || breaking * 2 >= group.length) for (const { at } of group) running.add(at)
	}
	if (running.size > 0) addBeside(lines, running)
	return running
}

/** Two or more, each later page after the one before it, by no more than `most`. */
function rises(group: readonly Numbered[], most: number): boolean {
	return (
		group.length > 1 &&
		group.every(({ page }, index) => {
			const step = page - (group[index - 1]?.page ?? page - 1)
			return step > 0 && step <= most
		})
	)
}

function isApart(lines: readonly string[], group: readonly Numbered[]): boolean {
	return group.every(({ at }, index) => {
		const before = group[index - 1]?.at
		if (before === undefined) return true
		let written = 0
		for (let line = before + 1; line < at && written < LEAST_BETWEEN; line += 1) if (lines[line] !== '') written += 1
		return written >= LEAST_BETWEEN
	})
}

/** The nearest line that says something, looking one way, no further than a few empty ones. */
function near(
	lines: readonly string[],
	at: number,
	step: 1 | -1,
	passed: (at: number) => boolean = () => false,
): number {
	let next = at + step
	for (let count = 0; count < 8 && (lines[next] === '' || passed(next)); count += 1) next += step
	return next
}

function breaksSentence(lines: readonly string[], at: number): boolean {
	const before = lines[near(lines, at, -1)] ?? ''
	const after = lines[near(lines, at, 1)] ?? ''
	return before !== '' && !endsSentence(before) && /^\p{Ll}/u.test(after)
}

/** Lines right beside those: the same each time, or nothing but labels. */
function addBeside(lines: readonly string[], running: Set<number>): void {
	const times = new Map<string, number>()
	const beside = new Map<string, number[]>()
	for (const line of lines) if (line !== '' && line.length <= LONGEST) times.set(line, (times.get(line) ?? 0) + 1)
	for (const at of [...running]) {
		for (const step of [1, -1] as const) {
			const next = near(lines, at, step)
			const line = lines[next] ?? ''
			if (line === '' || running.has(next) || line.length > LONGEST || endsSentence(line)) continue
			if (LABELS.test(line)) running.add(next)
			else beside.set(line, [...(beside.get(line) ?? []).slice(-50), next])
		}
	}
	for (const [line, places] of beside)
		if (places.length > 1 && places.length === times.get(line)) for (const at of places) running.add(at)
}

type Kept = {
	readonly kept: readonly string[]
	/** Which of them go on the sentence of the line above, from one page to the next. */
	readonly through: ReadonlySet<number>
	readonly running: readonly string[]
}

/** The lines without those that pages repeat, and these. */
export function withoutRunningLines(lines: readonly string[]): Kept {
	const bare = lines.map((line) => line.replace(/[ \t]+/g, ' ').trim())
	const running = runningLines(bare)
	if (running.size === 0) return { kept: lines, through: new Set(), running: [] }
	const kept: string[] = []
	const through = new Set<number>()
	for (let at = 0; at < lines.length; at += 1) {
		if (!running.has(at)) {
			kept.push(lines[at] ?? '')
			continue
		}
		let next = at
		while (next < lines.length && (running.has(next) || bare[next] === '')) next += 1
		let last = kept.length
		while (last > 0 && kept[last - 1]?.trim() === '') last -= 1
		const before = kept[last - 1]?.trim() ?? ''
		if (before !== '' && !endsSentence(before) && /^[\p{Ll}(]/u.test(bare[next] ?? '')) {
			kept.length = last
			through.add(last)
		} else if (bare.slice(at, next).includes('') && last === kept.length) kept.push('')
		at = next - 1
	}
	const shown = [...running].sort((one, other) => one - other).map((at) => bare[at] ?? '')
	return { kept, through, running: shown }
}
