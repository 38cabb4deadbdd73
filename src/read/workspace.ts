import * as z from 'zod'
import { allOf, mapQuery, type Query, rows } from '#db/client.ts'
import { type ActorRef, COALITION_BY_SLUG } from '#db/load-actor.ts'
import { coalitionQuery } from '#db/load-coalition.ts'
import type { Coalition } from '#domain/coalition.ts'
import type { Instant } from '#domain/id.ts'
import { type InquiryRow, inquiriesQuery } from './inquiries.ts'
import { type OpenStatement, openStatementsQuery } from './open-statements.ts'
import { ownTasksQuery, type WaitingTask } from './tasks.ts'

export type WorkspaceView = {
	readonly coalition: Coalition
	/** What waits here on whoever looks, most urgent first. */
	readonly tasks: readonly WaitingTask[]
	readonly open: readonly OpenStatement[]
	/** Not yet answered or declined. */
	readonly inquiries: readonly InquiryRow[]
	readonly published: readonly {
		readonly statementId: string
		readonly title: string
		readonly label: string
		readonly year: number
		readonly number: number
		readonly publishedAt: Instant
	}[]
}

/** How many published statements the start page shows. */
const LATEST = 5

/** The members' start page of a coalition. */
export function workspaceQuery(slug: string, who: ActorRef | null, now: Instant): Query<WorkspaceView | null> {
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug),
			own: ownTasksQuery(who, now, slug),
			open: openStatementsQuery(slug),
			inquiries: inquiriesQuery(slug),
			published: rows(
				`SELECT statement_id AS "statementId", title, label, year, number, published_at AS "publishedAt" FROM publication
					WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY published_at DESC, number DESC LIMIT ${LATEST}`,
				[slug],
				z.object({
					statementId: z.string(),
					title: z.string(),
					label: z.string(),
					year: z.number(),
					number: z.number(),
					publishedAt: z.number(),
				}),
			),
		}),
		({ coalition, own, inquiries, ...found }) =>
			coalition && {
				coalition,
				...found,
				tasks: own.tasks,
				inquiries: inquiries.filter(({ status }) => status === 'received' || status === 'accepted'),
			},
	)
}
