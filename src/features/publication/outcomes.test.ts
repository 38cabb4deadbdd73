import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { BILL, followedStatement, publishedStatement } from '#test/support/followed.ts'
import { shownForms } from '#test/support/shown-forms.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, type Member, SLUG } from '#test/support/world.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const pageOf = (statement: string) => href(routes.outcomes, { coalition: SLUG, statement })
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const key = () => world.deps.newId('random')

const DECISION = {
	kind: 'decision',
	title: 'Beslut S2022/1',
	url: 'https://example.org/beslut',
	datedOn: '2022-09-30',
	'outcome-1': 'rejected',
	'page-1': '3',
	'note-1': 'Kostar för mycket.',
}

test('chair records what a document says, and every member reads it with where it says so', async () => {
	const path = pageOf(await publishedStatement(world))
	expect(await read(chair, path)).toContain('Inget är noterat än.')
	const sent = await chair.post(path, { key: key(), ...DECISION })
	expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?done=recorded`])
	const [member] = world.members as readonly [Member]
	const seen = await read(await signedIn(app, member.delegate), path)
	expect(seen).toContain('Fick inte gehör')
	expect(seen).toContain('<a href="https://example.org/beslut">')
	expect(seen).toContain('s. 3. Beslut, 30 september 2022')
	expect(shownForms(seen).filter(({ to }) => to === path)).toEqual([])
	const { statement } = /statements\/(?<statement>[^/]+)/.exec(path)?.groups ?? {}
	expect(await read(chair, href(routes.history, { coalition: SLUG, statement: statement ?? '' }))).toContain(
		'Vad det blev av ståndpunkter noterades',
	)
})

test('what is refused is shown again with all that was typed, and nothing said about no outcome is lost', async () => {
	const path = pageOf(await publishedStatement(world))
	const refused = async (fields: Record<string, string>) => {
		const response = await chair.post(path, { key: key(), ...DECISION, ...fields })
		expect(response.status).toBe(422)
		const page = await response.text()
		expect(page).toContain('Kostar för mycket.')
		return page
	}
	expect(await refused({ url: 'javascript:alert(1)' })).toContain('Skriv hela adressen')
	expect(await refused({ datedOn: '2099-01-01' })).toContain('id="datedOn-error"')
	expect(await refused({ 'outcome-1': '' })).toContain('id="outcome-1-error"')
})

test('a document is read again from a form with what is recorded, and the last counts', async () => {
	const { statementId: statement, documentId: document } = await followedStatement(world)
	const path = href(routes.outcomeCorrection, { coalition: SLUG, statement, document })
	expect(await read(chair, pageOf(statement))).toContain(`href="${path}"`)
	const form = await read(chair, path)
	expect(form).toContain(`value="${BILL.document.title}"`)
	expect(form).toMatch(/value="partly" checked/)
	// Open where something is said in it; the position stands there whole.
	expect(form).toMatch(/<details open(="")?><summary>Mer om 1<\/summary>/)
	expect(form).toContain('<details><summary>Mer om 2</summary>')
	const { status } = await chair.post(path, { key: key(), ...DECISION, 'outcome-1': 'heeded' })
	expect(status).toBe(303)
	const seen = await read(chair, pageOf(statement))
	expect(seen).toContain('Kostar för mycket.')
	expect(seen).not.toContain(BILL.document.title)
	const none = href(routes.outcomeCorrection, { coalition: SLUG, statement, document: 'none' })
	expect((await chair.get(none)).status).toBe(404)
})

test('a day is set for what is expected, and taken back without one', async () => {
	const statement = await publishedStatement(world)
	const path = href(routes.outcomeExpectation, { coalition: SLUG, statement })
	await chair.post(path, { key: key(), expectedOn: '2030-02-01', expected: 'Propositionen' })
	expect(await read(chair, pageOf(statement))).toContain('Propositionen väntas den 1 februari 2030.')
	await chair.post(path, { key: key(), expectedOn: '', expected: '' })
	expect(await read(chair, pageOf(statement))).not.toContain('väntas den')
})

test('a text that is not published is not followed up', async () => {
	const path = pageOf(await draftStatement(world))
	const page = await read(chair, path)
	expect(shownForms(page).filter(({ to }) => to.includes('outcome'))).toEqual([])
	const { status } = await chair.post(path, { key: key(), ...DECISION })
	expect(status).toBe(409)
})
