import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, forged, imported } from '#test/support/exported.ts'
import { importedStatement, keptFile } from '#test/support/imported.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'

async function archive() {
	await using world = await createCoalitionWorld()
	await importedStatement(world, { year: 2022, number: 2, files: [await keptFile(world)] })
	await importedStatement(world, { number: null })
	granted(await publish(world, await decidedStatement(world)))
	const rows = await allRows(world.server.client, 'SELECT * FROM older_statement ORDER BY label')
	return { file: await exported(world.server.client, SLUG), rows }
}

test('older statements move with their coalition, and the series goes on after them there too', async () => {
	const { file, rows } = await archive()
	const { server } = await emptyWorld()
	expect(await imported(server.client, file)).toMatchObject({ ok: true })
	expect(await allRows(server.client, 'SELECT * FROM older_statement ORDER BY label')).toEqual(rows)
	expect(await allRows(server.client, 'SELECT number FROM publication')).toEqual([{ number: 3 }])
})

test('an export is refused whose series does not go on after the highest that was brought in', async () => {
	const { file } = await archive()
	const { server } = await emptyWorld()
	const lower = (entries: Record<string, string>) => {
		entries['log.ndjson'] = (entries['log.ndjson'] ?? '').replaceAll(
			'"year":2022,"number":2,"place":"2"',
			'"year":2022,"number":1,"place":"1"',
		)
	}
	const refused = await imported(server.client, await forged(file, lower))
	expect(refused).toEqual({ ok: false, reason: expect.stringContaining('does not follow on the number before it') })
})
