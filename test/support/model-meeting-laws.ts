import type { AssociationId } from '#domain/kernel/id.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import { answersIn, heldBy, inOffice, roleOfSeat, roundOf, seatGivenIn } from './model-log.ts'
import { DAY } from './rules.ts'

type Said = Of<'meetingVoteContested'> | Of<'contestTakenBack'>

/** What must be true of votes that the chair entered from minutes, and of associations that say they are not right. */
export const meetingLaws: Laws = {
	meetingVoteContested: (entry, before) => {
		const entered = enteredIn(before.log, entry.payload.ballotId)
		return { ...ofItsOwn(entry, before), 'in time': entry.at < (entered?.payload.signoffDueAt ?? 0) }
	},
	contestTakenBack: (entry, before) => {
		const entered = enteredIn(before.log, entry.payload.ballotId)
		const given = seatGivenIn(before.log, entry.seatId)
		return {
			...ofItsOwn(entry, before),
			'of what was said': standingIn(before.log, entry.payload.ballotId).has(entry.payload.associationId),
			'by nobody seated since the votes were entered': !!entered && !!given && given.at <= entered.at,
		}
	},
}

/** Nothing is published while an association says its vote was not as entered, nor before all had the time to say so. */
export function votesStand({ at, payload, statementId }: Of<'published'>, { log }: Before): Conditions {
	const round = roundOf(log, statementId)
	const entered = enteredIn(log, round.ballotId)
	if (!entered) return {}
	const { signoffDueAt, urgent, electorate } = entered.payload
	const answers = answersIn(round, payload.textHash)
	const hadTheTime = at >= signoffDueAt && (at - entered.at >= 3 * DAY || urgent !== null)
	return {
		'no association says that its vote was not as it was entered': standingIn(log, round.ballotId).size === 0,
		'each had the time to say so that it was told, or has answered': electorate.every(
			({ associationId }) => hadTheTime || answers.has(associationId),
		),
	}
}

function ofItsOwn(entry: Said, { log }: Before): Conditions {
	const { ballotId, associationId } = entry.payload
	const entered = enteredIn(log, ballotId)
	const last = sayingsIn(log, ballotId).findLast(({ payload }) => payload.associationId === associationId)
	const role = roleOfSeat(log, entry.seatId)
	const since = log.slice(entered ? log.indexOf(entered) : 0)
	const gone = since.some((e) => {
		return e.statementId === entry.statementId && (e.type === 'referredBack' || e.type === 'withdrawn')
	})
	return {
		'of a decision that was entered, and has effect': !!entered && !gone,
		'of an association that is said to have voted, or not to have': !!entered?.payload.electorate.some((elector) => {
			return elector.associationId === associationId
		}),
		'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
		'a deputy leaves the delegate’s word': !(role === 'deputy' && roleOfSeat(log, last?.seatId ?? null) === 'delegate'),
		'nobody with a seat for the coalition says it where the bylaws do not say so':
			!!entered?.payload.bylaws.officersVote || !inOffice(log, entry.personId, entry.at),
	}
}

const enteredIn = (log: readonly Entry[], ballotId: string) =>
	log.find((e): e is Of<'meetingDecisionEntered'> => {
		return e.type === 'meetingDecisionEntered' && e.payload.ballotId === ballotId
	})

const sayingsIn = (log: readonly Entry[], ballotId: string) =>
	log.filter((e): e is Said => {
		return (e.type === 'meetingVoteContested' || e.type === 'contestTakenBack') && e.payload.ballotId === ballotId
	})

/** The associations that said it last, and did not take it back. */
function standingIn(log: readonly Entry[], ballotId: string): ReadonlySet<AssociationId> {
	const last = new Map(sayingsIn(log, ballotId).map(({ type, payload }) => [payload.associationId, type]))
	return new Set([...last].flatMap(([id, type]) => (type === 'meetingVoteContested' ? id : [])))
}
