import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { golden } from '#test/support/golden.ts'
import { jsonFaults } from '#test/support/json-rules.ts'
import { createGoldenWorld, INQUIRY, PLANTED, publish } from '#test/support/published.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'
import type { World } from '#test/support/world.ts'

const FILE = '/nsph-stockholm/open-data.jsonl'
const line = z.looseObject({ kind: z.string() })
const schema = z
	.looseObject({})
	.parse(JSON.parse(await readFile(new URL('../../../docs/open-data.schema.json', import.meta.url), 'utf8')))
const faults = jsonFaults(schema)

/** The lines of a file, each as the schema has it. */
async function linesAt(world: World, path = FILE) {
	const response = await testApp(world).browser().get(path)
	expect([path, response.status]).toEqual([path, 200])
	expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
	expect(response.headers.get('access-control-allow-origin')).toBe('*')
	const body = await response.text()
	const lines = body
		.trimEnd()
		.split('\n')
		.map((each) => line.parse(JSON.parse(each)))
	for (const each of lines) expect(faults(each)).toEqual([])
	return { body, lines, of: (kind: string) => lines.filter((each) => each.kind === kind) }
}

test('all that is public of a coalition is a line each, in the order and the form that are documented', async () => {
	await using world = await createGoldenWorld()
	const stances = { 7: { stance: 'oppose', reason: 'För dyrt.' } } as const
	const dissent = { kind: 'reservation', text: 'Vi reserverar oss.' } as const
	await publish(world, {
		inquiry: INQUIRY,
		answers: { 0: { stances, dissent }, 1: { choice: 'no', declines: 'Nej.' } },
	})
	const { lines, of, body } = await linesAt(world)
	expect(of('coalition')).toHaveLength(1)
	expect(of('association')).toHaveLength(9)
	expect(of('statement')).toMatchObject([
		{
			label: 'NSPH-SL 2022:1',
			address: `${ORIGIN}/nsph-stockholm/2022/1`,
			title: golden.title,
			inquiry: { title: INQUIRY.title },
			blocks: golden.blocks,
		},
	])
	expect(of('decision')).toMatchObject([{ statement: 'NSPH-SL 2022:1', outcome: { yes: 8, no: 1, electorate: 9 } }])
	expect(of('position').map(({ place }) => place)).toEqual(
		...[['1', '2', '3', '4', '5', '6', '7', '8', '9', '9a', '9b', '9c', '9d', '10']],
	)
	expect(of('answer')).toHaveLength(9)
	expect(of('answer')[0]).toMatchObject({ vote: 'yes', dissent, signoff: 'signed' })
	expect(of('answer')[1]).toMatchObject({ signoff: 'declined', reason: 'Nej.' })
	expect(of('stance')).toMatchObject([{ position: 7, stance: 'oppose', reason: 'För dyrt.' }])
	expect(lines.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])).toEqual([
		...['coalition', 'association', 'statement', 'decision', 'position', 'answer', 'stance', 'answer'],
	])
	expect(body.toLowerCase()).not.toContain(PLANTED.toLowerCase())
	expect(faults({ kind: 'answer' })).not.toEqual([])
})

test('what is withheld is left out, and keeps its place', async () => {
	await using world = await createGoldenWorld({ listed: false })
	const blocks = [
		{ kind: 'paragraph', text: 'En hemlighet.' },
		{ kind: 'position', text: 'Ingen hemlighet längre.' },
	] as const
	await withholdBlocks(world, await publish(world, { blocks }), 'hemlighet')
	const { of, body } = await linesAt(world)
	expect(body).not.toContain('hemlighet')
	expect(of('statement')[0]?.blocks).toEqual([
		{ kind: 'withheld', ground: GROUND },
		{ kind: 'withheld', ground: GROUND },
	])
	expect(of('position')).toMatchObject([{ place: '1', text: null }])
	expect((await testApp(world).browser().get(FILE)).headers.get('x-robots-tag')).toBe('noindex')
})

test('a secret vote is no association’s', async () => {
	await using world = await createGoldenWorld({ preset: 'secret' })
	await publish(world)
	expect((await linesAt(world)).of('answer').map(({ vote }) => vote)).toEqual(Array(9).fill(null))
})

test('many statements come in parts, each leading on to the next, until all have been there once', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	// Copies of the one row: what is tried is the list, not the publishing.
	await world.server.client.execute(
		`INSERT INTO publication SELECT 'copy-' || value, coalition_id, 2021 - value / 30, 1 + value % 30, label, title, text_hash,
			record_hash, text_bytes, record_bytes, published_at, sealed_text, revealed, overview, accent, logo FROM publication, json_each('[${Array.from({ length: 60 }, (_, n) => n)}]')`,
	)
	const parts = []
	const paths: string[] = []
	for (let path: string | null = FILE; path !== null; ) {
		paths.push(path)
		const part = await linesAt(world, path)
		parts.push(part)
		const [more] = part.of('more')
		path = more === undefined ? null : String(more.next).slice(ORIGIN.length)
	}
	expect(parts.map(({ of }) => of('statement').length)).toEqual([50, 11])
	expect(parts.map(({ of }) => of('coalition').length)).toEqual([1, 0])
	// Every part is kept as the first is, and no address that somebody made up.
	const madeUp = `${FILE}?before=2020-99`
	expect((await linesAt(world, madeUp)).of('statement')).toHaveLength(30)
	await world.server.client.execute('DELETE FROM publication WHERE year = 2020 AND number > 1')
	expect((await linesAt(world, paths[1])).of('statement')).toHaveLength(11)
	expect((await linesAt(world, madeUp)).of('statement')).toHaveLength(1)
	// A text or a record so large that it fills a part stands in one of its own.
	await world.server.client.execute(
		`UPDATE publication SET text_bytes = json_set(text_bytes, '$.title', printf('%.*c', 4000000, 'x')) WHERE year = 2022`,
	)
	world.clock.now += 61_000
	const first = await linesAt(world)
	expect(first.of('statement')).toHaveLength(1)
	expect(first.of('more')).toHaveLength(1)
})

test('there is none of a coalition that is not there', async () => {
	await using world = await createGoldenWorld()
	expect((await testApp(world).browser().get('/finns-inte/open-data.jsonl')).status).toBe(404)
	expect((await linesAt(world)).of('statement')).toEqual([])
})
