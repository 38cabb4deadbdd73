import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { hiddenFields, signedIn } from '#test/support/app.ts'
import {
	association,
	at,
	chairView,
	count,
	delegate,
	done,
	members,
	plain,
	scene,
	text,
} from '#test/support/members-pages.ts'

it('adds an association once, however often the same form is sent', async () => {
	await using s = await scene()
	const fields = {
		...hiddenFields(await text(s.chair, members), href(routes.associations, at)),
		name: 'RSMH',
		area: 'Allt',
	}
	const to = await done(await s.chair.post(href(routes.associations, at), fields))
	const again = await done(await s.chair.post(href(routes.associations, at), fields))
	expect(again).toBe(to)
	expect(plain(await text(s.chair, to))).toContain('RSMH är tillagd som nummer 4')
	expect(await count(s.world, "association WHERE name = 'RSMH'")).toBe(1)
})

it('keeps what was typed when a name is missing or has 5,000 characters', async () => {
	await using s = await scene()
	const empty = await s.chair.post(href(routes.associations, at), { name: ' ', area: 'Psykos och ångest' })
	expect(empty.status).toBe(422)
	expect(await empty.text()).toContain('value="Psykos och ångest"')
	const long = await s.chair.post(href(routes.associations, at), { name: 'å'.repeat(5000), area: '' })
	expect(long.status).toBe(422)
	const page = await long.text()
	expect(page).toContain('å'.repeat(5000))
	expect(page.replaceAll('\u00a0', ' ')).toContain('högst 120 tecken')
	const area = await s.chair.post(href(routes.associations, at), { name: 'RSMH', area: 'x'.repeat(5000) })
	expect(area.status).toBe(422)
})

it('takes text pasted from Word, on one line and without its markup run', async () => {
	await using s = await scene()
	const name = '\u00a0Riksförbundet ”Balans”\r\n\tStockholm\u00ad <b>län</b>\u00a0'
	const page = await text(s.chair, await done(await s.chair.post(href(routes.associations, at), { name, area: '' })))
	expect(page).toContain('”Balans” ')
	expect(page).toContain('&lt;b&gt;')
	expect(page).not.toContain('<b>län')
})

it('renames an association and keeps its place, and moves it up and down', async () => {
	await using s = await scene()
	const params = { ...at, association: association(s.world, 1) }
	await done(await s.chair.post(href(routes.association, params), { name: 'AnBo Stockholm', area: 'Ångest' }))
	const order = async () => (await chairView(s)).associations
	const [first, second, third] = await order()
	expect(second).toBe(params.association)
	const form = hiddenFields(
		await text(s.chair, href(routes.association, params)),
		href(routes.associationMoves, params),
	)
	const moved = await s.chair.post(href(routes.associationMoves, params), { ...form, direction: 'up' })
	expect(plain(await text(s.chair, await done(moved)))).toContain('AnBo Stockholm står nu som nummer 1')
	await done(await s.chair.post(href(routes.associationMoves, params), { ...form, direction: 'up' }))
	expect(await order()).toEqual([second, first, third])
	for (let step = 0; step < 3; step += 1)
		await done(await s.chair.post(href(routes.associationMoves, params), { direction: 'down' }))
	expect(await order()).toEqual([first, third, second])
})

it('lets an association leave after asking; its people are out at once', async () => {
	await using s = await scene()
	const params = { ...at, association: association(s.world) }
	expect(await text(s.chair, href(routes.associationLeaving, params))).toContain('Attention lämnar samverkan')
	const to = await done(await s.chair.post(href(routes.associationLeaving, params)))
	const page = plain(await text(s.chair, to))
	expect(page).toContain('Attention har lämnat samverkan')
	expect(page).toContain('Föreningar som har lämnat')
	expect(page).not.toContain('Disa Attention')
	await text(await signedIn(s.app, delegate(s.world)), members, 404)
	await text(s.chair, href(routes.association, params), 404)
	expect((await s.chair.post(href(routes.associationLeaving, params))).status).toBe(404)
})
