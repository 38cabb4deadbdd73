import type { DomainEvent } from '#domain/event.ts'
import type { AssociationId, Instant, OlderId, SeatId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { OlderContent, OlderContested } from './older.ts'

/** What of an older statement tells that another is the same. */
export type OlderMarks = {
	readonly year: number
	readonly title: string
	readonly decidedOn: string
	readonly references: string
	readonly inquiry: string
	/** Hashes of its files. */
	readonly files: readonly string[]
	/** Its texts, or what the longest of them begin with. */
	readonly texts: readonly string[]
}

/** That an association says, still, that it does not know of one. */
export type StandingContest = OlderContested & {
	readonly reason: string
	readonly seatId: SeatId | null
	readonly at: Instant
	/** Of that one: as it was when that was said, and as it stands. */
	readonly marks: readonly OlderMarks[]
}

export const marksOf = (year: number, { title, decidedOn, inquiry, files, blocks }: OlderContent): OlderMarks => ({
	...{ year, title, decidedOn, references: inquiry.references, inquiry: inquiry.title },
	files: files.map(({ sha256 }) => sha256),
	texts: blocks.flatMap(textsOf),
})

/** The share of the shorter text's pairs of words that both have, from which on they are one text; and how many pairs that takes at least. */
const LEAST_SHARE = 0.5
const LEAST_PAIRS = 20

/**
 * Whether two are the same statement, as far as can be told: a file of both, the title in the same year, the day and the inquiry, or most
 * words of the shorter in the same order. Punctuation, capitals and what cannot be seen count for nothing.
 */
export function isSameOlder(one: OlderMarks, other: OlderMarks): boolean {
	const same = (field: 'title' | 'references' | 'inquiry') => {
		const said = wordsOf(one[field]).join(' ')
		return said !== '' && said === wordsOf(other[field]).join(' ')
	}
	if (one.files.some((file) => other.files.includes(file))) return true
	if (one.year === other.year && same('title')) return true
	const isDay = one.decidedOn.length === 'yyyy-mm-dd'.length && one.decidedOn === other.decidedOn
	if (isDay && (same('references') || same('inquiry'))) return true
	const [fewer, more] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
	let both = 0
	for (const pair of fewer) if (more.has(pair)) both += 1
	return fewer.size >= LEAST_PAIRS && both >= fewer.size * LEAST_SHARE
}

/** What cannot be seen, which would part or change words for nobody but here. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

const wordsOf = (text: string): readonly string[] =>
	text
		.replace(UNSEEN, '')
		.normalize('NFKC')
		.toLowerCase()
		.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function pairsOf({ texts }: OlderMarks): Set<string> {
	const pairs = texts.flatMap((text) => {
		const words = wordsOf(text)
		return words.slice(1).map((word, before) => `${words[before]} ${word}`)
	})
	return new Set(pairs)
}

/**
 * What associations said of others goes with this one where it is the same statement: whoever brings it in under another number, or
 * words it so that it is, sheds nothing. `spoken`: who has said anything of this one, which stands.
 */
export function carriedTo(
	olderId: OlderId,
	marks: OlderMarks,
	contests: readonly StandingContest[],
	spoken: readonly AssociationId[],
): DomainEvent[] {
	const latest = new Map<AssociationId, StandingContest>()
	for (const contest of contests) {
		const { associationId } = contest
		if (contest.olderId === olderId || spoken.includes(associationId)) continue
		if (!contest.marks.some((each) => isSameOlder(each, marks))) continue
		if ((latest.get(associationId)?.at ?? -1) < contest.at) latest.set(associationId, contest)
	}
	return [...latest.values()].map(({ olderId: from, associationId, reason, seatId, at: saidAt }) => ({
		type: 'olderContestCarried',
		stream: streams.olderContest(olderId, associationId),
		statementId: null,
		payload: { olderId, associationId, reason, from, seatId, saidAt },
	}))
}
