import { expect, it } from 'vitest'
import { ROSTER_ROWS } from '#domain/members/roster.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { type SendMail, Unanswered } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, HOUR, SLUG } from '#test/support/world.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'

const at = { coalition: SLUG }
const roster = href(routes.roster, at)
const cards = href(routes.cards, at)

type Scene = { readonly world: CoalitionWorld; readonly app: TestApp; readonly chair: Browser }

async function scene(names: readonly string[] = ['Attention'], send?: SendMail): Promise<Scene & AsyncDisposable> {
	const world = await createCoalitionWorld(names)
	const app = testApp(world, send)
	const chair = await signedIn(app, world.chair)
	return { world, app, chair, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const all = ({ world }: Scene, sql: string, args: string[] = []) => allRows(world.server.client, sql, args)
const count = async (s: Scene, sql: string) => Number((await all(s, `SELECT COUNT(*) AS n FROM ${sql}`))[0]?.n)
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const everything = (s: Scene) =>
	Promise.all(['association', 'seat', 'person', 'address', 'event', 'outbox'].map((table) => count(s, table)))

/** Pastes, sees what becomes of it, and gives what the page would send to enter it. */
async function checked({ chair }: Scene, text: string) {
	const key = hiddenFields(await (await chair.get(roster)).text(), roster).key ?? ''
	const response = await chair.post(roster, { key, text })
	expect(response.status).toBe(200)
	const page = await response.text()
	const columns = [...page.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value ?? '')
	return { page, fields: { ...hiddenFields(page, roster), text, 'columns[]': columns, confirmed: '1' } }
}

const LIST = [
	'Förening\tOmråde\tNamn\tE-post\tUppdrag\t',
	'Attention\t\tDisa Attention\tattention@example.org\tOrdinarie\t',
	'\t\tEva Ny\teva@example.org\tErsättare\t',
	'"Balans\nStockholm"\t"bipolär ""sjukdom"""\tBo Al\t\tOrdinarie\t',
	'Tilia\t\t\t\t\t',
	'\t\t\t\t\t',
].join('\r\n')

it('shows what a list becomes and does nothing, then enters all of it in one act, however often it is sent', async () => {
	await using s = await scene()
	const before = await everything(s)
	const { page, fields } = await checked(s, LIST)
	expect(await everything(s)).toEqual(before)
	const said = plain(page)
	expect(said).toContain('Stämmer det här?')
	expect(said).toMatch(/Nya föreningar 2 Uppdrag 2 Får en inbjudan med e-post 1 Behöver ett kort 1/)
	expect(said).toMatch(/Balans Stockholm Ny/)
	expect(said).toContain('Finns redan.')

	const sent = await Promise.all([s.chair.post(roster, fields), s.chair.post(roster, fields)])
	const places = sent.map((response) => response.headers.get('location'))
	expect(sent.map(({ status }) => status)).toEqual([303, 303])
	expect(new Set(places).size).toBe(1)
	expect(await count(s, "act WHERE kind = 'takeInRoster'")).toBe(1)
	expect(await all(s, 'SELECT name, area FROM association ORDER BY ordinal')).toMatchObject([
		{ name: 'Attention' },
		{ name: 'Balans Stockholm', area: 'bipolär "sjukdom"' },
		{ name: 'Tilia', area: '' },
	])
	const seated = `SELECT person.name, role, association.name AS place FROM seat JOIN person ON person.id = person_id
		JOIN association ON association.id = association_id ORDER BY association.ordinal, role`
	expect(await all(s, seated)).toMatchObject([
		{ name: 'Disa Attention', role: 'delegate', place: 'Attention' },
		{ name: 'Eva Ny', role: 'deputy', place: 'Attention' },
		{ name: 'Bo Al', role: 'delegate', place: 'Balans Stockholm' },
	])
	expect(await count(s, "person WHERE name = 'Disa Attention'")).toBe(1)

	const receipt = plain(await (await s.chair.get(places[0] ?? '')).text())
	expect(receipt).toContain('2 uppdrag och 2 föreningar har lagts in')
	expect(receipt).toContain('Skriv ut kort till 1 person')
	await s.app.settled()
	await runJobs({ ...s.world.deps, mail: async (mail) => void s.app.mails.push(mail), origin: 'https://samsvar.test' })
	const toEva = s.app.mails.filter(({ to }) => to === 'eva@example.org').map(({ subject }) => subject)
	expect(toEva.sort()).toEqual(['Medlemmar i NSPH Stockholms län', 'Välkommen till NSPH Stockholms län'])
	expect(plain(await (await s.chair.get(places[0] ?? '')).text())).toMatch(/Eva Ny Attention Ersättare Skickad /)
	const again = await checked(s, LIST)
	expect(plain(again.page)).toContain('Det finns ingenting att lägga in.')
	expect((await s.chair.post(roster, again.fields)).status).toBe(409)
})

it('says of an invitation that was sent twice without an answer that it may have got through', async () => {
	const mute: SendMail = async () => {
		throw new Unanswered('hung up')
	}
	await using s = await scene(['Attention'], mute)
	const { fields } = await checked(s, LIST)
	const place = (await s.chair.post(roster, fields)).headers.get('location') ?? ''
	const receipt = async () => plain(await (await s.chair.get(place)).text())
	await s.app.settled()
	expect(await receipt()).toMatch(/Eva Ny Attention Ersättare På väg/)
	s.world.clock.now += HOUR
	await runJobs({ ...s.world.deps, mail: mute, origin: 'https://samsvar.test' })
	expect(await receipt()).toMatch(/Eva Ny Attention Ersättare Kom kanske fram\./)
})

it('shows the list anew when somebody changed the members meanwhile, and enters nothing', async () => {
	await using s = await scene()
	const { fields } = await checked(s, 'Balans;;Bo Al;;')
	await s.chair.post(href(routes.associations, at), { name: 'Balans', area: '' })
	const before = await everything(s)
	const refused = await s.chair.post(roster, fields)
	expect(refused.status).toBe(409)
	expect(await everything(s)).toEqual(before)
	const page = await refused.text()
	expect(plain(page)).toContain('har ändrats sedan du såg det här')
	expect(plain(page)).toMatch(/Nya föreningar Inga Uppdrag 1/)
	const { mark = '' } = hiddenFields(page, roster)
	expect((await s.chair.post(roster, { ...fields, mark })).status).toBe(303)
	expect(await count(s, "association WHERE name = 'Balans'")).toBe(1)
})

it('takes another meaning of the columns from the person who knows', async () => {
	await using s = await scene()
	const text = 'Anna Ek;Balans\nBo Al;Tilia'
	const { fields } = await checked(s, text)
	expect(fields['columns[]']).toEqual(['association', 'area'])
	const { confirmed: _not, ...reading } = fields
	const page = await (await s.chair.post(roster, { ...reading, 'columns[]': ['name', 'association'] })).text()
	expect(plain(page)).toMatch(/Nya föreningar 2 Uppdrag 2/)
	const to = { ...hiddenFields(page, roster), text, 'columns[]': ['name', 'association'], confirmed: '1' }
	expect((await s.chair.post(roster, to)).status).toBe(303)
	expect(await count(s, "person WHERE name IN ('Anna Ek', 'Bo Al')")).toBe(2)
})

it('gives back what cannot be taken in as it was typed, with what to do', async () => {
	await using s = await scene()
	for (const [text, sentence] of [
		[' \n\t', 'Fyll i texten'],
		['Förening nummer ett\n'.repeat(ROSTER_ROWS + 1), 'Dela upp den'],
		[`Attention;${'x'.repeat(200_001)}`, 'Korta texten'],
	] as const) {
		const response = await s.chair.post(roster, { text })
		expect([413, 422]).toContain(response.status)
		const page = await response.text()
		expect(plain(page)).toContain(sentence)
		expect(page).toContain(text.slice(-30).trimStart())
	}
})

it('enters the longest list there may be in one act', async () => {
	await using s = await scene()
	const rows = Array.from(
		{ length: ROSTER_ROWS },
		(_, index) => `Förening ${index};;Person ${index};p${index}@example.org;`,
	)
	const { fields } = await checked(s, rows.join('\n'))
	expect((await s.chair.post(roster, fields)).status).toBe(303)
	expect(await count(s, 'association')).toBe(ROSTER_ROWS + 1)
	expect(await count(s, "seat WHERE role = 'delegate'")).toBe(ROSTER_ROWS + 1)
	expect(await count(s, 'outbox')).toBeGreaterThanOrEqual(ROSTER_ROWS)
}, 30_000)

async function withoutMail(s: Scene, names: readonly string[]): Promise<string[]> {
	const { fields } = await checked(s, names.map((name) => `Balans;;${name};;`).join('\n'))
	await s.chair.post(roster, fields)
	const seats = await all(
		s,
		`SELECT seat.id FROM seat JOIN person ON person.id = person_id WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name`,
		[JSON.stringify(names)],
	)
	return seats.map(({ id }) => String(id))
}

it('makes cards for several at once, of which each signs its person in', async () => {
	await using s = await scene()
	const seats = await withoutMail(s, ['Anna Utan', 'Bo Utan'])
	const choice = await (await s.chair.get(cards)).text()
	expect(choice.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
	const page = await (await s.chair.post(cards, { 'seats[]': seats })).text()
	const codes = [...page.matchAll(/<(?:p|li) class="code">([^<]+)</g)].map(([, code]) => code ?? '')
	expect(codes).toHaveLength(22)
	expect(plain(page)).toContain('2 kort att skriva ut')
	for (const [name, from] of [
		['Anna Utan', 0],
		['Bo Utan', 11],
	] as const) {
		const browser = s.app.browser()
		const entered = await browser.post('/sign-in/card', { handle: codes[from] ?? '', code: codes[from + 1] ?? '' })
		expect(entered.status).toBe(303)
		expect(await (await browser.get('/me/profile')).text()).toContain(name)
	}
	// The last to be made are the ones that count.
	expect((await s.chair.post(cards, { 'seats[]': seats })).status).toBe(200)
	const late = await s.app.browser().post('/sign-in/card', { handle: codes[0] ?? '', code: codes[2] ?? '' })
	expect(late.status).toBe(422)
	expect(plain(await (await s.chair.get(cards)).text())).toContain('Har redan ett kort')
})

it('asks who is chosen, and to see who asks when it was long ago', async () => {
	await using s = await scene()
	const seats = await withoutMail(s, ['Anna Utan'])
	expect((await s.chair.post(cards)).status).toBe(422)
	const stale = await signedIn(s.app, s.world.chair, s.world.clock.now - DAY)
	const refused = await stale.post(cards, { 'seats[]': seats })
	expect(refused.status).toBe(403)
	expect(plain(await refused.text())).toContain('Logga in igen och fortsätt')
	expect(await count(s, 'card')).toBe(0)
})

it('makes no card for somebody who has a seat elsewhere too, and makes the others', async () => {
	await using s = await scene()
	const { deps, order, operator } = s.world
	const seats = await withoutMail(s, ['Anna Utan', 'Bo Utan'])
	const [bo] = await all(s, "SELECT id FROM person WHERE name = 'Bo Utan'")
	const settings = { name: 'Andra', seriesPrefix: 'AN', preset: 'standard', language: 'sv', listed: true } as const
	const command = { settings, demo: false, chair: String(bo?.id) as CoalitionWorld['chair'] }
	granted(await createCoalition(deps, order(operator, command, undefined, 'andra'), []))
	const page = plain(await (await s.chair.post(cards, { 'seats[]': seats })).text())
	expect(page).toContain('1 kort att skriva ut')
	expect(page).toContain('Inget kort gjordes till Bo Utan')
	expect(await count(s, 'card')).toBe(1)
})
