import { expect, test } from 'vitest'
import { testApp } from '#test/support/app.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, forged, imported } from '#test/support/exported.ts'
import { importedStatement } from '#test/support/imported.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { sortedUnder } from '#test/support/sorted.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'

async function sorted() {
	await using world = await createCoalitionWorld()
	const statementId = await decidedStatement(world)
	granted(await publish(world, statementId))
	const { olderId } = await importedStatement(world)
	await sortedUnder(world, { kind: 'statement', id: statementId }, 'Tvångsvård', 'LSS')
	await sortedUnder(world, { kind: 'older', id: olderId }, 'Unga')
	const { topic, statement_topic: chosen } = await exportedRows(world.server.client)
	return { statementId, topic, chosen, file: await exported(world.server.client, SLUG) }
}

test('topics move with their coalition, and its archive is sorted by them there too', async () => {
	const { topic, chosen, file } = await sorted()
	const other = await emptyWorld()
	expect(await imported(other.server.client, file)).toMatchObject({ ok: true })
	expect(await exportedRows(other.server.client)).toMatchObject({ topic, statement_topic: chosen })
	expect(chosen).toHaveLength(3)
	const page = await (await testApp(other).browser().get(`/${SLUG}/archive?topic=unga`)).text()
	expect(page).toContain('2017/3"')
})

test('an export is refused that would sort what is not its own', async () => {
	const { file, statementId } = await sorted()
	const other = await emptyWorld()
	const elsewhere = '01a18908-8780-7eb5-8a3d-89f4d92518eb'
	const forge = (change: (log: string) => string) =>
		forged(file, (entries) => {
			entries['log.ndjson'] = change(entries['log.ndjson'] ?? '')
		})
	const changes = [
		(log: string) =>
			log.replace(
				`"statement":"${statementId}","type":"topicsChosen"`,
				`"statement":"${elsewhere}","type":"topicsChosen"`,
			),
		(log: string) => log.replace(/("olderId":null,"topicIds":\[)"[^"]*"/, `$1"${elsewhere}"`),
	]
	for (const change of changes) {
		const refused = await imported(other.server.client, await forge(change))
		expect(refused).toEqual({
			ok: false,
			reason: expect.stringContaining('something is sorted in it that is not in it'),
		})
	}
})
