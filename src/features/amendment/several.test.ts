import { expect, test } from 'vitest'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { countOf } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields } from '#test/support/app.ts'
import { type At, atWork, seated, textOf } from '#test/support/comment-pages.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, openedBallot, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

type Fields = Record<string, string>

/** The text as it stands. */
async function textNow({ db }: Pick<CoalitionWorld, 'db'>, statement: StatementId) {
	const [draft] = await db.read(draftQuery(SLUG, statement))
	return draft?.blocks ?? []
}

/** Looks over what was made of the text in the editor: places of blocks as they stand, and what was written. */
async function written(browser: Browser, at: At, make: (count: number) => readonly unknown[], seen?: string) {
	const text = await textNow(at.world, at.statement)
	const fields = { seen: seen ?? text.map(({ id }) => id).join(' '), written: JSON.stringify(make(text.length)) }
	return browser.post(`${at.base}/amendments/text`, fields)
}

/** Sends the form of a page that was shown. */
function send(browser: Browser, { base }: At, shown: string, fields: Fields) {
	const action = `${base}/amendments/text`
	return browser.post(action, { ...hiddenFields(shown, action), ...fields })
}

const reasonsIn = (page: string): string[] => [...page.matchAll(/ name="(reason-[^"]+)"/g)].map(([, name = '']) => name)
const says = (text: string) => ({ kind: 'paragraph', text })
const others = (count: number) => Array.from({ length: count }, (_, place) => place)

/** Other words in the first block, and something new at the end. */
const twoChanges = (count: number) => [
	{ was: 0, content: says('Vi välkomnar <b>detta</b>.') },
	...others(count).slice(1),
	{ was: null, content: says('Kommunen ska betala resor.') },
]

test('what was changed in the text becomes an amendment for each change, with its own reason, and the text stays', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa, chair } = at
	const before = await textNow(world, at.statement)
	expect(await textOf(disa, base)).toContain(`href="${base}/amendments/text"`)
	expect(await textOf(disa, `${base}/amendments/text`)).toContain('data-editor')
	const shown = await (await written(disa, at, twoChanges)).text()
	expect(shown).toContain('2 ändringar')
	expect(shown).toContain('Vi välkomnar &lt;b&gt;detta&lt;/b&gt;.')
	const [first = '', second = '', ...more] = reasonsIn(shown)
	expect(more).toEqual([])

	const silent = await send(disa, at, shown, { [first]: 'Klarare så.', [second]: ' ' })
	expect(silent.status).toBe(422)
	const again = await silent.text()
	expect(again).toContain('Klarare så.')
	expect(again).toContain(`href="#${second}"`)
	expect(await countOf(world.server.client, 'FROM amendment')).toBe(0)

	const sent = await send(disa, at, again, { [first]: 'Klarare så.', [second]: 'Utan resor kommer ingen.' })
	expect(sent.headers.get('location')).toBe(`${base}/amendments?done=allMade&count=2`)
	const list = await textOf(chair, `${base}/amendments?done=allMade&count=2`)
	expect(list).toContain('2 yrkanden är framlagda')
	expect(list).toMatch(/Y1 från Attention[\s\S]*Klarare så\.[\s\S]*Y2 från Attention[\s\S]*Utan resor kommer ingen\./)
	expect(await textNow(world, at.statement)).toEqual(before)
	// The same form once more is the same act.
	expect((await send(disa, at, again, { [first]: 'Klarare så.', [second]: 'Utan resor kommer ingen.' })).status).toBe(
		303,
	)
	expect(await countOf(world.server.client, 'FROM amendment')).toBe(2)
})

test('without a script the whole text is written in a field, and whoever goes back to it has lost nothing', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	expect(await textOf(disa, `${base}/amendments/text`)).toContain('/amendments/text?form=1')
	const form = await textOf(disa, `${base}/amendments/text?form=1`)
	const [, typed = ''] = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(form) ?? []
	const text = `${typed}\n\nKommunen ska betala resor.`
	const shown = await (await send(disa, at, form, { text })).text()
	expect(shown).toContain('En ändring')
	const [reason = ''] = reasonsIn(shown)
	const back = await (await send(disa, at, shown, { [reason]: 'Utan resor kommer ingen.', again: '1' })).text()
	expect(back).toContain('Kommunen ska betala resor.</textarea>')
	const once = await (await send(disa, at, back, { text })).text()
	expect(once).toContain('value="Utan resor kommer ingen."')
	expect((await send(disa, at, once, { [reason]: 'Utan resor kommer ingen.' })).status).toBe(303)
	expect(await countOf(world.server.client, 'FROM amendment')).toBe(1)
})

test('whoever goes back to the editor has what they wrote there, and the reasons', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const shown = await (await written(at.disa, at, twoChanges)).text()
	const [reason = ''] = reasonsIn(shown)
	const back = await (await send(at.disa, at, shown, { [reason]: 'Klarare så.', again: '1' })).text()
	const [, given = ''] = /data-editor="([^"]*)"/.exec(back) ?? []
	const { proposal, blocks } = JSON.parse(
		given.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
	)
	expect(proposal.fields[reason]).toBe('Klarare så.')
	expect(proposal.before.wanted.at(-1).content.text).toBe('Kommunen ska betala resor.')
	expect(proposal.before.seen).toEqual(blocks)
	// Nothing of it is shown as if it had been lost.
	expect(back).not.toContain('Kopiera det innan')
	expect(back).not.toContain('kept-0')
})

test('where others wrote the same meanwhile that is shown before anything is put forward, and what was written is kept', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const [first] = await textNow(world, at.statement)
	if (!first) throw new Error('there is a text')
	const seen = (await textNow(world, at.statement)).map(({ id }) => id).join(' ')
	const blocks = [{ kind: 'paragraph', text: 'Något helt annat.' }] as const
	const edit = { do: 'write', seen: [first.id], blocks } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId: at.statement, edit })))
	const shown = await (await written(at.disa, at, twoChanges, seen)).text()
	expect(shown).toContain('Texten har ändrats på samma ställe')
	expect(shown).toContain('Något helt annat.')
	const [one = '', other = ''] = reasonsIn(shown)
	expect((await send(at.disa, at, shown, { [one]: 'Klarare.', [other]: 'Resor.' })).status).toBe(303)
})

test('of a contributor they wait for the delegate, each; nobody else may, and not when the text is locked', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { browser: moa } = await seated(at, 'Moa', 'contributor')
	expect((await moa.get(`${base}/editor/text`)).status).toBe(200)
	const shown = await (await written(moa, at, twoChanges)).text()
	expect(shown).toContain('Lämna till ordinarie')
	const [one = '', other = ''] = reasonsIn(shown)
	const sent = await send(moa, at, shown, { [one]: 'Klarare.', [other]: 'Resor.' })
	expect(sent.headers.get('location')).toContain('done=allPrepared')
	expect(await textOf(chair, `${base}/amendments`)).toContain('Inga yrkanden än')
	expect(await textOf(disa, `${base}/amendments`)).toContain('Väntar hos er')
	expect((await chair.get(`${base}/amendments/text`)).status).toBe(403)
	const late = await (await written(disa, at, twoChanges)).text()
	await openedBallot(world, at.statement)
	const refused = await send(disa, at, late, Object.fromEntries(reasonsIn(late).map((name) => [name, 'För sent.'])))
	expect(refused.status).toBe(409)
	expect(await refused.text()).toContain('Kommunen ska betala resor.')
})

test('what is wrong with one of several says which, and leads there', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const long = (count: number) => [
		{ was: 0, content: says('Vi välkomnar detta.') },
		...others(count).slice(1),
		...Array.from({ length: 201 }, () => ({ was: null, content: says('Kommunen ska betala resor.') })),
	]
	const shown = await (await written(at.disa, at, long)).text()
	const [first = '', second = ''] = reasonsIn(shown)
	const sent = await send(at.disa, at, shown, { [first]: 'Klarare.', [second]: 'Resor.' })
	expect(sent.status).toBe(422)
	const place = second.replace('reason-', 'text-')
	const page = await sent.text()
	expect(page).toContain(`<section id="${place}">`)
	expect(page).toMatch(new RegExp(`<a href="#${place}">Ändring 2: `))
	// Of a reason likewise, by what it is asked for as.
	const silent = await send(at.disa, at, await (await written(at.disa, at, twoChanges)).text(), { [first]: 'Klarare.' })
	expect(await silent.text()).toMatch(/<a href="#reason-[^"]*">”Varför ändring 2\?/)
})

test('what cannot be read is refused in a sentence, and what changes nothing cannot be sent', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const broken = await disa.post(`${base}/amendments/text`, { seen: '', written: '{' })
	expect(broken.status).toBe(422)
	const same = await (await written(disa, at, others)).text()
	expect(same).toContain('Ni har inte ändrat något i texten.')
	expect(same).not.toContain('Lägg fram')
	expect((await send(disa, at, same, {})).status).toBe(422)
	const gone = await send(disa, at, await (await written(disa, at, twoChanges)).text(), {
		seen: '01a18908-8780-7eb5-8a3d-89f4d92518eb',
		'reason-new': 'Klarare.',
	})
	expect(gone.status).toBe(409)
})
