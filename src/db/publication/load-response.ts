import * as z from 'zod'
import { allOf, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import type { AssociationId, Instant, ResponseId, StatementId } from '#domain/kernel/id.ts'
import { DELIVERY_OUTCOMES } from '#domain/publication/facts.ts'
import type { SentResponse } from '#domain/publication/sending.ts'
import { packFileSchema } from '#schema/publication.ts'
import { electorateQuery } from './load-publication.ts'

/** Whether a row of `response` has left, or is still tried. An SQL expression. */
export const NOT_IN_VAIN = "(response.outcome IS NULL OR response.outcome = 'taken')"

/** When a statement was last sent, or noted as sent, other than in vain; null: never. */
export function sentAtQuery(statementId: string): Query<Instant | null> {
	return firstValue(
		`SELECT MAX(at) FROM (SELECT at FROM dispatch WHERE statement_id = ?
			UNION ALL SELECT at FROM response WHERE statement_id = ? AND ${NOT_IN_VAIN})`,
		[statementId, statementId],
		z.number().nullable(),
	)
}

const responseRow = row({
	id: id<ResponseId>(),
	statementId: id<StatementId>(),
	outcome: z.enum(DELIVERY_OUTCOMES).nullable(),
})

/** A letter that the coalition sent. */
export function responseQuery(slug: string, responseId: string): Query<SentResponse | null> {
	return firstRow(
		`SELECT response.id, statement_id, outcome FROM response JOIN statement ON statement.id = statement_id
			WHERE response.id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
		[responseId, slug],
		responseRow,
	)
}

const letterRow = row({
	id: id<ResponseId>(),
	to: json(z.array(z.string())),
	copyTo: json(z.array(z.string())),
	subject: z.string(),
	cover: z.string(),
	files: json(z.array(packFileSchema)),
	reason: z.string(),
	added: json(z.array(z.string())).nullable(),
	at: z.number(),
	outcome: z.enum(DELIVERY_OUTCOMES).nullable(),
	outcomeAt: z.number().nullable(),
	said: z.string(),
})

/** A letter as it was sent, and what has come of it. */
export type ResponseLetter = ReturnType<typeof letterRow>

const LETTER = `response.id, response.sent_to AS "to", response.copy_to, response.subject, response.cover, response.files,
	response.reason, response.added, response.at, response.outcome, response.outcome_at, response.said`

/** Those of these statements, the latest first. `statements` follows on the id of a statement. */
export function responsesIn(statements: string, args: string[]): Query<ResponseLetter[]> {
	return rows(`SELECT ${LETTER} FROM response WHERE statement_id ${statements} ORDER BY at DESC, id`, args, letterRow)
}

/** The letter that an act sent. */
export function letterOfActQuery(actId: string): Query<ResponseLetter | null> {
	return firstRow(`SELECT ${LETTER} FROM response WHERE act_id = ?`, [actId], letterRow)
}

/** Who had a vote on a statement, and where its inquiry says that it is to be sent. */
export function toldOfSendingQuery(statementId: string): Query<{ electorate: AssociationId[]; named: string | null }> {
	return allOf({
		electorate: electorateQuery(statementId),
		named: firstValue(
			`SELECT send_to || char(10) || copy_to FROM inquiry WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
			[statementId],
			z.string(),
		),
	})
}

const dueRow = row(
	{
		...{ rowId: z.number(), nextAt: z.number(), attempts: z.number(), createdAt: z.number() },
		...{ coalition: z.string(), year: z.number(), number: z.number() },
		...{ id: id<ResponseId>(), to: json(z.array(z.string())), copyTo: json(z.array(z.string())) },
		...{ subject: z.string(), cover: z.string(), files: json(z.array(packFileSchema)) },
	},
	({ rowId, nextAt, attempts, createdAt, coalition, year, number, ...letter }) => ({
		row: { id: rowId, nextAt, attempts, createdAt },
		...{ coalition, year, number, letter },
	}),
)

/** A letter to be handed over, its row of the outbox, and under which number what it encloses was published. */
export type DueResponse = ReturnType<typeof dueRow>

/** Letters to whoever asked that are to be handed over now, those that waited longest first. `coalition`: its slug. */
export function dueResponsesQuery(now: Instant, limit: number): Query<DueResponse[]> {
	return rows(
		`SELECT outbox.id AS row_id, outbox.next_at, outbox.attempts, outbox.created_at, slug.slug AS coalition,
				publication.year, publication.number, response.id, response.sent_to AS "to", response.copy_to, response.subject,
				response.cover, response.files
			FROM outbox JOIN response ON response.act_id = outbox.act_id
			JOIN publication ON publication.statement_id = response.statement_id
			JOIN slug ON slug.coalition_id = outbox.coalition_id AND slug.current = 1
			WHERE outbox.delivered_at IS NULL AND outbox.next_at <= ? AND outbox.kind = 'response' AND response.outcome IS NULL
			ORDER BY outbox.next_at, outbox.id LIMIT ?`,
		[now, limit],
		dueRow,
	)
}
