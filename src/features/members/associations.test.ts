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
import { DAY } from '#test/support/world.ts'

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

it('lets an association leave after asking, in a week; then its people are out', async () => {
	await using s = await scene()
	const params = { ...at, association: association(s.world) }
	const asked = plain(await text(s.chair, href(routes.associationLeaving, params)))
	expect(asked).toContain('Attention lämnar samverkan')
	expect(asked).toContain('Föreningen lämnar måndag 10 oktober 2022 kl. 09.00. Till dess är den med')
	const to = await done(await s.chair.post(href(routes.associationLeaving, params)))
	const page = plain(await text(s.chair, to))
	expect(page).toContain(
		'Attention lämnar samverkan måndag 10 oktober 2022 kl. 09.00. Alla föreningar får mejl om det.',
	)
	expect(page).toContain('Disa Attention (till 10 oktober 2022)')
	const disa = await signedIn(s.app, delegate(s.world))
	expect(plain(await text(disa, members))).toContain('Lämnar måndag 10 oktober 2022 kl. 09.00')
	const listed = async () => {
		const operator = await signedIn(s.app, s.world.operator)
		const everybody = plain(await text(operator, href(routes.coalition, at)))
		const counted = plain(await text(operator, routes.operator)).match(/\d förening\w*/)?.[0]
		return [everybody.includes('Attention'), counted]
	}
	expect(await listed()).toEqual([true, '3 föreningar'])
	s.world.clock.now += 7 * DAY
	expect(await listed()).toEqual([false, '2 föreningar'])
	await text(await signedIn(s.app, delegate(s.world)), members, 404)
	const chair = await signedIn(s.app, s.world.chair)
	const after = plain(await text(chair, members))
	expect(after).toContain('Föreningar som har lämnat Attention, 10 oktober 2022')
	expect(after).not.toContain('Disa Attention')
	await text(chair, href(routes.association, params), 404)
	expect((await chair.post(href(routes.associationLeaving, params))).status).toBe(404)
})

it('keeps one that is about to leave, by a button only chair and secretary see, and seats as they were', async () => {
	await using s = await scene()
	const params = { ...at, association: association(s.world) }
	const keeping = href(routes.associationKeeping, params)
	expect(await text(s.chair, members)).not.toContain(keeping)
	await done(await s.chair.post(href(routes.associationLeaving, params)))
	expect(await text(await signedIn(s.app, delegate(s.world)), members)).not.toContain(keeping)
	expect(await text(s.chair, href(routes.association, params))).toContain(keeping)
	const page = await text(s.chair, members)
	expect(plain(page)).toContain('Behåll Attention')
	const kept = plain(await text(s.chair, await done(await s.chair.post(keeping, hiddenFields(page, keeping)))))
	expect(kept).toContain('Attention stannar kvar i samverkan.')
	expect(kept).not.toContain('Lämnar måndag')
	s.world.clock.now += 8 * DAY
	expect(plain(await text(await signedIn(s.app, delegate(s.world)), members))).toContain('Disa Attention')
})

it('takes a mistake away at once', async () => {
	await using s = await scene()
	const to = await done(await s.chair.post(href(routes.associations, at), { name: 'RSMH', area: '' }))
	const id = new URL(to, 'http://x').searchParams.get('association') ?? ''
	const leaving = href(routes.associationLeaving, { ...at, association: id })
	expect(plain(await text(s.chair, leaving))).toContain('Ingen har haft uppdrag för föreningen, så den lämnar genast.')
	expect(plain(await text(s.chair, await done(await s.chair.post(leaving))))).toContain('RSMH har lämnat samverkan')
})

it('says from when a new association is in ballots, and by which rules they are decided', async () => {
	await using s = await scene()
	s.world.clock.now += 30 * DAY
	const chair = await signedIn(s.app, s.world.chair)
	await done(await chair.post(href(routes.associations, at), { name: 'RSMH', area: '' }))
	await done(await chair.post(href(routes.settingsRules, at), { preset: 'board' }))
	const page = plain(await text(await signedIn(s.app, delegate(s.world)), members))
	expect(page).toContain('RSMH Med i omröstningar från och med onsdag 9 november 2022 kl. 08.00')
	expect(page).toContain('Regler för beslut Vanliga regler. Mer än hälften')
	expect(page).toContain(
		'Till onsdag 9 november 2022 kl. 08.00 gäller ”Vanliga regler”. Omröstningar som startar därefter följer ”Som i en styrelse”.',
	)
	expect(page.split('Med i omröstningar från')).toHaveLength(2)
	s.world.clock.now += 7 * DAY
	const after = plain(await text(await signedIn(s.app, delegate(s.world)), members))
	expect(after).not.toContain('Med i omröstningar från')
	expect(after).toContain('Regler för beslut Som i en styrelse. Minst tre')
})
