import * as z from 'zod'
import { ADOPTED_BY, BY_LIST, ofAskingList } from '#db/amendment/load-listed.ts'
import { MERGED, mergedColumn } from '#db/amendment/merged.ts'
import { SEEN } from '#db/amendment/seen.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { type ActorRef, NOBODY, personExpression, seatedNow } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { versionsQuery } from '#db/statement/load-text.ts'
import { AMENDMENT_STATES } from '#domain/amendment/state.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	CommentId,
	ConsensusListId,
	Instant,
	PersonId,
} from '#domain/kernel/id.ts'
import { ROLES, type Seat } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { BALLOTS, ballotsColumn } from './ballots.ts'
import { type ObjectedTo, objectedToQuery } from './objected-to.ts'

const JOINED = `(SELECT json_group_array(json_object('associationId', id, 'association', name, 'versionId', version_id))
	FROM (SELECT association.id, association.name, version_id FROM amendment_join
		JOIN association ON association.id = amendment_join.association_id
		WHERE amendment_id = amendment.id ORDER BY amendment_join.at, amendment_join.rowid))`

const worded = {
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
	reason: z.string(),
}

export const amendmentFields = {
	id: id<AmendmentId>(),
	number: z.number(),
	state: z.enum(AMENDMENT_STATES),
	associationId: id<AssociationId>(),
	association: z.string(),
	personId: id<PersonId>(),
	/** Who made it; null when they were erased. */
	person: z.string().nullable(),
	versionId: id<AmendmentVersionId>(),
	at: z.number(),
	/** When its present words were written, and who wrote them; null when they were erased. */
	wordedAt: z.number(),
	wordedBy: id<PersonId>(),
	worder: z.string().nullable(),
	joined: json(
		z.array(
			z.object({ associationId: id<AssociationId>(), association: z.string(), versionId: id<AmendmentVersionId>() }),
		),
	),
	note: z.string().nullable(),
	decidedAt: z.number().nullable(),
	/** As what it was decided. */
	decidedBy: z.enum(ROLES).nullable(),
	own: flag,
	decidedIn: id<BallotId>().nullable(),
	/** The ballots on it that have effect, the first first. */
	ballots: ballotsColumn,
	/** The list that decided it; that in which all adopted its words, whatever was decided since; that which asks, and until when. */
	byList: id<ConsensusListId>().nullable(),
	adoptedBy: id<ConsensusListId>().nullable(),
	listedIn: id<ConsensusListId>().nullable(),
	listedUntil: z.number().nullable(),
	/** Others may see it. */
	putForward: flag,
	/** The comment that it was made of, by what began its thread. */
	commentId: id<CommentId>().nullable(),
	/** How it came into the text. */
	merged: mergedColumn,
	...worded,
}

const amendmentRow = row(amendmentFields)

/** An amendment in the version that counts, as members may see it. */
export type AmendmentRow = ReturnType<typeof amendmentRow>

/** What waits in an association is for those who speak for it. */
export function shownTo(ref: ActorRef | null, now: Instant): Condition {
	const person = personExpression(ref ?? NOBODY, now)
	return {
		sql: `(amendment.put_forward_at IS NOT NULL OR EXISTS (SELECT 1 FROM seat WHERE seat.association_id = amendment.association_id
			AND seat.person_id = ${person.sql} AND ${seatedNow('seat')}))`,
		args: [...person.args, now, now],
	}
}

/** What it said while it waited is for those who speak for its association. To all others it begins with what was put forward. */
function wordedFor(amendmentId: string, ref: ActorRef | null, now: Instant): Condition {
	const person = personExpression(ref ?? NOBODY, now)
	return {
		sql: `(at >= (SELECT MAX(before.at) FROM amendment_version AS before JOIN amendment ON amendment.id = before.amendment_id
				WHERE before.amendment_id = ? AND before.at <= amendment.put_forward_at)
			OR EXISTS (SELECT 1 FROM amendment JOIN seat ON seat.association_id = amendment.association_id
				WHERE amendment.id = ? AND seat.person_id = ${person.sql} AND ${seatedNow('seat')}))`,
		args: [amendmentId, amendmentId, ...person.args, now, now],
	}
}

/** What there is to read of a row of `amendment` with its version, association and person. */
const columnsIn = (
	version: string,
) => `amendment.id, amendment.number, amendment.state, amendment.association_id, association.name AS association,
	amendment.person_id, person.name AS person, ${version} AS version_id, amendment.at, amendment_version.at AS worded_at,
	amendment_version.person_id AS worded_by, (SELECT name FROM person WHERE id = amendment_version.person_id) AS worder,
	${JOINED} AS joined, note, decided_at, (SELECT role FROM seat WHERE id = decided_seat_id) AS decided_by, own, decided_in, ${BALLOTS} AS ballots,
	${BY_LIST} AS by_list, ${ADOPTED_BY} AS adopted_by, ${ofAskingList('consensus_list.id')} AS listed_in, ${ofAskingList('closes_at')} AS listed_until,
	put_forward_at IS NOT NULL AS put_forward, amendment.thread_id AS comment_id, ${MERGED} AS merged, ${SEEN} AS seen, amendment_version.wanted, amendment_version.reason`

const joinsIn = (version: string) => `JOIN amendment_version ON amendment_version.id = ${version}
	JOIN association ON association.id = amendment.association_id
	LEFT JOIN person ON person.id = amendment.person_id`

export const COLUMNS = columnsIn('amendment.version_id')
export const JOINS = joinsIn('amendment.version_id')

/** The same of the version that a row of `listed` asks about. */
export const AS_LISTED = { columns: columnsIn('listed.version_id'), joins: joinsIn('listed.version_id') }

/** Amendments to a statement that are shown, by number. */
export function amendmentsQuery(statementId: string, shown: Condition): Query<AmendmentRow[]> {
	return rows(
		`SELECT ${COLUMNS} FROM amendment ${JOINS} WHERE amendment.statement_id = ? AND ${shown.sql} ORDER BY number`,
		[statementId, ...shown.args],
		amendmentRow,
	)
}

/** Most characters of the amendments beside others that are read to see which collide. */
const BESIDE = 400_000

/** The open amendments that touch what some touch, without those. */
export type Beside = {
	/** As many as there is room to compare, the shortest first taken; by number. */
	readonly compared: readonly AmendmentRow[]
	/** How many there was no room for. */
	readonly left: number
}

const besideRow = row({ touching: z.number(), ...amendmentFields })

/** The open amendments that touch a block which one of these touches. */
export function besideQuery(statementId: string, these: Condition): Query<Beside> {
	return mapQuery(
		rows(
			`WITH these AS MATERIALIZED (SELECT id FROM amendment WHERE id IN (${these.sql})),
				near AS MATERIALIZED (SELECT other.id, COUNT(*) OVER () AS touching,
					SUM(length(wanted)) OVER (ORDER BY length(wanted), other.number) AS length
				FROM amendment AS other JOIN amendment_version ON amendment_version.id = other.version_id
				WHERE other.statement_id = ? AND other.state = 'open' AND other.id NOT IN (SELECT id FROM these)
					AND EXISTS (SELECT 1 FROM json_each(touches) AS touched WHERE touched.value IN (
						SELECT place.value FROM these JOIN amendment AS one ON one.id = these.id
						JOIN amendment_version ON amendment_version.id = one.version_id, json_each(touches) AS place)))
			SELECT touching, ${COLUMNS} FROM near JOIN amendment ON amendment.id = near.id ${JOINS}
				WHERE near.length < ${BESIDE} ORDER BY number`,
			[...these.args, statementId],
			besideRow,
		),
		(found) => ({
			compared: found.map(({ touching: _all, ...each }) => each),
			left: (found[0]?.touching ?? 0) - found.length,
		}),
	)
}

/** All there are, what waits in associations with them: to be shown as `seenBy` says. Null when the coalition has no such statement. */
export function amendmentsForAllQuery(slug: string, statementId: string): Query<AmendmentRow[] | null> {
	return mapQuery(
		allOf({
			statement: statementQuery(slug, statementId),
			amendments: amendmentsQuery(statementId, { sql: 'TRUE', args: [] }),
		}),
		({ statement, amendments }) => statement && amendments,
	)
}

/** Those that somebody with these seats, which are held now, may see. */
export const seenBy = (amendments: readonly AmendmentRow[], seats: readonly Pick<Seat, 'associationId'>[]) =>
	amendments.filter(
		({ putForward, associationId }) => putForward || seats.some((seat) => seat.associationId === associationId),
	)

const versionRow = row({
	id: id<AmendmentVersionId>(),
	at: z.number(),
	/** Who wrote it; null when they were erased. */
	personId: id<PersonId>(),
	person: z.string().nullable(),
	...worded,
})

export type AmendmentView = StatementView & {
	readonly amendment: AmendmentRow
	/** The other open ones that touch what it touches. */
	readonly beside: Beside
	/** Lists in which associations objected to it, the last first. */
	readonly objected: readonly ObjectedTo[]
	/** What it said before, the first first. */
	readonly earlier: readonly ReturnType<typeof versionRow>[]
	/** The blocks that were in front of whoever sent a form, in the versions they were in then; null before anything was sent. */
	readonly sent: readonly BlockVersion[] | null
}

/** One of them, beside those that touch the same, with all it has said; null where whoever asks sees no such amendment. */
export function amendmentViewQuery(
	slug: string,
	statementId: string,
	amendmentId: string,
	{ ref, sent = null }: { readonly ref: ActorRef | null; readonly sent?: readonly string[] | null },
	now: Instant,
): Query<AmendmentView | null> {
	const worded = wordedFor(amendmentId, ref, now)
	const shown = shownTo(ref, now)
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			found: amendmentsQuery(statementId, {
				sql: `amendment.id = ? AND ${shown.sql}`,
				args: [amendmentId, ...shown.args],
			}),
			beside: besideQuery(statementId, { sql: '?', args: [amendmentId] }),
			versions: rows(
				`SELECT amendment_version.id, at, ${SEEN} AS seen, wanted, reason, amendment_version.person_id, person.name AS person
					FROM amendment_version LEFT JOIN person ON person.id = amendment_version.person_id
					WHERE amendment_id = ? AND ${worded.sql} ORDER BY at, amendment_version.rowid`,
				[amendmentId, ...worded.args],
				versionRow,
			),
			objected: objectedToQuery(amendmentId),
			sent: versionsQuery(statementId, sent ?? []),
		}),
		({ view, found: [amendment], beside, versions, objected, sent: found }) => {
			if (!view || !amendment) return null
			const earlier = versions.filter((each) => each.id !== amendment.versionId)
			return { ...view, amendment, beside, objected, earlier, sent: sent === null ? null : found }
		},
	)
}

export type NewAmendmentView = StatementView & { readonly sent: readonly BlockVersion[] | null }

/** A text that somebody proposes to change. `sent`: the versions that a form was made from. */
export function newAmendmentQuery(
	slug: string,
	statementId: string,
	sent: readonly string[] | null,
	now: Instant,
): Query<NewAmendmentView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), found: versionsQuery(statementId, sent ?? []) }),
		({ view, found }) => view && { ...view, sent: sent === null ? null : found },
	)
}

const touchedRow = row({ blockId: z.string(), count: z.number() })

/** How many open amendments touch each block that any does. */
export function touchedQuery(statementId: string): Query<ReadonlyMap<string, number>> {
	return mapQuery(
		rows(
			`SELECT touched.value AS block_id, COUNT(*) AS count
				FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id, json_each(touches) AS touched
				WHERE amendment.statement_id = ? AND state = 'open' GROUP BY touched.value`,
			[statementId],
			touchedRow,
		),
		(found) => new Map(found.map(({ blockId, count }) => [blockId, count])),
	)
}
