import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'

const at = { coalition: SLUG }
const take = href(routes.notices, at)
const upload = href(routes.noticeFiles, at)

const LETTER = `Socialdepartementet
Datum 2022-06-20
Diarienummer S2022/01127

Remiss av betänkandet God och nära vård (SOU 2022:19)

Remissvaren ska ha kommit in till Socialdepartementet senast den 14 november 2022. Svaren bör lämnas per e-post
till s.remissvar@regeringskansliet.example med kopia till s.fs@regeringskansliet.example.`

const TWO_DATES = LETTER.replace(
	'senast den 14 november 2022.',
	'senast den 14 november 2022. Svarstiden är förlängd. Remissvaren ska ha kommit in senast den 1 december 2022 eller senast den 9 december 2022.',
)

async function scene() {
	const world = await createCoalitionWorld()
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, world.members[0]?.delegate ?? world.chair)
	return { world, app, chair, delegate, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name)

async function taken(response: Response): Promise<string> {
	expect(response.status, await response.clone().text()).toBe(303)
	return new URL(response.headers.get('location') ?? '', ORIGIN).pathname
}

const read = async (browser: Browser, path: string, status = 200) => {
	const response = await browser.get(path)
	expect(response.status, path).toBe(status)
	return response.text()
}

const plain = (html: string) =>
	html
		.replace(/<style>[\s\S]*?<\/style>/, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')

/** The value of a field as the page has it. */
const fieldValue = (page: string, name: string) =>
	new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"|<textarea[^>]*name="${name}"[^>]*>\\n([^<]*)<`)
		.exec(page)
		?.slice(1)
		.find((value) => value !== undefined)

it('proposes what stands in a pasted letter, each with its words, and makes the inquiry when it is confirmed', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(take, { text: LETTER }))
	const page = await read(s.chair, path)
	expect(fieldValue(page, 'title')).toContain('God och nära vård')
	expect(fieldValue(page, 'sender')).toBe('Socialdepartementet')
	expect(fieldValue(page, 'references')).toBe('S2022/01127')
	expect(fieldValue(page, 'dueOn')).toBe('2022-11-14')
	expect(fieldValue(page, 'sendTo')).toBe('s.remissvar@regeringskansliet.example')
	expect(fieldValue(page, 'copyTo')).toBe('s.fs@regeringskansliet.example')
	expect(fieldValue(page, 'invited')).toBe('')
	expect(plain(page)).toMatch(/Läst ur: ”[^”]*14 november 2022/)
	expect(page).toMatch(/<mark>[^<]*14 november 2022/)
	for (const [, id = ''] of page.matchAll(/href="#(read-\d+)"/g)) expect(page).toContain(`<span id="${id}">`)
	const fields = { ...hiddenFields(page, path), title: 'God vård', dueOn: '2022-11-14', sender: 'Socialdepartementet' }
	const inquiry = await taken(await s.chair.post(path, fields))
	expect(await taken(await s.chair.post(path, fields))).toBe(inquiry)
	const shown = plain(await read(s.delegate, inquiry))
	expect(shown).toContain('God vård')
	expect(shown).toContain('måndag 14 november 2022')
	expect(shown).toContain('s.fs@regeringskansliet.example')
	expect(plain(await read(s.chair, path))).toContain('ligger bland remisserna')
})
