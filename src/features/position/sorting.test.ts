import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { addedGroup, banked } from '#test/support/banked.ts'
import { sortedUnder } from '#test/support/sorted.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const BANK = href(routes.positions, { coalition: SLUG })
const SORTING = href(routes.positionSorting, { coalition: SLUG })
const key = () => world.deps.newId('random')
const read = async (path: string, browser = chair) => (await browser.get(path)).text()
const options = (page: string, name: string) => {
	const [, select = ''] = new RegExp(`<select id="${name}"[^>]*>(.*?)</select>`, 's').exec(page) ?? []
	return [...select.matchAll(/<option[^>]*>([^<]*)</g)].map(([, label]) => label)
}

test('positions are sorted on one page, and the bank is narrowed by that, with what each choice leaves', async () => {
	const source = await banked(world)
	const group = await addedGroup(world, 'Brukare')
	await sortedUnder(world, { kind: 'statement', id: source }, 'Inflytande')
	const page = await read(SORTING)
	expect(page).toContain('Osorterade (2)')
	expect(page).toContain(`name="was-${source}.1" value="none"`)
	const sent = await chair.post(SORTING, {
		key: key(),
		[`was-${source}.1`]: 'none',
		[`level-${source}.1`]: 'system',
		[`groups-${source}.1[]`]: [group],
		[`was-${source}.2`]: 'none',
		[`level-${source}.2`]: 'service',
	})
	const after = await read(sent.headers.get('location') ?? '')
	expect(after).toContain('Sorteringen är sparad.')
	expect(after).toMatch(/Historik<\/h2>.*ståndpunkt 1: System och Brukare; ståndpunkt 2: Verksamhet.*Ove Ordförande/s)
	expect(await read(`${SORTING}?show=rest`)).toContain('Alla ståndpunkter är sorterade')
	expect(await read(href(routes.history, { coalition: SLUG, statement: source }))).toContain(
		'Ståndpunkter sorterades i banken',
	)

	const bank = await read(BANK)
	expect(options(bank, 'topic')).toEqual(['Alla ämnen', 'Inflytande (2)'])
	expect(options(bank, 'group')).toEqual(['Alla grupper', 'Brukare (1)'])
	expect(options(bank, 'level')).toEqual(['Alla nivåer', 'Verksamhet (1)', 'System (1)'])
	expect(bank).toContain('Handlar om: Brukare · Nivå: System')
	const narrowed = await read(`${BANK}?group=brukare&search=arvoderade`)
	expect(narrowed).toContain('1 träff')
	expect(narrowed).not.toContain('långsiktig finansiering')
	// A choice is counted as it would be with the others as they are.
	expect(options(narrowed, 'level')).toEqual(['Alla nivåer', 'System (1)'])
	expect(await read(`${BANK}?group=brukare&level=service`)).toContain('Ingen ståndpunkt passar med det du har valt')
	// What is chosen is named though nothing is left of it; what there is none of is not asked for.
	await addedGroup(world, 'Närstående')
	const none = await read(`${BANK}?group=narstaende&level=individual`)
	expect(none).toContain('Ingen ståndpunkt passar')
	expect(options(none, 'group')).toContain('Närstående (0)')
	expect(options(none, 'level')).toContain('Individ (0)')
	const unknown = await read(`${BANK}?topic=annat&group=annan`)
	expect(unknown).toContain('långsiktig finansiering')
	expect(options(unknown, 'topic')).toEqual(['Alla ämnen', 'Inflytande (2)'])
})

test('what a form leaves as it was is left alone, whoever sorted it meanwhile', async () => {
	const source = await banked(world)
	const { deps, order } = world
	const position = { adoptedIn: source, number: 1, groupIds: [], level: 'individual' as const }
	granted(await sortPositions(deps, order(world.chair, { positions: [position] })))
	await chair.post(SORTING, {
		key: key(),
		[`was-${source}.1`]: 'none',
		[`level-${source}.1`]: 'none',
		[`was-${source}.2`]: 'none',
		[`level-${source}.2`]: 'system',
	})
	expect(options(await read(BANK), 'level')).toEqual(['Alla nivåer', 'Individ (1)', 'System (1)'])
})

test('too many groups are refused, with all that was chosen; a delegate sees how it is sorted and cannot sort', async () => {
	const source = await banked(world)
	const groups: string[] = []
	for (let at = 1; at <= 6; at += 1) groups.push(await addedGroup(world, `Grupp ${at}`))
	const sent = await chair.post(SORTING, {
		key: key(),
		[`was-${source}.2`]: 'none',
		[`level-${source}.2`]: 'system',
		[`groups-${source}.2[]`]: groups,
	})
	expect(sent.status).toBe(409)
	const page = await sent.text()
	const told = 'Ståndpunkt 2 handlar om 6 grupper, och högst 5 får plats. Välj bort några.'
	const [, to = ''] = new RegExp(`href="#([^"]*)">${told}`).exec(page) ?? []
	expect(to).toBe(`groups-${source}.2[]`)
	// Beside the choices of that position, where the link leads.
	expect(page).toContain(`id="${to}-error"><span class="vh">Fel: </span>${told}`)
	expect(page).toContain(`<input type="checkbox" id="${to}"`)
	expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(6)
	const [first] = world.members
	const delegate = await signedIn(app, first?.delegate ?? world.chair)
	expect((await delegate.post(SORTING, { key: key() })).status).toBe(403)
	expect(await read(BANK, delegate)).not.toContain(SORTING)
})

test('groups are kept in the settings, apart from topics, and lead to the bank', async () => {
	const GROUPS = href(routes.settingsGroups, { coalition: SLUG })
	const added = await chair.post(GROUPS, { key: key(), name: 'Barn' })
	const list = await read(added.headers.get('location') ?? '')
	expect(list).toContain('Gruppen Barn finns nu.')
	expect(await read(href(routes.settingsTopics, { coalition: SLUG }))).not.toContain('Barn')
	const [, id = ''] = /topics\/([^"?]+)"/.exec(list) ?? []
	const page = await read(href(routes.topic, { coalition: SLUG, topic: id }))
	expect(page).toContain(`href="${BANK}?group=barn"`)
	expect(page).toContain('Lades till som Barn')
	expect((await chair.post(GROUPS, { key: key(), name: 'BARN' })).status).toBe(409)
	// The same word is free among topics.
	expect(
		(await chair.post(href(routes.settingsTopics, { coalition: SLUG }), { key: key(), name: 'Barn' })).status,
	).toBe(303)
})
