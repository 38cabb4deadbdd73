import { expect, test } from 'vitest'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { type CoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'

const bank = href(routes.positions, { coalition: SLUG })

const plain = (html: string) =>
	html
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')

async function scene() {
	const world = await createGoldenWorld()
	const published = await publish(world)
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	return { world, app, published, chair, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const read = async (browser: Browser, path: string) => plain(await (await browser.get(path)).text())
const search = (words: string) => `${bank}?search=${encodeURIComponent(words)}`
const numbersIn = (page: string) =>
	[...page.matchAll(/NSPH-SL 2022:1, ståndpunkt (\d+)/g)].map(([, number]) => Number(number))

test('holds every published position, with its sub-points and where it came from', async () => {
	await using at = await scene()
	const page = await read(at.chair, bank)
	expect(page).toContain('10 ståndpunkter som ni har beslutat om')
	expect(numbersIn(page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
	expect(page).toContain('Personer med samsjuklighet')
})

test('says how many signed the statement, and how many others took the position up in what they published', async () => {
	await using at = await scene()
	const saidOf = async (number: number) => {
		const page = await read(at.chair, bank)
		return page.slice(page.indexOf(`2022:1, ståndpunkt ${number} `)).slice(0, 250)
	}
	expect(await saidOf(9)).toMatch(/9 föreningar skrev under · Inte hämtad till något annat svar/)
	const blocks: Block[] = [{ kind: 'paragraph', text: 'Vi säger det igen.' }]
	const taken = [{ source: at.published, number: 9 }]
	await publish(at.world, { title: 'Igen', blocks, taken, answers: { 0: null }, on: '2022-10-25' })
	await draftWith(at.world, { source: at.published, number: 9 })
	expect(await saidOf(9)).toContain('9 föreningar skrev under · Hämtad till 1 annat svar')
	expect(await saidOf(8)).toContain('Inte hämtad')
	expect(await read(at.chair, bank)).toContain('8 föreningar skrev under · Inte hämtad')
})

/** A text that nobody has published, with a position of the bank. */
async function draftWith(world: CoalitionWorld, position: { readonly source: StatementId; readonly number: number }) {
	const statementId = await draftStatement(world)
	granted(await insertPosition(world.deps, world.order(world.chair, { statementId, ...position })))
}

test('finds words in other forms and within compounds, however they are written, and all of them', async () => {
	await using at = await scene()
	const positions = numbersIn(await read(at.chair, bank)).length
	expect(positions).toBe(10)
	const words = ['brukare', 'BRUKARE', 'samsjuklighetens', 'brukar samsjuklighet', 'zebra', '%', '_', 'o\'brien"']
	const found = Object.fromEntries(
		await Promise.all(words.map(async (word) => [word, numbersIn(await read(at.chair, search(word)))] as const)),
	)
	expect(found.BRUKARE).toEqual(found.brukare)
	expect(found.brukare?.length).toBeGreaterThan(0)
	expect(found.samsjuklighetens).toEqual([9])
	expect(found['brukar samsjuklighet']).toEqual([9])
	expect(found.zebra).toEqual([])
	// Nothing that was typed means anything to the database; without a word, all are shown.
	expect(found['%']).toHaveLength(10)
	expect(found._).toHaveLength(10)
	expect(found['o\'brien"']).toEqual([])
	expect(await read(at.chair, search('zebra'))).toContain('Ingen ståndpunkt innehåller ”zebra”')
})

async function blocksIn({ server }: CoalitionWorld, statementId: StatementId): Promise<Block[]> {
	const { rows } = await server.client.execute({
		sql: `SELECT content FROM statement JOIN json_each(statement.block_order) AS placed
			JOIN block ON block.id = placed.value JOIN block_version ON block_version.id = block.version_id
			WHERE statement.id = ? ORDER BY placed.key`,
		args: [statementId],
	})
	return rows.map(({ content }) => JSON.parse(String(content)))
}

test('puts a position into a text after those there are, sub-points and all, once, and says where it came from', async () => {
	await using at = await scene()
	const statementId = await draftStatement(at.world)
	const params = { coalition: SLUG, statement: statementId }
	const inserting = href(routes.positionInserts, params)
	const page = await (await at.chair.get(`${inserting}?search=samsjuklighet`)).text()
	// After the form that searches.
	const fields = hiddenFields(page.slice(page.indexOf('class="bank"')), inserting)
	expect(fields).toMatchObject({ source: at.published, number: '9' })
	const [first, second] = await Promise.all([at.chair.post(inserting, fields), at.chair.post(inserting, fields)])
	expect([first.status, second.status]).toEqual([303, 303])

	const kinds = (await blocksIn(at.world, statementId)).map(({ kind }) => kind)
	expect(kinds).toEqual([
		...['paragraph', 'position', 'position', 'position', 'subPoint', 'subPoint', 'subPoint', 'subPoint', 'signature'],
	])
	const text = await read(at.chair, href(routes.statement, params))
	expect(text).toContain('Ur NSPH-SL 2022:1, ståndpunkt 9')
	expect(text).not.toContain('ändrad sedan dess')
	expect(await read(at.chair, `${inserting}?search=samsjuklighet`)).toContain('Finns redan i texten')
})

test('says when the wording was changed afterwards', async () => {
	await using at = await scene()
	const statementId = await draftStatement(at.world)
	const params = { coalition: SLUG, statement: statementId }
	const inserting = href(routes.positionInserts, params)
	const done = await at.chair.post(inserting, { key: 'k', source: at.published, number: '1', after: '' })
	const blockId = /#b-(.+)$/.exec(done.headers.get('location') ?? '')?.[1] ?? ''
	const part = href(routes.writing, params, { part: blockId })
	const { seen = '' } = hiddenFields(await (await at.chair.get(part)).text(), part)
	await at.chair.post(href(routes.writing, params), { key: 'l', seen, text: '1. Något annat.' })
	expect(await read(at.chair, href(routes.statement, params))).toContain('ståndpunkt 1 , ändrad sedan dess')
})

test('what is not in the bank, or in another coalition’s, cannot be put in', async () => {
	await using at = await scene()
	const statementId = await draftStatement(at.world)
	const inserting = href(routes.positionInserts, { coalition: SLUG, statement: statementId })
	const statusOf = async (fields: object) => (await at.chair.post(inserting, { key: 'k', ...fields })).status
	expect(await statusOf({ source: at.published, number: '11' })).toBe(404)
	expect(await statusOf({ source: statementId, number: '1' })).toBe(404)
	expect(await statusOf({ source: at.published, number: 'ett' })).toBe(422)
	expect(await statusOf({ source: at.published, number: '1', after: 'ingen' })).toBe(409)
})

test('what was withheld leaves the bank, and a position leaves with its sub-point', async () => {
	await using at = await scene()
	const { rows } = await at.world.server.client.execute({
		sql: "SELECT block_id FROM block_version WHERE statement_id = ? AND content LIKE '%Personer med samsjuklighet%'",
		args: [at.published],
	})
	const blockId = String(rows[0]?.block_id) as BlockId
	const command = { statementId: at.published, blockId, ground: 'samtycket togs tillbaka' }
	granted(await redactBlock(at.world.deps, at.world.order(at.world.chair, command)))
	expect(numbersIn(await read(at.chair, bank))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10])
})

test('an empty bank says how it fills', async () => {
	await using world = await createGoldenWorld()
	const chair = await signedIn(testApp(world), world.chair)
	expect(await read(chair, bank)).toContain('Banken är tom än')
})
