import { remindOfAmendments, type WaitingOnAmendments } from '#domain/deciding/remind-of-amendments.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import type { ModelBallot, ModelStatement } from './model.ts'
import type { ModelList } from './model-amendment.ts'
import { stillAsked } from './model-amendment-told.ts'
import { isUncounted, stands } from './model-amendments.ts'
import { type Attempt, NOTHING, nth, on } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Conditions, Laws } from './model-law.ts'
import { hadAddress, LEAST_APART_MS, silentOf } from './model-reminders.ts'
import type { View } from './model-store.ts'

const named = (electorate: ModelBallot['electorate']) => electorate.map(({ associationId: id, name }) => ({ id, name }))

/** Reminds of a ballot, by the clock. */
export function remindedOfBallot(
	{ id, electorate, votes, turnout, ...ballot }: ModelBallot,
	{ statement }: ModelStatement,
	view: View,
	context: Context,
): ReturnType<Attempt> {
	const waiting: WaitingOnAmendments = {
		...{ by: { kind: 'ballot', ballotId: id }, ask: 'ballot', ballotId: id },
		...{ from: ballot.opensAt, dueAt: ballot.closesAt, closedAt: ballot.closedAt, ...ballot.reminders },
		silent: silentOf(view, named(electorate), (one) => votes.has(one) || turnout.has(one)),
	}
	return remindOfAmendments(statement, waiting, context)
}

/** Of a list. */
export function remindedOfList(
	list: ModelList,
	{ statement }: ModelStatement,
	view: View,
	context: Context,
): ReturnType<Attempt> {
	const answered = (one: AssociationId) => list.answers.some(({ associationId }) => associationId === one)
	const waiting: WaitingOnAmendments = {
		...{ by: { kind: 'list', listId: list.id }, ask: 'list', ballotId: null },
		...{ from: list.openedAt, dueAt: list.closesAt, closedAt: list.settledAt ?? list.cancelledAt },
		...{ ...list.reminders, silent: silentOf(view, named(list.electorate), answered) },
	}
	return remindOfAmendments(statement, waiting, context)
}

export const AMENDMENT_REMINDER_ACTS = {
	/** By the clock, whoever it is that tries. */
	remindOfAmendments: on(WRITABLE, (about, view, _actor, { a, b, flag, apt }, context) => {
		const list = apt ? about.lists.find(stands) : nth(about.lists, b)
		if (list && flag) return remindedOfList(list, about, view, context)
		const on = about.ballots.filter(({ subject }) => subject.kind === 'amendment')
		const ballot = nth(apt ? on.filter(isUncounted) : on, a)
		return ballot ? remindedOfBallot(ballot, about, view, context) : NOTHING
	}),
} satisfies Record<string, Attempt>

type Reminder = Of<'amendmentBallotReminded'> | Of<'consensusListReminded'>

const isReminder = (e: Entry): e is Reminder =>
	e.type === 'amendmentBallotReminded' || e.type === 'consensusListReminded'

const askedBy = ({ payload }: Reminder) => ('listId' in payload ? payload.listId : payload.ballotId)

/** Who had answered before the moment at which it was read who had not. */
function answeredBefore(log: readonly Entry[], id: string, at: Instant): Set<AssociationId> {
	const answers = log.flatMap((e): AssociationId[] => {
		if (e.at >= at) return []
		if (e.type === 'consensusListAnswered') return e.payload.listId === id ? [e.payload.associationId] : []
		const cast = e.type === 'voteCast' || e.type === 'paperCast'
		return cast && e.payload.ballotId === id ? [e.payload.associationId] : []
	})
	return new Set(answers)
}

function rightly(entry: Reminder, log: readonly Entry[]): Conditions {
	const { associations, moment } = entry.payload
	const id = askedBy(entry)
	const before = log.filter(isReminder).filter((each) => askedBy(each) === id)
	const sent = before.filter(({ payload }) => payload.associations.length > 0)
	const question = stillAsked(log).find((each) => each.id === id)
	const answered = answeredBefore(log, id, entry.at)
	const most = entry.type === 'consensusListReminded' ? 1 : 3
	return {
		'of what can still be answered': associations.length === 0 || (question !== undefined && entry.at < question.until),
		'only those that are asked':
			associations.length === 0 ||
			associations.every((one) => question?.electorate.some(({ associationId }) => associationId === one)),
		'nobody is reminded who had answered': !associations.some((one) => answered.has(one)),
		'no mail is for who has no address': associations.every((one) => hadAddress(log, one)),
		'nobody is reminded twice within a day':
			associations.length === 0 || sent.every(({ at }) => entry.at - at >= LEAST_APART_MS),
		'of a ballot three times at most, of a list once':
			moment === null || before.filter(({ payload }) => payload.moment !== null).length < most,
	}
}

/** What must be true of reminders of what is asked about amendments. */
export const amendmentReminderLaws: Laws = {
	amendmentBallotReminded: (entry, { log }) => rightly(entry, log),
	consensusListReminded: (entry, { log }) => rightly(entry, log),
}
