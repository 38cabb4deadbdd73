import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type TestApp, testApp } from '#test/support/app.ts'
import { BILL, followedStatement, publishedStatement } from '#test/support/followed.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, SLUG } from '#test/support/world.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { recordOutcomes } from '#usecases/publication/follow-up.ts'

let world: CoalitionWorld
let app: TestApp
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const LEDGER = href(routes.ledger, { coalition: SLUG })
const textAt = async (path: string) => {
	const response = await app.browser().get(path)
	expect(response.status).toBe(200)
	return response.text()
}
/** As nobody has kept a page that long. */
const later = async (path: string) => {
	world.clock.now += DAY
	return textAt(path)
}

const decided = (statementId: StatementId, outcome: 'heeded' | 'rejected', datedOn: string) =>
	recordOutcomes(
		world.deps,
		world.order(world.chair, {
			statementId,
			document: { kind: 'decision' as const, title: `Beslut ${outcome}`, url: '', datedOn },
			outcomes: [{ number: 1, outcome, page: '', note: '' }],
		}),
	)

test('the ledger says what came of each position last, with where it says so, and the same in figures', async () => {
	expect(await textAt(LEDGER)).toContain('Inga ståndpunkter är publicerade än')
	const { statementId } = await followedStatement(world)
	await publishedStatement(world)
	const page = await later(LEDGER)
	expect(page).toContain('Fick delvis gehör')
	expect(page).toContain(`<a href="${BILL.document.url}"><cite lang="sv">${BILL.document.title}</cite></a>`)
	expect(page).toContain('s. 12–14. Proposition, 29 september 2022')
	const figure = elementOf(page, /<figure/)
	const total = /2022: (\d+) ståndpunkter, fick gehör: 0, fick delvis gehör: 1, .*inget är känt än: (\d+)\./.exec(
		figure,
	)
	expect(Number(total?.[1])).toBe(1 + Number(total?.[2]))
	expect(elementOf(figure, /<tbody/)).toContain('2022')
	granted(await decided(statementId, 'heeded', '2022-09-30'))
	granted(await decided(statementId, 'rejected', '2022-09-01'))
	const again = await later(LEDGER)
	expect(again).toContain('Beslut heeded')
	expect(again).not.toContain('Beslut rejected')
	expect(again).not.toContain(BILL.document.title)
})

test('the ledger shows those of a year and those that something came of, and says where there are none', async () => {
	await followedStatement(world)
	await publishedStatement(world)
	const asked = (query: string) => textAt(`${LEDGER}?${query}`)
	const count = (page: string) => page.match(/, ståndpunkt \d+ ·/g)?.length ?? 0
	const all = count(await asked(''))
	expect(count(await asked('outcome=partly'))).toBe(1)
	expect(count(await asked('outcome=none&year=2022'))).toBe(all - 1)
	expect(await asked('outcome=heeded')).toContain('Ingen ståndpunkt stämmer med det')
	expect(await asked('year=2021')).toContain('Ingen ståndpunkt stämmer med det')
	expect(count(await asked('year=x&outcome=y'))).toBe(all)
})

test('the ledger stands in English too, linked from the coalition’s page and in no script', async () => {
	await followedStatement(world)
	expect(await textAt(href(routes.coalition, { coalition: SLUG }))).toContain(`href="${LEDGER}"`)
	const page = await textAt(`/en${LEDGER}`)
	expect(page).toContain('<html lang="en">')
	expect(page).toContain('Partly heeded')
	expect(page).not.toContain('<script')
})

test('a published statement tells every document of each position that something came of, and nothing before', async () => {
	const statementId = await publishedStatement(world)
	const path = href(routes.published, { coalition: SLUG, year: '2022', number: '1' })
	expect(await textAt(path)).not.toContain('id="outcomes"')
	granted(await recordOutcomes(world.deps, world.order(world.chair, { statementId, ...BILL })))
	granted(await decided(statementId, 'rejected', '2022-09-30'))
	const lines = shownLines(elementOf(await later(path), /<section id="outcomes"/))
	expect(lines.join(' ')).toMatch(
		/Fick delvis gehör.*Prop\. 2022\/23:7.*Utan kravet på tid\..*Fick inte gehör.*Beslut rejected/,
	)
})

test('what came of a position that is withheld is withheld with it', async () => {
	const { statementId } = await followedStatement(world)
	const { rows } = await world.server.client.execute(
		"SELECT block_id FROM block_version WHERE json_extract(content, '$.kind') = 'position' ORDER BY rowid LIMIT 1",
	)
	const redact = { statementId, blockId: String(rows[0]?.block_id) as BlockId, ground: 'Samtycket togs tillbaka.' }
	granted(await redactBlock(world.deps, world.order(world.chair, redact)))
	const statement = href(routes.published, { coalition: SLUG, year: '2022', number: '1' })
	for (const path of [LEDGER, statement]) expect(await textAt(path)).not.toContain(BILL.outcomes[0].note)
})
