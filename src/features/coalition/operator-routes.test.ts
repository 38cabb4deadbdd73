import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, SLUG } from '#test/support/world.ts'

const FIELDS = {
	name: 'Funktionsrätt Åmål & Säffle',
	slug: '',
	seriesPrefix: 'FR-ÅM',
	preset: 'board',
	language: 'sv',
	chairName: 'Åke Ordförande',
	email: 'ake@example.org',
}
const NEW_SLUG = 'funktionsratt-amal-och-saffle'

async function count({ server }: CoalitionWorld, from: string): Promise<number> {
	const { rows } = await server.client.execute(`SELECT COUNT(*) AS n FROM ${from}`)
	return Number(rows[0]?.n)
}

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

it('creates a coalition once from a form sent several times at once, with a slug from its name', async () => {
	await using world = await createCoalitionWorld([])
	const operator = await signedIn(testApp(world), world.operator)
	const form = await (await operator.get(routes.operatorCoalitions)).text()
	const fields = { ...hiddenFields(form, routes.operatorCoalitions), ...FIELDS }
	const sent = await Promise.all([1, 2, 3].map(() => operator.post(routes.operatorCoalitions, fields)))
	for (const each of sent) expect(each.headers.get('location')).toBe(`/operator?created=${NEW_SLUG}`)
	expect(await count(world, "person WHERE name = 'Åke Ordförande'")).toBe(1)
	expect(await count(world, `slug WHERE slug = '${NEW_SLUG}'`)).toBe(1)
	const shown = await (await operator.get(`/operator?created=${NEW_SLUG}`)).text()
	expect(plain(shown)).toContain('är skapad')
	expect(plain(shown)).toContain(`samsvar.test/${NEW_SLUG}/members`)
	expect(plain(shown)).toContain('får en inbjudan med e-post')
	expect(await count(world, "outbox WHERE kind = 'invitation'")).toBeGreaterThan(0)
})

it('gives a chair without e-mail a link that signs in once, and gives none for a chair who has an address', async () => {
	await using world = await createCoalitionWorld([])
	const app = testApp(world)
	const operator = await signedIn(app, world.operator)
	await operator.post(routes.operatorCoalitions, { ...FIELDS, email: '' })
	const links = href(routes.operatorLinks, { coalition: NEW_SLUG })
	const shown = plain(await (await operator.get(`/operator?created=${NEW_SLUG}`)).text())
	expect(shown).toContain('Ordföranden har ingen e-post')
	const made = await operator.post(links)
	expect(made.status).toBe(200)
	expect(made.headers.get('cache-control')).toBe('private, no-store')
	const address = /<code>https:\/\/samsvar\.test([^<]+)</.exec(await made.text())?.[1] ?? ''
	const chair = app.browser()
	const asked = await (await chair.get(address)).text()
	const person = /name="person" value="([^"]+)"/.exec(asked)?.[1] ?? ''
	const path = new URL(address, ORIGIN).pathname
	const entered = await chair.post(path, { ...hiddenFields(asked, path), person })
	const members = href(routes.members, { coalition: NEW_SLUG })
	expect(entered.headers.get('location')).toBe(members)
	expect((await chair.get(members)).status).toBe(200)
	expect((await operator.post(href(routes.operatorLinks, { coalition: SLUG }))).status).toBe(404)
	const outsider = await signedIn(app, world.chair)
	expect((await outsider.post(links)).status).toBe(404)
	expect((await app.browser().post(links)).status).toBe(401)
})

it('refuses what cannot be used with what was typed, and enters no chair', async () => {
	await using world = await createCoalitionWorld([])
	const operator = await signedIn(testApp(world), world.operator)
	const persons = await count(world, 'person')
	const refusals: [Partial<typeof FIELDS>, number, string][] = [
		[{ slug: SLUG }, 409, 'Adressen är upptagen'],
		[{ slug: 'me' }, 409, 'Adressen är upptagen'],
		[{ slug: 'å ä ö' }, 422, 'Kontrollera adressen'],
		[{ name: 'Русский дом', slug: '' }, 422, 'Skriv den själv, med små bokstäver a–z'],
		[{ name: '€€€' }, 422, 'Kontrollera adressen'],
		[{ name: '' }, 422, ''],
		[{ name: 'x'.repeat(5000) }, 422, 'Korta namnet'],
		[{ seriesPrefix: '' }, 422, 'seriens beteckning'],
		[{ preset: 'x' }, 422, 'reglerna'],
		[{ chairName: ' ' }, 422, 'Fyll i ordförandens namn'],
		[{ chairName: 'x'.repeat(5000) }, 422, 'Korta ordförandens namn'],
		[{ email: 'ake@' }, 422, 'Kontrollera e-postadressen'],
	]
	for (const [change, status, sentence] of refusals) {
		const response = await operator.post(routes.operatorCoalitions, { ...FIELDS, ...change })
		expect(response.status, JSON.stringify(change)).toBe(status)
		const page = await response.text()
		expect(plain(page)).toContain(sentence)
		if (!('chairName' in change)) expect(page).toContain('value="Åke Ordförande"')
	}
	expect(await count(world, 'person')).toBe(persons)
	expect(await count(world, 'coalition')).toBe(1)
})

it('lists every coalition for the operator, and does not exist for anybody else', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const app = testApp(world)
	const operator = await signedIn(app, world.operator)
	const list = plain(await (await operator.get(routes.operator)).text())
	expect(list).toContain('NSPH Stockholms län')
	expect(list).toContain('1 förening, 0 publicerade svar')
	expect(list).not.toContain('Disa Attention')
	const chair = await signedIn(app, world.chair)
	for (const path of [routes.operator, routes.operatorCoalitions]) {
		expect((await chair.get(path)).status).toBe(404)
		expect((await app.browser().get(path)).status).toBe(303)
	}
	expect((await chair.post(routes.operatorCoalitions, FIELDS)).status).toBe(404)
	expect((await app.browser().post(routes.operatorCoalitions, FIELDS)).status).toBe(401)
	expect(await count(world, 'coalition')).toBe(1)
})
