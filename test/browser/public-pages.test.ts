import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { launchChromium } from '#test/support/browser/person.ts'
import { goldenShownLines } from '#test/support/golden.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'

const GOLDEN = '/nsph-stockholm/2022/1'
const CONTESTED = '/nsph-stockholm/2022/2'
const PATHS = [
	'/',
	'/en',
	'/?search=x',
	'/nsph-stockholm',
	'/en/nsph-stockholm',
	'/nsph-stockholm?search=vården',
	GOLDEN,
	`/en${GOLDEN}`,
	CONTESTED,
	'/nsph-stockholm/2021',
]

let app: TestApp
let browser: Browser

beforeAll(async () => {
	const world = await createGoldenWorld({ demo: true })
	await publish(world, { inquiry: INQUIRY })
	await publish(world, {
		title: 'Ett omstritt svar',
		on: '2022-11-30',
		blocks: [
			{ kind: 'paragraph', text: 'Vi har två synpunkter på vården.[^1]' },
			{ kind: 'position', text: 'Tvångsvården ska följas upp.' },
			{ kind: 'subPoint', text: 'Varje år.' },
			{ kind: 'position', text: 'Föreningarna ska ha en långsiktig finansiering.' },
			{ kind: 'quote', text: '”Inget om oss utan oss.”', source: 'Funktionsrättsrörelsen' },
			{ kind: 'table', header: ['År', 'Anslag'], rows: [['2022', '900 000 kr']] },
			{ kind: 'footnote', label: '1', text: 'Se https://www.example.org/.' },
		],
		answers: {
			0: { stances: { 1: { stance: 'support' }, 2: { stance: 'supportWithChanges' } } },
			1: {
				choice: 'no',
				declines: 'Vi delar inte synen.',
				dissent: { kind: 'reservation', text: 'Tvångsvård ska avskaffas.' },
				stances: { 1: { stance: 'oppose', reason: 'Tvång ska bort.' }, 2: { stance: 'partial' } },
			},
			2: { choice: 'abstain', stances: { 1: { stance: 'abstain' }, 2: { stance: 'noComment' } } },
			3: null,
		},
	})
	app = testApp(world)
	browser = await launchChromium()
})
afterAll(async () => {
	await browser.close()
	await app.world[Symbol.asyncDispose]()
})

/** A page whose every request is answered by the application itself, and what it asked for and complained of. */
async function open(path: string, options: BrowserContextOptions = {}) {
	const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
	const asked: string[] = []
	const complaints: string[] = []
	await context.route('**/*', async (route) => {
		const request = route.request()
		asked.push(request.url())
		const response = await app.fetch(new Request(request.url(), { headers: await request.allHeaders() }))
		const body = Buffer.from(await response.arrayBuffer())
		await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
	})
	const page = await context.newPage()
	page.on('console', (message) => complaints.push(message.text()))
	page.on('pageerror', (error) => complaints.push(error.message))
	await page.goto(ORIGIN + path)
	return { page, asked, complaints, [Symbol.asyncDispose]: () => context.close() }
}

test('axe finds nothing on the public pages', async () => {
	for (const path of PATHS) {
		await using opened = await open(path)
		expect(await axeFindsNew(opened.page), path).toEqual([])
	}
})

test('nor in the dark, where only colours are other', async () => {
	for (const path of ['/', '/nsph-stockholm?search=vården', CONTESTED]) {
		await using opened = await open(path, { colorScheme: 'dark' })
		expect(await axeFindsNew(opened.page), path).toEqual([])
	}
})

test('the article shows the 46 lines, and the page asks for nothing but itself and the icon', async () => {
	await using opened = await open(GOLDEN, { javaScriptEnabled: false })
	const shown = await opened.page.locator('article').innerText()
	const lines = shown.split('\n').filter((line) => line.trim() !== '')
	expect(lines).toEqual(goldenShownLines)
	expect(opened.asked.filter((url) => !url.endsWith('/icon.svg'))).toEqual([ORIGIN + GOLDEN])
	expect(opened.complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test('an address of a position leads to it', async () => {
	await using opened = await open(`${GOLDEN}#p9c`)
	const { page } = opened
	expect(await page.locator(':target').innerText()).toBe('Barn, ungdomar och unga vuxna med psykisk ohälsa')
	expect(await page.locator(':target').evaluate((item) => item.getBoundingClientRect().top)).toBeLessThan(900)
	await page.getByRole('link', { name: 'Ståndpunkt 7' }).click()
	expect(page.url()).toBe(`${ORIGIN}${GOLDEN}#p7`)
})

test('no page is wider than its window, however narrow', async () => {
	for (const path of PATHS) {
		await using opened = await open(path)
		for (const width of [1200, 375, 320]) {
			await opened.page.setViewportSize({ width, height: 800 })
			const shown = await opened.page.evaluate(() => document.documentElement.scrollWidth)
			expect(shown, `${path} at ${width}`).toBeLessThanOrEqual(width)
		}
	}
})

test('on paper the text comes first and what can only be pressed is left out', async () => {
	await using opened = await open(CONTESTED)
	const { page } = opened
	await page.emulateMedia({ media: 'print' })
	expect(await page.getByRole('heading', { name: 'Så beslutades det' }).isVisible()).toBe(true)
	expect(await page.getByText(`Utskrift av ${ORIGIN}${CONTESTED}`).isVisible()).toBe(true)
	expect(await page.getByText('Varje ståndpunkt har en egen adress').isVisible()).toBe(false)
	expect(await page.getByRole('link', { name: 'Logga in' }).isVisible()).toBe(false)
	const [text, beside] = await Promise.all(['article', 'aside'].map((name) => page.locator(name).boundingBox()))
	expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThan(beside?.y ?? 0)
})
