import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { keptText } from '#test/support/banked.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const LIST = href(routes.standardTexts, { coalition: SLUG })
const NEW = href(routes.newStandardText, { coalition: SLUG })
const textAt = (text: string) => href(routes.standardText, { coalition: SLUG, text })
const key = () => world.deps.newId('random')
const read = async (path: string, browser = chair) => (await browser.get(path)).text()
const field = (page: string) => /<textarea[^>]*>\n?([^<]*)</.exec(page)?.[1]

test('a standard text is written, put into a text, changed, taken away and brought back, and its history tells', async () => {
	expect(await read(LIST)).toContain('Inga standardtexter än')
	const kept = await chair.post(LIST, {
		key: key(),
		name: 'Om oss',
		use: 'insert',
		text: '## Om oss\n\nVi är nio.\n\n1. Lyssna på oss.',
	})
	const at = kept.headers.get('location') ?? ''
	const page = await read(at)
	expect(page).toContain('Sparad.')
	expect(page).toContain('Lyssna på oss.')
	const [, text = ''] = /standard-texts\/([^?]+)/.exec(at) ?? []

	const statement = await draftStatement(world)
	const inserts = href(routes.standardInserts, { coalition: SLUG, statement })
	expect(await read(href(routes.statement, { coalition: SLUG, statement }))).toContain(`href="${inserts}"`)
	expect(await read(inserts)).toContain('Om oss')
	const put = await chair.post(inserts, { key: key(), text, after: '' })
	expect(await read(put.headers.get('location') ?? '')).toContain('Vi är nio.')

	await chair.post(textAt(text), { key: key(), name: 'Vilka vi är', text: 'Vi är tio.' })
	const changed = await read(textAt(text))
	expect(changed).toContain('Ändrades, heter Vilka vi är')
	expect(changed).toContain('Sparades som Om oss')
	// What was put in is the text's own.
	expect(await read(href(routes.statement, { coalition: SLUG, statement }))).toContain('Vi är nio.')

	const use = href(routes.standardTextUse, { coalition: SLUG, text })
	expect(await read((await chair.post(use, { key: key(), used: 'no' })).headers.get('location') ?? '')).toContain(
		'Borttagen.',
	)
	expect(await read(inserts)).toContain('Det finns ingen standardtext att lägga in')
	expect((await chair.post(inserts, { key: key(), text, after: '' })).status).toBe(404)
	await chair.post(use, { key: key(), used: 'yes' })
	expect(await read(inserts)).toContain('Vilka vi är')
})

test('what is typed comes back where it is refused, beside what is wrong', async () => {
	await keptText(world, 'Om oss')
	const sent = await chair.post(LIST, { key: key(), name: 'om OSS', use: 'insert', text: 'Vi är nio.' })
	expect(sent.status).toBe(409)
	const page = await sent.text()
	expect(page).toContain('Om oss finns redan. Skriv ett annat namn.')
	expect(field(page)).toBe('Vi är nio.')
	const long = await chair.post(LIST, { key: key(), name: 'Lång', use: 'insert', text: 'x'.repeat(20_001) })
	expect(long.status).toBe(422)
	expect(field(await long.text())).toHaveLength(20_001)
})

test('a part of a text becomes one, with its sub-points; all of it becomes a template, without its positions', async () => {
	const statement = await draftStatement(world, [
		{ kind: 'heading', text: 'Bakgrund' },
		{ kind: 'position', text: 'Höj taket.' },
		{ kind: 'subPoint', text: 'Nu.' },
		{ kind: 'paragraph', text: 'Tack.' },
	])
	const [position] = await allRows(
		world.server.client,
		"SELECT block_id FROM block_version WHERE statement_id = ? AND content ->> '$.kind' = 'position'",
		[statement],
	)
	const part = await read(`${NEW}?from=${statement}&part=${position?.block_id}`)
	expect(field(part)).toMatch(/1\. Höj taket\.\s+a\. Nu\./)
	expect(part).toContain('value="Höj taket."')
	const whole = await read(`${NEW}?from=${statement}`)
	expect(whole).toContain('Ny mall')
	expect(whole).toContain('Ståndpunkterna är inte med.')
	expect(field(whole)).toBe('## Bakgrund\n\nTack.')
	// Of another coalition, or of nothing, nothing is taken.
	expect(field(await read(`${NEW}?from=annans`))).toBe('')
})

test('a statement starts from the coalition’s own template, and not from one that was taken away', async () => {
	const template = await keptText(world, 'Kort svar', 'start')
	expect(await read(href(routes.newStatement, { coalition: SLUG }))).toContain('Kort svar (egen mall)')
	const start = () =>
		chair.post(href(routes.statements, { coalition: SLUG }), {
			...{ key: key(), title: 'Ett svar', kind: 'letter', language: 'sv', inquiry: '' },
			template,
		})
	expect(await read((await start()).headers.get('location') ?? '')).toContain('Kort svar: vi är nio föreningar.')
	await chair.post(href(routes.standardTextUse, { coalition: SLUG, text: template }), { key: key(), used: 'no' })
	expect((await start()).status).toBe(422)
})

test('a delegate reads them and puts them in, and writes none; the script of the editor is told them as data', async () => {
	const text = await keptText(world)
	const [first] = world.members
	const delegate = await signedIn(app, first?.delegate ?? world.chair)
	expect(await read(LIST, delegate)).not.toContain(NEW)
	expect((await delegate.post(textAt(text), { key: key(), name: 'X', text: 'Y' })).status).toBe(403)
	const told = async (path: string) => (await delegate.get(path, { accept: 'application/json' })).json()
	expect(await told(LIST)).toEqual({ texts: [{ id: text, name: 'Om oss', begins: 'Om oss: vi är nio föreningar.' }] })
	expect(await told(textAt(text))).toEqual({
		blocks: [{ kind: 'paragraph', text: 'Om oss: vi är nio föreningar.' }],
	})
})
