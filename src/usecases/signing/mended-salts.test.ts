import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { asFixedBefore } from '#test/support/earlier-text.ts'
import { decidedStatement, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { makeEditorialChange } from './make-editorial-change.ts'

async function mend({ server, deps, order, chair, clock }: CoalitionWorld) {
	const sql = "SELECT statement_id, block_id FROM block_version WHERE content LIKE '%positiva%'"
	const [row] = await allRows(server.client, sql)
	const change = {
		...{ statementId: row?.statement_id as never, blockId: row?.block_id as BlockId, note: 'Förslagen är två.' },
		...{ text: 'Vi är positiva till förslagen.', signoffDueAt: clock.now + 20 * DAY },
	}
	granted(await makeEditorialChange(deps, order(chair, change)))
	return allRows(server.client, 'SELECT salts FROM revision ORDER BY rowid')
}

test('a mended block is hashed under a salt that the text it had was not', async () => {
	await using world = await createCoalitionWorld()
	await decidedStatement(world)
	const [voted, mended] = (await mend(world)).map(({ salts }) => JSON.parse(String(salts)))
	expect(mended.title).toBe(voted.title)
	const same = voted.blocks.map((salt: string, index: number) => salt === mended.blocks[index])
	expect(same).toEqual([false, true, true, true])
})

test('a text that was fixed before there were salts is mended without', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, members } = world
	const statementId = await draftStatement(world)
	const opened = await openedBallot(world, statementId)
	const ballot = { ...opened, textHash: await asFixedBefore(world, statementId) }
	for (const member of members) {
		const vote = voteCommand(ballot, member, { choice: 'yes', signs: true })
		granted(await castVote(deps, order(member.delegate, vote)))
	}
	granted(await closeBallot(deps, order(chair, ballot)))
	expect(await mend(world)).toEqual([{ salts: null }, { salts: null }])
})
