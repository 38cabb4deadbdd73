import type { AssociationId } from '#domain/kernel/id.ts'
import { stillAsked } from './model-amendment-told.ts'
import { UNREACHED } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { beforeAct, heldBy, isEnded, roundOf, seatGivenIn, sinceExtended, stageOf } from './model-log.ts'
import { couldAnswer } from './model-voices.ts'
import { DAY } from './rules.ts'

/** What must be true of seats that are given, ended and taken back. */
export const seatLaws: Laws = {
	seatGiven: (entry, { log }) => {
		const { role, associationId, from, until } = entry.payload
		const others = log.filter((e): e is Of<'seatGiven'> => e.type === 'seatGiven' && !isEnded(log, e.payload.seatId))
		const meets = others.some(({ payload }) => {
			const same = payload.role === 'delegate' && payload.associationId === associationId
			return same && from < (payload.until ?? Infinity) && payload.from < (until ?? Infinity)
		})
		return {
			'one delegate at a time': role !== 'delegate' || !meets,
			'a chair is seated by a chair or the operator': role !== 'chair' || byChair(entry, log),
			'no association that is asked something loses its voice': silencedBy(entry, log).length === 0,
		}
	},
	seatEnded: (entry, { log, act }) => {
		const known = [...log, ...act]
		const chairs = known.filter((e): e is Of<'seatGiven'> => e.type === 'seatGiven' && e.payload.role === 'chair')
		const ended = chairs.some(({ payload }) => payload.seatId === entry.payload.seatId)
		const left = chairs.filter(({ payload }) => payload.seatId !== entry.payload.seatId)
		const stays = left.some(({ payload }) => heldBy(known, payload.seatId, entry.at) !== null)
		const by = heldBy(log, entry.seatId, entry.at)
		const seat = seatGivenIn(log, entry.payload.seatId)?.payload
		const own = seat?.personId === entry.personId
		const takenBack = log.some((e) => e.type === 'seatTakenBack' && e.payload.seatId === entry.payload.seatId)
		const contested = seat?.role === 'deputy' || seat?.role === 'contributor'
		return {
			'a chair stays, but for the operator': !ended || stays || entry.personId === 'operator',
			'a chair is unseated by a chair or the operator': !ended || byChair(entry, log),
			'no association that is asked something loses its voice, but by what its own do':
				own || by?.role === 'delegate' || entry.seatId === null || silencedBy(entry, log).length === 0,
			'what was taken back is ended by its holder, the operator, or one who had it before':
				!takenBack || own || entry.personId === 'operator' || entry.seatId === null,
			'it is kept whether a mail can tell of it':
				(entry.payload.unreached === true) === (!own && seat !== undefined && UNREACHED.has(seat.personId)),
			'a delegate ends deputies and contributors of the own association':
				own || by?.role !== 'delegate' || (contested && seat.associationId === by.associationId),
		}
	},
	seatTakenBack: ({ payload: { seatId }, personId, at }, { log }) => {
		const seat = seatGivenIn(log, seatId)
		const ended = log.findLast((e) => e.type === 'seatEnded' && e.payload.seatId === seatId)
		const others = log.filter((e): e is Of<'seatGiven'> => {
			const same = e.type === 'seatGiven' && e.payload.associationId === seat?.payload.associationId
			return same && e.payload.role === 'delegate' && heldBy(log, e.payload.seatId, at) !== null
		})
		return {
			'by the delegate who had it': seat?.payload.personId === personId && seat.payload.role === 'delegate',
			'from others, within a week, or four where no mail told of it':
				!!ended && ended.personId !== personId && at - ended.at < (UNREACHED.has(personId) ? 28 : 7) * DAY,
			'nobody else has it any more': others.length === 0,
		}
	},
}

/** Whether a seat can be ended by somebody who acts from none: the operator, or the delegate who had it before. */
export function endsFreely({ payload: { seatId }, personId }: Of<'seatEnded'>, log: readonly Entry[]): boolean {
	if (personId === 'operator') return true
	const seat = seatGivenIn(log, seatId)?.payload
	return log.some((e) => {
		const own = e.type === 'seatGiven' && e.payload.personId === personId && e.payload.role === 'delegate'
		return own && e.payload.associationId === seat?.associationId && isEnded(log, e.payload.seatId)
	})
}

const byChair = (entry: Entry, log: readonly Entry[]) =>
	entry.personId === 'operator' || heldBy(beforeAct(log, entry), entry.seatId, entry.at)?.role === 'chair'

/** Whoever could answer what is being asked, and after the entry no longer can. */
export function silencedBy(entry: Entry, log: readonly Entry[]): AssociationId[] {
	return [...decisionsIn(log), ...addendaIn(log), ...stillAsked(log)].flatMap(({ electorate, ...asked }) => {
		// Whoever gets the seat at the very instant of the opening answers in place of whoever had it.
		if (entry.at >= asked.until || entry.at === asked.from) return []
		const could = (known: readonly Entry[]) =>
			electorate.filter(({ associationId }) => couldAnswer(known, associationId, asked))
		const still = could([...log, entry])
		return could(log).flatMap((e) => (still.includes(e) ? [] : [e.associationId]))
	})
}

/** Ballots that are open, and decided texts that can be signed or objected to. */
function decisionsIn(log: readonly Entry[]) {
	const texts = new Set(log.flatMap(({ type, statementId }) => (type === 'ballotOpened' ? (statementId ?? []) : [])))
	return [...texts].flatMap((statementId) => {
		const stage = stageOf(log, statementId)
		if (stage !== 'deciding' && stage !== 'signing') return []
		const { ballotId, dueAt, closesAt, openedAt: from, bylaws, electorate } = roundOf(log, statementId)
		const closed = sinceExtended(log, ballotId).some((e) => {
			return e.type === 'ballotClosed' && e.payload.ballotId === ballotId
		})
		return [{ from, until: stage === 'signing' ? dueAt : closed ? 0 : closesAt, bylaws, electorate }]
	})
}

/** What is to be added to published texts. */
function addendaIn(log: readonly Entry[]) {
	return log.flatMap((proposed) => {
		if (proposed.type !== 'addendumProposed') return []
		const { addendumId, closesAt: until } = proposed.payload
		const over = log.some((e) => {
			return (e.type === 'addendumTakenBack' || e.type === 'addendumPublished') && e.payload.addendumId === addendumId
		})
		const { bylaws, electorate } = roundOf(log, proposed.statementId)
		return over ? [] : [{ from: proposed.at, until, bylaws, electorate }]
	})
}
