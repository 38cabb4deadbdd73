import type { Facts } from '#domain/event.ts'
import { isDate, swedishDate } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { moved } from '#domain/statement/lifecycle.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'

/** Notes that the statement was sent: may come before or after publishing. */
export function markAsSent(
	actor: Actor,
	statement: Statement,
	command: Facts['markedAsSent'],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.markAsSent, actor, now, { statement })
	if (!may.ok) return may
	const to = requiredText('to', command.to, NOTE_LIMIT)
	if (!to.ok) return to
	const how = requiredText('how', command.how, NOTE_LIMIT)
	if (!how.ok) return how
	const { sentOn } = command
	if (!isDate(sentOn) || sentOn > swedishDate(now)) return refuse({ code: 'invalid', field: 'sentOn' })
	return moved(statement, may.value.guards, { type: 'markedAsSent', payload: { sentOn, how: how.value, to: to.value } })
}
