import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { PICTURES } from '#test/support/pictures.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { accentStyle } from '#ui/style.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'

const at = { coalition: SLUG }

type Scene = { readonly world: CoalitionWorld; readonly app: TestApp; readonly chair: Browser }

async function scene(): Promise<Scene & AsyncDisposable> {
	const world = await createCoalitionWorld(['Attention'])
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	return { world, app, chair, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const plain = (html: string) =>
	html
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
const shown = async (browser: Browser, path: string) => plain(await (await browser.get(path)).text())

/** Sends a form and gives what the settings say then. */
async function saved({ chair }: Scene, path: string, fields: Record<string, string>): Promise<string> {
	const response = await chair.post(path, fields)
	expect(response.status, await response.clone().text()).toBe(303)
	return shown(chair, response.headers.get('location') ?? '')
}

async function refused({ chair }: Scene, path: string, fields: Record<string, string>, status = 422): Promise<string> {
	const response = await chair.post(path, fields)
	expect(response.status).toBe(status)
	return response.text()
}

it('changes one thing at a time, leaves the rest, and says what was recorded', async () => {
	await using s = await scene()
	expect(await saved(s, href(routes.settingsName, at), { name: ' NSPH i länet ' })).toContain(
		'Samverkan heter nu NSPH i länet.',
	)
	expect(await saved(s, href(routes.settingsSeries, at), { seriesPrefix: 'NSPH-L' })).toContain('NSPH-L 2022:1')
	expect(await saved(s, href(routes.settingsRules, at), { preset: 'board' })).toContain('”Som i en styrelse”')
	expect(await saved(s, href(routes.settingsListing, at), { listed: 'no' })).toContain('Ni visas inte på startsidan.')
	expect(
		await allRows(s.world.server.client, 'SELECT name, series_prefix, preset, language, listed FROM coalition'),
	).toEqual([{ name: 'NSPH i länet', series_prefix: 'NSPH-L', preset: 'board', language: 'sv', listed: 0 }])
	expect(await refused(s, href(routes.settingsName, at), { name: ' ' })).toContain('Fyll i namnet')
	expect(await refused(s, href(routes.settingsSeries, at), { seriesPrefix: 'a:b' })).toContain('value="a:b"')
	await refused(s, href(routes.settingsRules, at), { preset: 'majority' })
	await refused(s, href(routes.settingsListing, at), {})
})

it('says that all is as it should be, and the step is ticked', async () => {
	await using s = await scene()
	expect(await saved(s, href(routes.settings, at), {})).toContain('Inställningarna är genomgångna.')
	expect(await shown(s.chair, href(routes.workspace, at))).toMatch(/Gå igenom inställningarna : klart/)
})

it('tells what a change leaves as it is: published numbers, and a ballot that is open', async () => {
	await using s = await scene()
	const statement = await draftStatement(s.world)
	await openedBallot(s.world, statement)
	expect(await shown(s.chair, href(routes.settingsRules, at))).toContain(
		'behåller reglerna den startade med: Ett svar.',
	)
	const golden = await createGoldenWorld({ demo: false })
	await publish(golden, {})
	const chair = await signedIn(testApp(golden), golden.chair)
	expect(await shown(chair, href(routes.settingsSeries, at))).toContain(
		'1 nummer är redan publicerat, senast NSPH-SL 2022:1.',
	)
	await golden[Symbol.asyncDispose]()
})

it('offers public pages in English or not, and leads from those it no longer offers', async () => {
	await using s = await scene()
	const stranger = s.app.browser()
	expect((await stranger.get(`/en/${SLUG}`)).status).toBe(200)
	await saved(s, href(routes.settingsEnglish, at), { english: 'no' })
	s.world.clock.now += 61_000
	expect(await (await stranger.get(`/${SLUG}`)).text()).not.toContain('hreflang="en"')
	const away = await stranger.get(`/en/${SLUG}?search=x`)
	expect([away.status, away.headers.get('location')]).toEqual([302, `/${SLUG}?search=x`])
	await saved(s, href(routes.settingsEnglish, at), { english: 'yes' })
	s.world.clock.now += 61_000
	expect((await stranger.get(`/en/${SLUG}`)).status).toBe(200)
})

const address = href(routes.settingsAddress, at)

it('moves to another address, to which the old one leads for ever, and back again', async () => {
	await using s = await scene()
	expect(await saved(s, address, { slug: ' NSPH-Lan ' })).toContain('Adressen är nu samsvar.test/nsph-lan.')
	const stranger = s.app.browser()
	const old = await stranger.get(`/${SLUG}?search=x`)
	expect([old.status, old.headers.get('location')]).toEqual([308, '/nsph-lan?search=x'])
	const inside = await s.chair.get(href(routes.members, at))
	expect([inside.status, inside.headers.get('location')]).toEqual([308, '/nsph-lan/members'])
	const page = await shown(s.chair, '/nsph-lan/settings/address')
	expect(page).toContain(`Adresser ni har haft samsvar.test/${SLUG} Ta tillbaka`)
	const back = await s.chair.post('/nsph-lan/settings/address', { slug: SLUG })
	expect(back.headers.get('location')).toBe(`/${SLUG}/settings?done=address`)
	expect((await stranger.get('/nsph-lan')).headers.get('location')).toBe(`/${SLUG}`)
	const slugs = 'SELECT slug, current FROM slug ORDER BY slug'
	expect(await allRows(s.world.server.client, slugs)).toEqual([
		{ slug: 'nsph-lan', current: 0 },
		{ slug: SLUG, current: 1 },
	])
})

it('takes no address that is another’s, or was, or the application’s own, or the eleventh', async () => {
	await using s = await scene()
	const { deps, order, operator, chair } = s.world
	const settings = { name: 'Andra', seriesPrefix: 'AN', preset: 'standard', language: 'sv', listed: true } as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair }, undefined, 'andra'), []))
	await s.chair.post('/andra/settings/address', { slug: 'andra-ny' })
	for (const slug of ['andra', 'andra-ny', 'sign-in', 'api', 'en']) {
		expect(plain(await refused(s, address, { slug }, 409))).toContain('Adressen är upptagen')
	}
	for (const slug of ['å', 'a', '-x', 'x y', '../x'])
		expect(await refused(s, address, { slug })).toContain('Kontrollera adressen')
	let here = SLUG
	for (let index = 1; index < 10; index += 1) {
		expect((await s.chair.post(`/${here}/settings/address`, { slug: `ny-${index}` })).status).toBe(303)
		here = `ny-${index}`
	}
	const eleventh = await s.chair.post(`/${here}/settings/address`, { slug: 'ny-10' })
	expect([eleventh.status, plain(await eleventh.text())]).toEqual([
		409,
		expect.stringContaining('har redan haft 10 adresser'),
	])
	expect((await s.chair.post(`/${here}/settings/address`, { slug: 'ny-3' })).status).toBe(303)
})

it('lets one of two coalitions that want the same address at once have it', async () => {
	await using s = await scene()
	const { deps, order, operator, chair } = s.world
	const settings = { name: 'Andra', seriesPrefix: 'AN', preset: 'standard', language: 'sv', listed: true } as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair }, undefined, 'andra'), []))
	const sent = await Promise.all([
		s.chair.post(address, { slug: 'samma' }),
		s.chair.post('/andra/settings/address', { slug: 'samma' }),
	])
	expect(sent.map(({ status }) => status).sort()).toEqual([303, 409])
	const current = 'SELECT coalition_id FROM slug WHERE current = 1'
	expect(await allRows(s.world.server.client, current)).toHaveLength(2)
})

const colour = href(routes.settingsColour, at)

it('shows a colour before it is used, and dresses every page of the coalition in it', async () => {
	await using s = await scene()
	const preview = await s.chair.post(colour, { colour: 'own', accent: '#1f4e8c' })
	expect(preview.status).toBe(200)
	expect(await preview.text()).toContain('På mörk botten')
	expect(await allRows(s.world.server.client, 'SELECT accent FROM coalition')).toEqual([{ accent: null }])
	expect(await saved(s, colour, { colour: 'own', accent: '1F4E8C', confirmed: '1' })).toContain('Färgen är nu Blå.')
	s.world.clock.now += 61_000
	const hash = createHash('sha256').update(accentStyle('#1f4e8c')).digest('base64')
	for (const response of [await s.app.browser().get(`/${SLUG}`), await s.chair.get(href(routes.members, at))]) {
		expect(response.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`)
		expect([...response.headers.keys()].filter((name) => name.startsWith('x-samsvar'))).toEqual([])
		expect(await response.text()).toContain(`<style data-accent="#1f4e8c">${accentStyle('#1f4e8c')}</style>`)
	}
	const home = await s.app.browser().get('/')
	expect(home.headers.get('content-security-policy')).not.toContain(hash)
})

it('refuses a colour too pale to read, offers the nearest, and takes that in one press', async () => {
	await using s = await scene()
	const page = await refused(s, colour, { colour: 'own', accent: '#ffd400', confirmed: '1' })
	expect(plain(page)).toContain('Närmast som går att använda är #7f6800.')
	expect(page).toContain('value="#ffd400"')
	const { accent = '', colour: own = '', confirmed = '' } = hiddenFields(page, colour)
	expect(await saved(s, colour, { colour: own, accent, confirmed })).toContain('#7f6800')
	for (const accent of ['', 'röd', '#12', '</style>'])
		await refused(s, colour, { colour: 'own', accent, confirmed: '1' })
	await refused(s, colour, { colour: 'constructor', confirmed: '1' })
})

const logo = href(routes.settingsLogo, at)

async function upload({ app, chair }: Scene, bytes: Uint8Array<ArrayBuffer>, alt = ''): Promise<Response> {
	const body = new FormData()
	body.set('alt', alt)
	body.set('logo', new File([bytes], 'logga.png', { type: 'image/svg+xml' }))
	const cookie = [...chair.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	return app.fetch(new Request(ORIGIN + logo, { method: 'POST', body, headers: { origin: ORIGIN, cookie } }))
}

it('takes a logo, shows it at the top of every page under an address of its own, and takes it away', async () => {
	await using s = await scene()
	expect((await upload(s, PICTURES.jpeg, 'Två ringar')).status).toBe(303)
	s.world.clock.now += 61_000
	const page = await (await s.app.browser().get(`/${SLUG}`)).text()
	const [, src = ''] = /<img class="logo" src="([^"]+)" width="24" height="18" alt="Två ringar"/.exec(page) ?? []
	expect(src).toMatch(new RegExp(`^/${SLUG}/logo/[0-9a-f]{64}\\.jpeg$`))
	const picture = await s.app.browser().get(src)
	expect(Object.fromEntries(picture.headers)).toMatchObject({
		'content-type': 'image/jpeg',
		'cache-control': 'public, max-age=31536000, immutable',
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
	})
	const bytes = new Uint8Array(await picture.arrayBuffer())
	expect(createHash('sha256').update(bytes).digest('hex')).toBe(/([0-9a-f]{64})/.exec(src)?.[1])
	expect(Buffer.from(bytes).toString('latin1')).not.toContain('Google')
	expect(await (await s.chair.get(href(routes.members, at))).text()).toContain(src)

	expect(await saved(s, logo, { alt: '' })).toContain('Beskrivningen av logotypen är sparad.')
	expect((await upload(s, PICTURES.png)).status).toBe(303)
	expect((await s.app.browser().get(src)).status).toBe(404)
	expect(await saved(s, href(routes.settingsLogoRemoval, at), {})).toContain('Logotypen är borttagen.')
	expect(await (await s.chair.get(href(routes.members, at))).text()).not.toContain('<img')
})

it('refuses what is no picture, and gives back what was written about it', async () => {
	await using s = await scene()
	const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
	for (const [bytes, sentence] of [
		[svg, 'SVG går inte'],
		[PICTURES.png.slice(0, 100), 'skadad eller inte hel'],
		[new Uint8Array([...PICTURES.png, ...new Uint8Array(250_000)]), 'för tung'],
	] as const) {
		const response = await upload(s, bytes, 'Två ringar')
		expect(response.status).toBe(422)
		const page = await response.text()
		expect(page).toContain(sentence)
		expect(page).toContain('value="Två ringar"')
	}
	expect(plain(await refused(s, logo, { alt: 'x' }))).toContain('Fyll i bilden')
	expect(await allRows(s.world.server.client, 'SELECT logo FROM coalition')).toEqual([{ logo: null }])
})

it('keeps the settings from delegates, and the address from everyone but the chair', async () => {
	await using s = await scene()
	const delegate = await signedIn(s.app, s.world.members[0]?.delegate ?? s.world.chair)
	for (const path of [routes.settings, routes.settingsColour, routes.settingsAddress])
		expect((await delegate.get(href(path, at))).status).toBe(403)
	expect((await delegate.post(address, { slug: 'min-egen' })).status).toBe(403)
})
