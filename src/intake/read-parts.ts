import { letterIn } from './aside.ts'
import { DATES_LIMIT } from './dates.ts'
import { pause } from './effort.ts'
import type { NoticeReading } from './notice.ts'
import { NOTICE_LIMIT, readingSteps, statesDeadline } from './read-notice.ts'
import { inSteps } from './steps.ts'

/** Texts of letters whose readings are kept: as much as the longest letter there can be, of 21 texts. Characters. */
const KEPT_LIMIT = 4_500_000

/** What was read last, by the text, the latest last. A letter that waits is shown many times; a new version starts empty. */
const kept = new Map<string, NoticeReading>()
let keptLength = 0

/** No text has it: it is dropped from files, and from what is typed. */
const BETWEEN = '\0'

/**
 * Reads what came in several parts, a mail and its attachments, as one. The letter comes first, since a heading is looked
 * for at the top: the part that states a deadline, and of several the shortest; the report itself is long. A letter is read
 * once, and the reading kept while there is room. Others go first between its steps. `read`: what reads those that are not kept.
 */
export async function readParts(texts: readonly string[], read = readAnew): Promise<NoticeReading> {
	const key = texts.join(BETWEEN)
	const known = kept.get(key)
	const reading = known ?? (await read(texts))
	// Somebody else may have read it meanwhile.
	if (!kept.has(key)) keptLength += key.length
	kept.delete(key)
	kept.set(key, reading)
	for (const [oldest] of kept) {
		if (keptLength <= KEPT_LIMIT) break
		kept.delete(oldest)
		keptLength -= oldest.length
	}
	return reading
}

export async function readAnew(texts: readonly string[]): Promise<NoticeReading> {
	const [only = '', ...others] = texts
	if (others.length === 0) return inSteps(readingSteps(only))
	// Together the parts are looked through no further than one text is: of three whole ones all, of twenty the beginnings.
	const share = (limit: number) => Math.ceil(limit / texts.length)
	const ranked: { readonly text: string; readonly letter: boolean }[] = []
	for (const text of texts) {
		ranked.push({ text, letter: await inSteps(statesDeadline(text, share(NOTICE_LIMIT), share(DATES_LIMIT))) })
		await pause()
	}
	ranked.sort((one, other) => Number(other.letter) - Number(one.letter) || one.text.length - other.text.length)
	return inSteps(readingSteps(ranked.map(({ text }) => letterIn(text)).join('\n\n')))
}
