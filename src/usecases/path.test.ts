import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { hashOfOrder } from '#test/support/payload-hash.ts'
import { publishedRecord } from '#test/support/published-record.ts'
import { voteCommand } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import {
	ballotOf,
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	type OfBallot,
	openedBallot,
	textHashOf,
} from '#test/support/world.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { leaveSeat } from '#usecases/members/manage-coalition.ts'
import { erasePerson, redactBlock } from '#usecases/publication/erase-person.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'

type Answer = { choice: Choice; signs?: boolean }

const answering = (ballot: OfBallot, member: Member, answer: Answer) =>
	voteCommand(ballot, member, { signs: true, ...answer })

async function vote(world: CoalitionWorld, statementId: StatementId, member: Member, answer: Answer, key?: string) {
	const command = answering(await ballotOf(world, statementId), member, answer)
	return castVote(world.deps, world.order(member.delegate, command, key))
}

async function everyoneVotesYes(world: CoalitionWorld, statementId: StatementId) {
	for (const member of world.members) granted(await vote(world, statementId, member, { choice: 'yes' }))
	granted(await closeBallot(world.deps, world.order(world.chair, await ballotOf(world, statementId))))
}

async function publish(world: CoalitionWorld, statementId: StatementId) {
	const textHash = await textHashOf(world, statementId)
	return publishStatement(world.deps, world.order(world.chair, { statementId, textHash }))
}

async function all(world: CoalitionWorld, sql: string, args: string[] = []) {
	return (await world.server.client.execute({ sql, args })).rows.map((row) => ({ ...row }))
}

test('the whole path from draft to number', async () => {
	await using world = await createCoalitionWorld()
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	const { value } = granted(await publish(world, statementId))
	expect(value).toEqual({ year: 2022, number: 1, label: 'NSPH-SL 2022:1' })
	const [record] = await all(world, 'SELECT record_bytes FROM publication')
	const { associations } = JSON.parse(String(record?.record_bytes))
	expect(associations.map((each: { name: string; signoff: string }) => [each.name, each.signoff])).toEqual([
		['Attention', 'signed'],
		['AnBo', 'signed'],
		['Shedo', 'signed'],
	])
})

test('two publishers racing for a number get one each, with no gap', async () => {
	await using world = await createCoalitionWorld()
	const [first, second] = [await draftStatement(world), await draftStatement(world)]
	for (const statementId of [first, second]) {
		await openedBallot(world, statementId)
		await everyoneVotesYes(world, statementId)
	}
	const results = await Promise.all([publish(world, first), publish(world, second)])
	expect(results.map((result) => granted(result).value.number).sort()).toEqual([1, 2])
})

test('a statement cannot be published twice, however many press at once', async () => {
	await using world = await createCoalitionWorld()
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	const codes = (await Promise.all([1, 2, 3, 4].map(() => publish(world, statementId)))).map(codeOf).sort()
	expect(codes).toEqual(['granted', 'wrongStage', 'wrongStage', 'wrongStage'])
	expect(await all(world, 'SELECT number FROM publication')).toEqual([{ number: 1 }])
})

test('a repeated vote is recorded once; the same key for another vote is refused, or in a form a new vote', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, formOrder, members } = world
	const member = members[0] as Member
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const yes = answering(ballot, member, { choice: 'yes' })
	const no = answering(ballot, member, { choice: 'no' })
	const votes = () =>
		all(world, "SELECT seq, json_extract(payload, '$.choice') AS choice FROM event WHERE type = 'voteCast'")

	expect(granted(await castVote(deps, order(member.delegate, yes, 'api'))).replayed).toBe(false)
	expect(granted(await castVote(deps, order(member.delegate, yes, 'api'))).replayed).toBe(true)
	expect(codeOf(await castVote(deps, order(member.delegate, no, 'api')))).toBe('keyReused')
	expect(await votes()).toEqual([{ seq: 1, choice: 'yes' }])

	granted(await castVote(deps, formOrder(member.delegate, no, 'page')))
	expect(granted(await castVote(deps, formOrder(member.delegate, no, 'page'))).replayed).toBe(true)
	granted(await castVote(deps, formOrder(member.delegate, yes, 'page')))
	// Back to the same page once more: the last press counts, though that answer was sent from it before.
	expect(granted(await castVote(deps, formOrder(member.delegate, no, 'page'))).replayed).toBe(false)
	expect((await votes()).map((row) => row.choice)).toEqual(['yes', 'no', 'yes', 'no'])
	expect(await all(world, 'SELECT choice FROM vote')).toEqual([{ choice: 'no' }])
})

test('a delegate who left mid-way cannot vote, and what was cast before stands', async () => {
	await using world = await createCoalitionWorld()
	const [gone, other] = world.members as readonly [Member, Member, Member]
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	granted(await vote(world, statementId, gone, { choice: 'yes' }))
	granted(await leaveSeat(world.deps, world.order(gone.delegate, { seatId: gone.delegateSeat })))
	expect(codeOf(await vote(world, statementId, gone, { choice: 'no' }))).toBe('notAllowed')
	expect(await all(world, 'SELECT choice FROM vote')).toEqual([{ choice: 'yes' }])
	expect(codeOf(await vote(world, statementId, other, { choice: 'no' }))).toBe('granted')
})

test('a delegate who left between reading and writing is stopped by the write itself', async () => {
	await using world = await createCoalitionWorld()
	const gone = world.members[0] as Member
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const { deps } = world
	let reads = 0
	const db = database({
		batch: async (statements, mode) => {
			const found = await world.server.client.batch(statements, mode)
			if (mode === 'read') reads += 1
			if (mode === 'read' && reads === 1) {
				granted(await leaveSeat(deps, world.order(gone.delegate, { seatId: gone.delegateSeat })))
			}
			return found
		},
	})
	const command = answering(ballot, gone, { choice: 'yes' })
	expect(codeOf(await castVote({ ...deps, db }, world.order(gone.delegate, command)))).toBe('notAllowed')
	expect(reads).toBe(2)
	expect(await all(world, 'SELECT choice FROM vote')).toEqual([])
})

test('an editorial change after the vote asks for new sign-offs before it can be published', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, members } = world
	const statementId = await draftStatement(world)
	const { textHash: voted } = await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	const [block] = await all(world, "SELECT block_id FROM block_version WHERE content LIKE '%positiva%'")
	const change = {
		statementId,
		blockId: block?.block_id as BlockId,
		text: 'Vi är positiva till förslagen.',
		note: 'Förslagen är två.',
		signoffDueAt: world.clock.now + 20 * DAY,
	} as const
	granted(await makeEditorialChange(deps, order(chair, change)))
	const changed = await textHashOf(world, statementId)
	expect(changed).not.toBe(voted)
	expect(codeOf(await publishStatement(deps, order(chair, { statementId, textHash: voted })))).toBe('awaitingSignoffs')
	for (const { associationId, delegate } of members) {
		const answered = { answer: 'signed', reason: '', textHash: changed, method: 'web' } as const
		const answer = { statementId, associationId, ...answered }
		granted(await answerSignoff(deps, order(delegate, answer)))
	}
	granted(await publish(world, statementId))
	expect(await all(world, 'SELECT text_bytes FROM publication')).toEqual([
		{ text_bytes: expect.stringContaining('till förslagen') },
	])
	expect((await publishedRecord(world.server.client)).decision).toMatchObject({
		votedTextHash: voted,
		editorialChanges: [{ note: 'Förslagen är två.' }],
	})
})

test('an editorial change is refused where the bylaws did not authorise it', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo'], 'writtenProcedure')
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	const [block] = await all(world, "SELECT block_id FROM block_version WHERE content LIKE '%positiva%'")
	const command = {
		statementId,
		blockId: block?.block_id as BlockId,
		text: 'Nytt',
		note: 'Slip',
		signoffDueAt: world.clock.now + DAY,
	} as const
	const refused = await makeEditorialChange(world.deps, world.order(world.chair, command))
	expect(codeOf(refused)).toBe('editorialNotAuthorised')
})

test('a secret paper cannot be tied to its voter, is final, and is counted', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	const { deps, order, members } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const choices: Choice[] = ['yes', 'no', 'yes']
	for (const [index, member] of members.entries()) {
		const { associationId, delegate } = member
		const command = { ...ballot, associationId, choice: choices[index] as Choice }
		granted(await castPaper(deps, order(delegate, command, `paper-${index}`)))
		expect(codeOf(await castPaper(deps, order(delegate, command, `again-${index}`)))).toBe('secretVoteFinal')
	}
	// Whatever was voted, every trace but the papers reads the same with yes, no and abstain exchanged.
	const traces = JSON.stringify([
		await all(world, "SELECT * FROM act WHERE kind = 'castPaper'"),
		await all(world, "SELECT * FROM event WHERE type = 'paperCast'"),
		await all(world, 'SELECT * FROM turnout'),
		await all(world, 'SELECT * FROM outbox'),
	])
	expect(traces).not.toMatch(/"(yes|no|abstain)"|choice/)
	expect(await all(world, "SELECT sql FROM sqlite_master WHERE name = 'paper'")).toEqual([
		{ sql: expect.stringMatching(/WITHOUT ROWID/) },
	])
	const papers = await all(world, 'SELECT * FROM paper')
	expect(papers.map((paper) => Object.keys(paper).sort())).toEqual(Array(3).fill(['ballot_id', 'choice', 'key']))
	// A UUIDv7 would tell the millisecond the paper was cast.
	for (const paper of papers) expect(paper.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
	// Had the choice gone into the payload's hash, trying all three would find it.
	const { associationId } = members[0] as Member
	const stored = (await all(world, "SELECT payload_hash FROM act WHERE kind = 'castPaper'")).map(
		(row) => row.payload_hash,
	)
	expect(stored).toContain(await hashOfOrder('castPaper', { ...ballot, associationId }))
	for (const choice of CHOICES) {
		expect(stored).not.toContain(await hashOfOrder('castPaper', { ...ballot, associationId, choice }))
	}

	granted(await closeBallot(deps, order(world.chair, ballot)))
	const [closed] = await all(world, 'SELECT outcome FROM ballot')
	expect(JSON.parse(String(closed?.outcome))).toMatchObject({ yes: 2, no: 1, abstain: 0, silent: 0, result: 'adopted' })
})

test('an open vote cannot be cast in a secret ballot by the wrong door, nor a paper in an open one', async () => {
	await using secret = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	const statementId = await draftStatement(secret)
	await openedBallot(secret, statementId)
	expect(codeOf(await vote(secret, statementId, secret.members[0] as Member, { choice: 'yes' }))).toBe('ballotIsSecret')
	expect(await all(secret, "SELECT * FROM act WHERE kind = 'castVote'")).toEqual([])

	await using open = await createCoalitionWorld(['Attention'])
	const other = await draftStatement(open)
	const ballot = await openedBallot(open, other)
	const { associationId, delegate } = open.members[0] as Member
	const command = { ...ballot, associationId, choice: 'yes' } as const
	expect(codeOf(await castPaper(open.deps, open.order(delegate, command)))).toBe('ballotIsOpen')
})

test('an erased person is nowhere to be found, and what they did stands', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, members } = world
	const member = members[0] as Member
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	granted(await publish(world, statementId))
	await erasePerson(deps, member.delegate)
	const tables = await all(world, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
	for (const { name } of tables) {
		const dump = JSON.stringify(await all(world, `SELECT * FROM "${name}"`))
		expect(dump, `table ${name}`).not.toMatch(/Disa Attention|attention@example\.org/)
	}
	expect(await all(world, 'SELECT choice FROM vote')).toHaveLength(3)
	expect(codeOf(await vote(world, statementId, member, { choice: 'no' }))).toBe('signInRequired')

	// A signatory named in a published text: the block is withheld, the record and its hash stand.
	const [before] = await all(world, 'SELECT record_hash, record_bytes FROM publication')
	const [signature] = await all(world, "SELECT block_id FROM block_version WHERE content LIKE '%Signatär%'")
	const redaction = { statementId, blockId: signature?.block_id as BlockId, ground: 'Samtycket togs tillbaka.' }
	granted(await redactBlock(deps, order(chair, redaction)))
	expect(await all(world, 'SELECT record_hash, record_bytes FROM publication')).toEqual([before])
	expect(await all(world, 'SELECT block_id FROM redaction')).toEqual([{ block_id: signature?.block_id }])
	expect(String(before?.record_bytes)).not.toContain('Signatär')
})

test('every table made from events is the same after a rebuild', async () => {
	await using world = await createCoalitionWorld()
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await everyoneVotesYes(world, statementId)
	granted(await publish(world, statementId))
	const before = await snapshot(world.server.client)
	expect(await rebuild(world.server.client)).toBeGreaterThan(10)
	expect(await snapshot(world.server.client)).toEqual(before)
})
