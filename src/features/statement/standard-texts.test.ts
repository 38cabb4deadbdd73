import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { Block } from '#domain/statement/block.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { programOf } from '#test/support/api.ts'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { keptText } from '#test/support/banked.ts'
import { publish } from '#test/support/published.ts'
import { withholdBlocks } from '#test/support/withheld.ts'
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
	// From the menu of a part it goes after that.
	const shown = await read(href(routes.statement, { coalition: SLUG, statement }))
	const [, first = ''] = new RegExp(`href="${inserts}\\?after=([^"]*)"`).exec(shown) ?? []
	const form = hiddenFields(await read(`${inserts}?after=${first}`), inserts)
	expect(form).toMatchObject({ text, after: first })
	await chair.post(inserts, { ...form, key: key() })
	const [draft] = await world.db.read(draftQuery(SLUG, statement))
	expect(draft?.blocks[0]?.blockId).toBe(first)
	expect(draft?.blocks[1]?.content).toEqual({ kind: 'heading', text: 'Om oss' })

	const { seen = '' } = hiddenFields(await read(textAt(text)), textAt(text))
	await chair.post(textAt(text), { key: key(), seen, name: 'Vilka vi är', text: 'Vi är tio.' })
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

test('what somebody else changed meanwhile is not written over: it is shown, with what was typed, to be saved again', async () => {
	const at = textAt(await keptText(world))
	const { seen = '' } = hiddenFields(await read(at), at)
	world.clock.now += 1000
	expect((await chair.post(at, { key: key(), seen, name: 'Om oss', text: 'Vi är tio.' })).status).toBe(303)
	const mine = { name: 'Om oss alla', text: 'Vi är elva.' }
	// Whatever else is wrong with it.
	const unnamed = await chair.post(at, { key: key(), seen, ...mine, name: '' })
	expect(unnamed.status).toBe(409)
	const sent = await chair.post(at, { key: key(), seen, ...mine })
	expect(sent.status).toBe(409)
	const page = await sent.text()
	expect(page).toContain('Någon annan ändrade den medan du skrev.')
	expect(page).toMatch(/<p[^>]*>Vi är tio\.<.*<h2>Ändra/s)
	expect(field(page)).toBe('Vi är elva.')
	const { seen: now = '' } = hiddenFields(page, at)
	// Refused for something else it is known no better than before.
	const long = await chair.post(at, { key: key(), seen: now, ...mine, name: 'x'.repeat(81) })
	expect(hiddenFields(await long.text(), at).seen).toBe(now)
	world.clock.now += 1000
	expect((await chair.post(at, { key: key(), seen: now, ...mine })).status).toBe(303)
	expect(await read(at)).toContain('Vi är elva.')
	// By a program likewise.
	const program = await programOf(app, world.chair)
	const path = at.replace(`/${SLUG}/`, '')
	const change = async (more: object) => (await program.post(`${path}/changes`, { name: 'Vi', ...more })).status
	expect(await change({})).toBe(409)
	expect(await change({ seen: new Date(Number(now)).toISOString() })).toBe(409)
	const { changedAt } = (await program.get(path)).body as { changedAt: string }
	expect(await change({ seen: changedAt })).toBe(201)
})

test('what is withheld of a published text becomes no standard text, and one that says it is named where it was withheld', async () => {
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'Siv Signatär skriver.' },
		{ kind: 'paragraph', text: 'Vården brister.' },
	]
	const statement = await publish(world, { blocks })
	await chair.post(LIST, { key: key(), name: 'Brev', use: 'insert', text: 'Siv Signatär skriver.' })
	expect(await read(`${NEW}?from=${statement}`)).toContain('Siv Signatär')
	await withholdBlocks(world, statement, 'Siv Signatär')
	const from = await read(`${NEW}?from=${statement}`)
	expect(from).not.toContain('Siv Signatär')
	expect(field(from)).toBe('Vården brister.')
	const page = await read(href(routes.redactions, { coalition: SLUG, statement }))
	expect(page).toMatch(/står kvar i standardtexter eller mallar\. Skriv om dem: <a href="[^"]*">Brev</)
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
