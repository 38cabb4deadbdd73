import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { EVERY_ACT } from '#test/support/every-act.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, createCoalitionWorld, granted } from '#test/support/world.ts'

const ACTS = ['takeNotice', 'confirmNotice', 'discardNotice', 'attachFile', 'removeFile'] as const

async function done(world: CoalitionWorld, name: (typeof ACTS)[number]): Promise<void> {
	const send = await EVERY_ACT[name].prepare(world)
	granted(await send())
}

test('letters and files are the same after a rebuild, whatever was done with them', async () => {
	await using world = await createCoalitionWorld()
	for (const name of ACTS) await done(world, name)
	const { client } = world.server
	const statuses = await allRows(client, 'SELECT status FROM notice ORDER BY status')
	expect(statuses.map(({ status }) => status)).toEqual(['confirmed', 'discarded', 'waiting'])
	// Of a discarded letter, and the one that was taken away.
	expect(await allRows(client, 'SELECT id FROM file WHERE removed_at IS NOT NULL')).toHaveLength(2)
	const before = await snapshot(client)
	await rebuild(client)
	expect(await snapshot(client)).toEqual(before)
})

test('the bytes of two letters that are alike are kept once, under coalition and hash', async () => {
	await using world = await createCoalitionWorld()
	await done(world, 'takeNotice')
	await done(world, 'takeNotice')
	const [row] = await allRows(world.server.client, 'SELECT coalition_id, sha256, size FROM file')
	expect(await world.store.kept()).toEqual([`${world.store.directory}/${row?.coalition_id}/${row?.sha256}`])
})
