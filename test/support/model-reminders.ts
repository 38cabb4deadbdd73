import { remind, remindInTime, type Silent, type Waiting } from '#domain/deciding/remind.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { ballotOf, type ModelStatement } from './model.ts'
import { type Attempt, on, UNREACHED } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { roundOf } from './model-log.ts'
import { seatHeld, type View } from './model-store.ts'
import { DAY, HOUR } from './rules.ts'

const ASKING: readonly Stage[] = ['consulting', 'deciding', 'signing']

type Named = { readonly id: AssociationId; readonly name: string }

/** What is asked about a text and who has not answered, as the database tells it. */
function waitingOf(about: ModelStatement, view: View): Waiting | null {
	const { statement, reminding, signoffDueAt } = about
	const ballot = ballotOf(about)
	const { askedAt: from, consultationDueAt, remindAt, remindedAt: lastAt } = reminding
	const moments = { remindAt, lastAt }
	if (statement.stage === 'consulting') {
		const silent = silentOf(view, view.coalition.associations, (id) => hasViews(about, id))
		return { ...moments, ask: 'consultation', ballotId: null, from, dueAt: consultationDueAt, closedAt: null, silent }
	}
	if (!ballot || !ASKING.includes(statement.stage)) return null
	const electors = ballot.electorate.map(({ associationId: id, name }) => ({ id, name }))
	if (statement.stage === 'deciding') {
		const silent = silentOf(view, electors, (id) => ballot.votes.has(id) || ballot.turnout.has(id))
		const { id: ballotId, opensAt, closesAt, closedAt } = ballot
		return { ...moments, ask: 'ballot', ballotId, from: opensAt, dueAt: closesAt, closedAt, silent }
	}
	const silent = silentOf(view, electors, (id) => {
		const answered = about.signoffs.get(id)?.textHash === statement.textHash
		return answered || ballot.contests.get(id)?.standing === true
	})
	return { ...moments, ask: 'signoff', ballotId: null, from, dueAt: signoffDueAt, closedAt: null, silent }
}

function hasViews({ stances, threads }: ModelStatement, id: AssociationId): boolean {
	const said = [...threads.values()].flatMap(({ entries }) => entries)
	return (
		[...stances.values()].some(({ associationId }) => associationId === id) ||
		said.some(({ associationId, withdrawn }) => associationId === id && !withdrawn)
	)
}

export function silentOf(
	{ seats, now }: View,
	some: readonly Named[],
	answered: (id: AssociationId) => boolean,
): Silent[] {
	const isReached = (id: AssociationId) =>
		seats.some((seat) => {
			const speaks = seat.associationId === id && (seat.role === 'delegate' || seat.role === 'deputy')
			return speaks && !UNREACHED.has(seat.personId) && seatHeld({ seats }, seat.id, now)
		})
	return some.flatMap(({ id, name }) =>
		answered(id) ? [] : [{ associationId: id, name, reached: isReached(id) } satisfies Silent],
	)
}

export const REMINDER_ACTS = {
	remind: on(ASKING, (about, view, actor, _step, context) =>
		remind(actor, about.statement, waitingOf(about, view), context),
	),
	/** By the clock, whoever it is that tries. */
	remindInTime: on(ASKING, (about, view, _actor, _step, context) =>
		remindInTime(about.statement, waitingOf(about, view), context),
	),
} satisfies Record<string, Attempt>

/** That it was time to remind, and not that somebody pressed. */
export const isByClock = ({ payload }: Of<'reminded'>) => payload.moment !== null || payload.associations.length === 0

/** Late as the jobs may be, two that go by themselves are this far apart. */
export const LEAST_APART_MS = DAY - HOUR

export const reminderLaws: Laws = {
	reminded: (entry, { log }) => {
		const { associations, moment } = entry.payload
		const own = log.filter(({ statementId }) => statementId === entry.statementId)
		const sent = own.filter((e): e is Of<'reminded'> => e.type === 'reminded' && e.payload.associations.length > 0)
		const apart = moment === null ? DAY : LEAST_APART_MS
		const askedAt = own.findLastIndex(({ type }) => ANEW.includes(type))
		const byItself = own.slice(askedAt + 1).filter((e) => e.type === 'reminded' && e.payload.moment !== null)
		const answered = answeredIn(entry, own)
		return {
			'nobody is reminded who had answered': !associations.some((id) => answered.has(id)),
			'no mail is for who has no address': associations.every((id) => hadAddress(log, id)),
			'nobody is reminded twice within a day':
				associations.length === 0 || sent.every(({ at }) => entry.at - at >= apart),
			'at most three go by themselves': moment === null || byItself.length < 3,
		}
	},
}

/** By what something else is asked, or for longer. */
const ANEW: readonly string[] = [
	...['consultationOpened', 'ballotOpened', 'ballotExtended', 'ballotDecided'],
	...['meetingDecisionEntered', 'editorialChangeMade'],
]

/** Who had answered what is asked, before the moment at which it was read who had not. */
function answeredIn({ payload: { ask }, at, statementId }: Of<'reminded'>, own: readonly Entry[]): Set<AssociationId> {
	const round = ask === 'consultation' ? null : roundOf(own, statementId)
	// The same text may have been sent back and put to them anew.
	const start = own.findLastIndex(({ type }) => type === 'ballotOpened' || type === 'meetingDecisionEntered')
	const answers = own.slice(round === null ? 0 : start).flatMap((e): AssociationId[] => {
		if (e.at >= at) return []
		if (ask === 'consultation') return e.type === 'stanceRecorded' ? [e.payload.associationId] : []
		if (ask === 'ballot') {
			const cast = e.type === 'voteCast' || e.type === 'paperCast'
			return cast && e.payload.ballotId === round?.ballotId ? [e.payload.associationId] : []
		}
		const hash = round?.hashes.at(-1)
		if (e.type === 'signoffGiven') return e.payload.textHash === hash ? [e.payload.associationId] : []
		const signing = e.type === 'ballotDecided' && e.payload.ballotId === round?.ballotId ? e.payload.signing : null
		return signing?.textHash === hash ? (signing?.carried ?? []).map(({ associationId }) => associationId) : []
	})
	return new Set(answers)
}

/** Whether anybody who ever spoke for it has an address. */
export const hadAddress = (log: readonly Entry[], id: AssociationId) =>
	log.some((e) => {
		const { associationId, role, personId } = e.type === 'seatGiven' ? e.payload : {}
		return associationId === id && (role === 'delegate' || role === 'deputy') && personId && !UNREACHED.has(personId)
	})
