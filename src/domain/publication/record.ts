import type { Coalition } from '#domain/coalition/coalition.ts'
import { type Ballot, type CountedOutcome, type Dissent, isCounted, type Vote } from '#domain/deciding/ballot.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import { isoInstant, swedishDate } from '#domain/kernel/calendar.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { type Signing, standingSignoffs } from '#domain/signing/signoff.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { TextSalts } from '#domain/statement/salts.ts'
import type { Statement, StatementText } from '#domain/statement/statement.ts'
import { numberLabel } from './numbering.ts'

export type RecordedVote = Pick<Vote, 'associationId' | 'choice'> & { readonly dissent: Dissent | null }

/** What an association thinks of a position, by the position's number in the published text. */
export type RecordedStance = {
	readonly associationId: AssociationId
	readonly position: number
	readonly stance: StanceChoice
	readonly reason: string
	/** The position's wording changed after the association had read it. */
	readonly stale: boolean
}

/** A statement with all that its publication rests on. */
export type Publishable = {
	readonly coalition: Coalition
	readonly signing: Signing
	readonly blocks: readonly BlockVersion[]
	/** What the text was fixed with; null: it was before there were salts. */
	readonly salts: TextSalts | null
	readonly votes: readonly RecordedVote[]
	readonly stances: readonly RecordedStance[]
	readonly meeting: { readonly heldOn: string; readonly minutes: string } | null
	readonly editorialChanges: readonly { readonly note: string; readonly at: Instant }[]
	readonly inquiry: { readonly title: string; readonly sender: string; readonly references: string } | null
	/** The last number taken in the series of the year. */
	readonly lastNumber: number
	/** How far the log was read. */
	readonly position: number
}

/** Of what was fixed before there were salts, and of what was fixed under them. */
export const RECORD_FORMATS = { plain: 'samsvar-record/2', sealed: 'samsvar-record/3' } as const

/**
 * The record of a publication: all that `recordHash` is the hash of. Names associations, never persons. The text itself
 * is bound by `textHash` and kept beside it, so that a redaction of the text leaves the record checkable.
 */
export type PublicationRecord = {
	readonly format: (typeof RECORD_FORMATS)[keyof typeof RECORD_FORMATS]
	readonly label: string
	readonly coalition: string
	readonly year: number
	readonly number: number
	readonly language: string
	readonly kind: string
	readonly publishedAt: string
	readonly publishedOn: string
	readonly textHash: string
	readonly inquiry: { readonly title: string; readonly sender: string; readonly references: string } | null
	readonly decision: {
		readonly track: string
		readonly method: 'ballot' | 'meeting'
		readonly openedAt: string
		readonly closedAt: string
		readonly minutes: string | null
		/** Why the chair gave less time than the bylaws promise. */
		readonly urgent: string | null
		readonly bylaws: Ballot['bylaws']
		readonly outcome: CountedOutcome
		/** The text hash that was voted on, when an editorial change came after it. */
		readonly votedTextHash: string
		readonly editorialChanges: readonly { readonly note: string; readonly at: string }[]
	}
	readonly associations: readonly {
		readonly name: string
		readonly area: string
		/** Null where the ballot was secret or the association did not vote. */
		readonly vote: string | null
		readonly dissent: Dissent | null
		readonly signoff: 'signed' | 'declined' | 'silent'
		readonly signoffMethod: string | null
		readonly reason: string
		readonly stances: readonly Omit<RecordedStance, 'associationId'>[]
	}[]
}

export function textOf(
	statement: Pick<Statement, 'title' | 'language'>,
	blocks: readonly BlockVersion[],
): StatementText {
	return { title: statement.title, language: statement.language, blocks: blocks.map((block) => block.content) }
}

export function recordOf(
	publishable: Publishable,
	coalition: Coalition,
	year: number,
	number: number,
	now: Instant,
): PublicationRecord {
	const { signing, votes, stances, meeting } = publishable
	const { ballot, statement } = signing
	if (ballot.outcome === null || !isCounted(ballot.outcome)) {
		throw new Error('a statement in its signing stage has a decided ballot')
	}
	const voteOf = new Map(votes.map((vote) => [vote.associationId, vote]))
	const signoffOf = new Map(standingSignoffs(signing).map((signoff) => [signoff.associationId, signoff]))
	const stancesOf = Map.groupBy(stances, ({ associationId }) => associationId)
	return {
		format: publishable.salts === null ? RECORD_FORMATS.plain : RECORD_FORMATS.sealed,
		label: numberLabel(coalition.seriesPrefix, year, number),
		coalition: coalition.name,
		year,
		number,
		language: statement.language,
		kind: statement.kind,
		publishedAt: isoInstant(now),
		publishedOn: swedishDate(now),
		textHash: statement.textHash ?? '',
		inquiry: publishable.inquiry,
		decision: {
			track: ballot.track,
			method: meeting ? 'meeting' : 'ballot',
			openedAt: meeting ? meeting.heldOn : isoInstant(ballot.opensAt),
			closedAt: meeting ? meeting.heldOn : isoInstant(ballot.closedAt ?? ballot.closesAt),
			minutes: meeting?.minutes ?? null,
			urgent: ballot.urgent,
			bylaws: ballot.bylaws,
			outcome: ballot.outcome,
			votedTextHash: ballot.textHash,
			editorialChanges: publishable.editorialChanges.map(({ note, at }) => ({ note, at: isoInstant(at) })),
		},
		associations: ballot.electorate.map(({ associationId, name, area }) => {
			const vote = voteOf.get(associationId)
			const signoff = signoffOf.get(associationId)
			return {
				name,
				area,
				vote: vote?.choice ?? null,
				dissent: vote?.dissent ?? null,
				signoff: signoff?.answer ?? 'silent',
				signoffMethod: signoff?.method ?? null,
				reason: signoff?.reason ?? '',
				stances: (stancesOf.get(associationId) ?? []).map(({ position, stance, reason, stale }) => {
					return { position, stance, reason, stale }
				}),
			}
		}),
	}
}

export type FinishedRecord = {
	readonly record: PublicationRecord
	/** Canonical bytes of text and record, and the record's SHA-256 in lower-case hex. */
	readonly textBytes: string
	readonly recordBytes: string
	readonly recordHash: string
	/** Canonical bytes of what their leaves stand for; null where they have none. */
	readonly revealed: string | null
	/** Of the plan. */
	readonly guards: readonly Guard[]
}
