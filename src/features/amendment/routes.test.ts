import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { countOf } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, seated, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld, granted, openedBallot } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

type Fields = Record<string, string>

/** The delegate of the second association. */
const secondDelegate = ({ app, world }: At) => signedIn(app, world.members[1]?.delegate as PersonId)

/** Fills in the form of a page that proposes, and sends it. */
async function fill(browser: Browser, base: string, query: string, fields: Fields) {
	const shown = await textOf(browser, `${base}/amendments/new?${query}`)
	const action = `${base}/amendments?${query}`
	return browser.post(action, { ...hiddenFields(shown, action), ...fields })
}

/** Proposes a new position; gives where the amendment is. */
async function position(browser: Browser, base: string, text: string): Promise<string> {
	const sent = await fill(browser, base, 'way=position', { text, reason: 'Utan resor kommer ingen.' })
	return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

/** Proposes other words of a part: first shown, then put forward. */
async function reword(browser: Browser, base: string, block: string, text: string, reason = 'Klarare så.') {
	const query = `part=${block}`
	const action = `${base}/amendments?${query}`
	const shown = await (await fill(browser, base, query, { text, reason })).text()
	const sent = await browser.post(action, { ...hiddenFields(shown, action), text, reason })
	return { shown, to: (sent.headers.get('location') ?? '').replace(/\?.*/, ''), status: sent.status }
}

async function press(browser: Browser, amendment: string, what: string, fields: Fields = {}) {
	const action = `${amendment}/${what}`
	return browser.post(action, { ...hiddenFields(await textOf(browser, amendment), action), ...fields })
}

test('a new position is one field and a reason; it is read, joined and decided, and all of that is shown', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const anna = await secondDelegate(at)
	expect(await textOf(disa, `${base}/amendments`)).toContain('Föreslå en ny ståndpunkt')
	const amendment = await position(disa, base, 'Kommunen ska betala <b>resor</b>.')
	const page = await textOf(anna, amendment)
	expect(page).toContain('Y1 från Attention')
	expect(page).toContain('Utan resor kommer ingen.')
	expect(page).toContain('<ins>')
	expect(page).toContain('Kommunen ska betala &lt;b&gt;resor&lt;/b&gt;.')
	expect(page).not.toContain('Avgör yrkandet')
	expect(await textOf(chair, base)).toContain('Avgör 1 yrkande')

	expect((await press(anna, amendment, 'joinings')).status).toBe(303)
	expect(await textOf(disa, amendment)).toMatch(/Har anslutit sig: .*AnBo/)
	expect(await textOf(disa, amendment)).not.toContain('/joinings')

	const silent = await press(chair, amendment, 'decision', { outcome: 'rejected', note: ' ' })
	expect(silent.status).toBe(422)
	expect((await press(chair, amendment, 'decision', { outcome: 'rejected', note: 'Det står redan.' })).status).toBe(303)
	const decided = await textOf(disa, amendment)
	expect(decided).toContain('Avslaget av ordföranden')
	expect(decided).toContain('Det står redan.')
	expect(await textOf(chair, base)).not.toContain('Avgör 1 yrkande')
	expect((await press(chair, amendment, 'reopening')).status).toBe(303)
	expect(await textOf(disa, amendment)).not.toContain('Avslaget')
	expect(await textOf(disa, `${base}/history`)).toMatch(
		/Ett yrkande öppnades igen[\s\S]*Ett yrkande avgjordes[\s\S]*En förening anslöt sig[\s\S]*Ett yrkande lades fram/,
	)
})

test('other words are shown as a difference before they are put forward, and then beside the part and in the order of the text', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa, chair } = at
	const { block } = await versionOf(at, 'arvoderade')
	const last = await position(disa, base, 'Kommunen ska betala resor.')
	const { shown, to, status } = await reword(disa, base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	expect(shown).toContain('Kontrollera ändringen')
	expect(shown).toMatch(/<ins>.*väl/)
	expect([status, await countOf(world.server.client, 'FROM amendment')]).toEqual([303, 2])
	expect(await textOf(chair, to)).toContain('Y2 från Attention')
	const text = await textOf(chair, base)
	expect(text).toContain(`href="${base}/amendments?block=${block}#on-${block}"`)
	const list = await textOf(chair, `${base}/amendments`)
	expect(list).toContain(`id="on-${block}"`)
	expect(list.indexOf('Y2 från')).toBeLessThan(list.indexOf('Y1 från'))
	expect(list).toMatch(/Yrkanden<span class="count"> 2/)
	expect(last).not.toBe(to)
})

test('a part is proposed to be struck, and a new one after it', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { block } = await versionOf(at, 'arvoderade')
	expect((await fill(disa, base, `way=remove&part=${block}`, { reason: 'Det hör inte hit.' })).status).toBe(303)
	expect(
		(await fill(disa, base, `way=add&part=${block}`, { text: 'Ett stycke till.', reason: 'Så att det syns.' })).status,
	).toBe(303)
	const list = await textOf(disa, `${base}/amendments`)
	expect(list).toContain('<del>')
	expect(list).toContain('Ett stycke till.')
})

test('what is refused comes back with what was typed', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { block } = await versionOf(at, 'arvoderade')
	const none = await fill(disa, base, 'way=position', { text: 'Kommunen ska betala resor.', reason: '' })
	const shown = await none.text()
	expect([none.status, shown.includes('Kommunen ska betala resor.')]).toEqual([422, true])
	const same = await fill(disa, base, `part=${block}`, {
		text: '1. Alla uppdrag',
		reason: 'x'.repeat(301),
		confirmed: '1',
	})
	const again = await same.text()
	expect([same.status, again.includes('1. Alla uppdrag'), again.includes('x'.repeat(301))]).toEqual([422, true, true])
	expect(await countOf(world.server.client, 'FROM amendment')).toBe(0)
})

test('what a contributor prepares is seen in the association alone, until its delegate puts it forward', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { browser: moa } = await seated(at, 'Moa Medarbetare', 'contributor')
	const anna = await secondDelegate(at)
	const amendment = await position(moa, base, 'Hemliga ord.')
	for (const other of [chair, anna]) {
		expect((await other.get(amendment)).status).toBe(404)
		for (const page of ['amendments', 'history', '']) {
			const text = await textOf(other, `${base}/${page}`.replace(/\/$/, ''))
			expect(text).not.toContain('Hemliga ord.')
			expect(text).not.toContain('yrkande lades')
		}
	}
	expect(await textOf(moa, amendment)).not.toContain('/forwarding')
	expect(await textOf(disa, base)).toContain('Lägg fram 1 yrkande för Attention')
	expect((await press(disa, amendment, 'forwarding')).status).toBe(303)
	expect(await textOf(anna, amendment)).toContain('Hemliga ord.')
	expect(await textOf(chair, `${base}/history`)).toContain('Ett förberett yrkande lades fram')
})

test('what was said while it waited stays in the association, also when it has been put forward', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { browser: moa } = await seated(at, 'Moa Medarbetare', 'contributor')
	const anna = await secondDelegate(at)
	const amendment = await position(moa, base, 'Bara vi ser det här.')
	const action = `${amendment}/wording`
	const reworded = async (text: string) => {
		world.clock.now += 60_000
		const form = await textOf(disa, action)
		const fields = { text: `1. ${text}`, reason: 'Klarare så.', confirmed: '1' }
		return (await disa.post(action, { ...hiddenFields(form, action), ...fields })).status
	}
	expect(await reworded('Det här läggs fram.')).toBe(303)
	world.clock.now += 60_000
	expect((await press(disa, amendment, 'forwarding')).status).toBe(303)
	expect(await reworded('Det här blev det sist.')).toBe(303)
	const [own, others] = [await textOf(moa, amendment), await textOf(anna, amendment)]
	expect([own.includes('Bara vi ser'), others.includes('Bara vi ser')]).toEqual([true, false])
	expect(others).toContain('Det här läggs fram')
	// Who wrote the words is another thing than who made it.
	expect(own).toMatch(/Lagt av Attention, Moa Medarbetare[\s\S]*Orden som står nu skrev Disa/)
	expect(own).toMatch(/Så löd det [^<]*, med ord av Moa Medarbetare/)
	expect(others).not.toContain('med ord av Moa')
	expect(others).toContain('Det här blev det sist')
})

test('whoever adopts an amendment without its words in the text is seen to have', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, disa, statement: statementId } = await atWork(world)
	const amendment = await position(disa, base, 'Kommunen ska betala resor.')
	const shown = () => Promise.all([textOf(disa, amendment), textOf(disa, `${base}/amendments`)])
	for (const page of await shown()) expect(page).not.toContain('Orden står')
	expect((await press(chair, amendment, 'decision', { outcome: 'adopted', note: '' })).status).toBe(303)
	for (const page of await shown()) expect(page).toContain('Orden står inte i texten.')
	const blocks = [{ kind: 'position', text: 'Kommunen ska betala resor.' }] as const
	granted(
		await editDocument(world.deps, world.order(world.chair, { statementId, edit: { do: 'add', blocks, after: null } })),
	)
	for (const page of await shown()) expect(page).toContain('Orden står i texten.')
})

test('new words leave those that joined with the words they joined, who are asked', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const anna = await secondDelegate(at)
	const amendment = await position(disa, base, 'Kommunen ska betala resor.')
	await press(anna, amendment, 'joinings')
	const action = `${amendment}/wording`
	const form = await textOf(disa, action)
	expect(form).toContain('Kommunen ska betala resor.')
	const fields = { text: '1. Regionen ska betala resor.', reason: 'Regionen har pengarna.', confirmed: '1' }
	expect((await disa.post(action, { ...hiddenFields(form, action), ...fields })).status).toBe(303)
	const page = await textOf(anna, amendment)
	expect(page).toContain('Anslöt sig till en tidigare lydelse: AnBo')
	expect(page).toContain('Tidigare lydelser, 1')
	expect(await textOf(anna, base)).toContain('Läs 1 ny lydelse av yrkanden som AnBo')
	expect((await press(anna, amendment, 'joinings')).status).toBe(303)
	expect(await textOf(anna, base)).not.toContain('ny lydelse')
	expect((await press(anna, amendment, 'leavings')).status).toBe(303)
})

test('where the text has moved on in the same words, both are shown, and the author writes anew against it', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { block, version } = await versionOf(at, 'arvoderade')
	const { to } = await reword(disa, base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	const statementId = base.split('/').at(-1) as never
	const content = { kind: 'position', text: 'Uppdrag ska betalas.' } as const
	const edit = { do: 'edit', blockId: block as never, basedOn: version as never, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	const page = await textOf(disa, to)
	expect(page).toContain('Så står det i texten nu')
	expect(page).toContain('Uppdrag ska betalas.')
	expect(page).toContain('Alla uppdrag ska vara väl arvoderade.')
	const form = await textOf(disa, `${to}/wording`)
	const fields = { text: '1. Uppdrag ska betalas väl.', reason: 'Klarare så.', confirmed: '1' }
	expect((await disa.post(`${to}/wording`, { ...hiddenFields(form, `${to}/wording`), ...fields })).status).toBe(303)
	expect(await textOf(disa, to)).not.toContain('Så står det i texten nu')
})

test('once the ballot has opened nothing is proposed, joined or decided, and what was not decided says so', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const amendment = await position(disa, base, 'Kommunen ska betala resor.')
	const before = await textOf(chair, `${base}/ballots/new`)
	expect(before).toContain('1 yrkande är inte avgjort')
	await openedBallot(world, base.split('/').at(-1) as never)
	const page = await textOf(chair, amendment)
	expect(page).toContain('Det avgjordes inte innan texten låstes.')
	expect(page).not.toContain('Avgör yrkandet')
	expect((await textOf(disa, `${base}/amendments`)).includes('Föreslå en ny ståndpunkt')).toBe(false)
	const late = {
		way: 'position',
		seen: '',
		text: 'För sent.',
		reason: 'Ändå.',
		confirmed: '1',
		as: world.members[0]?.associationId ?? '',
	}
	expect((await disa.post(`${base}/amendments`, late)).status).toBe(409)
})
