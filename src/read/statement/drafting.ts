import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { firstRow, firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { CHANGES_TEXT, type Changes, changesQuery } from '#db/statement/load-history.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import { MERGED_OUTCOMES } from '#domain/amendment/state.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { EventType } from '#domain/event.ts'
import type { Inquiry } from '#domain/inquiry/inquiry.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { WAYS } from '#domain/person/ways.ts'
import { REARRANGED } from '#domain/statement/facts.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type PositionBank, positionBankQuery } from '#read/position/bank.ts'
import type { BankView } from '#read/position/bank-view.ts'
import { mergedPartSchema } from '#schema/amendment.ts'
import { type ListedText, ownTemplatesQuery } from './standard-texts.ts'

export type NewStatementView = {
	readonly coalition: Coalition
	readonly inquiry: Inquiry | null
	/** The coalition's own templates. */
	readonly templates: readonly ListedText[]
}

/** What a new statement starts from; null when the inquiry it should answer is not the coalition's. */
export function newStatementQuery(
	slug: string,
	inquiryId: string | null,
	now: Instant,
): Query<NewStatementView | null> {
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			inquiry: inquiryQuery(slug, inquiryId),
			templates: ownTemplatesQuery(slug),
		}),
		({ coalition, inquiry, templates }) =>
			coalition && (inquiryId === null || inquiry) ? { coalition, inquiry, templates } : null,
	)
}

export type InsertView = StatementView & { readonly bank: PositionBank }

/** A text with the positions that can be put into it. */
export function insertViewQuery(
	slug: string,
	statementId: string,
	wanted: BankView,
	now: Instant,
): Query<InsertView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), bank: positionBankQuery(slug, wanted, now) }),
		({ view, bank }) => view && bank && { ...view, bank },
	)
}

/** Some of a history, latest first. */
export type HistoryView = StatementView & {
	readonly entries: readonly HistoryEntry[]
	/** How many there are in all. */
	readonly total: number
	/** What changed the text among these. */
	readonly text: Changes
}

const mergedEntrySchema = z.object({
	number: z.number(),
	association: z.string(),
	outcome: z.enum(MERGED_OUTCOMES),
	parts: z.array(mergedPartSchema),
})

const entryRow = row(
	{
		actId: id<ActId>(),
		type: z.string(),
		/** Of a text whose parts were arranged anew, how. */
		how: z.enum(REARRANGED).nullable(),
		at: z.number(),
		byClock: flag,
		/** Of an amendment that associations decided: by what, whoever counted it. */
		decidedBy: z.enum(['ballot', 'list']).nullable(),
		/** The numbers of the amendments it is about; none where it is about the text. */
		about: json(z.array(z.number().nullable())).nullable(),
		role: z.enum(ROLES).nullable(),
		way: z.enum(WAYS).nullable(),
		association: z.string().nullable(),
		person: z.string().nullable(),
		/** Of a text that several typed: by their names. */
		writers: json(z.array(z.string().nullable())).nullable(),
		/** The amendments that came into the text, or went out of it, with their words. */
		merged: json(z.array(mergedEntrySchema)).nullable(),
	},
	({ type, person, writers, merged, about, ...entry }) => ({
		...entry,
		about: (about ?? []).filter((number) => number !== null),
		merged: merged ?? [],
		/** Who typed it, an empty name for who was erased; empty where nobody did. */
		writers: (writers ?? []).map((name) => name ?? ''),
		// Event types are written by `save` only.
		type: type as EventType,
		/** Empty when the person was erased. */
		person: person ?? '',
	}),
)

/** Something that happened to a statement, and who did it, as members may see it. */
export type HistoryEntry = ReturnType<typeof entryRow>

/**
 * Until a hidden ballot is counted nobody else learns that a vote was changed, and if it is not, never; the first
 * in a vote's stream tells that the association voted. When somebody voted in secret is not told while the ballot is open.
 */
const HIDDEN = `(event.type IN ('voteCast', 'paperCast') AND EXISTS (SELECT 1 FROM ballot
	WHERE ballot.id = event.payload ->> '$.ballotId'
	AND CASE event.type WHEN 'paperCast' THEN closed_at IS NULL AND voided_at IS NULL
		ELSE outcome ->> '$.yes' IS NULL AND event.seq > 1 AND bylaws ->> '$.secrecy' = 'hiddenUntilClosed' END))`

/** That it was time to remind those that had not answered, and there were none. */
const NOBODY_REMINDED = `(event.type IN ('reminded', 'amendmentBallotReminded', 'consensusListReminded') AND json_array_length(event.payload, '$.associations') = 0)`

/** What waits in one association, and is nobody else's to see. */
const PREPARED = `(event.type IN ('amendmentMade', 'amendmentChanged', 'amendmentWithdrawn') AND event.payload ->> '$.prepared')`

/** What came of an amendment by an act that changed the text: the entry of the change tells it. */
const TOLD_WITH_TEXT = `(event.type IN ('amendmentMerged', 'amendmentUnmerged') AND EXISTS (SELECT 1 FROM event AS made
	WHERE made.act_id = event.act_id AND made.type = 'documentRearranged'))`

/** A ballot that is about amendments: what they were put to tells it. */
const ON_AMENDMENTS = `(event.type = 'ballotOpened' AND event.payload ->> '$.subject.kind' = 'amendment')`

/** Of two that were put against each other, that it was told of the second too. */
const PUT_SECOND = `(event.type = 'amendmentPutToBallot' AND EXISTS (SELECT 1 FROM ballot WHERE ballot.id = event.payload ->> '$.ballotId'
	AND ballot.subject ->> '$.against.amendmentId' = event.payload ->> '$.amendmentId'))`

/** What members may see of the history of the statement that is the first argument. */
const SHOWN = `event.statement_id = ?1 AND event.type <> 'numberTaken' AND NOT ${HIDDEN} AND NOT ${NOBODY_REMINDED} AND NOT ${PREPARED}
	AND NOT ${TOLD_WITH_TEXT} AND NOT ${ON_AMENDMENTS} AND NOT ${PUT_SECOND}`

/** The amendments that a row of `event` put into the text, or took out of it again, as JSON, in SQL. */
const MERGED_BY = `(SELECT json_group_array(json_object('number', amendment.number, 'association', association.name,
		'outcome', amendment_merge.outcome, 'parts', json(amendment_merge.parts)))
	FROM event AS made JOIN amendment ON amendment.id = made.payload ->> '$.amendmentId'
	JOIN association ON association.id = amendment.association_id
	JOIN amendment_merge ON amendment_merge.amendment_id = amendment.id
		AND amendment_merge.act_id = COALESCE(made.payload ->> '$.mergedBy', made.act_id)
	WHERE made.act_id = event.act_id AND made.type IN ('amendmentMerged', 'amendmentUnmerged'))`

const numberOf = (id: string) => `(SELECT number FROM amendment WHERE id = ${id})`

/** The amendments that a row of `event` is about: its own, all of its list, or those that its ballot is on. As JSON, in SQL. */
const ABOUT = `CASE
	WHEN event.type <> 'amendmentPutToBallot' AND event.payload ->> '$.amendmentId' IS NOT NULL THEN json_array(${numberOf(`event.payload ->> '$.amendmentId'`)})
	WHEN event.payload ->> '$.listId' IS NOT NULL THEN (SELECT json_group_array(${numberOf('amendment_id')})
		FROM consensus_item WHERE list_id = event.payload ->> '$.listId')
	WHEN event.payload ->> '$.ballotId' IS NOT NULL THEN (SELECT json_array(${numberOf(`subject ->> '$.amendmentId'`)},
		${numberOf(`subject ->> '$.against.amendmentId'`)}) FROM ballot WHERE ballot.id = event.payload ->> '$.ballotId') END`

const ENTRIES = `SELECT event.act_id, event.type, act.at, act.way, seat.role, person.name AS person,
		act.person_id = 'clock' AS by_clock,
		CASE WHEN event.type <> 'amendmentDecided' THEN NULL WHEN event.payload ->> '$.ballotId' IS NOT NULL THEN 'ballot'
			WHEN event.payload ->> '$.listId' IS NOT NULL THEN 'list' END AS decided_by,
		${ABOUT} AS about,
		CASE event.type WHEN 'documentRearranged' THEN event.payload ->> '$.how' END AS how,
		CASE event.type WHEN 'documentRearranged' THEN (SELECT json_group_array(person.name)
			FROM json_each(event.payload, '$.writers') AS wrote LEFT JOIN person ON person.id = wrote.value ->> '$.personId') END AS writers,
		CASE WHEN event.type = 'documentRearranged' AND event.payload ->> '$.how' IN ('merged', 'unmerged') THEN ${MERGED_BY} END AS merged,
		(SELECT name FROM association WHERE id = seat.association_id) AS association
	FROM event JOIN act ON act.id = event.act_id
	LEFT JOIN seat ON seat.id = act.seat_id
	LEFT JOIN person ON person.id = act.person_id`

const COUNT = `(SELECT count(*) FROM event WHERE ${SHOWN})`

/** Where in the log the entries of a part of it are: so many (the second argument), from one on, or the last part. */
const PLACES = `SELECT position FROM event WHERE ${SHOWN} ORDER BY position DESC
	LIMIT ?2 OFFSET min(?3, max(0, (${COUNT} - 1) / ?2 * ?2))`

/** A stretch of a history. `from`: how many entries stand before it; where there are not so many, the last stretch is shown. */
type Stretch = { readonly size: number; readonly from: number }

export function historyQuery(
	slug: string,
	statementId: string,
	{ size, from }: Stretch,
	now: Instant,
): Query<HistoryView | null> {
	const args = [statementId, size, from]
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			entries: rows(`${ENTRIES} WHERE event.position IN (${PLACES}) ORDER BY event.position DESC`, args, entryRow),
			total: firstValue(`SELECT ${COUNT}`, [statementId], z.number()),
			text: changesQuery({
				first: `(SELECT min(position) FROM (${PLACES}))`,
				last: `(SELECT max(position) FROM (${PLACES}))`,
				args,
			}),
		}),
		({ view, total, ...rest }) => view && { ...view, ...rest, total: total ?? 0 },
	)
}

/** What the history says of a change of the text. */
export function historyEntryQuery(statementId: string, actId: string): Query<HistoryEntry | null> {
	return firstRow(`${ENTRIES} WHERE ${SHOWN} AND event.act_id = ?2 AND ${CHANGES_TEXT}`, [statementId, actId], entryRow)
}
