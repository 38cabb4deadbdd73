import { readFile } from 'node:fs/promises'
import type { Browser as Chromium } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, RESERVED_SLUGS, routes } from '#routes'
import { type Person, person, theChromium } from '#test/support/browser/person.ts'
import { type Samsvar, startSamsvar } from '#test/support/browser/samsvar.ts'
import { docxOf, pdfOf } from '#test/support/documents.ts'
import { granted } from '#test/support/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

const SLUG = 'nsph-stockholm'
const LETTER = [
	'Socialdepartementet',
	'Diarienummer S2022/01127',
	'Remiss av betänkandet God och nära vård (SOU 2022:19)',
	'Remissvaren ska ha kommit in till Socialdepartementet senast den 14 november 2022.',
	'Svaren bör lämnas per e-post till s.remissvar@example.org.',
]
const DAY_SHOWN = 'måndag 14 november 2022'

let samsvar: Samsvar
let chromium: Chromium
let chair: PersonId
beforeAll(async () => {
	;[samsvar, chromium] = await Promise.all([startSamsvar(swedishInstant('2022-10-03', '09:00')), theChromium()])
	const { deps } = samsvar
	const operator = granted(await createPerson(deps, { name: 'Olle Operatör', emails: [], operator: true }))
	chair = granted(await createPerson(deps, { name: 'Ove Ordförande', emails: ['ove@example.org'] }))
	const settings = { name: 'NSPH', seriesPrefix: 'NSPH', preset: 'standard', language: 'sv', listed: true } as const
	const order = {
		actor: { by: 'person', id: operator },
		coalition: SLUG,
		key: { value: 'coalition', kind: 'strict' },
		command: { settings, demo: false, chair },
	} as const
	granted(await createCoalition(deps, order, RESERVED_SLUGS))
	return async () => {
		await samsvar[Symbol.asyncDispose]()
	}
})

/** The chair at a browser, signed in. */
async function chairAt(javaScriptEnabled: boolean): Promise<Person> {
	const { db, now } = samsvar.deps
	const secret = crypto.randomUUID()
	const args = [await sha256(secret), chair, now(), now(), now() + 86_400_000]
	const sql = 'INSERT INTO session (hash, person_id, created_at, authenticated_at, expires_at) VALUES (?, ?, ?, ?, ?)'
	await db.write([{ sql, args }])
	const browser = await person(chromium, { javaScriptEnabled, acceptDownloads: true })
	await browser.context.addCookies([
		{ name: '__Host-session', value: secret, domain: 'localhost', path: '/', secure: true, httpOnly: true },
	])
	return browser
}

const url = (path: string) => samsvar.origin + path

/** What the page proposes is what stands in the letter, and every word it leads to is marked there. */
async function checkAndConfirm({ page, press, see, heading }: Person): Promise<void> {
	expect(await heading()).toBe('Stämmer det här?')
	expect(await page.getByLabel('Svaret ska vara framme').inputValue()).toBe('2022-11-14')
	expect(await page.getByLabel('Vem skickar den?').inputValue()).toBe('Socialdepartementet')
	expect(await page.getByLabel('Diarienummer').inputValue()).toBe('S2022/01127')
	expect(await page.locator('mark', { hasText: '14 november 2022' }).count()).toBeGreaterThan(0)
	const words = page.getByRole('link', { name: /14 november 2022”/ })
	await words.click()
	expect(await page.evaluate(() => document.querySelector(':target')?.id)).toMatch(/^read-\d+$/)
	await press('Det stämmer, lägg in remissen')
	await see('Remissen är inlagd.')
	await see(DAY_SHOWN)
}

test.each([true, false])('a pasted letter becomes an inquiry (JavaScript: %s)', async (javaScript) => {
	const walker = await chairAt(javaScript)
	await walker.open(url(href(routes.inquiries, { coalition: SLUG })))
	await walker.pressLink('Ta in en remiss')
	await walker.fill('Texten i brevet eller mejlet', LETTER.join('\n\n'))
	await walker.press('Läs texten')
	await walker.fill('Vad gäller remissen?', 'God och nära vård')
	await checkAndConfirm(walker)
	expect(await walker.heading()).toBe('God och nära vård')
	await walker.close()
})

test.each([
	['a PDF', 'missiv.pdf', () => pdfOf([LETTER])],
	['a Word document', 'missiv.docx', () => docxOf({ paragraphs: LETTER })],
] as const)(
	'%s that is uploaded becomes an inquiry, without JavaScript, and can be saved again',
	async (_, name, make) => {
		const walker = await chairAt(false)
		const { page } = walker
		await walker.open(url(href(routes.notices, { coalition: SLUG })))
		const buffer = Buffer.from(make())
		await page
			.getByLabel('Välj en eller flera filer')
			.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
		await walker.press('Ladda upp och läs')
		await checkAndConfirm(walker)
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name, exact: true }).click(),
		])
		expect(download.suggestedFilename()).toBe(name)
		expect(await readFile(await download.path())).toEqual(buffer)
		await walker.close()
	},
)

test('a letter that is mailed waits among the tasks, and becomes an inquiry', async () => {
	const mail = { to: `${SLUG}@localhost`, subject: 'VB: Remiss', text: LETTER.join('\n\n') }
	expect(await samsvar.receive({ ...mail, from: 'nobody@example.org' })).toMatch(/chair's or the secretary's/)
	expect(await samsvar.receive({ ...mail, from: 'ove@example.org', checked: 'fail' })).toMatch(/not from whom it says/)
	expect(await samsvar.receive({ ...mail, from: 'ove@example.org' })).toBeNull()
	const walker = await chairAt(false)
	await walker.open(url(href(routes.me)))
	await walker.pressLink('Kontrollera det som kom in')
	await checkAndConfirm(walker)
	await walker.open(url(href(routes.me)))
	expect(await walker.page.getByRole('link', { name: 'Kontrollera det som kom in' }).count()).toBe(0)
	await walker.close()
})
