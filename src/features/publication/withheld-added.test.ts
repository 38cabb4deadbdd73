import { afterEach, beforeEach, expect, test } from 'vitest'
import script from '#client/record.js'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { answering, proposed, withdrawalAt } from '#test/support/amended.ts'
import { signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { compact, sha256 } from '#test/support/check-record.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf } from '#test/support/pdf-rules.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { publishAddendum } from '#usecases/publication/addenda.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'

const NAME = 'Tora Tvivlare'
const PAGE = `/${SLUG}/2022/1/aterkallelse`

let world: CoalitionWorld
let app: TestApp
let statementId: StatementId
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	const at = await proposed(world, (now) => ({ ...withdrawalAt(now), reason: `${NAME} hade fel uppgifter.` }))
	const [first, ...others] = world.members as readonly [Member, ...Member[]]
	granted(await answering(world, first, at, 'objected', `Vi litar på ${NAME}.`))
	for (const other of others) granted(await answering(world, other, at))
	granted(await publishAddendum(world.deps, world.order(world.chair, at)))
	statementId = at.statementId
})
afterEach(() => world[Symbol.asyncDispose]())

const publicly = async (path: string) => (await app.browser().get(path)).text()
const leaves = async (): Promise<string[]> =>
	Object.entries(JSON.parse(await publicly(`${PAGE}.json`)).revealed).flatMap(([leaf, part]) =>
		JSON.stringify(part).includes(NAME) ? [leaf] : [],
	)

const withhold = (leaf: string) => {
	const command = { statementId, blockId: leaf as BlockId, ground: 'Personen har begärt det.' }
	return redactBlock(world.deps, world.order(world.chair, command))
}

const EVERYWHERE = [
	PAGE,
	`/en${PAGE}`,
	`${PAGE}.md`,
	`${PAGE}.json`,
	`/${SLUG}/2022/1`,
	`/${SLUG}/2022/1.json`,
	`/${SLUG}/feed.atom`,
	`/${SLUG}/feed.json`,
	`/${SLUG}/open-data.jsonl`,
	`/${SLUG}`,
	`/${SLUG}/archive`,
]

test('what a withdrawal and the answers to it say is withheld everywhere, and the rest can be checked still', async () => {
	const texts = await leaves()
	expect(texts).toHaveLength(2)
	expect(await publicly(`/${SLUG}/feed.atom`)).toContain(NAME)
	expect(await publicly(`/${SLUG}/open-data.jsonl`)).toContain(NAME)
	const chair = await signedIn(app, world.chair)
	const offered = await (await chair.get(href(routes.redactions, { coalition: SLUG, statement: statementId }))).text()
	for (const leaf of texts) expect(offered).toContain(`value="${leaf}"`)
	for (const leaf of texts) granted(await withhold(leaf))
	world.clock.now += 61_000
	for (const path of EVERYWHERE) expect(await publicly(path), path).not.toContain(NAME)
	const pdf = new Uint8Array(await (await app.browser().get(`${PAGE}.pdf`)).arrayBuffer())
	expect(checkPdf(readPdf(pdf)).tree.text).not.toContain('Tvivlare')
	const members = href(routes.addenda, { coalition: SLUG, statement: statementId })
	expect(await (await chair.get(members)).text()).not.toContain(NAME)
	for (const path of [PAGE, `${PAGE}.md`])
		expect(await publicly(path), path).toContain('Uppgift borttagen: Personen har begärt det.')

	const file = JSON.parse(await publicly(`${PAGE}.json`))
	const said = texts.map((text) => ({ text, ground: 'Personen har begärt det.' }))
	expect(file.redacted.toSorted(byText)).toEqual(said.toSorted(byText))
	expect(sha256(compact(file.record))).toBe(file.recordHash)
	const { checkRecord } = await import(`data:text/javascript,${encodeURIComponent(script)}`)
	const { findings, told } = await checkRecord(JSON.stringify(file))
	expect(told).not.toBeNull()
	expect(findings).toContainEqual({ what: 'withheld', is: 'right', count: 2 })
})

const byText = (one: { readonly text: string }, other: { readonly text: string }) => (one.text < other.text ? -1 : 1)

test('it is withheld once, by the chair alone, and of that statement; and stays so when tables are made anew', async () => {
	const [leaf = '', other = ''] = await leaves()
	const [member] = world.members as readonly [Member]
	const command = { statementId, blockId: leaf as BlockId, ground: 'Begärt.' }
	expect(codeOf(await redactBlock(world.deps, world.order(member.delegate, command)))).toBe('notAllowed')
	expect(codeOf(await withhold(`${leaf.slice(1)}0`))).toBe('blockGone')
	expect(codeOf(await withhold(`${leaf}".value`))).toBe('blockGone')
	granted(await withhold(leaf))
	expect(codeOf(await withhold(leaf))).toBe('blockGone')
	granted(await withhold(other))
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
	for (const table of ['addendum', 'addendum_answer'])
		expect(JSON.stringify(await allRows(world.server.client, `SELECT * FROM ${table}`)), table).not.toContain(NAME)
	// What was done stands in the log, as all that is withheld does.
	expect(await allRows(world.server.client, 'SELECT ground FROM redaction')).toHaveLength(2)
})
