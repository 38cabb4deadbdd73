import { afterEach, beforeEach, expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { href, routes } from '#routes'
import { signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, imported } from '#test/support/exported.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { contestedWithheld, withheldStatement } from '#test/support/withheld.ts'
import { type CoalitionWorld, createCoalitionWorld, SLUG } from '#test/support/world.ts'

const PUBLIC = `/${SLUG}/2022/1`
const REASON = 'Den som skrev under ville stå kvar.'

let world: CoalitionWorld
let app: TestApp
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const publicly = async (path = PUBLIC) => (await app.browser().get(path)).text()
const key = () => world.deps.newId('random')

test('an association says that it does not agree, which everybody reads until it takes that back; its reason is for members', async () => {
	const statementId = await withheldStatement(world)
	const [first, second] = world.members
	if (!first || !second) throw new Error('there are three')
	const browser = await signedIn(app, first.delegate)
	const at = { coalition: SLUG, statement: statementId }
	expect(await publicly()).not.toContain('håller inte med')

	const text = await (await browser.get(href(routes.statement, at))).text()
	expect(text).toContain(`href="${href(routes.withheld, at)}"`)
	const page = await (await browser.get(href(routes.withheld, at))).text()
	expect(page).toContain('Vi håller inte med')
	expect(page).toContain('samtycket togs tillbaka')
	const said = await browser.post(href(routes.withheldContests, at), {
		...{ key: key(), associationId: first.associationId, reason: REASON },
	})
	expect(said.headers.get('location')).toBe(`${href(routes.withheld, at)}?done=contested`)

	world.clock.now += 61_000
	const seen = await publicly()
	expect(seen).toContain(`${first.name} håller inte med om att något är borttaget.`)
	expect(seen).not.toContain(REASON)
	expect(await publicly(`/en${PUBLIC}`)).toContain(`${first.name} does not agree that something is removed.`)
	const other = await signedIn(app, second.delegate)
	const read = await (await other.get(href(routes.withheld, at))).text()
	expect(read).toContain(REASON)
	expect(read).not.toContain('Ta tillbaka det')

	await browser.post(href(routes.withheldContestWithdrawals, at), { key: key(), associationId: first.associationId })
	world.clock.now += 61_000
	expect(await publicly()).not.toContain('håller inte med')
})

test('a reason that is too long is refused in its own form, with what was written', async () => {
	const statementId = await withheldStatement(world)
	const [first] = world.members
	if (!first) throw new Error('there are three')
	const browser = await signedIn(app, first.delegate)
	const contests = href(routes.withheldContests, { coalition: SLUG, statement: statementId })
	const long = `Vi ${'håller inte med '.repeat(30)}`
	const refused = await browser.post(contests, { key: key(), associationId: first.associationId, reason: long })
	expect(refused.status).toBe(422)
	expect(await refused.text()).toContain(long.trim())
})

test('of a text that is whole the page says so, and offers nothing', async () => {
	const { statementId } = await contestedWithheld(world)
	await world.server.client.execute('DELETE FROM redaction')
	await world.server.client.execute('DELETE FROM withheld_contest')
	const browser = await signedIn(app, world.chair)
	const page = await (await browser.get(href(routes.withheld, { coalition: SLUG, statement: statementId }))).text()
	expect(page).toContain('Inget är dolt i svaret')
	expect(page).not.toContain('Vi håller inte med')
})

test('what associations said is the same after a rebuild, and after an import', async () => {
	await contestedWithheld(world)
	const { client } = world.server
	const before = await snapshot(client)
	await rebuild(client)
	expect(await snapshot(client)).toEqual(before)
	const elsewhere = await emptyWorld()
	expect(await imported(elsewhere.server.client, await exported(client, SLUG))).toMatchObject({ ok: true })
	const rows = await exportedRows(elsewhere.server.client)
	expect(rows.withheld_contest).toHaveLength(1)
	expect(rows.withheld_contest).toEqual((await exportedRows(client)).withheld_contest)
})
