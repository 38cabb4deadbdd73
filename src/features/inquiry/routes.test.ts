import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { addGoldenCoalition } from '#test/support/published.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { readDocuments, writeDocuments } from './forms.ts'

const at = { coalition: SLUG }
const list = href(routes.inquiries, at)
const enter = href(routes.newInquiry, at)

const FIELDS = {
	title: 'God och nära vård',
	sender: 'Socialdepartementet',
	references: 'A2023/01688 och A2023/01703',
	dueOn: '2022-11-14',
	sendTo: 's.remissvar@example.org',
	copyTo: 'anna@example.org',
	documents: 'Missiv https://example.org/missiv.pdf\nBetänkandet: https://example.org/sou?id=1&b=(2)',
	note: 'Ring Anna.',
}

async function scene() {
	const world = await createCoalitionWorld()
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, world.members[0]?.delegate ?? world.chair)
	return { world, app, chair, delegate, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

/** Enters an inquiry and gives its path and id. */
async function entered(chair: Browser, change: Partial<typeof FIELDS> = {}) {
	const response = await chair.post(enter, { ...FIELDS, ...change })
	expect(response.status, await response.clone().text()).toBe(303)
	const { pathname } = new URL(response.headers.get('location') ?? '', ORIGIN)
	return { path: pathname, id: pathname.split('/').at(-1) ?? '' }
}

const read = async (browser: Browser, path: string, status = 200) => {
	const response = await browser.get(path)
	expect(response.status, path).toBe(status)
	return response.text()
}
const plain = (html: string) =>
	html
		.replace(/<style>[\s\S]*?<\/style>/, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
const events = async ({ server }: CoalitionWorld) =>
	Number((await server.client.execute('SELECT COUNT(*) AS n FROM event')).rows[0]?.n)

it('reads documents from lines, and writes them as they were', () => {
	const lines =
		'Missiv https://example.org/a\nhttps://example.org/b\nBilaga <https://example.org/c>\nBilaga 2 (https://example.org/d(1))'
	const documents = [
		{ title: 'Missiv', url: 'https://example.org/a' },
		{ title: 'https://example.org/b', url: 'https://example.org/b' },
		{ title: 'Bilaga', url: 'https://example.org/c' },
		{ title: 'Bilaga 2', url: 'https://example.org/d(1)' },
	]
	expect(readDocuments(lines)).toEqual(documents)
	expect(readDocuments(writeDocuments(documents))).toEqual(documents)
	expect(readDocuments('Bara en titel')).toEqual([{ title: 'Bara en titel', url: '' }])
	expect(readDocuments('Ond javascript:alert(1)')).toEqual([{ title: 'Ond javascript:alert(1)', url: '' }])
	expect(readDocuments(' \n\u00a0\n')).toEqual([])
})

it('enters an inquiry once, and shows every member what is known of it', async () => {
	await using s = await scene()
	expect(plain(await read(s.chair, list))).toContain('Inga remisser är inlagda än')
	const fields = { ...hiddenFields(await read(s.chair, enter), enter), ...FIELDS }
	const first = await s.chair.post(enter, fields)
	const second = await s.chair.post(enter, fields)
	const to = first.headers.get('location') ?? ''
	expect(second.headers.get('location')).toBe(to)
	const page = await read(s.delegate, to)
	for (const text of ['God och nära vård', 'A2023/01688 och A2023/01703', 'Ring Anna.', 'måndag 14 november 2022'])
		expect(page).toContain(text)
	expect(page).toContain('href="https://example.org/missiv.pdf"')
	expect(page).toContain('href="https://example.org/sou?id=1&amp;b=(2)"')
	expect(page).not.toContain('/edit')
	expect(plain(await read(s.delegate, list)).match(/God och nära vård/g)).toHaveLength(1)
})

it('takes an inquiry of which only the title is known', async () => {
	await using s = await scene()
	const { path } = await entered(s.chair, {
		sender: '',
		references: '',
		dueOn: '',
		sendTo: '',
		copyTo: '',
		documents: '',
		note: '',
	})
	const page = plain(await read(s.chair, path))
	expect(page).toContain('Inget datum satt')
	expect(page).toContain('Saknas')
})

it('refuses what cannot be used and keeps all that was typed', async () => {
	await using s = await scene()
	const refusals: [Partial<typeof FIELDS>, string][] = [
		[{ title: ' ' }, 'Fyll i rubriken'],
		[{ title: 'å'.repeat(5000) }, 'Korta rubriken'],
		[{ note: 'å'.repeat(5000) }, 'Korta anteckningen'],
		[{ dueOn: '2022-02-30' }, 'Kontrollera svarsdatumet'],
		[{ documents: 'Bara en titel' }, 'Skriv varje handling på en egen rad'],
	]
	for (const [change, sentence] of refusals) {
		const response = await s.chair.post(enter, { ...FIELDS, ...change })
		expect(response.status, sentence).toBe(422)
		const page = await response.text()
		expect(plain(page)).toContain(sentence)
		expect(page).toContain('A2023/01688 och A2023/01703')
		for (const typed of Object.values(change)) if (typed.trim() !== '') expect(page).toContain(typed)
	}
	expect(plain(await read(s.chair, list))).toContain('Inga remisser är inlagda än')
})

it('takes text pasted from Word into one line and shows markup as it was typed', async () => {
	await using s = await scene()
	const { path } = await entered(s.chair, {
		title: '\u00a0Remiss\r\n\tav ”SOU”\u00a0',
		note: '<b>Viktigt</b>\r\nrad två',
	})
	const page = await read(s.chair, path)
	expect(page).toMatch(/<h1>Remiss +av ”SOU”<\/h1>/)
	expect(page).toContain('&lt;b&gt;Viktigt&lt;/b&gt;\nrad två')
})

it('changes the facts without touching the deadline, and moves the deadline keeping its history', async () => {
	await using s = await scene()
	const { path, id } = await entered(s.chair)
	const edit = href(routes.editInquiry, { ...at, inquiry: id })
	expect(await read(s.chair, edit)).toContain('Betänkandet https://example.org/sou?id=1&amp;b=(2)')
	await s.chair.post(edit, { ...FIELDS, title: 'Ny rubrik', dueOn: '2030-01-01' })
	const changed = await read(s.chair, path)
	expect(changed).toContain('Ny rubrik')
	expect(changed).toContain('14 november 2022')
	const dates = href(routes.inquiryDueDates, { ...at, inquiry: id })
	const moved = await s.chair.post(dates, { dueOn: '2022-12-01', note: 'Förlängd tid.' })
	const page = plain(await read(s.chair, moved.headers.get('location') ?? ''))
	expect(page).toContain('Svarsdatumet är nu torsdag 1 december 2022')
	expect(page).toContain('Så har svarsdatumet ändrats')
	expect(page).toContain('måndag 14 november 2022 ,')
	expect(page).toContain('Förlängd tid.')
	const wrong = await s.chair.post(dates, { dueOn: 'snart', note: 'Skäl som står kvar' })
	expect(wrong.status).toBe(422)
	expect(await wrong.text()).toContain('Skäl som står kvar')
})

it('declines with a reason, and no more once it is closed or being answered', async () => {
	await using s = await scene()
	const { path, id } = await entered(s.chair)
	const decline = href(routes.inquiryDeclining, { ...at, inquiry: id })
	const bare = await s.chair.post(decline, { reason: ' ' })
	expect(bare.status).toBe(422)
	const to = (await s.chair.post(decline, { reason: 'Vi hinner inte.' })).headers.get('location') ?? ''
	const page = plain(await read(s.delegate, to))
	expect(page).toContain('Det är noterat att ni inte svarar')
	expect(page).toContain('Vi hinner inte.')
	expect(page).not.toContain('Börja svara')
	const again = await s.chair.post(decline, { reason: 'Igen' })
	expect(again.status).toBe(409)
	expect(plain(await again.text())).toContain('Remissen är redan avslutad')
	expect(path).toContain(id)
})

it('leads to an answer, and shows the answers with their stage', async () => {
	await using s = await scene()
	const { path, id } = await entered(s.chair)
	expect(await read(s.chair, path)).toContain(href(routes.newStatement, at, { inquiry: id }))
	const command = {
		kind: 'response',
		language: 'sv',
		title: 'Vårt svar',
		track: 'full',
		inquiryId: id as never,
	} as const
	granted(await startStatement(s.world.deps, s.world.order(s.world.chair, command)))
	const page = plain(await read(s.delegate, path))
	expect(page).toContain('Vårt svar')
	expect(page).toContain('Utkast')
	expect(page).toContain('Ska besvaras')
	expect(page).not.toContain('Avstå från att svara')
})

it('lists the open first, the nearest deadline first, and those without one last', async () => {
	await using s = await scene()
	await entered(s.chair, { title: 'Utan datum', dueOn: '' })
	await entered(s.chair, { title: 'Senare', dueOn: '2022-12-01' })
	const { id } = await entered(s.chair, { title: 'Avböjd', dueOn: '2022-10-04' })
	await entered(s.chair, { title: 'Snart', dueOn: '2022-10-05' })
	await s.chair.post(href(routes.inquiryDeclining, { ...at, inquiry: id }), { reason: 'Nej.' })
	const page = plain(await read(s.chair, list))
	const places = ['Snart', 'Senare', 'Utan datum', 'Avböjd'].map((title) => page.indexOf(` ${title} `))
	expect(places).toEqual([...places].sort((a, b) => a - b))
	expect(places.every((place) => place > 0)).toBe(true)
	expect(page).toContain('3 remisser är inte besvarade än')
})

it("is not found for another coalition's people, forbids changes to delegates, and sends strangers to sign in", async () => {
	await using s = await scene()
	const other = await addGoldenCoalition(s.world, { slug: 'annan-samverkan', name: 'Annan' })
	const outsider = await signedIn(s.app, other.chair)
	const { path, id } = await entered(s.chair)
	const own = { ...at, inquiry: id }
	const changes = [routes.editInquiry, routes.inquiryDueDates, routes.inquiryDeclining].map((route) => href(route, own))
	const before = await events(s.world)
	for (const each of [list, path, enter, ...changes]) {
		expect((await outsider.get(each)).status, each).toBe(404)
		expect((await s.app.browser().get(each)).status, each).toBe(303)
		expect((await s.delegate.get(each)).status, each).toBe(each === list || each === path ? 200 : 403)
	}
	for (const each of [enter, ...changes]) {
		const fields = { ...FIELDS, reason: 'Nej.' }
		expect((await outsider.post(each, fields)).status, each).toBe(404)
		expect((await s.delegate.post(each, fields)).status, each).toBe(403)
		expect((await s.app.browser().post(each, fields)).status, each).toBe(401)
	}
	// One coalition's inquiry is not found under another's address, not even by its own chair.
	const foreign = { coalition: 'annan-samverkan', inquiry: id }
	expect((await outsider.get(href(routes.inquiry, foreign))).status).toBe(404)
	expect((await outsider.post(href(routes.inquiryDeclining, foreign), { reason: 'Nej.' })).status).toBe(404)
	expect(await events(s.world)).toBe(before)
})

it('keeps who was removed out from the same moment, with what they had typed', async () => {
	await using s = await scene()
	await s.world.server.client.execute("UPDATE seat SET ended_at = 1 WHERE role = 'chair'")
	const response = await s.chair.post(enter, { ...FIELDS, note: 'En lång anteckning som tog lång tid att skriva.' })
	expect(response.status).toBe(404)
	expect(await response.text()).toContain('En lång anteckning som tog lång tid att skriva.')
})
