import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { signedIn } from '#test/support/app.ts'
import {
	association,
	at,
	chairView,
	count,
	delegate,
	members,
	plain,
	scene,
	seatOf,
	seats,
	text,
} from '#test/support/members-pages.ts'
import { addGoldenCoalition } from '#test/support/published.ts'

it('shows every member the associations in order with their people, and addresses to chair and secretary alone', async () => {
	await using s = await scene()
	const page = await text(s.chair, members)
	expect(page.indexOf('Attention')).toBeLessThan(page.indexOf('AnBo'))
	expect(page).toContain('Disa Shedo')
	expect(page).toContain('ove@example.org')
	const own = await text(await signedIn(s.app, delegate(s.world)), members)
	expect(own).toContain('Disa Shedo')
	expect(own).not.toContain('@example.org')
	expect(own).not.toContain(href(routes.associations, at))
	const seen = await text(
		await signedIn(s.app, delegate(s.world)),
		`${members}?done=seatGiven&seat=${seatOf(s.world, 1)}`,
	)
	expect(seen).not.toContain('@example.org')
})

it('says which associations nobody can vote for, and who cannot be reached', async () => {
	await using s = await scene(['Attention'])
	await s.chair.post(href(routes.associations, at), { name: 'RSMH', area: '' })
	const { associations } = await chairView(s)
	await s.chair.post(seats, { name: 'Bo Utan', email: '', role: 'contributor', association: associations.at(-1) ?? '' })
	const page = plain(await text(s.chair, members))
	expect(page).toContain('Ingen kan rösta för RSMH')
	expect(page).toContain('Vi når inte Bo Utan')
})

it("is not found for another coalition's people, forbids changes to delegates, and sends strangers to sign in", async () => {
	await using s = await scene()
	const other = await addGoldenCoalition(s.world, { slug: 'annan-samverkan', name: 'Annan' })
	const outsider = await signedIn(s.app, other.chair)
	const disa = await signedIn(s.app, delegate(s.world))
	const params = { ...at, association: association(s.world), seat: seatOf(s.world) }
	const forAll = [routes.members, routes.workspace] as const
	const forStewards = [routes.settings, routes.seats] as const
	const deeper = [
		href(routes.association, params),
		href(routes.associationLeaving, params),
		href(routes.seatEnding, params),
		href(routes.seatCards, params),
	]
	for (const path of [...forAll, ...forStewards].map((each) => href(each, at)).concat(deeper)) {
		expect((await outsider.get(path)).status, path).toBe(404)
		expect((await s.app.browser().get(path)).status, path).toBe(303)
		const own = forAll.some((each) => href(each, at) === path)
		expect((await disa.get(path)).status, path).toBe(own ? 200 : 403)
	}
	const posts: [string, Record<string, string>][] = [
		[href(routes.associations, at), { name: 'Intrång', area: '' }],
		[href(routes.association, params), { name: 'Intrång', area: '' }],
		[href(routes.associationMoves, params), { direction: 'down' }],
		[href(routes.associationLeaving, params), {}],
		[seats, { name: 'Intrång', email: '', role: 'deputy', association: params.association }],
		[href(routes.seatEnding, params), {}],
		[href(routes.settings, at), { name: 'Intrång', seriesPrefix: 'X', preset: 'board', language: 'sv', listed: 'yes' }],
	]
	const before = await count(s.world, 'event')
	const persons = await count(s.world, 'person')
	for (const [path, fields] of posts) {
		expect((await outsider.post(path, fields)).status, path).toBe(404)
		expect((await disa.post(path, fields)).status, path).toBe(403)
		expect((await s.app.browser().post(path, fields)).status, path).toBe(401)
	}
	expect(await count(s.world, 'event')).toBe(before)
	expect(await count(s.world, 'person')).toBe(persons)
	// The other coalition's association and seat are not to be found under one's own address either.
	const foreign = { coalition: 'annan-samverkan', association: params.association, seat: params.seat }
	for (const path of [
		href(routes.association, foreign),
		href(routes.seatEnding, foreign),
		href(routes.seatCards, foreign),
	])
		expect((await outsider.get(path)).status, path).toBe(404)
	expect((await outsider.post(href(routes.seatEnding, foreign))).status).toBe(404)
})
