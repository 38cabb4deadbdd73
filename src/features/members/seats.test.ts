import { expect, it } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { href, routes } from '#routes'
import { hiddenFields, ORIGIN, signedIn } from '#test/support/app.ts'
import {
	association,
	at,
	count,
	delegate,
	done,
	members,
	plain,
	scene,
	seatOf,
	seats,
	text,
} from '#test/support/members-pages.ts'
import { granted } from '#test/support/world.ts'
import { createPerson } from '#usecases/person/people.ts'

it('refuses what is not one address in a sentence that says so, and keeps it as it was typed', async () => {
	await using s = await scene()
	for (const email of ['a,b@c.se', 'eva@example.org;x', 'eva\u0007@example.org']) {
		const page = await text(s.chair, `${seats}?association=${association(s.world)}&role=deputy`)
		const sent = await s.chair.post(seats, {
			...hiddenFields(page, seats),
			name: 'Eva Ersättare',
			email,
			role: 'deputy',
		})
		expect([email, sent.status]).toEqual([email, 422])
		expect(await sent.text()).toContain('Skriv en enda adress, som anna@example.org, utan komma')
	}
	expect(await count(s.world, "person WHERE name = 'Eva Ersättare'")).toBe(0)
})

it('seats somebody with an address, invites them, and enters them once however often and however fast the form is sent', async () => {
	await using s = await scene()
	const page = await text(s.chair, `${seats}?association=${association(s.world)}&role=deputy`)
	const fields = {
		...hiddenFields(page, seats),
		name: 'Eva Ersättare',
		email: ' Eva@Example.org ',
		role: 'deputy',
		until: '2023-12-31',
	}
	const sent = await Promise.all([1, 2, 3].map(() => s.chair.post(seats, fields)))
	const [to] = await Promise.all(sent.map(done))
	expect(new Set(sent.map((each) => each.headers.get('location'))).size).toBe(1)
	const shown = plain(await text(s.chair, to ?? ''))
	expect(shown).toContain('Eva Ersättare är nu ersättare för Attention')
	expect(shown).toContain('En inbjudan skickas till eva@example.org')
	expect(shown).toContain('till 31 december 2023')
	expect(await count(s.world, "person WHERE name = 'Eva Ersättare'")).toBe(1)
	expect(await count(s.world, "address WHERE email = 'eva@example.org'")).toBe(1)
	expect(
		await count(s.world, "outbox WHERE kind = 'invitation' AND seat_id IS NOT NULL AND created_at > 0"),
	).toBeGreaterThan(0)
	const { rows } = await s.world.server.client.execute("SELECT until_at FROM seat WHERE role = 'deputy'")
	expect(rows[0]?.until_at).toBe(swedishInstant('2023-12-31', '23:59'))
})

it('leads from a seat without an address to a card, prints ten codes that sign in, and shows them once', async () => {
	await using s = await scene()
	const fields = { name: 'Kalle Kort', email: '', role: 'contributor', association: association(s.world) }
	const to = await done(await s.chair.post(seats, fields))
	const ask = await text(s.chair, to)
	expect(plain(ask)).toContain('Personen har ingen e-post')
	const path = new URL(to, ORIGIN).pathname
	const issued = await s.chair.post(path, hiddenFields(ask, path))
	expect(issued.status).toBe(200)
	expect(issued.headers.get('cache-control')).toBe('private, no-store')
	const card = await issued.text()
	const codes = [...card.matchAll(/<li class="code">([^<]+)</g)].map((found) => found[1] ?? '')
	expect(codes).toHaveLength(10)
	expect(card).toContain('samsvar.test/sign-in/card')
	const handle = /<p class="code">([^<]+)</.exec(card)?.[1] ?? ''
	expect(await text(s.chair, path)).not.toContain(codes[0])
	const kalle = s.app.browser()
	const signIn = await kalle.post(routes.signInCard, { handle, code: codes[0] ?? '' })
	expect(signIn.status).toBe(303)
	expect(await text(kalle, members)).toContain('Kalle Kort')
	expect(plain(await text(s.chair, members))).not.toContain('Vi når inte')
})

it('asks who somebody is again before a card is made, and keeps strangers from one', async () => {
	await using s = await scene()
	const path = href(routes.seatCards, { ...at, seat: seatOf(s.world) })
	const tired = await signedIn(s.app, s.world.chair, s.world.clock.now - 13 * 60 * 60 * 1000)
	const refused = await tired.post(path)
	expect(refused.status).toBe(403)
	expect(await refused.text()).toContain('again=1')
	expect((await (await signedIn(s.app, delegate(s.world))).post(path)).status).toBe(403)
	expect((await s.app.browser().post(path)).status).toBe(401)
	expect((await s.chair.post(href(routes.seatCards, { ...at, seat: 'none' }))).status).toBe(404)
	expect(await count(s.world, 'card')).toBe(0)
})

it('asks whether somebody here with the address is the same person, and seats either', async () => {
	await using s = await scene()
	const fields = {
		name: 'Disa A',
		email: 'attention@example.org',
		role: 'contributor',
		association: association(s.world, 1),
	}
	const asked = await s.chair.post(seats, { ...fields, key: 'one' })
	expect(asked.status).toBe(422)
	const page = await asked.text()
	expect(plain(page)).toContain('Ja, det är Disa Attention')
	expect(page).toContain('value="Disa A"')
	await done(await s.chair.post(seats, { ...fields, key: 'one', who: delegate(s.world) }))
	expect(await count(s.world, 'seat WHERE person_id = ?', [delegate(s.world)])).toBe(2)
	await done(await s.chair.post(seats, { ...fields, key: 'two', who: 'another' }))
	expect(await count(s.world, "person WHERE name = 'Disa A'")).toBe(1)
	const list = await text(s.chair, members)
	expect(list.match(/Disa Attention/g)?.length).toBeGreaterThanOrEqual(2)
})

it('tells nothing of people elsewhere who have the address, and seats none of them', async () => {
	await using s = await scene()
	const elsewhere = granted(await createPerson(s.world.deps, { name: 'Hemlig Person', emails: ['delad@example.org'] }))
	const fields = { name: 'Ny Person', email: 'delad@example.org', role: 'deputy', association: association(s.world) }
	const stolen = await s.chair.post(seats, { ...fields, who: elsewhere })
	expect(stolen.status).toBe(422)
	expect(await stolen.text()).not.toContain('Hemlig')
	const to = await done(await s.chair.post(seats, fields))
	expect(await text(s.chair, to)).not.toContain('Hemlig')
	expect(await count(s.world, 'seat WHERE person_id = ?', [elsewhere])).toBe(0)
})

it('refuses a second delegate, a term that is over, a bad address, no name and no role, and enters nobody', async () => {
	await using s = await scene()
	const persons = await count(s.world, 'person')
	const fields = { name: 'Ny Person', email: 'ny@example.org', role: 'deputy', association: association(s.world) }
	const refusals: [Record<string, string>, number, string][] = [
		[{ role: 'delegate' }, 409, 'har redan en ordinarie'],
		[{ until: '2020-01-01' }, 422, 'ligger i förfluten tid'],
		[{ until: 'i morgon' }, 422, 'Kontrollera sista dagen'],
		[{ email: 'inte en adress' }, 422, 'Kontrollera e-postadressen'],
		[{ name: '' }, 422, 'Fyll i namnet'],
		[{ name: 'x'.repeat(5000) }, 422, 'Korta namnet'],
		[{ role: '' }, 422, 'uppdraget'],
		[{ role: 'chair' }, 422, 'uppdraget'],
		[{ association: 'none' }, 404, ''],
	]
	for (const [change, status, sentence] of refusals) {
		const response = await s.chair.post(seats, { ...fields, ...change })
		expect(response.status, JSON.stringify(change)).toBe(status)
		const page = await response.text()
		expect(plain(page)).toContain(sentence)
		if (!('email' in change)) expect(page).toContain('ny@example.org')
	}
	expect(await count(s.world, 'person')).toBe(persons)
})

it('replaces a delegate in one go, and hands over the only chair', async () => {
	await using s = await scene()
	const path = `${seats}?association=${association(s.world)}&role=delegate&replaces=${seatOf(s.world)}`
	const form = hiddenFields(await text(s.chair, path), seats)
	await done(await s.chair.post(seats, { ...form, name: 'Nya Disa', email: 'nya@example.org' }))
	const page = plain(await text(s.chair, members))
	expect(page).toContain('Nya Disa')
	expect(page).not.toContain('Disa Attention')
	await text(await signedIn(s.app, delegate(s.world)), members, 404)
	const { rows } = await s.world.server.client.execute("SELECT id FROM seat WHERE role = 'chair'")
	const own = String(rows[0]?.id)
	const chairForm = hiddenFields(await text(s.chair, `${seats}?role=chair&replaces=${own}`), seats)
	await s.chair.post(seats, { ...chairForm, name: 'Ny Ordförande', email: 'ordf@example.org' })
	await text(s.chair, members, 404)
	expect(await count(s.world, "seat WHERE role = 'chair' AND ended_at IS NULL")).toBe(1)
})

it('ends a seat after asking, refuses the last chair, and shuts the session of who is removed out at once', async () => {
	await using s = await scene()
	const disa = await signedIn(s.app, delegate(s.world))
	await text(disa, members)
	const path = href(routes.seatEnding, { ...at, seat: seatOf(s.world) })
	const ask = await text(s.chair, path)
	expect(plain(ask)).toContain('Avsluta uppdraget för Disa Attention')
	const to = await done(await s.chair.post(path, hiddenFields(ask, path)))
	expect(plain(await text(s.chair, to))).toContain('Disa Attention är inte längre ordinarie för Attention')
	await text(disa, members, 404)
	expect((await disa.post(href(routes.associations, at), { name: 'X', area: '' })).status).toBe(404)
	await text(s.chair, path, 404)
	const { rows } = await s.world.server.client.execute("SELECT id FROM seat WHERE role = 'chair'")
	const last = await s.chair.post(href(routes.seatEnding, { ...at, seat: String(rows[0]?.id) }))
	expect(last.status).toBe(409)
	expect(plain(await last.text())).toContain('Samverkan måste ha en ordförande')
})
