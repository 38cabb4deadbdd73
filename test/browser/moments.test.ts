import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { href, routes } from '#routes'
import { urlOf } from '#test/support/access-urls.ts'
import { inspect } from '#test/support/browser/inspect.ts'
import { DESK_AT_NIGHT, PHONE, TABS, walks } from '#test/support/browser/walks.ts'
import { DAY } from '#test/support/world.ts'

let all: Awaited<ReturnType<typeof walks>>
beforeAll(async () => {
	all = await walks()
	return () => all[Symbol.asyncDispose]()
})

test('a delegate who was removed takes the seat back on a phone, from a page without fault', async () => {
	await using walk = await all.walking('a delegate who was removed', PHONE)
	const { coalition, lost: seat } = all.at.place
	await walk.look(href(routes.seatReturn, { coalition, seat }))
	await walk.window.page.getByRole('button', { name: 'Ta tillbaka uppdraget' }).click()
	await walk.window.page.getByText(/är ordinarie för .+ igen\./i).waitFor()
	walk.note('the seat is back', await inspect(walk.window, 'sv'))
	expect(walk.found).toEqual({})
})

test('what is shown once has no fault: a card, a token, a text before it is taken in', async () => {
	await using walk = await all.walking('a chair', DESK_AT_NIGHT)
	const { page } = walk.window
	const { place } = all.at
	const shown = async (what: string) => walk.note(what, await inspect(walk.window, 'sv'))

	await walk.window.goto(urlOf(routes.seatCards, place))
	await page.getByRole('button', { name: 'Gör ett kort att skriva ut' }).click()
	await page.locator('.card').waitFor()
	await shown('a card')
	await walk.window.goto(urlOf(routes.cards, place))
	await page.getByRole('checkbox').first().check()
	await page.getByRole('button', { name: 'Gör korten' }).click()
	await page.locator('.card').first().waitFor()
	await shown('cards for many')
	await walk.window.goto(urlOf(routes.roster, place))
	const list = 'Nya föreningen;adhd;Lo Ny;lo@example.org;Ordinarie\n;;Bo Ny;bo(at)example.org;kassör\n;;;x@example.org;'
	await page.getByLabel('Listan').fill(list)
	await page.getByRole('button', { name: 'Visa hur det blir' }).click()
	await page.getByRole('button', { name: 'Lägg in allt' }).waitFor()
	await shown('a list')
	await walk.window.goto(urlOf(routes.settingsColour, place))
	await page.getByLabel('En egen färg').check()
	await page.getByLabel(/^Egen färg/).fill('#ffd400')
	await page.getByRole('button', { name: 'Använd färgen' }).click()
	await page.getByRole('button', { name: /i stället$/ }).waitFor()
	await shown('a colour too pale')
	await walk.window.goto(urlOf(routes.tokens, place))
	await page.getByRole('textbox').fill('Mitt program')
	await page.getByRole('checkbox').first().check()
	await page.getByRole('button', { name: 'Skapa nyckeln' }).click()
	await page.locator('code').waitFor()
	await shown('a token')
	await walk.window.goto(urlOf(routes.pasteText, place, { statement: 'drafting' }))
	await page
		.getByLabel('Text', { exact: true })
		.fill('Rubrik\n\nVi är för.\n\nNSPH Stockholms län\n\n1. Arvode.\n2. Tid.')
	await page.getByRole('button', { name: 'Visa hur den blir' }).click()
	await page.getByRole('button', { name: /^Använd texten/ }).waitFor()
	await shown('a pasted text')

	expect(walk.found).toEqual({})
})

test('what is over has no fault: counted or not, silent or signed, ready to be published', async () => {
	const { clock } = all.at.world
	onTestFinished(() => {
		clock.now -= 10 * DAY
	})
	clock.now += 10 * DAY
	await using walk = await all.walking('a chair', DESK_AT_NIGHT)
	for (const statement of ['consulting', 'deciding', 'signing'] as const) {
		for (const path of TABS) await walk.look(urlOf(path, all.at.place, { statement }))
	}
	for (const path of [routes.me, routes.workspace, routes.ballot, routes.ballotClosing, routes.publication]) {
		await walk.look(urlOf(path, all.at.place))
	}
	expect(await walk.window.page.getByRole('button', { name: /^Publicera som NSPH-SL 2026:1/ }).count()).toBe(1)
	expect(walk.found).toEqual({})
})

test('pages for what went wrong have no fault', async () => {
	const { place } = all.at
	const statement = `/${place.coalition}/statements/${place.statements.published}`
	for (const [name, path] of [
		['nobody', '/ingen-sadan'],
		['nobody', `/${place.coalition}/2022/7`],
		['a contributor', `/${place.coalition}/settings`],
		['a delegate of another coalition', statement],
		['a delegate', `${statement}x`],
	] as const) {
		await using walk = await all.walking(name, PHONE)
		await walk.window.goto(path)
		walk.note(path, await inspect(walk.window, 'sv'))
		expect(walk.found).toEqual({})
	}
})
