import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import {
	type ActorRef,
	COALITION_BY_SLUG,
	isMember,
	NOBODY,
	notOver,
	personExpression,
} from '#db/members/load-actor.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Instant, StatementId } from '#domain/kernel/id.ts'
import type { Beginnings } from '#domain/planning/first-steps.ts'
import { type InquiryRow, inquiriesQuery } from '#read/inquiry/inquiries.ts'
import { type OpenStatement, openStatementsQuery } from './open-statements.ts'
import { ownTasksQuery, type WaitingTask } from './tasks.ts'

export type WorkspaceView = {
	readonly coalition: Coalition
	/** What waits here on whoever looks, most urgent first. */
	readonly tasks: readonly WaitingTask[]
	readonly open: readonly OpenStatement[]
	/** Not yet answered or declined, and no answer to it is under way. */
	readonly inquiries: readonly InquiryRow[]
	/** Null once something was published, and for those who do not steer. */
	readonly beginnings: Beginnings | null
	readonly published: readonly ReturnType<typeof publishedRow>[]
}

/** How many published statements the start page shows. */
const LATEST = 5

const STEERED = `EXISTS (SELECT 1 FROM seat WHERE coalition_id = own.id AND person_id = me.id
	AND role IN ('chair', 'secretary') AND ended_at IS NULL)`

const beginningRow = row({ represented: z.number(), settingsSeenAt: z.number().nullable(), reachable: flag })

/** What there is for those who steer; no row once something was published, so that nothing is counted then. */
function beginningsQuery(slug: string, who: ActorRef | null, now: Instant) {
	const person = personExpression(who ?? NOBODY, now)
	return firstRow(
		`SELECT (SELECT COUNT(DISTINCT seat.association_id) FROM seat JOIN association ON association.id = seat.association_id
				WHERE seat.coalition_id = own.id AND role = 'delegate' AND ${isMember('association')} AND ${notOver('seat')}) AS represented,
			(SELECT MAX(act.at) FROM event JOIN act ON act.id = event.act_id
				WHERE event.stream = 'coalition:' || own.id AND event.type = 'coalitionChanged') AS settings_seen_at,
			(EXISTS (SELECT 1 FROM address WHERE person_id = me.id) OR EXISTS (SELECT 1 FROM card
				JOIN card_code ON card_code.handle = card.handle
				WHERE card.person_id = me.id AND card.revoked_at IS NULL AND card_code.used_at IS NULL)) AS reachable
		FROM coalition AS own, person AS me
		WHERE own.id = ${COALITION_BY_SLUG} AND me.id = ${person.sql} AND ${STEERED}
			AND NOT EXISTS (SELECT 1 FROM publication WHERE coalition_id = own.id)`,
		[now, now, slug, ...person.args],
		beginningRow,
	)
}

const publishedRow = row({
	statementId: id<StatementId>(),
	title: z.string(),
	label: z.string(),
	year: z.number(),
	number: z.number(),
	publishedAt: z.number(),
})

/** The members' start page of a coalition. */
export function workspaceQuery(slug: string, who: ActorRef | null, now: Instant): Query<WorkspaceView | null> {
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			own: ownTasksQuery(who, now, slug),
			open: openStatementsQuery(slug, now),
			inquiries: inquiriesQuery(slug),
			begun: beginningsQuery(slug, who, now),
			published: rows(
				`SELECT statement_id, title, label, year, number, published_at FROM publication
					WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY published_at DESC, number DESC LIMIT ${LATEST}`,
				[slug],
				publishedRow,
			),
		}),
		({ coalition, own, inquiries, begun, ...found }) => {
			const answering = new Set<string | undefined>(found.open.map(({ inquiry }) => inquiry?.id))
			return (
				coalition && {
					coalition,
					...found,
					beginnings: begun && {
						...begun,
						associations: coalition.associations.length,
						inquiries: inquiries.length,
						statements: found.open.length,
						written: found.open.filter(({ situation }) => situation.written).length,
						decided: found.open.filter(({ situation }) => situation.ballots.length > 0).length,
					},
					tasks: own.tasks,
					inquiries: inquiries.filter(
						({ id, status }) => (status === 'received' || status === 'accepted') && !answering.has(id),
					),
				}
			)
		},
	)
}
