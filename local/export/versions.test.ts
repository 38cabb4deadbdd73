import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { database } from '#db/client.ts'
import { replay } from '#db/replay.ts'
import { rebuild } from '#local/rebuild.ts'
import { openScratch } from '#local/scratch.ts'
import { factReader } from '#schema/facts/read.ts'
import { allRows } from '#test/support/all-rows.ts'
import { exported, imported, ownFolder } from '#test/support/exported.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, createWorld, SLUG } from '#test/support/world.ts'

/** As if an association had first been written without its own field, and in a second version with its name in another. */
const read = factReader({
	associationAdded: [
		z
			.strictObject({ id: z.string(), called: z.string(), area: z.string(), order: z.int() })
			.transform((association) => ({ association })),
		z
			.strictObject({ association: z.object({ called: z.string() }).loose() })
			.transform(({ association: { called, ...rest } }) => ({ association: { ...rest, name: called } })),
	],
})

const ADDED = "type = 'associationAdded' ORDER BY position"

/** A coalition whose three associations were added in versions 1, 2 and 3. */
async function grownWorld() {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'])
	onTestFinished(() => world[Symbol.asyncDispose]())
	const { client } = world.server
	const [first, second, third] = await allRows(client, `SELECT position FROM event WHERE ${ADDED}`)
	const called =
		"json_remove(json_set(payload, '$.association.called', payload ->> '$.association.name'), '$.association.name')"
	const written = [
		[first, 1, `${called} -> '$.association'`],
		[second, 2, called],
		[third, 3, 'payload'],
	] as const
	for (const [row, version, payload] of written) {
		await client.execute({
			sql: `UPDATE event SET version = ?, payload = ${payload} WHERE position = ?`,
			args: [version, Number(row?.position)],
		})
	}
	return world
}

const logOf = (client: Parameters<typeof allRows>[0]) =>
	allRows(client, 'SELECT stream, seq, type, version, payload FROM event ORDER BY stream, seq')

test('replay, rebuild and import bring events of earlier versions forward alike, and leave them as they were written', async () => {
	const { client } = (await grownWorld()).server
	const [tables, log] = [await snapshot(client), await logOf(client)]
	expect(tables.association).toHaveLength(3)
	expect(log.map(({ version }) => version)).toEqual(expect.arrayContaining([1, 2, 3]))

	await using scratch = await openScratch(await ownFolder())
	await replay(database(client), database(scratch.client), { read })
	expect(await snapshot(scratch.client)).toEqual(tables)

	await rebuild(client, await ownFolder(), read)
	expect(await snapshot(client)).toEqual(tables)
	expect(await logOf(client)).toEqual(log)

	const other = await createWorld()
	onTestFinished(() => other[Symbol.asyncDispose]())
	const file = await exported(client, SLUG)
	expect(await imported(other.server.client, file, undefined, undefined, read)).toMatchObject({ ok: true })
	expect(await snapshot(other.server.client)).toEqual(tables)
	expect(await logOf(other.server.client)).toEqual(log)
	expect((await readFile(await exported(other.server.client, SLUG))).equals(await readFile(file))).toBe(true)
})

test('how people had signed in goes along', async () => {
	const world = await createCoalitionWorld(['Attention'])
	onTestFinished(() => world[Symbol.asyncDispose]())
	const { client } = world.server
	await client.execute("UPDATE act SET way = 'card' WHERE kind = 'addAssociation'")
	const other = await createWorld()
	onTestFinished(() => other[Symbol.asyncDispose]())
	expect(await imported(other.server.client, await exported(client, SLUG))).toMatchObject({ ok: true })
	const ways = 'SELECT kind, way FROM act ORDER BY at, id'
	expect(await allRows(other.server.client, ways)).toEqual(await allRows(client, ways))
	expect(await allRows(other.server.client, 'SELECT way FROM act WHERE way IS NOT NULL')).toEqual([{ way: 'card' }])
})

test.each([
	[
		'type',
		"UPDATE event SET type = 'associationAdored' WHERE type = 'associationAdded'",
		'associationAdored, version 1',
	],
	['version', "UPDATE event SET version = 2 WHERE type = 'associationAdded'", 'associationAdded, version 2'],
])(
	'an event of a newer %s is refused by all three with the same sentence, and nothing is changed',
	async (_name, change, named) => {
		const world = await createCoalitionWorld(['Attention'])
		onTestFinished(() => world[Symbol.asyncDispose]())
		const { client } = world.server
		await client.execute(change)
		const sentence = `an event of type ${named}, which a newer Samsvar wrote: this one is too old for it. Update first.`
		const tables = await snapshot(client)

		await using scratch = await openScratch(await ownFolder())
		await expect(replay(database(client), database(scratch.client))).rejects.toThrow(`There is ${sentence}`)
		await expect(rebuild(client, await ownFolder())).rejects.toThrow(`There is ${sentence}`)
		expect(await snapshot(client)).toEqual(tables)

		const other = await createWorld()
		onTestFinished(() => other[Symbol.asyncDispose]())
		const file = await exported(client, SLUG)
		expect(await imported(other.server.client, file)).toEqual({ ok: false, reason: `${file} has ${sentence}` })
		expect(await snapshot(other.server.client)).toMatchObject({ coalition: [] })
	},
)
