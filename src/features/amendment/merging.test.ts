import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { type Fields, fieldsIn, optionsIn, reword } from '#test/support/merging-pages.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

async function place() {
	const world = await createCoalitionWorld()
	const at = await atWork(world)
	const anna = await signedIn(at.app, world.members[1]?.delegate as PersonId)
	const { block } = await versionOf(at, 'arvoderade')
	return { world, at, anna, block, merging: `${at.base}/amendments/merging` }
}

async function decide(chair: Browser, amendment: string, outcome: string, note = ''): Promise<void> {
	const action = `${amendment}/decision`
	const sent = await chair.post(action, { ...hiddenFields(await textOf(chair, amendment), action), outcome, note })
	expect(sent.status).toBe(303)
}

async function save(chair: Browser, merging: string, page: string, more: Fields = {}) {
	return chair.post(merging, { ...fieldsIn(page), save: '1', ...more })
}

const statesIn = async ({ world }: At) =>
	(await allRows(world.server.client, 'SELECT state FROM amendment ORDER BY number')).map(({ state }) => state)

test('what is adopted is chosen from the start, is shown in the text, and comes into it by one press; undone, all is as it was', async () => {
	const { world, at, block, merging } = await place()
	await using _ended = world
	const { base, chair, disa } = at
	const amendment = await reword(disa, base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	await decide(chair, amendment, 'adopted')
	expect(await textOf(chair, amendment)).toContain('Orden står inte i texten.')
	const before = await textOf(disa, base)
	const page = await textOf(chair, merging)
	expect(page).toContain('Bifallna som inte är i texten än')
	expect(page).toMatch(/<ins>.*väl[\s\S]*?<sup>Y1<\/sup>/)
	expect(page).toContain('Kommer in som det är')
	const saved = await save(chair, merging, page)
	expect([saved.status, saved.headers.get('location')]).toEqual([303, `${merging}?done=merged`])
	expect(await textOf(disa, base)).toContain('ska vara väl arvoderade')
	const shown = await textOf(disa, amendment)
	expect(shown).toContain('Orden står i texten.')
	expect(shown).toContain('Så kom det in i texten')
	const history = await textOf(disa, `${base}/history`)
	expect(history).toContain('Yrkanden arbetades in i texten')
	expect(history).toMatch(/Y1 från Attention[\s\S]*väl/)
	expect(history).not.toContain('Ett yrkande arbetades in')

	const after = await textOf(chair, `${merging}?done=merged`)
	const undo = after.match(/action="([^"]*\/undoing)"/)?.[1] ?? ''
	expect((await chair.post(undo, hiddenFields(after, undo))).status).toBe(303)
	expect(await textOf(disa, base)).not.toContain('väl arvoderade')
	expect((await textOf(disa, base)).length).toBe(before.length)
	expect(await statesIn(at)).toEqual(['adopted'])
	expect(await textOf(disa, amendment)).toContain('Orden står inte i texten.')
	expect(await textOf(disa, `${base}/history`)).toContain('En inarbetning av yrkanden ångrades')
})

test('a collision is a choice; what is written by hand is shown first, needs a note, and stands beside the association’s own words', async () => {
	const { world, at, anna, block, merging } = await place()
	await using _ended = world
	const { base, chair, disa } = at
	const one = await reword(disa, base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	const other = await reword(anna, base, block, '1. Alla uppdrag ska vara rimligt arvoderade.')
	const first = await textOf(chair, merging)
	expect(first).toContain('De du kryssar för bifalls när du sparar.')
	expect(first).not.toContain('Så blir texten')
	const chosen = optionsIn(first, 'chosen[]').map(({ value }) => value)
	expect(chosen).toHaveLength(2)
	const asked = await (await chair.post(merging, { ...fieldsIn(first), 'chosen[]': chosen })).text()
	// Words put in one place by two are no collision: so the whole part is told of, with both.
	expect(asked).toMatch(/rimligt[\s\S]*<sup>Y2<\/sup>/)
	expect([one, other].every((path) => path.startsWith(base))).toBe(true)
	expect(await countOf(world.server.client, 'FROM amendment_merge')).toBe(0)
})

test('the same words in two ways: chosen, shown, saved; what was not shown is not saved', async () => {
	const { world, at, anna, block, merging } = await place()
	await using _ended = world
	const { base, chair, disa } = at
	const one = await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.')
	const other = await reword(anna, base, block, '1. De flesta uppdrag ska vara arvoderade.')
	const first = await textOf(chair, merging)
	const chosen = optionsIn(first, 'chosen[]').map(({ value }) => value)
	const asked = await (await chair.post(merging, { ...fieldsIn(first), 'chosen[]': chosen })).text()
	expect(asked).toContain('Välj i 1 krock<')
	expect(asked).toContain('Välj i krockarna först')
	const [choice, ...more] = optionsIn(asked, 'choice.')
	const ids = [one, other].map((path) => path.split('/').at(-1))
	expect([choice, ...more].slice(0, 3).map((each) => each?.value)).toEqual([
		`side ${ids[0]}`,
		`side ${ids[1]}`,
		`all ${ids.join(' ')}`,
	])
	const text = choice?.name.replace('choice.', 'text.') ?? ''
	// Pressed at once: it has not been seen how the text becomes.
	const byHand = { [choice?.name ?? '']: 'text', [text]: 'Nästan alla' }
	const shown = await (
		await chair.post(merging, { ...fieldsIn(asked), ...byHand, note: 'En medelväg.', save: '1' })
	).text()
	expect(shown).toContain('Kommer in med ändringar')
	expect(shown).toMatch(/Nästan alla[\s\S]*<sup>skrivet för hand<\/sup>/)
	expect(await countOf(world.server.client, 'FROM amendment_merge')).toBe(0)
	const silent = await save(chair, merging, shown, { note: '' })
	expect(silent.status).toBe(422)
	const again = await silent.text()
	expect(again).toContain('Nästan alla')
	const saved = await save(chair, merging, again, { note: 'En medelväg.' })
	expect(saved.status).toBe(303)
	expect(await statesIn(at)).toEqual(['adoptedWithChanges', 'adoptedWithChanges'])
	const page = await textOf(disa, one)
	expect(page).toContain('En medelväg.')
	expect(page).toMatch(/Yrkandet ville[\s\S]*Många[\s\S]*I texten sattes[\s\S]*Nästan alla/)
	const receipt = await textOf(disa, `${base}/receipt`)
	expect(receipt).toMatch(/Bifallet med ändringar[\s\S]*Yrkandet ville: Många[\s\S]*I texten sattes: Nästan alla/)
	// The same form once more is the same act.
	expect((await save(chair, merging, again, { note: 'En medelväg.' })).status).toBe(303)
	expect(await countOf(world.server.client, "FROM act WHERE kind = 'mergeAmendments'")).toBe(1)
})

test('the text moved on in the same part, or an amendment was reworded: the page comes again, with what was chosen', async () => {
	const { world, at, block, merging } = await place()
	await using _ended = world
	const { base, chair, disa, statement: statementId } = at
	const amendment = await reword(disa, base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	await decide(chair, amendment, 'adopted')
	const page = await textOf(chair, merging)
	const { block: blockId, version } = await versionOf(at, 'arvoderade')
	const content = { kind: 'position', text: 'Alla uppdrag ska vara skäligt arvoderade, utan undantag.' } as const
	const edit = { do: 'edit', blockId, basedOn: version, content } as never
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	const moved = await save(chair, merging, page)
	const shown = await moved.text()
	expect([moved.status, shown.includes('Texten har ändrats sedan du öppnade sidan.')]).toEqual([409, true])
	expect(shown).toContain('utan undantag')
	expect(await countOf(world.server.client, 'FROM amendment_merge')).toBe(0)
	expect((await save(chair, merging, shown)).status).toBe(303)
	expect(await textOf(disa, base)).toContain('utan undantag')
})

test('what stands in the text already is not offered; what was adopted and does not go with it has to be reopened, and that is said', async () => {
	const { world, at, anna, block, merging } = await place()
	await using _ended = world
	const { base, chair, disa, statement: statementId } = at
	const change = async (text: string) => {
		const { block: blockId, version: basedOn } = await versionOf(at, 'arvoderade')
		const edit = { do: 'edit', blockId, basedOn, content: { kind: 'position', text } } as never
		granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	}
	await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.')
	const other = await reword(anna, base, block, '1. De flesta uppdrag ska vara arvoderade.')
	await decide(chair, other, 'adopted')
	await change('Många uppdrag ska vara arvoderade.')
	const page = await textOf(chair, merging)
	expect(optionsIn(page, 'chosen[]')).toEqual([])
	expect(page).toMatch(
		/Går inte ihop med texten[\s\S]*måste det öppnas igen först[\s\S]*Y2[\s\S]*Står redan i texten[\s\S]*Y1/,
	)
	expect(page).not.toContain('Alla bifallna yrkanden står i texten')
})

test('only chair and secretary see the page; a text that is voted on says that it cannot be changed', async () => {
	const { world, at, merging } = await place()
	await using _ended = world
	expect((await at.disa.get(merging)).status).toBe(403)
	expect((await at.chair.get(merging)).status).toBe(200)
	expect(await textOf(at.chair, merging)).toContain('Inga yrkanden att arbeta in')
})
