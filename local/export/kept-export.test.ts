import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { testApp } from '#test/support/app.ts'
import { entriesOf, exported, imported } from '#test/support/exported.ts'
import { elementOf } from '#test/support/shown-text.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createWorld } from '#test/support/world.ts'

const KEPT = new URL('../../test/fixtures/demonstration/', import.meta.url)
const file = fileURLToPath(new URL('export.tar', KEPT))
const kept = (name: string) => readFile(new URL(name, KEPT), 'utf8')

async function worldOfKept() {
	const world = await createWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	await world.server.client.execute('DELETE FROM person')
	expect(await imported(world.server.client, file)).toMatchObject({ ok: true, value: { counts: { events: 226 } } })
	return world
}

test('an export of long ago is imported, and shows what was shown then', async () => {
	const browser = testApp(await worldOfKept()).browser()
	const served = async (path: string) => (await browser.get(`/nsph-stockholm/${path}`)).text()
	expect(await served('2022/1.md')).toBe(await kept('statement.md'))
	expect(await served('2022/1.json')).toBe(await kept('record.json'))
	expect(await served('feed.atom')).toBe(await kept('feed.atom'))
	expect(elementOf(await served('2022/1'), /<main/)).toBe(await kept('page.html'))
})

test('its events are kept as they were written, and are rebuilt from', async () => {
	const { client } = (await worldOfKept()).server
	const made = await snapshot(client)
	expect(await rebuild(client)).toBe(226)
	expect(await snapshot(client)).toEqual(made)
	const again = await entriesOf(await exported(client, 'nsph-stockholm'))
	expect(again['log.ndjson']).toBe((await entriesOf(file))['log.ndjson'])
})
