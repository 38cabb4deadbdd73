import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { contestedStatement, importedStatement } from '#test/support/imported.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { removeOlder } from '#usecases/publication/older.ts'

let world: CoalitionWorld
let app: TestApp
const get = (path: string) => app.browser().get(`/${SLUG}${path}`)
const textAt = async (path: string) => (await get(path)).text()
const linesOf = async (path: string) => shownLines(elementOf(await textAt(path), /<main/))

beforeAll(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	await importedStatement(world, { number: 3 })
	await importedStatement(world, { number: null })
})
afterAll(() => world[Symbol.asyncDispose]())

test('each position of an older statement has a page that says it was brought in, and how it is cited, numbered or not', async () => {
	for (const [number, label] of [
		['3', '2017:3'],
		['a1', '2017:a1'],
	] as const) {
		const page = `/2017/${number}`
		const lines = (await linesOf(`${page}/p/1a`)).join('\n')
		expect(lines).toContain('beslutat innan Samsvar användes.')
		expect(lines).toContain('Ståndpunkt 1: Anhöriga ska få stöd under vårdtiden.')
		expect(lines).toContain('Även barn.')
		expect(lines).toContain(`ståndpunkt 1 a: ”Även barn.”, 3 maj 2017. ${ORIGIN}/${SLUG}${page}#p1a`)
		expect(lines).toContain(label)
		const whole = await textAt(page)
		expect(whole).toContain(`<a href="/${SLUG}${page}/p/1a" aria-label="Ståndpunkt 1 a">`)
		expect(whole).toContain('id="p1a"')
	}
})

test('what it does not have is not found, and neither is what no statement is under', async () => {
	for (const path of ['/2017/3/p/2', '/2017/a1/p/1c', '/2017/a9/p/1', '/2017/4/p/1', '/2017/a01/p/1'])
		expect((await get(path)).status, path).toBe(404)
})

test('whoever does not know of the statement is named on its positions too', async () => {
	await contestedStatement(world, 5)
	expect(await textAt('/2017/5/p/1')).toContain('säger att föreningen inte känner till det här.')
})

test('other sites show it as a quote with its source', async () => {
	for (const number of ['3', 'a1']) {
		const address = `${ORIGIN}/${SLUG}/2017/${number}/p/1`
		const answer = await app.browser().get(`/oembed?url=${encodeURIComponent(address)}`)
		const { title, html } = JSON.parse(await answer.text())
		expect(title).toMatch(/2017:(3|a1): Ståndpunkt 1$/)
		expect(html).toContain('<p>Anhöriga ska få stöd under vårdtiden.</p>')
		expect(html).toContain(`href="${address}"`)
	}
})

test('of one that was taken away nothing is quoted', async () => {
	const { olderId, place } = await importedStatement(world, { number: 7 })
	const order = world.order(world.chair, { olderId, reason: 'Fel dokument.' })
	granted(await removeOlder(world.deps, order))
	const page = await get(`/2017/${place}/p/1`)
	expect(page.status).toBe(410)
	expect(await page.text()).not.toContain('Anhöriga ska få stöd')
	const address = encodeURIComponent(`${ORIGIN}/${SLUG}/2017/${place}/p/1`)
	expect((await app.browser().get(`/oembed?url=${address}`)).status).toBe(404)
})
