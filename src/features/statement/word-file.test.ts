import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { docxOf } from '#test/support/documents.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'
import { textsOf } from '#test/support/written.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const WORD = docxOf({
	document: `<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run('Rubriken i filen')}</w:p><w:p>${run('Vi vill ')}<w:ins w:id="1">${run('gärna')}</w:ins>${run(' se *detta*')}<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>${run('.')}</w:p></w:body></w:document>`,
	entries: {
		'word/styles.xml': strToU8(
			`<w:styles ${W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`,
		),
		'word/footnotes.xml': strToU8(
			`<w:footnotes ${W}><w:footnote w:id="2"><w:p>${run('Noten.')}</w:p></w:footnote></w:footnotes>`,
		),
		'word/comments.xml': strToU8(
			`<w:comments ${W}><w:comment w:id="0" w:author="Anna Ek"><w:p>${run('Stämmer &lt;b&gt; det?')}</w:p></w:comment></w:comments>`,
		),
	},
})

const count = ({ server }: CoalitionWorld, from: string) => countOf(server.client, from)

/** What a form of a page sends along unseen. */
const hiddenIn = (html: string, name: string) =>
	(new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&')

test('a Word file is shown as what it becomes, with what it held beside, and written once confirmed', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const path = `/${SLUG}/statements/${statement}/paste`
	const before = await textsOf(world, statement)
	const file = new File([WORD], 'svar.docx')
	const shown = await chair.post(path, { key: '1', upload: '1', file })
	const html = await shown.text()
	expect(shown.status).toBe(200)
	expect(html).toContain('Filen har spårade ändringar. Texten är läst som om alla är godkända.')
	expect(html).toContain('Anna Ek')
	expect(html).toContain('Stämmer &lt;b&gt; det?')
	expect(html).toContain('Vid: Vi vill gärna se *detta*')
	expect(html).toContain('Rubriken i filen')
	expect(await textsOf(world, statement)).toEqual(before)
	const [text, word] = [hiddenIn(html, 'text'), hiddenIn(html, 'word')]
	const used = await chair.post(path, { key: '1', text, word, confirmed: '1', takeTitle: '1' })
	expect(used.status).toBe(307)
	expect(used.headers.get('location')).toBe(`${path}?done=pasted`)
	expect(await textsOf(world, statement)).toEqual(['Vi vill gärna se \\*detta\\*[^1].', 'Noten.'])
	const offered = await (await chair.post(`${path}?done=pasted`, { key: '1', text, word, confirmed: '1' })).text()
	const [, form = ''] = offered.split('/comments?on=')
	const [block] = await allRows(world.server.client, "SELECT id FROM block_version WHERE content LIKE '%Vi vill g%'")
	expect([form.startsWith(`${block?.id}"`), hiddenIn(form, 'on'), hiddenIn(form, 'text')]).toEqual([
		true,
		block?.id,
		'Ur filen: Stämmer <b> det?',
	])
})

test('comments of a file are offered once its text stands, and each is one of the text when somebody presses', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const path = `/${SLUG}/statements/${statement}/paste`
	const comment = (about: string, text: string) => ({ author: 'Anna Ek', text, about })
	const of = (comments: object[]) => JSON.stringify({ aside: [], tracked: false, gap: null, comments })
	const text = 'Ett stycke.\n\nTvå lika.\n\nTvå lika.'
	const word = of([comment('Ett stycke.', 'Stämmer det?'), comment('Två lika.', 'Vilket?'), comment('Borta.', 'Vad?')])
	const sent = { key: '1', text, word, confirmed: '1' }
	const used = await chair.post(path, sent)
	// The browser sends it on as it is: it is shown, and nothing more is written, however often.
	const events = await count(world, 'FROM event')
	const next = used.headers.get('location') ?? ''
	const html = await (await chair.post(next, sent)).text()
	expect((await chair.post(next, sent)).status).toBe(200)
	expect(await count(world, 'FROM event')).toBe(events)
	expect(await count(world, 'FROM comment')).toBe(0)
	const forms = [...html.matchAll(/<form[^>]*action="([^"]*\/comments(?:\?[^"]*)?)"[^>]*>(.*?)<\/form>/gs)]
	expect(forms).toHaveLength(3)
	// The list stays while each is given, and what was sent is not shown as if it had been lost.
	expect(forms.filter(([form]) => form.includes('target="_blank"'))).toHaveLength(3)
	expect(html).not.toContain('Det här skrev du.')
	const values = forms.map(([, , form = '']) => ({ on: hiddenIn(form, 'on'), text: hiddenIn(form, 'text'), as: '' }))
	const [first] = await allRows(
		world.server.client,
		"SELECT id FROM block_version WHERE content LIKE '%Ett stycke.%' ORDER BY rowid DESC LIMIT 1",
	)
	expect(values).toEqual([
		{ on: first?.id, text: 'Ur filen: Stämmer det?', as: '' },
		{ on: '', text: 'Ur filen: Vilket?', as: '' },
		{ on: '', text: 'Ur filen: Vad?', as: '' },
	])
	for (let times = 0; times < 2; times += 1) {
		expect((await chair.post(`/${SLUG}/statements/${statement}/comments`, { key: '1', ...values[0] })).status).toBe(303)
	}
	const made = await allRows(world.server.client, 'SELECT text, association_id FROM comment')
	expect(made).toEqual([{ text: 'Ur filen: Stämmer det?', association_id: null }])
	// Whose name stands in a file is nobody's here.
	expect(await count(world, "FROM event WHERE payload LIKE '%Anna Ek%'")).toBe(0)
	// Read once more they are shown once more; a text without any leads to the text.
	expect((await chair.post(path, { ...sent, key: '2' })).status).toBe(307)
	const plain = await chair.post(path, { ...sent, key: '3', word: of([]) })
	expect([plain.status, plain.headers.get('location')]).toEqual([303, `/${SLUG}/statements/${statement}?done=pasted`])
})

test('all comments of a file are given in one press, without those given already, those too long, and whoever wrote them', async () => {
	await using world = await createCoalitionWorld()
	const { client } = world.server
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const path = `/${SLUG}/statements/${statement}/paste`
	const comment = (about: string, text: string) => ({ author: 'Anna Ek', text, about })
	const long = 'Lång. '.repeat(700)
	const shownFor = async (comments: object[], key: string) => {
		const word = JSON.stringify({ aside: [], tracked: false, gap: null, comments })
		const sent = { key, text: 'Ett stycke.\n\nEtt till.', word, confirmed: '1' }
		const used = await chair.post(path, sent)
		return (await chair.post(used.headers.get('location') ?? '', sent)).text()
	}
	const html = await shownFor(
		[
			comment('Ett stycke.', 'Stämmer\ndet?'),
			comment('Borta.', 'Vad?'),
			comment('Ett till.', 'Var?'),
			comment('', long),
		],
		'1',
	)
	expect(html).toContain('Ta med 3 kommentarer på en gång')
	const [, form = ''] = /<form[^>]*action="[^"]*\/comments\/several"[^>]*>(.*?)<\/form>/s.exec(html) ?? []
	const all = (name: string) =>
		[...form.matchAll(new RegExp(`name="${name}\\[\\]" value="([^"]*)"`, 'g'))].map(([, value = '']) => value)
	const given = { as: '', 'text[]': all('text'), 'on[]': all('on') }
	expect(given['text[]']).toEqual(['Ur filen: Stämmer\ndet?', 'Ur filen: Vad?', 'Ur filen: Var?'])
	// One was given alone before.
	const one = { key: 'one', as: '', on: given['on[]'][0] ?? '', text: given['text[]'][0] ?? '' }
	expect((await chair.post(`/${SLUG}/statements/${statement}/comments`, one)).status).toBe(303)
	const acts = await count(world, 'FROM act')
	const to = `/${SLUG}/statements/${statement}/comments/several`
	const done = await chair.post(to, { key: 'all', ...given })
	expect([done.status, done.headers.get('location')]).toEqual([
		303,
		`/${SLUG}/statements/${statement}/comments?done=allMade`,
	])
	expect(await (await chair.get(done.headers.get('location') ?? '')).text()).toContain('Synpunkterna är lämnade.')
	expect(await count(world, 'FROM act')).toBe(acts + 1)
	const made = await allRows(
		client,
		`SELECT comment.text, version_id FROM comment JOIN comment_thread ON comment_thread.id = thread_id ORDER BY comment.rowid`,
	)
	const [first, second, third] = given['on[]']
	expect(made).toEqual([
		{ text: 'Ur filen: Stämmer\ndet?', version_id: first },
		{ text: 'Ur filen: Vad?', version_id: second || null },
		{ text: 'Ur filen: Var?', version_id: third },
	])
	expect(await count(world, "FROM event WHERE payload LIKE '%Anna Ek%'")).toBe(0)
	// Pressed again, or of a file that is read once more: nothing more.
	const again = await chair.post(to, { key: 'all2', ...given })
	expect(again.headers.get('location')).toBe(`/${SLUG}/statements/${statement}/comments?done=noneMade`)
	expect(await count(world, 'FROM comment')).toBe(3)
	// A single one, and more than somebody may give, have no such button.
	for (const [number, key] of [
		[1, '2'],
		[101, '3'],
	] as const) {
		const some = Array.from({ length: number }, (_, index) => comment('', `Nummer ${index}.`))
		expect(await shownFor(some, key)).not.toContain('/comments/several')
	}
})

test('what is no Word file is refused by its name, and no file is asked for one', async () => {
	await using world = await createCoalitionWorld()
	const chair = await signedIn(testApp(world), world.chair)
	const path = `/${SLUG}/statements/${await draftStatement(world)}/paste`
	for (const [name, content] of [
		['svar.odt', 'x'],
		['svar.docx', 'inget'],
		['svar.docx', ''],
	] as const) {
		const refused = await chair.post(path, { key: '1', upload: '1', file: new File([content], name) })
		expect(refused.status).toBe(422)
		expect(await refused.text()).toContain(name)
	}
	const none = await chair.post(path, { key: '1', upload: '1' })
	expect(none.status).toBe(422)
	const odd = await chair.post(path, { key: '1', text: 'Ett stycke som säger något.', word: '{"aside":3' })
	expect(odd.status).toBe(200)
})
