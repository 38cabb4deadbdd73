import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { windowOf } from '#test/support/browser/app-pages.ts'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { theChromium } from '#test/support/browser/person.ts'
import { compact, sha256 } from '#test/support/check-record.ts'
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
	'/nsph-stockholm/archive?search=vården',
	GOLDEN,
	`/en${GOLDEN}`,
	CONTESTED,
	'/nsph-stockholm/2021',
	'/check',
	`/en/check?address=${GOLDEN}`,
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
	browser = await theChromium()
})
afterAll(async () => {
	await app.world[Symbol.asyncDispose]()
})

/** A file that is right in itself, as anybody can make one. */
function madeUp(served: string): string {
	const file = JSON.parse(served)
	const record = { ...file.record, label: 'NSPH-SL 2022:3' }
	return JSON.stringify({ ...file, record, recordHash: sha256(compact(record)) })
}

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

/** A window of somebody who is not signed in, in which one page after the other is shown. */
const windowWith = (options: BrowserContextOptions) => windowOf(browser, app, app.browser(), options)

test('axe finds nothing on the public pages', async () => {
	await using window = await windowWith({})
	for (const path of PATHS) {
		await window.show(path)
		expect(await axeFindsNew(window.page, window.copied), path).toEqual([])
	}
})

test('nor in the dark, where only colours are other', async () => {
	await using window = await windowWith({ colorScheme: 'dark' })
	for (const path of ['/', '/nsph-stockholm/archive?search=vården', CONTESTED]) {
		await window.show(path)
		expect(await axeFindsNew(window.page, window.copied), path).toEqual([])
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

test('a reader checks a statement from its own page, against a sum, and a file that was changed is told', async () => {
	await using opened = await open(GOLDEN)
	const { page, complaints } = opened
	const served = await (await app.fetch(new Request(`${ORIGIN}${GOLDEN}.json`))).text()
	const { recordHash } = JSON.parse(served)
	await page.getByRole('link', { name: 'Kontrollera här' }).click()
	const result = page.locator('#result')
	await result.getByText('Det stämmer. Det här är ett svar som är publicerat här').waitFor()
	expect(await result.getByRole('link', { name: 'Läs där det är publicerat' }).getAttribute('href')).toBe(GOLDEN)
	expect(await result.getByText('Delar som var för sig stämmer: ').isVisible()).toBe(true)
	expect(await result.getByText(recordHash).isVisible()).toBe(true)
	expect(await result.getByText('NSPH-SL 2022:1').isVisible()).toBe(true)
	expect(await result.getByText('stämmer inte').first().isVisible()).toBe(false)
	expect(await axeFindsNew(page)).toEqual([])

	await page.getByLabel('En summa att jämföra med').fill(recordHash.toUpperCase())
	await page.getByRole('button', { name: 'Kontrollera' }).click()
	await result.getByText('Summan som du skrev är samma som en av').waitFor()
	await page.getByLabel('En summa att jämföra med').fill('0'.repeat(64))
	await page.getByLabel('Eller svarets fil').setInputFiles({
		name: '1.json',
		mimeType: 'application/json',
		buffer: Buffer.from(served.replace('Tvångsvård', 'Frivillig vård').replace('psykisk', 'fysisk')),
	})
	await result.getByText('Det stämmer inte. Något i filen har ändrats').waitFor()
	expect(await result.getByText('Summan som du skrev är inte någon av filens').isVisible()).toBe(true)
	expect(await result.getByText('publicerat här,').isVisible()).toBe(false)
	await page.getByLabel('Eller svarets fil').setInputFiles({
		name: '1.json',
		mimeType: 'application/json',
		buffer: Buffer.from(madeUp(served)),
	})
	await result.getByText('inget svar här är publicerat med dess summa').waitFor()
	expect(opened.asked.filter((url) => url.includes('file='))).toEqual([])
	expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test('without script the page that checks gives the commands for the statement, and says why', async () => {
	await using opened = await open('/check', { javaScriptEnabled: false })
	const { page } = opened
	await page.getByLabel('Svarets adress').fill(`${ORIGIN}/en${GOLDEN}`)
	await page.getByRole('button', { name: 'Kontrollera' }).click()
	expect(await page.getByText('Din webbläsare kör inte sidans program').isVisible()).toBe(true)
	expect(await page.getByText(`curl -s ${ORIGIN}${GOLDEN}.json | jq -cSj .record | sha256sum`).isVisible()).toBe(true)
	await page.getByLabel('Svarets adress').fill('https://elsewhere.example/nsph/2022/1')
	await page.getByRole('button', { name: 'Kontrollera' }).click()
	expect(await page.getByText('Det är inte adressen till ett svar här').isVisible()).toBe(true)
	expect(await page.getByLabel('Svarets adress').inputValue()).toBe('https://elsewhere.example/nsph/2022/1')
})

test('an address of a position leads to it', async () => {
	await using opened = await open(`${GOLDEN}#p9c`)
	const { page } = opened
	expect(await page.locator(':target').innerText()).toBe('Barn, ungdomar och unga vuxna med psykisk ohälsa')
	expect(await page.locator(':target').evaluate((item) => item.getBoundingClientRect().top)).toBeLessThan(900)
	await page.getByRole('link', { name: 'Ståndpunkt 7' }).click()
	expect(page.url()).toBe(`${ORIGIN}${GOLDEN}/p/7`)
	await page.locator(`main a[href$="${GOLDEN}#p7"]`).first().click()
	expect(page.url()).toBe(`${ORIGIN}${GOLDEN}#p7`)
})

test('no page is wider than its window, however narrow', async () => {
	for (const width of [1200, 375, 320]) {
		await using window = await windowWith({ viewport: { width, height: 800 } })
		for (const path of PATHS) {
			await window.show(path)
			const shown = await window.page.evaluate(() => document.documentElement.scrollWidth)
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
