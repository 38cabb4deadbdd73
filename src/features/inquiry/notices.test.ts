import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'

const at = { coalition: SLUG }
const take = href(routes.notices, at)
const upload = href(routes.noticeFiles, at)

const LETTER = `Socialdepartementet
Datum 2022-06-20
Diarienummer S2022/01127

Remiss av betänkandet God och nära vård (SOU 2022:19)

Remissvaren ska ha kommit in till Socialdepartementet senast den 14 november 2022. Svaren bör lämnas per e-post
till s.remissvar@regeringskansliet.example med kopia till s.fs@regeringskansliet.example.`

const TWO_DATES = LETTER.replace(
	'senast den 14 november 2022.',
	'senast den 14 november 2022. Svarstiden är förlängd. Remissvaren ska ha kommit in senast den 1 december 2022 eller senast den 9 december 2022.',
)

async function scene() {
	const world = await createCoalitionWorld()
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, world.members[0]?.delegate ?? world.chair)
	return { world, app, chair, delegate, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name)

async function taken(response: Response): Promise<string> {
	expect(response.status, await response.clone().text()).toBe(303)
	return new URL(response.headers.get('location') ?? '', ORIGIN).pathname
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

/** The value of a field as the page has it. */
const fieldValue = (page: string, name: string) =>
	new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"|<textarea[^>]*name="${name}"[^>]*>\\n([^<]*)<`)
		.exec(page)
		?.slice(1)
		.find((value) => value !== undefined)

it('proposes what stands in a pasted letter, each with its words, and makes the inquiry when it is confirmed', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(take, { text: LETTER }))
	const page = await read(s.chair, path)
	expect(fieldValue(page, 'title')).toContain('God och nära vård')
	expect(fieldValue(page, 'sender')).toBe('Socialdepartementet')
	expect(fieldValue(page, 'references')).toBe('S2022/01127')
	expect(fieldValue(page, 'dueOn')).toBe('2022-11-14')
	expect(fieldValue(page, 'sendTo')).toBe('s.remissvar@regeringskansliet.example')
	expect(fieldValue(page, 'copyTo')).toBe('s.fs@regeringskansliet.example')
	expect(fieldValue(page, 'invited')).toBe('')
	expect(plain(page)).toMatch(/Läst ur: ”[^”]*14 november 2022/)
	expect(page).toMatch(/<mark>[^<]*14 november 2022/)
	expect(page).toContain('href="#read-')
	for (const [, id = ''] of page.matchAll(/href="#(read-\d+)"/g)) expect(page).toContain(`<span id="${id}">`)
	const fields = { ...hiddenFields(page, path), title: 'God vård', dueOn: '2022-11-14', sender: 'Socialdepartementet' }
	const inquiry = await taken(await s.chair.post(path, fields))
	expect(await taken(await s.chair.post(path, fields))).toBe(inquiry)
	const shown = plain(await read(s.delegate, inquiry))
	expect(shown).toContain('God vård')
	expect(shown).toContain('måndag 14 november 2022')
	expect(shown).toContain('s.fs@regeringskansliet.example')
	expect(plain(await read(s.chair, path))).toContain('ligger bland remisserna')
})

it('asks which of several days is meant, and takes none by itself', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(take, { text: TWO_DATES }))
	const page = await read(s.chair, path)
	const days = [...page.matchAll(/type="radio"[^>]*name="dueChoice" value="([^"]*)"( checked)?/g)]
	expect(days.map(([, day]) => day)).toEqual(expect.arrayContaining(['2022-12-01', '2022-12-09', 'other', 'none']))
	expect(days.filter(([, , checked]) => checked)).toEqual([])
	const fields = { ...hiddenFields(page, path), title: 'God vård', note: 'En anteckning som inte får försvinna.' }
	const refused = await s.chair.post(path, fields)
	expect(refused.status).toBe(422)
	const again = await refused.text()
	expect(again).toContain('En anteckning som inte får försvinna.')
	expect(plain(again)).toContain('Fyll i vilken dag som gäller')
	for (const [choice, shown] of [
		[{ dueChoice: 'other', dueOn: '' }, null],
		[{ dueChoice: 'other', dueOn: '2022-12-24' }, 'lördag 24 december 2022'],
	] as const) {
		const response = await s.chair.post(path, { ...fields, ...choice })
		if (shown === null) expect(response.status).toBe(422)
		else expect(plain(await read(s.delegate, await taken(response)))).toContain(shown)
	}
	const chosen = await taken(await s.chair.post(take, { text: `${TWO_DATES} Igen.` }))
	const inquiry = await taken(await s.chair.post(chosen, { ...fields, dueChoice: '2022-12-09', dueOn: '2020-01-01' }))
	expect(plain(await read(s.delegate, inquiry))).toContain('fredag 9 december 2022')
})

it('doubts a last day that is over already, and takes none until it is chosen', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(take, { text: LETTER.replaceAll('2022', '2012') }))
	const page = await read(s.chair, path)
	expect(plain(page)).toContain('onsdag 14 november 2012 har redan varit.')
	const fields = { ...hiddenFields(page, path), title: 'God vård' }
	expect((await s.chair.post(path, fields)).status).toBe(422)
	const chosen = await taken(await s.chair.post(path, { ...fields, dueChoice: '2012-11-14' }))
	expect(plain(await read(s.delegate, chosen))).toContain('onsdag 14 november 2012')
})

it('leaves empty what is not stated, and says so', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(take, { text: 'Hej, det här är inget särskilt.' }))
	const page = await read(s.chair, path)
	for (const name of ['sender', 'references', 'dueOn', 'sendTo', 'copyTo', 'invited', 'extendedFrom'])
		expect([undefined, ''], name).toContain(fieldValue(page, name))
	expect(plain(page)).toContain('Står inte i brevet')
})

it('shows the letter as text, whatever is in it', async () => {
	await using s = await scene()
	const hostile = `${LETTER}\n<script>alert(1)</script> <mark id="x"> &lt;b&gt; \u202etxet`
	const page = await read(s.chair, await taken(await s.chair.post(take, { text: hostile })))
	expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;mark id=&quot;x&quot;&gt; &amp;lt;b&amp;gt;')
	expect(page).not.toContain('<script>alert')
})

it('takes files, says what could not be read in them, and hands them to members to save', async () => {
	await using s = await scene()
	const files = [
		file('../../Missiv å "1".pdf', pdfOf([LETTER.split('\n')])),
		file('sändlista.docx', docxOf({ paragraphs: ['Attention', 'Shedo'] })),
		file('skannad.pdf', scannedPdf()),
		file('makron.docm', docxOf({ paragraphs: ['x'], entries: { 'word/vbaProject.bin': new Uint8Array(1) } })),
	]
	const path = await taken(await s.chair.post(upload, { file: files }))
	const page = await read(s.chair, path)
	expect(fieldValue(page, 'dueOn')).toBe('2022-11-14')
	expect(plain(page)).toContain('Filen har ingen text som går att läsa')
	expect(plain(page)).toContain('makron.docm: Filen innehåller makron')
	const links = [...page.matchAll(/href="(\/[^"]*\/files\/[^"]*)"/g)].map(([, link = '']) => link)
	expect(links).toHaveLength(3)
	// Nobody but those who check it, until it is checked.
	expect((await s.delegate.get(links[0] ?? '')).status).toBe(404)
	const inquiry = await taken(await s.chair.post(path, { ...hiddenFields(page, path), title: 'God vård', dueOn: '' }))
	expect(plain(await read(s.delegate, inquiry))).toContain('sändlista.docx')
	const response = await s.delegate.get(links[0] ?? '')
	expect(response.status).toBe(200)
	expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdfOf([LETTER.split('\n')]))
	const headers = Object.fromEntries(response.headers)
	expect(headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': `attachment; filename="Missiv a _1_.pdf"; filename*=UTF-8''Missiv%20%C3%A5%20_1_.pdf`,
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-cache',
	})
	expect((await s.delegate.get(links[0] ?? '', { 'if-none-match': headers.etag ?? '' })).status).toBe(304)
	expect((await s.app.browser().get(links[0] ?? '')).status).toBe(303)
})

it('takes a letter once, whose reply was lost, when its form is sent again', async () => {
	await using s = await scene()
	const { client, faults } = s.world.server
	const when = (sqls: readonly string[]) => sqls.some((sql) => sql.startsWith('INSERT INTO act '))
	for (const [path, fields] of [
		[take, { key: 'a', text: LETTER }],
		[upload, { key: 'b', file: file('missiv.pdf', pdfOf([['x']])) }],
	] as const) {
		faults.push({ at: 'afterCommit', does: 'drop', when })
		expect((await s.chair.post(path, fields)).status).toBe(500)
		faults.pop()
		expect(await taken(await s.chair.post(path, fields))).toBe(await taken(await s.chair.post(path, fields)))
	}
	expect(await allRows(client, 'SELECT how FROM notice ORDER BY how')).toEqual([{ how: 'file' }, { how: 'paste' }])
})

it('keeps nothing of what is refused, and says why', async () => {
	await using s = await scene()
	const refusals: [Record<string, string | File | File[]>, string][] = [
		[{ text: ' \n' }, 'Fyll i texten'],
		[{ text: 'å'.repeat(200_001) }, 'Korta texten'],
		[{ file: file('', new Uint8Array()) }, 'Välj en fil först'],
		[{ file: file('tom.pdf', new Uint8Array()) }, 'tom.pdf: Filen är tom'],
		[{ file: file('x.exe', new Uint8Array([77, 90, 0, 0])) }, 'x.exe: Det går bara att ta emot PDF'],
		[{ file: file('stor.txt', new Uint8Array(15 * 1024 * 1024)) }, 'Filerna får vara högst'],
		[{ file: file('stor.txt', new Uint8Array(10 * 1024 * 1024 + 1).fill(65)) }, 'Filen är för stor'],
	]
	for (const [fields, sentence] of refusals) {
		const response = await s.chair.post('text' in fields ? take : upload, fields)
		expect([413, 422], sentence).toContain(response.status)
		expect(plain(await response.text())).toContain(sentence)
	}
	// A body that says it is small.
	const body = new Uint8Array(15 * 1024 * 1024)
	const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '10', origin: ORIGIN }
	const cookie = `__Host-session=${s.chair.cookies.get('__Host-session')}`
	const lying = new Request(new URL(upload, ORIGIN), { method: 'POST', body, headers: { ...headers, cookie } })
	expect((await s.app.fetch(lying)).status).toBe(413)
	expect(await allRows(s.world.server.client, 'SELECT * FROM notice')).toEqual([])
	expect(await s.world.store.kept()).toEqual([])
})

it('keeps no file of those who may not bring one', async () => {
	await using s = await scene()
	const pdf = () => file('missiv.pdf', pdfOf([['x']]))
	expect((await s.delegate.post(upload, { file: pdf() })).status).toBe(403)
	expect((await s.app.browser().post(upload, { file: pdf() })).status).toBe(401)
	expect(await s.world.store.kept()).toEqual([])
	const outcomes: number[] = []
	for (let index = 0; index < 61; index += 1)
		outcomes.push((await s.chair.post(take, { text: `Brev ${index}` })).status)
	expect(outcomes.filter((status) => status === 303)).toHaveLength(60)
	expect(outcomes.at(-1)).toBe(429)
	expect((await s.chair.post(upload, { file: pdf() })).status).toBe(429)
	expect(await s.world.store.kept()).toEqual([])
})

it('puts aside what is no inquiry, after asking, and of two who confirm one letter makes one inquiry', async () => {
	await using s = await scene()
	const path = await taken(await s.chair.post(upload, { file: file('reklam.txt', new TextEncoder().encode('Köp nu')) }))
	expect(plain(await read(s.chair, href(routes.workspace, at)))).toContain('Kontrollera det som kom in')
	const page = await read(s.chair, path)
	const link = /href="(\/[^"]*\/files\/[^"]*)"/.exec(page)?.[1] ?? ''
	const aside = `${path}/discarding`
	expect(plain(await read(s.chair, aside))).toContain('Det går inte att ångra')
	const left = await s.chair.post(aside)
	expect(plain(await read(s.chair, left.headers.get('location') ?? ''))).toContain('Brevet är lagt åt sidan')
	expect((await s.chair.get(path)).status).toBe(404)
	expect((await s.chair.get(link)).status).toBe(404)
	expect(plain(await read(s.chair, href(routes.workspace, at)))).not.toContain('Kontrollera det som kom in')
	expect((await s.chair.post(path, { title: 'Ändå' })).status).toBe(404)

	const other = await taken(await s.chair.post(take, { text: LETTER }))
	const both = await Promise.all(['Ett', 'Två'].map((title) => s.chair.post(other, { title, dueOn: '' })))
	expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
	expect(await allRows(s.world.server.client, 'SELECT * FROM inquiry')).toHaveLength(1)
})

it('lays files with an inquiry afterwards, and takes them away after asking', async () => {
	await using s = await scene()
	const inquiry = await taken(await s.chair.post(href(routes.newInquiry, at), { title: 'God vård' }))
	const bytes = new TextEncoder().encode('# Bilaga')
	const attached = await s.chair.post(`${inquiry}/files`, { file: file('bilaga.md', bytes) })
	expect(plain(await read(s.chair, attached.headers.get('location') ?? ''))).toContain('Filen är tillagd')
	const page = await read(s.delegate, inquiry)
	const link = /href="(\/[^"]*\/files\/[^"]*)"/.exec(page)?.[1] ?? ''
	expect(await (await s.delegate.get(link)).text()).toBe('# Bilaga')
	const refused = await s.chair.post(`${inquiry}/files`, { file: file('x.zip', new Uint8Array([80, 75, 3, 4])) })
	expect(refused.status).toBe(422)
	expect(plain(await refused.text())).toContain('x.zip: Filen är trasig')
	const removal = `${inquiry}/files/${link.split('/').at(-1)}/removal`
	expect(plain(await read(s.chair, removal))).toContain('bilaga.md försvinner')
	const removed = await s.chair.post(removal)
	expect(plain(await read(s.chair, removed.headers.get('location') ?? ''))).toContain('Filen är borttagen')
	expect((await s.delegate.get(link)).status).toBe(404)
	expect((await s.chair.post(removal)).status).toBe(404)
	// Its bytes stay, as what happened does.
	expect(await s.world.store.kept()).toHaveLength(1)
})

it('takes texts and no files where nothing keeps files, and says so', async () => {
	await using s = await scene()
	const app = testApp({ ...s.world, deps: { ...s.world.deps, files: null } })
	const chair = await signedIn(app, s.world.chair)
	expect(plain(await read(chair, take))).toContain('Här finns ingen plats för filer')
	const refused = await chair.post(upload, { file: file('missiv.pdf', pdfOf([['x']])) })
	expect(refused.status).toBe(503)
	expect(plain(await refused.text())).toContain('Här finns ingen plats för filer')
	await taken(await chair.post(take, { text: LETTER }))
})
