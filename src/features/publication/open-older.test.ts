import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { contestedStatement, importedStatement, keptFile, OLDER } from '#test/support/imported.ts'
import { jsonFaults } from '#test/support/json-rules.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { correctOlder, removeOlder } from '#usecases/publication/older.ts'

const FILE = `/${SLUG}/open-data.jsonl`
const line = z.looseObject({ kind: z.string() })
const schema = z
	.looseObject({})
	.parse(JSON.parse(await readFile(new URL('../../../docs/open-data.schema.json', import.meta.url), 'utf8')))
const faults = jsonFaults(schema)

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

/** The lines of a file, each as the schema has it. */
async function linesAt(path = FILE) {
	const response = await testApp(world).browser().get(path)
	expect([path, response.status]).toEqual([path, 200])
	const lines = (await response.text())
		.trimEnd()
		.split('\n')
		.map((each) => line.parse(JSON.parse(each)))
	for (const each of lines) expect([each, faults(each)]).toEqual([each, []])
	return { lines, of: (kind: string) => lines.filter((each) => each.kind === kind) }
}

test('what was brought in is there as it stands, marked as imported, with its text, files and positions', async () => {
	const file = await keptFile(world)
	const { olderId } = await importedStatement(world, { files: [file] })
	const command = {
		olderId,
		content: { ...OLDER, files: [file], title: 'Svar på strategin' },
		reason: 'Rubriken var fel.',
	}
	granted(await correctOlder(world.deps, world.order(world.chair, command)))
	const { lines, of } = await linesAt()
	const { name, mediaType, size, sha256 } = file
	expect(of('statement')).toEqual([
		{
			...{ kind: 'statement', imported: true, year: 2017, number: 3 },
			label: expect.stringMatching(/2017:3$/),
			address: `${ORIGIN}/${SLUG}/2017/3`,
			coalition: expect.any(String),
			...{ title: 'Svar på strategin', language: 'sv', type: 'response', decidedOn: '2017-05-03' },
			importedAt: expect.stringMatching(/^\d{4}-.*Z$/),
			...{
				inquiry: OLDER.inquiry,
				topics: [],
				standsBehind: OLDER.standsBehind,
				contestedBy: [],
				blocks: OLDER.blocks,
			},
			corrections: [{ at: expect.any(String), reason: 'Rubriken var fel.' }],
			files: [{ name, mediaType, size, sha256, address: `${ORIGIN}/${SLUG}/2017/3/files/${sha256}` }],
		},
	])
	expect(of('position').map(({ place, text }) => [place, text])).toEqual([
		['1', 'Anhöriga ska få stöd under vårdtiden.'],
		['1a', 'Även barn.'],
	])
	// Nothing is known of how it was decided.
	expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['coalition', 'association', 'statement', 'position']))
	const saved = await testApp(world).browser().get(`/${SLUG}/2017/3/files/${sha256}`)
	expect(saved.status).toBe(200)
})

test('who does not know of it is named, and one that was taken away is not there', async () => {
	const { olderId } = await contestedStatement(world)
	expect((await linesAt()).of('statement')).toMatchObject([
		{ contestedBy: [{ association: expect.any(String), reason: 'Vi var inte med då.' }] },
	])
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel svar.' })))
	world.clock.now += 61_000
	const { of } = await linesAt()
	expect([of('statement'), of('position')]).toEqual([[], []])
})

test('what a statement is not known to have answered is null, and one without a number has its place in its address', async () => {
	const inquiry = { title: '', sender: '', references: '' }
	await importedStatement(world, { number: null, inquiry, decidedOn: '2017' })
	expect((await linesAt()).of('statement')).toMatchObject([
		{ number: null, address: `${ORIGIN}/${SLUG}/2017/a1`, inquiry: null, decidedOn: '2017' },
	])
})

test('they stand among those that were published here by their years, over all parts, each once', async () => {
	granted(await publish(world, await decidedStatement(world)))
	await importedStatement(world, { number: 1 })
	for (const number of [null, null, 7]) await importedStatement(world, { number })
	// Copies of rows: what is tried is the list.
	const copies = (count: number) => `json_each('[${Array.from({ length: count }, (_, n) => n)}]')`
	await world.server.client.execute(
		`INSERT INTO publication SELECT 'copy-' || value, coalition_id, 2018, 1 + value, label, title, text_hash, record_hash, text_bytes,
			record_bytes, published_at, sealed_text, revealed, overview, accent, logo FROM publication, ${copies(48)}`,
	)
	await world.server.client.execute(
		`INSERT INTO older_statement SELECT 'older-' || value, coalition_id, 2016, 1 + value, 1 + value, 1 + value, label, title, language, content,
			corrections, imported_at, changed_at, removed_at, removed_reason FROM older_statement, ${copies(60)} WHERE number = 7`,
	)
	const parts: string[][] = []
	const nexts: string[] = []
	for (let path: string | null = FILE; path !== null; ) {
		const { of } = await linesAt(path)
		parts.push(of('statement').map(({ address }) => String(address).slice(`${ORIGIN}/${SLUG}/`.length)))
		const [more] = of('more')
		path = more === undefined ? null : String(more.next).slice(ORIGIN.length)
		if (path !== null) nexts.push(path)
	}
	const counted = (year: number, from: number) => Array.from({ length: from }, (_, n) => `${year}/${from - n}`)
	expect(parts.flat()).toEqual([
		// Copies tell of what they are copies of.
		...Array<string>(49).fill('2022/1'),
		...['2017/7', '2017/1', '2017/a1', '2017/a2'],
		...counted(2016, 60),
	])
	expect(parts.map(({ length }) => length)).toEqual([50, 50, 13])
	expect(nexts).toEqual([`${FILE}?before=2017-7`, `${FILE}?before=2016-14`])
	expect((await linesAt(`${FILE}?before=2017-a1`)).of('statement')[0]).toMatchObject({
		address: `${ORIGIN}/${SLUG}/2017/a2`,
	})
})

test('a part ends before a text that is too large for it, also of one that was brought in', async () => {
	for (const number of [1, 2, 3]) await importedStatement(world, { number })
	await world.server.client.execute(
		`UPDATE older_statement SET content = json_set(content, '$.standsBehind', printf('%.*c', 2500000, 'x'))`,
	)
	expect((await linesAt()).of('statement')).toHaveLength(1)
})
