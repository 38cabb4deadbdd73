import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { EVERY_ACT } from '#test/support/every-act.ts'
import { SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import { createCoalitionWorld, draftStatement, granted, openedBallot } from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'

const acts = Object.entries(EVERY_ACT)
const NAMES = ['Attention', 'AnBo', 'Shedo']

/** Of the writes of an act, its own; that somebody tried is counted before, whatever comes of it. */
const when = (sqls: readonly string[]) => sqls.some((sql) => sql.startsWith('INSERT INTO act '))

async function rowsBesideTries(client: Client) {
	const { rate_limit: _tries, ...rows } = await dump(client)
	return rows
}

test.each(acts)(
	'%s: with its connection broken before it was done nothing is done; with its reply lost it fails at the door, is done, and is not done again',
	async (kind, act) => {
		await using world = await createCoalitionWorld(NAMES, act.preset, 'never')
		const { client, faults } = world.server
		const send = await act.prepare(world)
		const before = await rowsBesideTries(client)
		faults.push({ at: 'beforeCommit', does: 'drop', when })
		await expect(send()).rejects.toThrow('fetch failed')
		expect(await rowsBesideTries(client)).toEqual(before)
		faults.pop()
		faults.push({ at: 'afterCommit', does: 'drop', when })
		await expect(send()).rejects.toThrow('fetch failed')
		const done = await rowsBesideTries(client)
		expect(done.act).toHaveLength((before.act?.length ?? 0) + 1)
		// Were anything written again, its reply would be lost again.
		const again = granted(await send())
		expect(again.replayed).toBe(true)
		expect(
			await countOf(client, 'FROM act WHERE kind = ? AND result = ?', [kind, JSON.stringify(again.value)]),
		).toBeGreaterThan(0)
		expect(await rowsBesideTries(client)).toEqual(done)
	},
)

test('closing goes on where it was when each of its replies was lost, and counts once', async () => {
	await using world = await createCoalitionWorld(NAMES, undefined, 'never')
	const { deps, order, chair, members, server } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	for (const member of members) {
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, SIGNED_YES))))
	}
	const close = order(chair, ballot)
	server.faults.push({ at: 'afterCommit', does: 'drop' })
	await expect(closeBallot(deps, close)).rejects.toThrow('fetch failed')
	expect(await countOf(server.client, 'FROM ballot WHERE closed_at IS NOT NULL AND outcome IS NULL')).toBe(1)
	await expect(closeBallot(deps, close)).rejects.toThrow('fetch failed')
	const done = await dump(server.client)
	expect(granted(await closeBallot(deps, close)).replayed).toBe(true)
	expect(await dump(server.client)).toEqual(done)
	expect(await countOf(server.client, "FROM event WHERE type IN ('ballotClosed', 'ballotDecided')")).toBe(2)
	expect(await countOf(server.client, 'FROM signoff')).toBe(members.length)
})
