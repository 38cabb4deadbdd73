import { expect, test } from 'vitest'
import { addedGroup, banked, keptText, positionOf } from '#test/support/banked.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, forged, imported } from '#test/support/exported.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { meanLikeness } from '#usecases/position/mean-likeness.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'

async function sorted() {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const adoptedIn = await banked(world)
	const group = await addedGroup(world)
	const position = { adoptedIn, number: 1, groupIds: [group], level: 'service' as const }
	granted(await sortPositions(deps, order(chair, { positions: [position] })))
	const statementId = await draftStatement(world)
	const about = (await positionOf(world, statementId)) as never as { blockId: never; versionId: never }
	granted(await meanLikeness(deps, order(chair, { statementId, ...about, adoptedIn, number: 1, meant: true })))
	await keptText(world)
	const { position_sorting, position_group, likeness_meant, standard_text } = await exportedRows(world.server.client)
	const rows = { position_sorting, position_group, likeness_meant, standard_text }
	return { group, rows, file: await exported(world.server.client, SLUG) }
}

test('how the bank is sorted, what is meant and what is kept move with their coalition', async () => {
	const { rows, file } = await sorted()
	for (const table of Object.values(rows)) expect(table).toHaveLength(1)
	const other = await emptyWorld()
	expect(await imported(other.server.client, file)).toMatchObject({ ok: true })
	expect(await exportedRows(other.server.client)).toMatchObject(rows)
})

test('an export is refused that sorts positions by what is none of its groups', async () => {
	const { group, file } = await sorted()
	const other = await emptyWorld()
	const forgery = await forged(file, (entries) => {
		entries['log.ndjson'] = (entries['log.ndjson'] ?? '').replace(
			`"groupIds":["${group}"]`,
			'"groupIds":["01a18908-8780-7eb5-8a3d-89f4d92518eb"]',
		)
	})
	expect(await imported(other.server.client, forgery)).toEqual({
		ok: false,
		reason: expect.stringContaining('something is sorted in it that is not in it'),
	})
})
