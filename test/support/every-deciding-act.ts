import type { ActKind } from '#domain/acts.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'
import { extendBallot } from '#usecases/deciding/extend-ballot.ts'
import { holdBallotAgain } from '#usecases/deciding/hold-ballot-again.ts'
import { enterMeetingDecision, openBallot } from '#usecases/deciding/open-ballot.ts'
import { remind, remindInTime } from '#usecases/deciding/remind.ts'
import { remindOfAmendments } from '#usecases/deciding/remind-of-amendments.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { noteDelivery, sendResponse } from '#usecases/publication/send-response.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'
import { markAsSent, referBack } from '#usecases/statement/move-statement.ts'
import { allRows } from './all-rows.ts'
import { amendmentBallot } from './amendment-ballot.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { enteredDecision, meetingCommand } from './meeting.ts'
import { responseCommand } from './sent-response.ts'
import { answerCommand, decidedStatement, SIGNED_YES, voteCommand } from './signing.ts'
import { ballotWithoutQuorum } from './without-quorum.ts'
import { type CoalitionWorld, DAY, draftStatement, granted, openedBallot, textHashOf } from './world.ts'

const UNSIGNED_YES = { choice: 'yes', signs: false } as const

export async function blockOf({ server }: CoalitionWorld, kind: string) {
	const [row] = await allRows(
		server.client,
		"SELECT block_id, id FROM block_version WHERE json_extract(content, '$.kind') = ? ORDER BY rowid DESC LIMIT 1",
		[kind],
	)
	return { blockId: row?.block_id as BlockId, versionId: row?.id as BlockVersionId }
}

/** An order to send a published statement. */
async function preparedResponse(world: CoalitionWorld) {
	const { deps, order, chair } = world
	const statementId = await decidedStatement(world)
	granted(await publishStatement(deps, order(chair, { statementId, textHash: await textHashOf(world, statementId) })))
	return order(chair, responseCommand(statementId))
}

/** Each act by which a text is decided on, signed and published. */
export const DECIDING_ACTS = {
	openBallot: {
		prepare: async (world) => {
			const { deps, order, chair, clock } = world
			const times = { closesAt: clock.now + 7 * DAY, signoffDueAt: clock.now + 10 * DAY }
			const command = { statementId: await draftStatement(world), track: 'full', textHash: null, ...times } as const
			const open = order(chair, command)
			return () => openBallot(deps, open)
		},
	},
	extendBallot: {
		prepare: async (world) => {
			const ballot = await ballotWithoutQuorum(world)
			const extend = world.order(world.chair, { ...ballot, closesAt: world.clock.now + 7 * DAY })
			return () => extendBallot(world.deps, extend)
		},
	},
	holdBallotAgain: {
		prepare: async (world) => {
			const ballot = await ballotWithoutQuorum(world)
			const command = { ...ballot, track: 'full', closesAt: world.clock.now + 7 * DAY } as const
			const hold = world.order(world.chair, command)
			return () => holdBallotAgain(world.deps, hold)
		},
	},
	castVote: {
		prepare: async (world) => {
			const member = firstOf(world)
			const statementId = await draftStatement(world)
			const ballot = await openedBallot(world, statementId)
			const vote = world.order(member.delegate, voteCommand(ballot, member, SIGNED_YES))
			return () => castVote(world.deps, vote)
		},
	},
	castPaper: {
		preset: 'secret',
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const statementId = await draftStatement(world)
			const ballot = await openedBallot(world, statementId)
			const paper = world.order(delegate, { ...ballot, associationId, choice: 'no' } as const)
			return () => castPaper(world.deps, paper)
		},
	},
	referBack: {
		prepare: async (world) => {
			const statementId = await decidedStatement(world)
			const refer = world.order(world.chair, { statementId, reason: 'Nya uppgifter.' })
			return () => referBack(world.deps, refer)
		},
	},
	answerSignoff: {
		prepare: async (world) => {
			const member = firstOf(world)
			const statementId = await decidedStatement(world, UNSIGNED_YES)
			const textHash = await textHashOf(world, statementId)
			const sign = world.order(member.delegate, answerCommand(statementId, textHash, member, 'signed'))
			return () => answerSignoff(world.deps, sign)
		},
	},
	makeEditorialChange: {
		prepare: async (world) => {
			const { deps, order, chair, clock } = world
			const statementId = await decidedStatement(world)
			const { blockId } = await blockOf(world, 'paragraph')
			const mended = { text: 'Vi är positiva till förslagen.', note: 'Slip', signoffDueAt: clock.now + 20 * DAY }
			const change = order(chair, { statementId, blockId, ...mended })
			return () => makeEditorialChange(deps, change)
		},
	},
	publishStatement: {
		prepare: async (world) => {
			const statementId = await decidedStatement(world)
			const textHash = await textHashOf(world, statementId)
			const press = world.order(world.chair, { statementId, textHash })
			return () => publishStatement(world.deps, press)
		},
	},
	markAsSent: {
		prepare: async (world) => {
			const statementId = await decidedStatement(world)
			const sent = { statementId, sentOn: '2022-10-03', how: 'E-post', to: 's.remissvar@example.org' }
			const mark = world.order(world.chair, sent)
			return () => markAsSent(world.deps, mark)
		},
	},
	sendResponse: {
		prepare: async (world) => {
			const send = await preparedResponse(world)
			return () => sendResponse(world.deps, send)
		},
	},
	noteDelivery: {
		prepare: async (world) => {
			const { responseId } = granted(await sendResponse(world.deps, await preparedResponse(world))).value
			const taken = world.order(world.chair, { responseId, outcome: 'taken', said: '' } as const)
			const byServer = Object.assign(taken, { actor: { by: 'clock' } })
			return () => noteDelivery(world.deps, byServer)
		},
	},
	enterMeetingDecision: {
		prepare: async (world) => {
			const enter = world.order(world.chair, meetingCommand(world, await draftStatement(world)))
			return () => enterMeetingDecision(world.deps, enter)
		},
	},
	contestMeetingVote: {
		prepare: async (world) => {
			const entered = await enteredDecision(world)
			const { associationId, delegate } = firstOf(world)
			const said = { ...entered, associationId, voted: 'no' as const, reason: 'Vi röstade nej.' }
			const contest = world.order(delegate, said)
			return () => contestMeetingVote(world.deps, contest)
		},
	},
	takeBackContest: {
		prepare: async (world) => {
			const entered = await enteredDecision(world)
			const { associationId, delegate } = firstOf(world)
			const said = { ...entered, associationId, voted: null, reason: '' }
			granted(await contestMeetingVote(world.deps, world.order(delegate, said)))
			const takeBack = world.order(delegate, { ...entered, associationId })
			return () => takeBackContest(world.deps, takeBack)
		},
	},
	remind: {
		prepare: async (world) => {
			const statementId = await draftStatement(world)
			await openedBallot(world, statementId)
			const remindAll = world.order(world.chair, { statementId })
			return () => remind(world.deps, remindAll)
		},
	},
	remindInTime: {
		prepare: async (world) => {
			const statementId = await draftStatement(world)
			await openedBallot(world, statementId)
			world.clock.now += 4 * DAY
			const atTheTime = Object.assign(world.order(world.chair, { statementId }), { actor: { by: 'clock' } })
			return () => remindInTime(world.deps, atTheTime)
		},
	},
	remindOfAmendments: {
		// Where no other act counts the days that pass.
		preset: 'board',
		prepare: async (world) => {
			const { statementId, ballotId } = await amendmentBallot(world)
			world.clock.now += 4 * DAY
			const by = { kind: 'ballot', ballotId } as const
			const atTheTime = Object.assign(world.order(world.chair, { statementId, by }), { actor: { by: 'clock' } })
			return () => remindOfAmendments(world.deps, atTheTime)
		},
	},
} as const satisfies Readonly<Partial<Record<ActKind, PreparedAct>>>
