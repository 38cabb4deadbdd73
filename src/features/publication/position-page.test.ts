import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { golden } from '#test/support/golden.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'

const PAGE = '/nsph-stockholm/2022/1'

let app: TestApp
const get = (path: string) => app.browser().get(path)
const textAt = async (path: string) => (await get(path)).text()

beforeAll(async () => {
	const world = await createGoldenWorld()
	await publish(world, { answers: { 0: { declines: 'Vi håller inte med.' } } })
	app = testApp(world)
})
afterAll(() => app.world[Symbol.asyncDispose]())

const positions = golden.blocks.flatMap((block) => (block.kind === 'position' ? [block.text] : []))
const subPoints = golden.blocks.flatMap((block) => (block.kind === 'subPoint' ? [block.text] : []))
const linesOf = async (path: string) => shownLines(elementOf(await textAt(path), /<main/))

test('each position has a page that says what it says, whose it is and where it stands', async () => {
	const lines = await linesOf(`${PAGE}/p/9`)
	expect(lines).toContain('Ståndpunkt 9')
	expect(lines).toContain(positions[8])
	for (const [index, text] of subPoints.entries()) {
		expect(lines.join('\n')).toContain(`9 ${'abcd'[index]} ${text}`)
	}
	expect(lines).toContain('8 av 9 föreningar står bakom.')
	const page = await textAt(`${PAGE}/p/9`)
	expect(page).toContain(`<a href="${PAGE}#p9">`)
	expect(page).toContain(`<a href="${PAGE}/p/9b">9 b</a>`)
	expect(page).toContain(`<meta property="og:title" content="NSPH-SL 2022:1: Ståndpunkt 9"`)
	expect(page).toContain(`<link rel="canonical" href="${ORIGIN}${PAGE}/p/9"`)
	expect(page).not.toContain('<script')
})

test('a sub-point names the position it belongs to, in English too', async () => {
	const lines = await linesOf(`/en${PAGE}/p/9b`)
	expect(lines).toContain('Position 9 b')
	expect(lines).toContain(`Position 9: ${positions[8]}`)
	expect(lines).toContain(subPoints[1])
	expect(lines).not.toContain(subPoints[2])
	const page = await textAt(`/en${PAGE}/p/9b`)
	expect(page).toContain(`<a href="/en${PAGE}/p/9">Position 9</a>`)
	expect(page).toContain(`<a href="/en${PAGE}#p9b">`)
	expect(page).toContain(`<a href="${PAGE}/p/9b" hreflang="sv" lang="sv">`)
})

test('it is cited as text, Markdown and BibTeX, each with the address of its place in the text', async () => {
	const lines = await linesOf(`${PAGE}/p/7`)
	const address = `${ORIGIN}${PAGE}#p7`
	expect(lines).toContain(
		`NSPH Stockholms län, NSPH-SL 2022:1, ståndpunkt 7: ”${positions[6]}”, 14 oktober 2022. ${address}`,
	)
	const all = lines.join('\n')
	expect(all).toContain(`— [NSPH-SL 2022:1, ståndpunkt 7](${address}), NSPH Stockholms län, 14 oktober 2022`)
	expect(all).toContain('@techreport{nsph-stockholm-2022-1-p7,')
	expect(all).toContain(`url = {${address}}`)
})

test('what there is not is answered 404 with the way on, and each has one address', async () => {
	for (const place of ['0', '11', '9e', '09', '7a', '1aa']) {
		const response = await get(`${PAGE}/p/${place}`)
		expect(response.status, place).toBe(404)
		expect(await response.text()).toContain(`Det finns ingen ståndpunkt ${place} i NSPH-SL 2022:1.`)
	}
	expect((await get('/nsph-stockholm/2022/2/p/1')).status).toBe(404)
	expect((await get('/finns-inte/2022/1/p/1')).status).toBe(404)
	expect((await get(`${PAGE}/p/9B`)).headers.get('location')).toBe(`${PAGE}/p/9b`)
})

test('one that is withheld says so, wherever it would be said', async () => {
	await using world = await createGoldenWorld({ listed: false })
	const blocks = [
		{ kind: 'position', text: 'En hemlighet.' },
		{ kind: 'subPoint', text: 'En till.' },
	] as const
	const statementId = await publish(world, { blocks })
	await withholdBlocks(world, statementId, 'hemlighet')
	const browser = testApp(world).browser()
	for (const place of ['1', '1a']) {
		const page = await (await browser.get(`${PAGE}/p/${place}`)).text()
		expect(page).not.toContain('hemlighet')
		expect(page).toContain(`[Uppgift borttagen: ${GROUND}]`)
		expect(page.includes('Texten i den här ståndpunkten är borttagen.')).toBe(place === '1')
		expect(page).toContain('<meta name="robots" content="noindex"')
	}
})
