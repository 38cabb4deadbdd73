import { expect, test } from 'vitest'
import { iso, outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { enteredDecision } from '#test/support/meeting.ts'
import { createCoalitionWorld, DAY, draftStatement, openedBallot } from '#test/support/world.ts'

test('stances are recorded on positions, and are shown stale when the position was reworded', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	expect(outcomeOf(await chair.post(`${path}/consultation`, { dueAt: iso(world.clock.now + 7 * DAY) }))).toBe('done')
	const { body } = await delegates[0].get(`${path}/stances`)
	const blockId = filtered(body, '.positions[0].blockId')
	const versionId = filtered(body, '.positions[0].versionId')
	const { associationId } = delegates[0]
	const stances = [{ blockId, versionId, stance: 'partial', reason: 'Inte allt.' }]
	expect(outcomeOf(await delegates[0].post(`${path}/stances`, { associationId, stances }))).toBe('done')
	expect(outcomeOf(await delegates[1].post(`${path}/stances`, { associationId, stances }))).toBe('403 notAllowed')
	const own = { associationId, stance: 'partial', reason: 'Inte allt.', stale: false }
	expect((await chair.get(`${path}/stances`)).body).toMatchObject({
		positions: [
			{ number: 1, stances: [own] },
			{ number: 2, stances: [] },
		],
	})
	const content = { kind: 'position', text: 'Omskriven.' }
	await chair.post(`${path}/blocks/${blockId}/versions`, { basedOn: versionId, content })
	expect((await chair.get(`${path}/stances`)).body).toMatchObject({
		positions: [{ text: 'Omskriven.', stances: [{ ...own, stale: true }] }, {}],
	})
})

test('a ballot on another text than the one that was read is not opened', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	const textHash = filtered((await chair.get(path)).body, '.textHash')
	await chair.post(`${path}/title`, { title: 'Annan' })
	const closesAt = iso(world.clock.now + 7 * DAY)
	expect(outcomeOf(await chair.post(`${path}/ballots`, { closesAt, textHash }))).toBe('409 textChanged')
	const now = filtered((await chair.get(path)).body, '.textHash')
	const soon = { closesAt: iso(world.clock.now + DAY), textHash: now }
	expect(outcomeOf(await chair.post(`${path}/ballots`, soon))).toBe('422 tooLittleTime')
	const opened = await chair.post(`${path}/ballots`, { closesAt, textHash: now })
	expect(outcomeOf(opened)).toBe('done')
	const ballotId = filtered(opened.body, '.ballotId')
	expect((await chair.get(`${path}/ballots`)).body).toMatchObject({ ballots: [{ id: ballotId, title: 'Annan' }] })
	expect((await chair.get(`${path}/ballots/${ballotId}`)).body).toMatchObject({
		id: ballotId,
		subject: { kind: 'text' },
		over: false,
		closesAt: closesAt.replace('.000', ''),
		signoffDueAt: iso(world.clock.now + 10 * DAY).replace('.000', ''),
		urgent: null,
		bylaws: { preset: 'standard' },
		tally: { yes: 0, no: 0, abstain: 0, silent: 3 },
		outcome: null,
	})
	expect((await chair.get(`statements/nothing/ballots/${ballotId}`)).status).toBe(404)
	expect((await chair.get(`${path}/ballots/nothing`)).status).toBe(404)
})

test('votes that the bylaws hide until the ballot closes are hidden, but for one’s own', async () => {
	await using world = await createCoalitionWorld(undefined, 'board')
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId)
	const path = `statements/${statementId}`
	const ballot = `${path}/ballots/${ballotId}`
	const dissent = { kind: 'reservation', text: 'Vi hade velat mer.' }
	const [first, second, third] = delegates
	await first.post(`${ballot}/votes`, { associationId: first.associationId, choice: 'no', dissent, textHash })
	await second.post(`${ballot}/votes`, { associationId: second.associationId, choice: 'yes', textHash })
	const hidden = {
		tally: null,
		outcome: null,
		voters: [{ hasVoted: true, vote: null }, { vote: null }, { hasVoted: false }],
	}
	expect((await chair.get(ballot)).body).toMatchObject(hidden)
	expect((await chair.get(path)).body).toMatchObject({ ballot: hidden })
	expect((await first.get(ballot)).body).toMatchObject({
		tally: null,
		voters: [{ vote: { choice: 'no', dissent } }, { hasVoted: true, vote: null }, {}],
	})
	expect(outcomeOf(await chair.post(`${ballot}/closing`))).toBe('409 tooEarlyToClose')
	await third.post(`${ballot}/votes`, { associationId: third.associationId, choice: 'abstain', textHash })
	world.clock.now += 7 * DAY
	await chair.post(`${ballot}/closing`)
	expect((await chair.get(ballot)).body).toMatchObject({
		over: true,
		tally: { yes: 1, no: 1, abstain: 1, silent: 0 },
		outcome: { result: 'rejected' },
		voters: [{ vote: { choice: 'no' } }, { vote: { choice: 'yes' } }, { vote: { choice: 'abstain' } }],
	})
})

test('a secret ballot takes papers, shows who has voted and never how', async () => {
	await using world = await createCoalitionWorld(undefined, 'secret')
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId)
	const ballot = `statements/${statementId}/ballots/${ballotId}`
	for (const { post, associationId } of delegates) {
		expect(outcomeOf(await post(`${ballot}/votes`, { associationId, choice: 'yes', textHash }))).toBe(
			'409 ballotIsSecret',
		)
		expect(outcomeOf(await post(`${ballot}/papers`, { associationId, choice: 'yes', textHash }))).toBe('done')
		expect(outcomeOf(await post(`${ballot}/papers`, { associationId, choice: 'no', textHash }))).toBe(
			'409 secretVoteFinal',
		)
	}
	const voters = delegates.map(() => ({ hasVoted: true, vote: null }))
	expect((await delegates[0].get(ballot)).body).toMatchObject({ tally: null, outcome: null, voters })
	await chair.post(`${ballot}/closing`)
	expect((await delegates[0].get(ballot)).body).toMatchObject({
		tally: { yes: 3, no: 0 },
		outcome: { result: 'adopted' },
		voters,
	})
})

test('a vote entered from minutes is contested by the association alone, shown as such, and keeps the text unpublished', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const { statementId, ballotId } = await enteredDecision(world)
	const path = `statements/${statementId}/ballots/${ballotId}`
	const [own, other] = delegates
	const { associationId } = own
	const said = { associationId, voted: 'no', reason: 'Vi röstade nej.' }
	expect(outcomeOf(await other.post(`${path}/contests`, said))).toBe('403 notAllowed')
	expect(outcomeOf(await own.post(`${path}/contests`, { ...said, voted: 'maybe' }))).toMatch(/^422/)
	expect(outcomeOf(await own.post(`${path}/contests`, { associationId }))).toBe('done')
	expect(outcomeOf(await own.post(`${path}/contests`, said))).toBe('done')
	const at = iso(world.clock.now).replace('.000', '')
	const voters = [{ associationId, vote: { choice: 'yes' }, contest: { voted: 'no', reason: 'Vi röstade nej.', at } }]
	expect((await chair.get(path)).body).toMatchObject({ voters: [...voters, { contest: null }, { contest: null }] })
	expect((await chair.get(`statements/${statementId}`)).body).toMatchObject({ next: { step: 'settling', by: 'chair' } })
	const textHash = filtered((await chair.get(path)).body, '.textHash')
	const refused = await chair.post(`statements/${statementId}/publication`, { textHash })
	expect(refused).toMatchObject({ status: 409, body: { code: 'votesContested', associations: ['Attention'] } })
	expect(outcomeOf(await own.post(`${path}/contest-withdrawals`, { associationId }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ voters: [{ contest: null }, {}, {}] })
})
