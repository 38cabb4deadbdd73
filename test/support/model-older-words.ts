import type { OlderId, SeatId } from '#domain/kernel/id.ts'
import type { OlderContested } from '#domain/publication/older.ts'
import type { Entry, Of } from './model-entry.ts'

/** What an association says of an older statement itself, and that or what went with it from another. */
export type Said = Of<'olderContested'> | Of<'olderContestTakenBack'>
export type Standing = Of<'olderContested'> | Of<'olderContestCarried'>
export type Word = Said | Standing

const isWord = (e: Entry): e is Word =>
	e.type === 'olderContested' || e.type === 'olderContestTakenBack' || e.type === 'olderContestCarried'

/** The last that was said of one for an association. */
export function lastWord(log: readonly Entry[], { olderId, associationId }: OlderContested): Word | undefined {
	const last = log.findLast(
		(e): e is Word | Of<'olderContestParted'> =>
			(isWord(e) || e.type === 'olderContestParted') &&
			e.payload.olderId === olderId &&
			e.payload.associationId === associationId,
	)
	return last?.type === 'olderContestParted' ? undefined : last
}

export const isStanding = (word: Word | undefined): word is Standing =>
	word !== undefined && word.type !== 'olderContestTakenBack'

/** From which seat. */
export const saidFrom = (word: Word): SeatId | null =>
	word.type === 'olderContestCarried' ? word.payload.seatId : word.seatId

/** Where it was said first, of whichever it was. */
export function firstSaid(log: readonly Entry[], word: Word): Said {
	if (word.type !== 'olderContestCarried') return word
	const { associationId, from } = word.payload
	const before = log.slice(0, log.indexOf(word))
	const carriedFrom = lastWord(before, { olderId: from, associationId })
	if (!carriedFrom) throw new Error('nothing goes along that was not said')
	return firstSaid(log, carriedFrom)
}

/** What associations say of one that they do not know. */
export const standingWords = (log: readonly Entry[], olderId: OlderId): Standing[] => {
	const said = log.flatMap((e) => (isWord(e) && e.payload.olderId === olderId ? [e.payload.associationId] : []))
	return [...new Set(said)].map((associationId) => lastWord(log, { olderId, associationId })).filter(isStanding)
}

type Telling = Of<'olderImported'> | Of<'olderCorrected'>

const tells = (e: Entry): e is Telling => e.type === 'olderImported' || e.type === 'olderCorrected'

export function yearOf(log: readonly Entry[], olderId: OlderId): number {
	const brought = log.find((e): e is Of<'olderImported'> => e.type === 'olderImported' && e.payload.olderId === olderId)
	if (!brought) throw new Error(`${olderId} was never brought in`)
	return brought.payload.year
}

/** Those of that year which have the title, also where they were taken away. */
export function sameTitled(log: readonly Entry[], year: number, title: string): OlderId[] {
	const titles = new Map<OlderId, string>()
	for (const e of log) if (tells(e)) titles.set(e.payload.olderId, e.payload.content.title)
	return [...titles].flatMap(([id, last]) => (last === title && yearOf(log, id) === year ? [id] : []))
}

/** What is known of one by then. */
function toldOf(log: readonly Entry[], olderId: OlderId): Telling['payload']['content'] {
	const last = log.findLast((e): e is Telling => tells(e) && e.payload.olderId === olderId)
	if (!last) throw new Error(`${olderId} was never brought in`)
	return last.payload.content
}

/** Whether one, as it was by then, and another are the same, as far as they differ here: in titles, years and days. */
export function isAsTold(then: readonly Entry[], olderId: OlderId, year: number, other: Telling['payload']['content']) {
	const content = toldOf(then, olderId)
	const byTitle = yearOf(then, olderId) === year && content.title === other.title
	return byTitle || (content.decidedOn.length === 10 && content.decidedOn === other.decidedOn)
}

/** What an association took back last of any, after it had said that of one. */
export function takenBackSince(log: readonly Entry[], word: Standing): Word[] {
	const { associationId } = word.payload
	const since = firstSaid(log, word).at
	const said = log.flatMap((e) => (isWord(e) && e.payload.associationId === associationId ? [e.payload.olderId] : []))
	const last = [...new Set(said)].flatMap((olderId) => lastWord(log, { olderId, associationId }) ?? [])
	return last.filter((each) => !isStanding(each) && each.at > since)
}

/** The log as it was when that was said. */
export const upTo = (log: readonly Entry[], word: Word) => log.slice(0, log.indexOf(word))
