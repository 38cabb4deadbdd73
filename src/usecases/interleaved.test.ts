import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { publishedRecord } from '#test/support/published-record.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	type OfBallot,
	openedBallot,
} from '#test/support/world.ts'
import { castVote } from './deciding/cast-vote.ts'
import { closeBallot } from './deciding/close-ballot.ts'
import type { Deps } from './perform.ts'
import { publishStatement } from './publication/publish-statement.ts'
import { answerSignoff } from './signing/answer-signoff.ts'
import { makeEditorialChange } from './signing/make-editorial-change.ts'
import { editDocument } from './statement/edit-document.ts'
import { referBack } from './statement/move-statement.ts'

/** Deps with which the nth read is followed, before anything is decided on it, by somebody else's act. */
function whileReading({ deps, server }: CoalitionWorld, act: () => Promise<unknown>, nth = 1): Deps {
	let reads = 0
	const db = database({
		batch: async (statements, mode) => {
			const found = await server.client.batch(statements, mode)
			if (mode === 'read') reads += 1
			if (mode === 'read' && reads === nth) await act()
			return found
		},
	})
	return { ...deps, db }
}

async function row(world: CoalitionWorld, sql: string): Promise<Record<string, unknown>> {
	return { ...(await world.server.client.execute(sql)).rows[0] }
}

async function votedOn(world: CoalitionWorld): Promise<OfBallot> {
	const { deps, order, members } = world
	const ballot = await openedBallot(world, await draftStatement(world))
	for (const { associationId, delegate } of members) {
		const vote = { associationId, choice: 'yes', signs: true, dissent: null, method: 'web' } as const
		granted(await castVote(deps, order(delegate, { ...ballot, ...vote })))
	}
	return ballot
}

test('a ballot counted while its text is sent back decides nothing', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const ballot = await votedOn(world)
	const { statementId } = ballot
	const back = async () => granted(await referBack(deps, order(chair, { statementId, reason: 'Ett stycke fattas.' })))
	const closed = await closeBallot(whileReading(world, back, 2), order(chair, ballot))
	expect(codeOf(closed)).toBe('ballotVoided')
	expect(await row(world, 'SELECT stage, text_hash FROM statement')).toEqual({ stage: 'drafting', text_hash: null })
	expect(await row(world, 'SELECT COUNT(*) AS signoffs FROM signoff')).toEqual({ signoffs: 0 })
})

test('a ballot counted while its text is up for another decides neither', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const ballot = await votedOn(world)
	const { statementId } = ballot
	const again = async () => {
		granted(await referBack(deps, order(chair, { statementId, reason: 'Ett stycke fattas.' })))
		await openedBallot(world, statementId)
	}
	const closed = await closeBallot(whileReading(world, again, 2), order(chair, ballot))
	expect(codeOf(closed)).toBe('ballotVoided')
	expect(await row(world, 'SELECT stage FROM statement')).toEqual({ stage: 'deciding' })
	expect(await row(world, 'SELECT COUNT(*) AS counted FROM ballot WHERE outcome IS NOT NULL')).toEqual({ counted: 0 })
})

test('a sign-off taken back while the statement is being published does not stand in the record', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const ballot = await votedOn(world)
	const { statementId, textHash } = ballot
	granted(await closeBallot(deps, order(chair, ballot)))
	const { associationId, delegate } = world.members[0] as Member
	const answer = { associationId, answer: 'declined', reason: 'Vi ångrar oss.', textHash, method: 'web' } as const
	const decline = async () => granted(await answerSignoff(deps, order(delegate, { statementId, ...answer })))
	granted(await publishStatement(whileReading(world, decline), order(chair, { statementId, textHash })))
	const [first] = (await publishedRecord(world.server.client)).associations
	expect(first).toMatchObject({ signoff: 'declined', reason: 'Vi ångrar oss.' })
})

test('nobody is told that they signed a text that was mended while they pressed', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const ballot = await votedOn(world)
	const { statementId, textHash } = ballot
	granted(await closeBallot(deps, order(chair, ballot)))
	const { block_id } = await row(world, "SELECT block_id FROM block_version WHERE content LIKE '%positiva%'")
	const mended = { text: 'Vi är positiva till förslagen.', note: 'Ett ord.', signoffDueAt: world.clock.now + 20 * DAY }
	const change = { blockId: block_id as BlockId, ...mended }
	const mend = async () => granted(await makeEditorialChange(deps, order(chair, { statementId, ...change })))
	const { associationId, delegate } = world.members[0] as Member
	const answer = { associationId, answer: 'signed', reason: '', textHash, method: 'web' } as const
	const signed = await answerSignoff(whileReading(world, mend), order(delegate, { statementId, ...answer }))
	expect(codeOf(signed)).toBe('textChanged')
})

test('an edit read before its block was split, joined or removed is not lost, and doubles nothing', async () => {
	for (const how of ['split', 'join', 'remove'] as const) {
		await using world = await createCoalitionWorld()
		const { deps, order, chair, members } = world
		const statementId = await draftStatement(world)
		const text = "SELECT id, block_id FROM block_version WHERE content LIKE '%arvoderade%'"
		const { id, block_id } = await row(world, text)
		const at = { blockId: block_id as BlockId, basedOn: id as BlockVersionId }
		const edits = {
			split: { do: 'split', ...at, at: 20 },
			join: { do: 'join', ...at },
			remove: { do: 'remove', ...at },
		}
		const edit = edits[how] as { do: 'remove' } & typeof at
		const rearrange = async () => granted(await editDocument(deps, order(chair, { statementId, edit })))
		const typed = { do: 'edit', ...at, content: { kind: 'position', text: 'Arvode och resor.' } } as const
		const { delegate } = members[0] as Member
		const saved = await editDocument(whileReading(world, rearrange), order(delegate, { statementId, edit: typed }))
		expect(codeOf(saved)).toBe(how === 'split' ? 'blockChanged' : 'blockGone')
		expect(await row(world, "SELECT COUNT(*) AS written FROM event WHERE type = 'blockEdited'")).toEqual({ written: 0 })
	}
})

test('a split or join read before a block was edited does not undo the edit', async () => {
	for (const how of ['split', 'join'] as const) {
		await using world = await createCoalitionWorld()
		const { deps, order, chair, members } = world
		const statementId = await draftStatement(world)
		const found = async (word: string) => {
			const { id, block_id } = await row(world, `SELECT id, block_id FROM block_version WHERE content LIKE '%${word}%'`)
			return { blockId: block_id as BlockId, basedOn: id as BlockVersionId }
		}
		const [before, own] = [await found('arvoderade'), await found('långsiktig')]
		const text = 'Brukarrepresentanter ska ha arvode, och föreningarna ersättning.'
		const content = { kind: 'position', text } as const
		const typed = { do: 'edit', ...(how === 'split' ? own : before), content } as const
		const { delegate } = members[0] as Member
		const write = async () => granted(await editDocument(deps, order(delegate, { statementId, edit: typed })))
		const edit = how === 'split' ? ({ do: 'split', ...own, at: 20 } as const) : ({ do: 'join', ...own } as const)
		const saved = await editDocument(whileReading(world, write), order(chair, { statementId, edit }))
		expect(codeOf(saved)).toBe(how === 'split' ? 'blockChanged' : 'granted')
		const { written } = await row(
			world,
			`SELECT GROUP_CONCAT(content, ' ') AS written FROM block JOIN block_version ON block_version.id = block.version_id
				WHERE block.id IN (SELECT value FROM statement, json_each(block_order))`,
		)
		expect(String(written)).toContain(text)
	}
})
