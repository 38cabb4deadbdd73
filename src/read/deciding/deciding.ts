import * as z from 'zod'
import { adoptedQuery } from '#db/amendment/load-merging.ts'
import { preferredQuery } from '#db/amendment/load-overtaken.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery, PRESET_IN_FORCE } from '#db/coalition/load-coalition.ts'
import { CHANGED_SINCE_MEETING, changedSince as changedSinceColumn } from '#db/deciding/changed-since-meeting.ts'
import { ballotQuery, type LoadedBallot, type LoadedVote, turnoutQuery, votesQuery } from '#db/deciding/load-ballot.ts'
import { contestsQuery } from '#db/deciding/load-contests.ts'
import { PUT, putColumn } from '#db/deciding/put.ts'
import { isMember, seatedNow } from '#db/members/load-actor.ts'
import { firstValue, flag, id, json, row, rows, values } from '#db/rows.ts'
import { type LoadedSignoff, signoffsQuery, votedBlocksQuery } from '#db/signing/load-signing.ts'
import { draftQuery, type LoadedStance, stancesQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import type { PreferredAmendment } from '#domain/deciding/heeding.ts'
import type { ChangedSince } from '#domain/deciding/meeting.ts'
import type { AssociationId, BallotId, Instant } from '#domain/kernel/id.ts'
import { ROLES, type Role } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { TRACKS } from '#domain/statement/statement.ts'
import { type PositionSource, sourcesQuery } from '#read/position/sources.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'
import { outcomeSchema, subjectSchema } from '#schema/deciding.ts'
import { type Matter, matterQuery, REVISION } from './matter.ts'

export type { LoadedVote } from '#db/deciding/load-ballot.ts'
export type { LoadedStance } from '#db/statement/load-statement.ts'
export type { Matter, PutWords } from './matter.ts'

/** A statement with the text its pages show: the one being decided on where there is one. */
export type StatementView = {
	readonly header: StatementHeader
	readonly coalition: Coalition
	readonly blocks: readonly BlockVersion[]
	/** It was fixed under salts: what is withheld of it cannot be guessed by its hash. */
	readonly salted: boolean
	/** Where positions in it came from that were taken from the bank, by block. */
	readonly sources: Readonly<Record<string, PositionSource>>
}

/** Null when the coalition has no such statement. */
export function statementViewQuery(slug: string, statementId: string, now: Instant): Query<StatementView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			draft: draftQuery(slug, statementId),
			coalition: coalitionQuery(slug, now),
			sources: sourcesQuery(statementId),
		}),
		({ header, draft, coalition, sources }) =>
			header &&
			draft &&
			coalition && { header, coalition, blocks: draft.blocks, salted: draft.salts !== null, sources },
	)
}

export type StancesView = StatementView & { readonly stances: readonly LoadedStance[] }

export function stancesViewQuery(slug: string, statementId: string, now: Instant): Query<StancesView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), stances: stancesQuery(statementId) }),
		({ view, stances }) => view && { ...view, stances },
	)
}

export type NewBallotView = StatementView & {
	/** Members nobody can vote for: without a delegate or deputy in office whom the bylaws let vote. */
	readonly unrepresented: readonly AssociationId[]
	/** The amendments that were adopted as they are, with their words. */
	readonly adopted: readonly AdoptedAmendment[]
	readonly preferred: readonly PreferredAmendment[]
}

/** The bylaws under which chair and secretary may vote for an association, as a list in SQL. */
const OFFICERS_VOTE = Object.values(PRESETS)
	.filter(({ officersVote }) => officersVote)
	.map(({ preset }) => `'${preset}'`)
	.join()

/** What the chair sees before a ballot is opened on a statement's text. */
export function newBallotViewQuery(slug: string, statementId: string, now: Instant): Query<NewBallotView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			adopted: adoptedQuery(statementId),
			preferred: preferredQuery(statementId),
			unrepresented: values(
				`SELECT id FROM association WHERE coalition_id = (SELECT coalition_id FROM statement WHERE id = ?)
					AND ${isMember('association')} AND NOT EXISTS (SELECT 1 FROM seat WHERE association_id = association.id
						AND role IN ('delegate', 'deputy') AND ${seatedNow('seat')}
						AND ((SELECT ${PRESET_IN_FORCE} FROM coalition WHERE id = association.coalition_id) IN (${OFFICERS_VOTE})
							OR person_id NOT IN (SELECT person_id FROM seat AS office
								WHERE coalition_id = (SELECT coalition_id FROM statement WHERE id = ?)
									AND association_id IS NULL AND ${seatedNow('office')}))) ORDER BY ordinal`,
				// The office's coalition is asked for by itself, so that who is in office is looked up once, not once for each.
				[statementId, now, now, now, now, statementId, now, now],
				id<AssociationId>(),
			),
		}),
		({ view, ...more }) => view && { ...view, ...more },
	)
}

export type BallotView = {
	readonly header: StatementHeader
	readonly ballot: LoadedBallot
	readonly matter: Matter
	/** As they stand. Empty for a secret ballot. */
	readonly votes: readonly LoadedVote[]
	/** Those that have put in a paper, in a secret ballot. When they did is not told. */
	readonly turnout: readonly AssociationId[]
	/** The associations that have voted. */
	readonly voted: readonly AssociationId[]
	/** As what whoever put the text to it, or entered it from a meeting's minutes, did so. */
	readonly openedBy: Role | null
	/** What became other between the meeting that it was entered from and the entry; nothing where it was held here. */
	readonly changedSince: readonly ChangedSince[]
	/** What associations say of the votes that were entered for them. */
	readonly contests: readonly Contest[]
	/** Whether there are others on the statement. */
	readonly amongOthers: boolean
}

const OPENED_BY = `SELECT seat.role FROM event JOIN act ON act.id = event.act_id JOIN seat ON seat.id = act.seat_id
	WHERE event.stream = ? AND event.seq = 1`

/** A ballot of the statement; null when the coalition has no such statement, or the statement no such ballot. */
export function ballotViewQuery(slug: string, statementId: string, ballotId: string): Query<BallotView | null> {
	const ref = { statementId, ballotId }
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			ballot: ballotQuery(slug, ref),
			matter: matterQuery(ballotId),
			votes: votesQuery(ref),
			turnout: turnoutQuery(ballotId),
			openedBy: firstValue(OPENED_BY, [`ballot:${ballotId}`], z.enum(ROLES).nullable()),
			contests: contestsQuery(ref),
			changedSince: firstValue(
				`SELECT ${CHANGED_SINCE_MEETING} FROM ballot WHERE id = ? AND held_on IS NOT NULL`,
				[ballotId],
				changedSinceColumn,
			),
			amongOthers: firstValue(
				'SELECT EXISTS (SELECT 1 FROM ballot WHERE statement_id = ? AND id <> ?)',
				[statementId, ballotId],
				flag,
			),
		}),
		({ header, ballot, matter, amongOthers, changedSince, ...cast }) =>
			header &&
			ballot &&
			matter && {
				header,
				ballot,
				matter,
				...cast,
				voted: [...cast.votes.map(({ associationId }) => associationId), ...cast.turnout],
				changedSince: changedSince ?? [],
				amongOthers: amongOthers ?? false,
			},
	)
}

export type HeldBallotView = BallotView & { readonly coalition: Coalition }

/** What the chair sees of a ballot before it goes on or is held again. */
export function heldBallotViewQuery(
	slug: string,
	statementId: string,
	ballotId: string,
	now: Instant,
): Query<HeldBallotView | null> {
	return mapQuery(
		allOf({ view: ballotViewQuery(slug, statementId, ballotId), coalition: coalitionQuery(slug, now) }),
		({ view, coalition }) => view && coalition && { ...view, coalition },
	)
}

const listedRow = row({
	id: id<BallotId>(),
	subject: json(subjectSchema),
	track: z.enum(TRACKS),
	/** Of the text it was about, or to which amendments are. */
	title: z.string(),
	put: putColumn,
	opensAt: z.number(),
	closesAt: z.number(),
	closedAt: z.number().nullable(),
	outcome: json(outcomeSchema).nullable(),
	voidedAt: z.number().nullable(),
})

/** A statement's ballot among its others. */
export type BallotRow = ReturnType<typeof listedRow>

export type BallotsView = { readonly header: StatementHeader; readonly ballots: readonly BallotRow[] }

/** Every ballot there was on the statement, the latest first. */
export function ballotsViewQuery(slug: string, statementId: string): Query<BallotsView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			ballots: rows(
				`SELECT id, subject, track, opens_at, closes_at, closed_at, outcome, voided_at, ${PUT} AS put,
						COALESCE((SELECT title FROM revision WHERE id = ${REVISION}),
							(SELECT title FROM statement WHERE id = ballot.statement_id)) AS title
					FROM ballot WHERE statement_id = ? ORDER BY opens_at DESC, id DESC`,
				[statementId],
				listedRow,
			),
		}),
		({ header, ballots }) => header && { header, ballots },
	)
}

export type SignoffView = StatementView & {
	/** The ballot or meeting that the text was put to. */
	readonly ballot: LoadedBallot | null
	/** The text as it was put to the vote. */
	readonly voted: readonly BlockVersion[]
	readonly signoffs: readonly LoadedSignoff[]
	readonly contests: readonly Contest[]
}

export function signoffViewQuery(slug: string, statementId: string, now: Instant): Query<SignoffView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			ballot: ballotQuery(slug, { statementId }),
			voted: votedBlocksQuery(statementId),
			signoffs: signoffsQuery(statementId),
			contests: contestsQuery({ statementId }),
		}),
		({ view, ...decided }) => view && { ...view, ...decided },
	)
}
