import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { added } from '#test/support/amended.ts'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { theChromium } from '#test/support/browser/person.ts'
import { compact, sha256 } from '#test/support/check-record.ts'
import { type CoalitionWorld, createCoalitionWorld, SLUG } from '#test/support/world.ts'

const CORRECTION = `/${SLUG}/2022/1/rattelse-1`

let world: CoalitionWorld
let app: TestApp
let browser: Browser
beforeAll(async () => {
	world = await createCoalitionWorld()
	await added(world)
	app = testApp(world)
	browser = await theChromium()
})
afterAll(async () => {
	await world[Symbol.asyncDispose]()
})

test('a reader checks a correction from its own page, and a file of one that was made up is told', async () => {
	const context = await browser.newContext()
	await context.route('**/*', async (route) => {
		const request = route.request()
		const response = await app.fetch(new Request(request.url(), { headers: await request.allHeaders() }))
		await route.fulfill({
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: Buffer.from(await response.arrayBuffer()),
		})
	})
	const page = await context.newPage()
	await page.goto(ORIGIN + CORRECTION)
	await page.getByRole('link', { name: 'Kontrollera här' }).click()
	const result = page.locator('#result')
	await result.getByText('Det stämmer. Det här är en rättelse eller återkallelse som är publicerad här').waitFor()
	expect(await result.getByText('Filen är en rättelse.').isVisible()).toBe(true)
	expect(await result.getByText('Filen är en återkallelse.').isVisible()).toBe(false)
	expect(await result.getByText('Filens summa stämmer.').isVisible()).toBe(true)
	expect(await result.getByRole('link', { name: 'Läs där' }).getAttribute('href')).toBe(CORRECTION)
	expect(await axeFindsNew(page)).toEqual([])

	const file = JSON.parse(await (await app.fetch(new Request(`${ORIGIN}${CORRECTION}.json`))).text())
	const record = { ...file.record, publishedOn: '2022-10-01' }
	const forged = compact({ ...file, record, recordHash: sha256(compact(record)) })
	await page.getByLabel('Eller svarets fil').setInputFiles({
		name: 'rattelse-1.json',
		mimeType: 'application/json',
		buffer: Buffer.from(forged),
	})
	await result.getByText('ingen rättelse eller återkallelse här är publicerad med dess summa').waitFor()
	expect(await result.getByRole('link', { name: 'Läs där' }).isVisible()).toBe(false)
	await context.close()
})
