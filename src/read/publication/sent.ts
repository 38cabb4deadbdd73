import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { repliesIn, type ShownReply } from '#db/publication/load-reply.ts'
import { type ResponseLetter, responsesIn } from '#db/publication/load-response.ts'
import { row, rows } from '#db/rows.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'

export type { ShownReply } from '#db/publication/load-reply.ts'
export type { ResponseLetter } from '#db/publication/load-response.ts'

/** How answers were sent, and what came back. */
export type SentLetters = {
	/** As they were sent from here, the latest first. */
	readonly responses: readonly ResponseLetter[]
	/** What came back about these, the latest first. */
	readonly replies: readonly ShownReply[]
	/** As they were noted as sent in another way, the first first. */
	readonly dispatches: readonly Dispatch[]
}

const dispatchRow = row({ sentOn: z.string(), how: z.string(), to: z.string() })

export type Dispatch = ReturnType<typeof dispatchRow>

/** `statements` follows on the id of a statement. */
export function dispatchesIn(statements: string, args: string[]): Query<Dispatch[]> {
	return rows(
		`SELECT sent_on, how, sent_to AS "to" FROM dispatch WHERE statement_id ${statements} ORDER BY sent_on, at`,
		args,
		dispatchRow,
	)
}

/** `statements` follows on the id of a statement. */
export function sentQuery(statements: string, args: string[]): Query<SentLetters> {
	return allOf({
		responses: responsesIn(statements, args),
		replies: repliesIn(statements, args),
		dispatches: dispatchesIn(statements, args),
	})
}

export type SentView = SentLetters & { readonly header: StatementHeader }

/** How a statement of the coalition was sent; null when there is no such statement. */
export function sentViewQuery(slug: string, statementId: string): Query<SentView | null> {
	return mapQuery(
		allOf({ header: statementHeaderQuery(slug, statementId), sent: sentQuery('= ?', [statementId]) }),
		({ header, sent }) => header && { header, ...sent },
	)
}
