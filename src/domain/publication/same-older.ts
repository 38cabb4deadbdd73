import type { DomainEvent } from '#domain/event.ts'
import type { Instant, OlderId, SeatId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { OlderContent, OlderContested } from './older.ts'

/** How many words a title has that tells by itself: many of one year are called “Remissvar”. */
const TELLING_TITLE = 3

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

/** What an association said last of one: that it does not know of it, or that it takes that back. */
export type OlderWord = OlderContested & {
	readonly standing: boolean
	readonly reason: string
	readonly seatId: SeatId | null
	readonly at: Instant
	/** Of which it was said, where it went with this one. */
	readonly carriedFrom: OlderId | null
	/** Of that one: as it was when that was said, or came to be read there, and, where it stands, as that one is now. */
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
 * Whether two are the same statement, as far as can be told: a file of both, a telling title in the same year, the day and the title or inquiry, or most
 * words of the shorter in the same order. Punctuation, capitals and what cannot be seen count for nothing.
 */
export const isSameOlder = (one: OlderMarks, other: OlderMarks): boolean => sameAs(other)(one)

/** The words of `other` are read once, however many it is compared with; and so are those of each of them, however many speak of it. */
function sameAs(other: OlderMarks): (one: OlderMarks) => boolean {
	const known = new Map<OlderMarks, boolean>()
	let pairs: ReadonlySet<string> | null = null
	const isSame = (one: OlderMarks) => {
		if (isNamedAs(one, other)) return true
		pairs ??= pairsOf(other)
		return haveInCommon(pairsOf(one), pairs)
	}
	return (one) => {
		const found = known.get(one) ?? isSame(one)
		known.set(one, found)
		return found
	}
}

function isNamedAs(one: OlderMarks, other: OlderMarks): boolean {
	const same = (field: 'title' | 'references' | 'inquiry', least = 1) => {
		const said = wordsOf(one[field])
		return said.length >= least && said.join(' ') === wordsOf(other[field]).join(' ')
	}
	if (one.files.some((file) => other.files.includes(file))) return true
	if (one.year === other.year && same('title', TELLING_TITLE)) return true
	const isDay = one.decidedOn.length === 'yyyy-mm-dd'.length && one.decidedOn === other.decidedOn
	return isDay && (same('title') || same('references') || same('inquiry'))
}

function haveInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
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
 * words it so that it is, sheds nothing. Of what an association said of the same, under whatever number, the latest decides: what it
 * has taken back since goes nowhere.
 */
export function carriedTo(olderId: OlderId, marks: OlderMarks, words: readonly OlderWord[]): DomainEvent[] {
	const isThis = sameAs(marks)
	const standing = words.filter((word) => word.standing).sort((a, b) => b.at - a.at || rank(a) - rank(b))
	const settled = new Set(standing.filter((word) => word.olderId === olderId).map((word) => word.associationId))
	const takenBack = Map.groupBy(
		words.filter((word) => !word.standing),
		(word) => word.associationId,
	)
	const carried: OlderWord[] = []
	for (const word of standing) {
		if (settled.has(word.associationId)) continue
		const same = word.marks.filter(isThis)
		// Of the one that was contested itself: not of another that this one is made to be like, too.
		const isTakenBack = ({ at, marks: [said] }: OlderWord) =>
			at > word.at && said !== undefined && isThis(said) && same.every((each) => isSameOlder(said, each))
		if (same.length === 0 || takenBack.get(word.associationId)?.some(isTakenBack)) continue
		settled.add(word.associationId)
		carried.push(word)
	}
	return carried.map(({ olderId: from, associationId, reason, seatId, at: saidAt }) => ({
		type: 'olderContestCarried',
		stream: streams.olderContest(olderId, associationId),
		statementId: null,
		payload: { olderId, associationId, reason, from, seatId, saidAt },
	}))
}

/** It goes from where it was said first, where it can. */
const rank = ({ carriedFrom }: OlderWord) => (carriedFrom === null ? 0 : 1)

/** What went with this one from others that it is not the same as any more, and is still said of those. */
export function partedFrom(olderId: OlderId, marks: OlderMarks, words: readonly OlderWord[]): OlderWord[] {
	const isThis = sameAs(marks)
	const saidOf = new Map(words.map((word) => [`${word.olderId} ${word.associationId}`, word]))
	return words.filter(({ standing, olderId: on, associationId, carriedFrom }) => {
		if (!standing || on !== olderId || carriedFrom === null) return false
		const said = saidOf.get(`${carriedFrom} ${associationId}`)
		return said?.standing === true && !said.marks.some(isThis)
	})
}

export const parted = ({ olderId, associationId, carriedFrom }: OlderWord): DomainEvent[] =>
	carriedFrom === null
		? []
		: [
				{
					type: 'olderContestParted',
					stream: streams.olderContest(olderId, associationId),
					statementId: null,
					payload: { olderId, associationId, from: carriedFrom },
				},
			]
