import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { mayAnswer } from '#db/members/may-answer.ts'
import { firstRow, row, rows } from '#db/rows.ts'
import type { AsksOfAmendments, WaitingOnAmendments } from '#domain/deciding/remind-of-amendments.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { reachedBy, silentRow } from './load-waiting.ts'

/** What asks, and of whom it asks, in SQL: each of the electorate but those that have answered. */
const ASKS = {
	ballot: {
		from: `ballot AS asks WHERE subject ->> '$.kind' = 'amendment'`,
		askedAt: 'opens_at',
		ends: 'closes_at AS due_at, closed_at',
		silent: `SELECT elector.association_id AS id, elector.name, elector.ordinal FROM asks
			JOIN elector ON elector.ballot_id = asks.id
			WHERE NOT EXISTS (SELECT 1 FROM vote
					WHERE vote.ballot_id = elector.ballot_id AND vote.association_id = elector.association_id)
				AND NOT EXISTS (SELECT 1 FROM turnout
					WHERE turnout.ballot_id = elector.ballot_id AND turnout.association_id = elector.association_id)`,
	},
	list: {
		from: 'consensus_list AS asks WHERE 1',
		askedAt: 'opened_at',
		ends: 'closes_at AS due_at, COALESCE(settled_at, cancelled_at) AS closed_at',
		silent: `SELECT elector.value ->> '$.associationId' AS id, elector.value ->> '$.name' AS name, elector.key AS ordinal
			FROM asks, json_each(electorate) AS elector
			WHERE NOT EXISTS (SELECT 1 FROM consensus_answer
				WHERE list_id = asks.id AND association_id = elector.value ->> '$.associationId')`,
	},
} as const

const askingRow = row({
	from: z.number(),
	dueAt: z.number(),
	closedAt: z.number().nullable(),
	remindAt: z.number().nullable(),
	lastAt: z.number().nullable(),
})

/** What a ballot on amendments, or a list of them, asks of the associations, and who has not answered; null: there is no such on the statement. */
export function waitingOnAmendmentsQuery(
	slug: string,
	statementId: string,
	by: AsksOfAmendments,
	now: Instant,
): Query<WaitingOnAmendments | null> {
	const { from, askedAt, ends, silent } = ASKS[by.kind]
	const asks = `${from} AND asks.id = ? AND asks.statement_id = ? AND asks.coalition_id = ${COALITION_BY_SLUG}`
	const args = [by.kind === 'ballot' ? by.ballotId : by.listId, statementId, slug]
	const answers = `(SELECT ${mayAnswer(`asks.${askedAt}`, 'asks.bylaws')} FROM asks)`
	return mapQuery(
		allOf({
			asking: firstRow(
				`SELECT ${askedAt} AS "from", ${ends}, remind_at, (SELECT act.at FROM event JOIN act ON act.id = event.act_id
						WHERE event.stream = 'amendmentReminder:' || asks.id AND json_array_length(event.payload, '$.associations') > 0
						ORDER BY event.seq DESC LIMIT 1) AS last_at
					FROM ${asks}`,
				args,
				askingRow,
			),
			silent: rows(
				`WITH asks AS (SELECT asks.* FROM ${asks}), silent AS (${silent})
					SELECT id AS association_id, name, ${reachedBy(answers)} AS reached FROM silent ORDER BY ordinal, id`,
				[...args, now, now, now, now],
				silentRow,
			),
		}),
		({ asking, silent }) =>
			asking && {
				...{ ...asking, by, silent, ask: by.kind },
				ballotId: by.kind === 'ballot' ? by.ballotId : null,
			},
	)
}
