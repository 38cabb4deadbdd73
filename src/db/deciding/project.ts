import { and, eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, overwriting, type Projections, type Runnable, update, updateStatement } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { firstReminder } from '#domain/deciding/reminding.ts'
import type { Facts, StoredEvent } from '#domain/event.ts'
import type { SeatId } from '#domain/kernel/id.ts'

const writeVote = overwriting(schema.vote, [schema.vote.ballotId, schema.vote.associationId])
const writeContest = overwriting(schema.contest, [schema.contest.ballotId, schema.contest.associationId])
const writeAnswer = overwriting(schema.signoff, [schema.signoff.statementId, schema.signoff.associationId])

export const decidingProjections = {
	ballotOpened: (event) => {
		const { ballotId, subject, textHash, track, closesAt, signoffDueAt, bylaws, electorate, urgent } = event.payload
		return [
			build.insert(schema.ballot).values({
				id: ballotId,
				coalitionId: event.coalitionId,
				statementId: idOf(event),
				subject: JSON.stringify(subject),
				textHash,
				track,
				opensAt: event.at,
				closesAt,
				signoffDueAt,
				bylaws: JSON.stringify(bylaws),
				urgent,
				remindAt: subject.kind === 'amendment' ? firstReminder(event.at, closesAt) : null,
			}),
			insertElectorate(ballotId, electorate),
			...(subject.kind === 'text'
				? [
						updateStatement(event, {
							...{ stage: 'deciding', track, ballotId, signoffDueAt },
							remindAt: firstReminder(event.at, closesAt),
						}),
					]
				: []),
		]
	},
	voteCast: ({ payload: { ballotId, associationId, choice, signs, dissent, method }, seatId, actId, at }) => {
		const values = {
			choice,
			signs,
			dissentKind: dissent?.kind ?? null,
			dissentText: dissent?.text ?? null,
			method,
			seatId,
			actId,
			at,
		}
		return [writeVote({ ballotId, associationId, ...values })]
	},
	paperCast: ({ payload }) => [build.insert(schema.turnout).values(payload)],
	// It had less time than the bylaws promise, and now has all of it.
	ballotExtended: (event) => {
		const { ballotId, closesAt, signoffDueAt } = event.payload
		const again = { closedAt: null, closedBy: null, outcome: null, urgent: null }
		return [
			update(schema.ballot, ballotId, { closesAt, signoffDueAt, ...again, extensions: sql`extensions + 1` }),
			// When next to remind is reckoned anew.
			updateStatement(event, { signoffDueAt, remindAt: event.at }),
		]
	},
	ballotClosed: (event) => [
		update(schema.ballot, event.payload.ballotId, {
			...{ closedAt: event.payload.closedAt, closedBy: event.payload.by },
			remindAt: null,
		}),
		// Of a text that is out for views meanwhile those that are silent are reminded all the same.
		build
			.update(schema.statement)
			.set({ remindAt: null })
			.where(and(eq(schema.statement.id, idOf(event)), eq(schema.statement.ballotId, event.payload.ballotId))),
	],
	ballotDecided: (event) => {
		const { ballotId, outcome, signing } = event.payload
		const decided = update(schema.ballot, ballotId, { outcome: JSON.stringify(outcome) })
		if (signing === null) return [decided]
		const { carried, textHash } = signing
		return [
			decided,
			...(carried.length > 0 ? [insertCarried(event, textHash, carried)] : []),
			updateStatement(event, {
				stage: 'signing',
				signoffDueAt: signing.dueAt,
				remindAt: firstReminder(event.at, signing.dueAt),
			}),
		]
	},
	meetingDecisionEntered: (event) => {
		const { ballotId, subject, votes, electorate, bylaws, outcome, ...entered } = event.payload
		const { at, actId } = event
		const cast = votes.map(({ associationId, choice }) => ({
			ballotId,
			associationId,
			choice,
			signs: false,
			method: 'meeting',
			actId,
			at,
		}))
		return [
			build.insert(schema.ballot).values({
				id: ballotId,
				coalitionId: event.coalitionId,
				statementId: idOf(event),
				...entered,
				subject: JSON.stringify(subject),
				track: 'full',
				opensAt: at,
				closesAt: at,
				bylaws: JSON.stringify(bylaws),
				closedAt: at,
				closedBy: 'meeting',
				outcome: JSON.stringify(outcome),
			}),
			insertElectorate(ballotId, electorate),
			...(cast.length > 0 ? [build.insert(schema.vote).values(cast)] : []),
			updateStatement(event, {
				stage: outcome.result === 'adopted' ? 'signing' : 'deciding',
				ballotId,
				signoffDueAt: entered.signoffDueAt,
				remindAt: outcome.result === 'adopted' ? firstReminder(at, entered.signoffDueAt) : null,
			}),
		]
	},
	meetingVoteContested: ({ payload: { ballotId, associationId, voted, reason }, seatId, actId, at }) => {
		return [writeContest({ ballotId, associationId, voted, reason, standing: true, seatId, actId, at })]
	},
	contestTakenBack: ({ payload: { ballotId, associationId }, seatId, actId, at }) => [
		build
			.update(schema.contest)
			.set({ standing: false, seatId, actId, at })
			.where(and(eq(schema.contest.ballotId, ballotId), eq(schema.contest.associationId, associationId))),
	],
	// Nothing about the text itself has changed.
	reminded: (event) => [update(schema.statement, idOf(event), { remindAt: event.payload.nextAt })],
	amendmentBallotReminded: ({ payload: { ballotId, nextAt } }) => [
		update(schema.ballot, ballotId, { remindAt: nextAt }),
	],
	signoffGiven: (event) => [writeSignoff(event, event.payload)],
} satisfies Projections

function insertElectorate(
	ballotId: string,
	electorate: readonly { associationId: string; name: string; area: string }[],
): Runnable {
	return build
		.insert(schema.elector)
		.values(electorate.map((elector, index) => ({ ballotId, ...elector, ordinal: index })))
}

function writeSignoff(event: StoredEvent, answer: Facts['signoffGiven']): Runnable {
	const { associationId, ...given } = answer
	const { seatId, actId, at } = event
	return writeAnswer({ statementId: idOf(event), associationId, ...given, seatId, actId, at })
}

/** Sign-offs that yes votes carried: the first of the round, so none stands in their way. */
function insertCarried(
	event: StoredEvent,
	textHash: string,
	carried: readonly { associationId: string; seatId: SeatId | null }[],
): Runnable {
	const statementId = idOf(event)
	const signed = { statementId, answer: 'signed', textHash, reason: '', method: 'vote', at: event.at }
	return build.insert(schema.signoff).values(carried.map((each) => ({ ...signed, ...each })))
}
