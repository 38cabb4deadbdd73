import { expect, it } from 'vitest'
import type { Query } from '#db/client.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { addGoldenCoalition } from '#test/support/published.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { createPerson } from '#usecases/person/people.ts'

const at = { coalition: SLUG }
const members = href(routes.members, at)
const seats = href(routes.seats, at)

type Scene = { readonly world: CoalitionWorld; readonly app: TestApp; readonly chair: Browser }

async function scene(names?: readonly string[]): Promise<Scene & AsyncDisposable> {
	const world = await createCoalitionWorld(names)
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	return { world, app, chair, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

async function text(browser: Browser, path: string, status = 200): Promise<string> {
	const response = await browser.get(path)
	expect(response.status).toBe(status)
	return response.text()
}

/** Where a form led, after it was done. */
async function done(response: Response): Promise<string> {
	expect(response.status, await response.clone().text()).toBe(303)
	return response.headers.get('location') ?? ''
}

async function count(world: CoalitionWorld, sql: string, args: string[] = []): Promise<number> {
	const { rows } = await world.server.client.execute({ sql: `SELECT COUNT(*) AS n FROM ${sql}`, args })
	return Number(rows[0]?.n)
}

const association = (world: CoalitionWorld, index = 0) => world.members[index]?.associationId ?? ''
const delegate = (world: CoalitionWorld, index = 0) => world.members[index]?.delegate as PersonId
const seatOf = (world: CoalitionWorld, index = 0) => world.members[index]?.delegateSeat ?? ''
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

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

/** Ids of the associations in order, from the links on the page. */
async function chairView({ chair }: Scene): Promise<{ associations: string[] }> {
	const page = await text(chair, members)
	const links = page.matchAll(new RegExp(`href="/${SLUG}/associations/([^"/?]+)"`, 'g'))
	return { associations: [...new Set([...links].map((found) => found[1] ?? ''))] }
}

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

it('opens the workspace on what to do first, in one read', async () => {
	await using s = await scene([])
	const work = href(routes.workspace, at)
	const empty = plain(await text(s.chair, work))
	expect(empty).toMatch(/Kom igång 0 av 7 steg är klara.*1 Lägg in föreningarna De som ska rösta/)
	expect(empty).not.toContain('Väntar på dig')
	let reads = 0
	const { db } = s.world.deps
	const counted: typeof db = {
		...db,
		read: <Values extends readonly unknown[]>(...queries: { [Index in keyof Values]: Query<Values[Index]> }) => {
			reads += 1
			return db.read<Values>(...queries)
		},
	}
	const app = testApp({ ...s.world, deps: { ...s.world.deps, db: counted } })
	const chair = await signedIn(app, s.world.chair)
	await text(chair, work)
	expect(reads).toBe(1)
})

it('ticks the first steps that are done, by what there is, until the first statement is published', async () => {
	await using s = await scene(['Attention'])
	const { world } = s
	const work = href(routes.workspace, at)
	const shown = async (browser = s.chair) => plain(await text(browser, work))
	expect(await shown()).toMatch(
		/2 av 7 steg är klara.*Lägg in föreningarna : klart. 1 förening.*3 Gå igenom inställningarna/,
	)
	expect(await shown(await signedIn(s.app, delegate(world)))).not.toContain('Kom igång')
	await s.chair.post(href(routes.associations, at), { name: 'RSMH', area: '' })
	expect(await shown()).toContain('1 av 2 föreningar har en ordinarie. De andra kan inte rösta än.')
	const statement = await draftStatement(world)
	expect(await shown()).toMatch(/Börja på texten : klart. Ett svar/)
	await openedBallot(world, statement)
	expect(await shown()).toMatch(/Låt föreningarna rösta : klart. Föreningarna har fått frågan/)
})

it('offers a chair without e-mail a card first, and no more once it is printed', async () => {
	await using s = await scene([])
	await s.world.db.write(["DELETE FROM address WHERE email = 'ove@example.org'"])
	const work = await text(s.chair, href(routes.workspace, at))
	expect(plain(work)).toContain('Skriv ut ett kort åt dig själv')
	const seat = /\/seats\/([^/"]+)\/cards/.exec(work)?.[1] ?? ''
	expect((await s.chair.post(href(routes.seatCards, { ...at, seat }))).status).toBe(200)
	expect(plain(await text(s.chair, href(routes.workspace, at)))).not.toContain('Skriv ut ett kort åt dig själv')
})

it('shows in the workspace what waits on whoever looks, what is under way and what has come in', async () => {
	await using s = await scene()
	const { world } = s
	const statement = await draftStatement(world)
	const facts = {
		title: 'Remiss om vård',
		sender: 'Regionen',
		references: '',
		dueOn: '2022-11-01',
		sendTo: '',
		copyTo: '',
		documents: [],
		note: '',
	}
	granted(await receiveInquiry(world.deps, world.order(world.chair, facts)))
	await openedBallot(world, statement)
	const work = href(routes.workspace, at)
	const disa = plain(await text(await signedIn(s.app, delegate(world)), work))
	expect(disa).toContain('Rösta för Attention')
	expect(disa).toContain('Ett svar')
	expect(disa).toContain('Remiss om vård')
	expect(disa).not.toContain('Inställningar')
	const own = plain(await text(s.chair, work))
	expect(own).not.toContain('Rösta för')
	expect(own).toContain('Nu röstar föreningarna')
	expect(own).toContain('Inställningar')
})
