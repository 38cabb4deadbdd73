import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { waitingQuery } from '#db/deciding/load-waiting.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { amended, newPosition } from '#test/support/amending.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, imported } from '#test/support/exported.ts'
import { snapshot } from '#test/support/snapshot.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { changeAmendment, joinAmendment } from '#usecases/amendment/amendment.ts'
import { mergeAmendments } from '#usecases/amendment/merging.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import type { Deps } from '#usecases/perform.ts'
import { openConsultation, referBack, withdrawStatement } from '#usecases/statement/move-statement.ts'
import { castPaper } from './cast-paper.ts'
import { castVote } from './cast-vote.ts'
import { closeDueBallots } from './close-due-ballots.ts'
import { openAmendmentBallot } from './open-amendment-ballot.ts'
import { enterMeetingDecision, openBallot } from './open-ballot.ts'

type Amended = Awaited<ReturnType<typeof amended>>
type Put = Awaited<ReturnType<typeof amendmentBallot>>

const hashOf = async ({ server }: CoalitionWorld, { ballotId }: Put) => {
	const [row] = await allRows(server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
	return String(row?.text_hash)
}

async function voted(world: CoalitionWorld, put: Put, choices: readonly ('yes' | 'no')[]) {
	const { statementId, ballotId } = put
	const textHash = await hashOf(world, put)
	for (const [index, choice] of choices.entries()) {
		const member = world.members[index]
		if (!member) throw new Error('there are members enough')
		const { associationId, delegate } = member
		const vote = { associationId, choice, signs: false, dissent: null, textHash, method: 'web' } as const
		granted(await castVote(world.deps, world.order(delegate, { statementId, ballotId, ...vote })))
	}
}

const stateOf = async ({ server }: CoalitionWorld, { amendmentId }: Put) =>
	(
		await allRows(server.client, 'SELECT state, decided_in, decided_seat_id FROM amendment WHERE id = ?', [amendmentId])
	)[0]

/** Deps with which the first read is followed by somebody else's act, before anything is decided on it. */
function whileReading({ deps, server }: CoalitionWorld, act: () => Promise<unknown>): Deps {
	let reads = 0
	const db = database({
		batch: async (statements, mode) => {
			const found = await server.client.batch(statements, mode)
			if (mode === 'read') reads += 1
			if (mode === 'read' && reads === 1) await act()
			return found
		},
	})
	return { ...deps, db }
}

test('an amendment is not reworded while it is put to a ballot, nor put to one in words that nobody read; whoever was first', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const open = await amended(world)
	const reword = ({ statementId, amendmentId, versionId, mine }: Amended, by: Deps = deps) => {
		const command = { statementId, amendmentId, versionId, ...newPosition('Regionen ska betala resor.') }
		return changeAmendment(by, order(mine.delegate, command))
	}
	const put = ({ statementId, amendmentId, versionId }: Amended, by: Deps = deps) => {
		const command = { statementId, amendmentId, versionId, against: null, closesAt: clock.now + 7 * DAY }
		return openAmendmentBallot(by, order(chair, command))
	}
	const rewording = whileReading(world, async () => granted(await put(open)))
	expect(codeOf(await reword(open, rewording))).toBe('amendmentAsked')
	expect(codeOf(await put(open))).toBe('amendmentAsked')
	const other = await amended(world, open.statementId)
	const putting = whileReading(world, async () => granted(await reword(other)))
	expect(codeOf(await put(other, putting))).toBe('amendmentChanged')
})

test('what too few voted on is open, and is put again', async () => {
	await using world = await createCoalitionWorld()
	const at = await amendmentBallot(world)
	await voted(world, at, ['no'])
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	expect(await stateOf(world, at)).toEqual({ state: 'open', decided_in: null, decided_seat_id: null })
	const { statementId, amendmentId, versionId } = at
	const command = { statementId, amendmentId, versionId, against: null, closesAt: world.clock.now + 7 * DAY }
	expect(codeOf(await openAmendmentBallot(world.deps, world.order(world.chair, command)))).toBe('granted')
})

test('the text is not put to a ballot meanwhile, whoever was first; joining goes on, and nobody is silenced', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const at = await amendmentBallot(world)
	const { statementId, amendmentId, versionId, other } = at
	const times = { closesAt: world.clock.now + 7 * DAY, signoffDueAt: world.clock.now + 14 * DAY }
	const command = { statementId, track: 'full', textHash: null, ...times } as const
	expect(codeOf(await openBallot(deps, order(chair, command)))).toBe('ballotsOpen')
	const { associationId, delegate } = other
	granted(await joinAmendment(deps, order(delegate, { statementId, amendmentId, versionId, associationId })))
	const [seat] = await allRows(
		world.server.client,
		"SELECT id FROM seat WHERE role = 'delegate' AND association_id = ?",
		[associationId],
	)
	expect(codeOf(await endSeat(deps, order(chair, { seatId: seat?.id as never })))).toBe('lastToAnswer')

	// A ballot on the text that comes between reading and writing.
	const statement = await draftStatement(world)
	const raced = whileReading(world, async () => void (await amendmentBallot(world, statement)))
	expect(codeOf(await openBallot(raced, order(chair, { ...command, statementId: statement })))).toBe('ballotsOpen')
})

test('what a ballot had decided stands, also when the text is sent back or withdrawn', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const decided = await amendmentBallot(world)
	const { statementId } = decided
	await voted(world, decided, ['yes', 'yes'])
	world.clock.now += 8 * DAY
	await closeDueBallots(deps)
	expect(await stateOf(world, decided)).toEqual({
		...{ state: 'adopted', decided_in: decided.ballotId, decided_seat_id: null },
	})
	const voidedOf = async ({ ballotId }: Put) =>
		(await allRows(world.server.client, 'SELECT voided_at, outcome FROM ballot WHERE id = ?', [ballotId]))[0]
	const times = { closesAt: world.clock.now + 7 * DAY, signoffDueAt: world.clock.now + 14 * DAY }
	const text = { statementId, track: 'full', textHash: null, ...times } as const
	expect(codeOf(await openBallot(deps, order(chair, text)))).toBe('adoptedLeftOut')
	const held = { heldOn: swedishDate(world.clock.now), minutes: '§ 7', signoffDueAt: times.signoffDueAt, votes: [] }
	expect(codeOf(await enterMeetingDecision(deps, order(chair, { statementId, ...held })))).toBe('adoptedLeftOut')
	const { amendmentId, versionId } = decided
	const chosen = [{ amendmentId, versionId }]
	const merging = { statementId, chosen, seen: [], choices: {}, note: '', letGo: false } as const
	granted(await mergeAmendments(deps, order(chair, merging)))
	const onText = await openedBallot(world, statementId)
	granted(await referBack(deps, order(chair, { statementId, reason: 'Ett stycke fattas.' })))
	expect((await voidedOf(decided))?.voided_at).toBe(null)
	expect((await voidedOf({ ...decided, ballotId: onText.ballotId }))?.voided_at).not.toBe(null)

	granted(await withdrawStatement(deps, order(chair, { statementId, reason: 'Vi svarar inte.' })))
	expect((await voidedOf(decided))?.voided_at).toBe(null)
	expect(await stateOf(world, decided)).toMatchObject({ state: 'adopted', decided_in: decided.ballotId })
})

test('a vote is not called off by sending the text back out of its consultation, nor by withdrawing it, whoever was first', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const { statementId } = await amended(world)
	granted(await openConsultation(deps, order(chair, { statementId, dueAt: clock.now + 30 * DAY })))
	const back = (by: Deps = deps) => referBack(by, order(chair, { statementId, reason: 'Ett stycke fattas.' }))
	const withdrawn = (by: Deps = deps) => withdrawStatement(by, order(chair, { statementId, reason: 'Vi svarar inte.' }))
	for (const act of [back, withdrawn]) {
		const raced = whileReading(world, async () => void (await amendmentBallot(world, statementId)))
		expect(codeOf(await act(raced))).toBe('ballotsOpen')
		expect(codeOf(await act())).toBe('ballotsOpen')
		clock.now += 8 * DAY
		await closeDueBallots(deps)
	}
	expect(codeOf(await withdrawn())).toBe('granted')
})

test('those who have not told their views are reminded of them, though a ballot on an amendment ends meanwhile', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const statementId = await draftStatement(world)
	granted(await openConsultation(deps, order(chair, { statementId, dueAt: world.clock.now + 30 * DAY })))
	const remindAt = async () => (await allRows(server.client, 'SELECT remind_at FROM statement'))[0]?.remind_at
	const before = await remindAt()
	const asked = async () => (await deps.db.read(waitingQuery(SLUG, statementId, world.clock.now)))[0]
	const { from } = (await asked()) ?? {}
	expect(before).not.toBe(null)
	world.clock.now += DAY
	await amendmentBallot(world, statementId)
	expect(await remindAt()).toBe(before)
	expect(await asked()).toMatchObject({ ask: 'consultation', from })
	world.clock.now += 8 * DAY
	await closeDueBallots(deps)
	expect(await remindAt()).toBe(before)
	expect(await asked()).toMatchObject({ ask: 'consultation', from })
	expect(await allRows(server.client, 'SELECT stage, ballot_id FROM statement')).toEqual([
		{ stage: 'consulting', ballot_id: null },
	])
})

test('ballots on amendments come along in an export, open and counted, secret ones with their papers; a rebuild makes the same', async () => {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo', 'Tilia'], 'secret')
	await using _world = world
	const { deps, order } = world
	const first = await amendmentBallot(world)
	const paper = async (put: Put) => {
		const { statementId, ballotId } = put
		const textHash = await hashOf(world, put)
		for (const { associationId, delegate } of world.members)
			granted(
				await castPaper(
					deps,
					order(delegate, { statementId, ballotId, associationId, choice: 'no', textHash } as const),
				),
			)
	}
	await paper(first)
	world.clock.now += 8 * DAY
	await closeDueBallots(deps)
	expect(await stateOf(world, first)).toMatchObject({ state: 'rejected' })
	await paper(await amendmentBallot(world, first.statementId))
	expect(await countOf(world.server.client, 'FROM paper')).toBe(8)
	const other = await emptyWorld()
	const file = await exported(world.server.client, SLUG)
	expect(await imported(other.server.client, file)).toMatchObject({ ok: true })
	expect(await exportedRows(other.server.client)).toEqual(await exportedRows(world.server.client))
	const made = await snapshot(other.server.client)
	await rebuild(other.server.client)
	expect(await snapshot(other.server.client)).toEqual(made)
})
