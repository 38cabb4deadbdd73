import type { DomainEvent, Facts } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { APART_MS, type Ask, type Asking, dueReminder, isAsked, nextReminder } from './reminding.ts'

/** An association that was asked and has not answered. `reached`: its delegate or deputy has an address. */
export type Silent = { readonly associationId: AssociationId; readonly name: string; readonly reached: boolean }

/** What is asked about a text, and who has not answered, in the order of the associations. */
export type Waiting = Asking & { readonly ask: Ask; readonly silent: readonly Silent[] }

/** `waiting`: null where nothing is asked. Reminds all that have not answered and whom mail reaches, because somebody pressed. Once in 24 hours, whoever did the last. */
export function remind(
	actor: Actor,
	statement: Statement,
	waiting: Waiting | null,
	{ now }: Pick<Context, 'now'>,
): Result<Decision<{ readonly reminded: number }>, Rejection> {
	const may = permit(acts.remind, actor, now, { statement })
	if (!may.ok) return may
	if (waiting === null) return refuse({ code: 'notFound' })
	const { lastAt, dueAt, silent } = waiting
	if (!isAsked(waiting, now)) {
		const at = dueAt ?? now
		return refuse(waiting.ask === 'ballot' ? { code: 'ballotOver', closedAt: at } : { code: 'signingOver', dueAt: at })
	}
	if (silent.length === 0) return refuse({ code: 'allHaveAnswered' })
	if (lastAt !== null && now - lastAt < APART_MS) {
		return refuse({ code: 'remindedLately', at: lastAt, again: lastAt + APART_MS })
	}
	const reached = reachedOf(silent)
	if (reached.length === 0) return refuse({ code: 'nobodyReached' })
	const told = { moment: null, nextAt: nextReminder(waiting, now) }
	const { events, notifications, guards } = reminded(statement, waiting, reached, told, now)
	return ok({ value: { reminded: reached.length }, events, notifications, guards: [...may.value.guards, ...guards] })
}

/** Reminds all that have not answered because the time has come. Nobody's act. Nothing is to be done where it has not. */
export function remindInTime(
	statement: Statement,
	waiting: Waiting | null,
	{ now }: Pick<Context, 'now'>,
): Result<Decision<null>, Rejection> {
	const due = waiting && dueReminder(waiting, now)
	if (waiting === null || due === null) return ok({ value: null, events: [], guards: [] })
	const reached = due.moment === null ? [] : reachedOf(waiting.silent)
	return ok({ value: null, ...reminded(statement, waiting, reached, due, now) })
}

/** Those whom mail reaches. */
export const reachedOf = (silent: readonly Silent[]) =>
	silent.filter(({ reached }) => reached).map(({ associationId }) => associationId)

function reminded(
	{ id: statementId, stage }: Statement,
	{ ask, ballotId }: Waiting,
	associations: readonly AssociationId[],
	told: Pick<Facts['reminded'], 'moment' | 'nextAt'>,
	now: Instant,
): Omit<Required<Decision<null>>, 'value' | 'papers' | 'undoes'> {
	const event: DomainEvent = {
		type: 'reminded',
		stream: streams.reminder(statementId),
		statementId,
		payload: { ask, ...told, associations },
	}
	const open: Guard[] = ballotId !== null && associations.length > 0 ? [{ kind: 'ballotOpen', ballotId, now }] : []
	return {
		events: [event],
		guards: [{ kind: 'stageIn', statementId, stages: [stage] }, ...open],
		notifications: associations.map((associationId) => ({ kind: 'reminder', statementId, ballotId, associationId })),
	}
}
