import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { docxOf } from '#test/support/documents.ts'
import { contestedStatement, importedStatement, keptFile, OLDER } from '#test/support/imported.ts'
import { sendRaw } from '#test/support/raw-form.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { removeOlder } from '#usecases/publication/older.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const NEW = href(routes.newOlder, { coalition: SLUG })
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const key = () => world.deps.newId('random')
const SAID = { title: 'Svar på strategin', year: '2017', number: '3', kind: 'response', language: 'sv', decidedOn: '' }
const values = (page: string, name: string) =>
	[...page.matchAll(new RegExp(`name="${name.replace(/[[\]]/g, '\\$&')}" value="([^"]*)"`, 'g'))].map(
		([, value = '']) => value,
	)
const written = (page: string, name: string) => new RegExp(`name="${name}"[^>]*>\\n?([^<]*)<`).exec(page)?.[1] ?? ''

test('where no file is chosen there is none, though a browser sends an empty one without a name', async () => {
	const parts = { key: key(), ...SAID, text: '1. Anhöriga ska få stöd.' }
	const typed = Object.entries(parts).map(
		([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	)
	const nothing =
		'--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n'
	const type = { 'content-type': 'multipart/form-data; boundary=x' }
	const sent = await sendRaw(app, chair, NEW, typed.join('') + nothing, type)
	expect(sent.status).toBe(200)
	expect(await sent.text()).toContain('Så här kommer det att stå')
})

test('what is pasted is shown as it will stand before anything is saved, and then stands in public', async () => {
	const sent = await chair.post(NEW, { key: key(), ...SAID, text: 'Vi är positiva.\n\n1. Anhöriga ska få stöd.' })
	const check = await sent.text()
	expect(sent.status).toBe(200)
	expect(check).toContain('Så här kommer det att stå')
	expect((await app.browser().get(`/${SLUG}/2017/3`)).status).toBe(404)
	const text = written(check, 'text')
	const saved = await chair.post(NEW, { key: key(), ...SAID, decidedOn: '2017', text, read: '1', confirmed: '1' })
	expect(saved.headers.get('location')).toContain('?done=imported')
	const page = await read(app.browser(), `/${SLUG}/2017/3`)
	expect(page).toContain('Importerat den')
	expect(page).toContain('beslutat innan Samsvar användes.')
	expect(page).toContain('id="p1"')
	expect(await read(app.browser(), `/${SLUG}/2017/3.md`)).toContain('1. Anhöriga ska få stöd.')
})

test('a line that reads as a title, where another is given, stays in the text', async () => {
	const text = 'Inledning\n\nVi är positiva till strategin i stort, men vill se mer av anhörigas roll.'
	const check = await (await chair.post(NEW, { key: key(), ...SAID, text })).text()
	expect(written(check, 'text')).toContain('Inledning')
	expect(check).toContain('value="Svar på strategin"')
})

test('a Word file is kept over the checking, its text is proposed, and anybody can save it', async () => {
	const docx = docxOf({ paragraphs: ['Svar på strategin', 'Vi är positiva till strategin.'] })
	const file = new File([docx], 'svar 2017.docx')
	const check = await (await chair.post(NEW, { key: key(), ...SAID, title: '', file })).text()
	const [kept = ''] = values(check, 'kept[]')
	expect(kept).toContain('svar 2017.docx')
	expect(written(check, 'text')).toContain('Vi är positiva till strategin.')
	const fields = {
		...SAID,
		decidedOn: '2017',
		text: written(check, 'text'),
		'kept[]': [kept],
		read: '1',
		confirmed: '1',
	}
	expect((await chair.post(NEW, { key: key(), ...fields })).status).toBe(303)
	const page = await read(app.browser(), `/${SLUG}/2017/3`)
	const [, path = ''] = /href="([^"]*\/files\/[0-9a-f]{64})"/.exec(page) ?? []
	const saved = await app.browser().get(path)
	expect(new Uint8Array(await saved.arrayBuffer())).toEqual(new Uint8Array(docx))
	expect(saved.headers.get('content-disposition')).toContain('attachment; filename="svar 2017.docx"')
	expect(saved.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
	expect(saved.headers.get('x-content-type-options')).toBe('nosniff')
})

test('what a file that is no part of it, or of one taken away, is called leads nowhere', async () => {
	const files = [await keptFile(world)]
	const { olderId } = await importedStatement(world, { files })
	const other = await keptFile(world, 'annan.txt')
	const at = (number: number, sha256: string) => `/${SLUG}/2017/${number}/files/${sha256}`
	expect((await app.browser().get(at(3, files[0]?.sha256 ?? ''))).status).toBe(200)
	expect((await app.browser().get(at(4, other.sha256))).status).toBe(404)
	expect((await app.browser().get(at(3, 'b'.repeat(64)))).status).toBe(404)
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel.' })))
	expect((await app.browser().get(at(3, files[0]?.sha256 ?? ''))).status).toBe(404)
})

test('one without a number has an address of its own, with its text', async () => {
	await importedStatement(world, { number: null })
	const page = await read(app.browser(), `/${SLUG}/2017/a1`)
	expect(page).toContain('Det hade inget nummer')
	expect(await read(app.browser(), `/en/${SLUG}/2017/a1`)).toContain('decided before Samsvar was used')
	expect(await read(app.browser(), `/${SLUG}/2017/a1.md`)).toContain('Vi är positiva till strategin.')
	expect((await app.browser().get(`/${SLUG}/2017/a2`)).status).toBe(404)
})

test('it stands in the coalition’s list, year, search, sitemap and bank, marked as imported, and not as news', async () => {
	await importedStatement(world)
	granted(await publish(world, await decidedStatement(world)))
	const link = `href="/${SLUG}/2017/3"`
	for (const path of [`/${SLUG}`, `/${SLUG}?year=2017`, `/${SLUG}/archive?search=anh%C3%B6riga`]) {
		const page = await read(app.browser(), path)
		expect(page).toContain(link)
		expect(page).toContain('3 maj 2017 · Importerat')
	}
	expect(await read(app.browser(), `/${SLUG}/archive?search=finnsinte`)).not.toContain(link)
	expect(await read(app.browser(), `/${SLUG}/sitemap.xml`)).toContain(`/${SLUG}/2017/3<`)
	expect(await read(app.browser(), `/${SLUG}/feed.json`)).not.toContain('2017')
	const bank = await read(chair, href(routes.positions, { coalition: SLUG }))
	expect(bank).toContain(`href="/${SLUG}/2017/3#p1"`)
	expect(bank).toContain('Importerat')
})

test('of many that do not know of it the first are read before the text, and each other one behind a fold', async () => {
	const { olderId } = await contestedStatement(world)
	const more = `json_each('[1,2,3,4,5,6]')`
	for (const [into, columns] of [
		[
			'association (id, coalition_id, name, area, ordinal)',
			`'more-' || value, coalition_id, 'Förening ' || value, '', 100 + value`,
		],
		[
			'older_contest (older_id, association_id, reason, standing, at)',
			`older_statement.id, 'more-' || value, 'Skäl ' || value, 1, 0`,
		],
	])
		await world.server.client.execute(`INSERT INTO ${into} SELECT ${columns} FROM older_statement, ${more}`)
	const page = await read(app.browser(), `/${SLUG}/2017/3`)
	const [first = '', folded = ''] = page.split('<summary>Se 2 föreningar till som inte känner till det</summary>')
	expect(first.match(/säger att föreningen inte känner till det här/g)).toHaveLength(5)
	expect(folded.match(/säger att föreningen inte känner till det här/g)).toHaveLength(2)
	expect(folded).toContain('<q>Skäl 6</q>')
	const members = await read(chair, href(routes.olderStatement, { coalition: SLUG, older: olderId }))
	expect(members).toMatch(/Förening 2 och 4 till känner inte till det\./)
})

test('an association says that it does not know of it, which everybody reads until it takes that back', async () => {
	const { olderId, associationId, delegate } = await contestedStatement(world)
	const page = await read(app.browser(), `/${SLUG}/2017/3`)
	expect(page).toContain('säger att föreningen inte känner till det här.')
	expect(page).toContain('Vi var inte med då.')
	const browser = await signedIn(app, delegate)
	const own = href(routes.olderStatement, { coalition: SLUG, older: olderId })
	expect(await read(browser, own)).toContain('Ta tillbaka det')
	const withdrawals = href(routes.olderContestWithdrawals, { coalition: SLUG, older: olderId })
	const sent = await browser.post(withdrawals, { key: key(), associationId })
	expect(sent.headers.get('location')).toBe(`${own}?done=takenBack`)
	world.clock.now += 61_000
	expect(await read(app.browser(), `/${SLUG}/2017/3`)).not.toContain('säger att föreningen inte känner till')
})

test('what an association said goes with the same statement under another number, and says of which it was said', async () => {
	const { olderId, delegate } = await contestedStatement(world)
	const removal = href(routes.olderRemoval, { coalition: SLUG, older: olderId })
	expect((await chair.post(removal, { key: key(), reason: 'Fel nummer.' })).status).toBe(303)
	const browser = await signedIn(app, delegate)
	const gone = await read(browser, href(routes.olderStatement, { coalition: SLUG, older: olderId }))
	expect(gone).toContain('Läggs samma svar in på nytt följer det med.')
	expect(gone).toContain('Ta tillbaka det')
	const { olderId: anew } = await importedStatement(world, { number: 4 })
	world.clock.now += 61_000
	const page = await read(app.browser(), `/${SLUG}/2017/4`)
	expect(page).toMatch(/säger att föreningen inte känner till det här\. Det sades om \S+ 2017:3, som är samma svar\./)
	expect(page).toContain('Vi var inte med då.')
	const own = await read(browser, href(routes.olderStatement, { coalition: SLUG, older: anew }))
	expect(own).toMatch(
		/Det sades om \S+ 2017:3 och följde med, eftersom det är samma svar\. Det syns för alla som läser\./,
	)
})

test('what was taken away is gone at its address, with when and why, and stands in no list', async () => {
	const { olderId } = await importedStatement(world)
	const removal = href(routes.olderRemoval, { coalition: SLUG, older: olderId })
	expect((await chair.post(removal, { key: key(), reason: ' ' })).status).toBe(422)
	expect((await chair.post(removal, { key: key(), reason: 'Det var ett utkast.' })).status).toBe(303)
	const gone = await app.browser().get(`/${SLUG}/2017/3`)
	expect(gone.status).toBe(410)
	const page = await gone.text()
	expect(page).toContain('Det var ett utkast.')
	expect(page).not.toContain(OLDER.title)
	expect((await app.browser().get(`/${SLUG}/2017/3.md`)).status).toBe(404)
	for (const path of [`/${SLUG}`, `/${SLUG}?search=strategi`, `/${SLUG}/sitemap.xml`])
		expect(await read(app.browser(), path)).not.toContain('2017/3')
	const correction = href(routes.olderCorrection, { coalition: SLUG, older: olderId })
	const form = { ...SAID, decidedOn: '2017', text: 'Rätt text.', reason: 'Nu är det rätt.', read: '1', confirmed: '1' }
	expect((await chair.post(correction, { key: key(), ...form })).status).toBe(303)
	world.clock.now += 61_000
	const back = await read(app.browser(), `/${SLUG}/2017/3`)
	expect(back).toContain('Rätt text.')
	expect(back).toContain('Nu är det rätt.')
})

test('members read the list, and only the chair is offered to bring something in', async () => {
	const { olderId } = await importedStatement(world)
	const list = href(routes.older, { coalition: SLUG })
	const [member] = world.members as readonly [Member]
	const delegate = await signedIn(app, member.delegate)
	expect(await read(delegate, list)).toContain(href(routes.olderStatement, { coalition: SLUG, older: olderId }))
	expect(await read(delegate, list)).not.toContain(NEW)
	expect(await read(chair, list)).toContain(NEW)
	expect((await delegate.get(NEW)).status).toBe(403)
	expect((await app.browser().get(list)).status).toBe(303)
})

test('what a form brings back as a kept file is not taken on its word', async () => {
	const kept = `${'b'.repeat(64)} 12 application/pdf svar.pdf`
	const fields = { ...SAID, decidedOn: '2017', 'kept[]': [kept], read: '1', confirmed: '1' }
	const sent = await chair.post(NEW, { key: key(), ...fields })
	expect(sent.status).toBe(422)
	expect(await sent.text()).toContain('En av filerna finns inte kvar.')
	expect((await chair.post(NEW, { key: key(), ...fields, 'kept[]': ['../../x 1 text/html a'] })).status).toBe(422)
})
