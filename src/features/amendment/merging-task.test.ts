import { expect, test } from 'vitest'
import type { BlockVersionId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { hiddenFields } from '#test/support/app.ts'
import { atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { putForward } from '#test/support/consensus.ts'
import { fieldsIn, reword } from '#test/support/merging-pages.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

const work = href(routes.workspace, { coalition: SLUG })

/** Two that want other words of the same part; the chair has adopted the first. */
async function place(world: CoalitionWorld) {
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { block, version } = await versionOf(at, 'arvoderade')
	const one = await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.')
	const other = await reword(disa, base, block, '1. De flesta uppdrag ska vara arvoderade.')
	const decide = async (amendment: string, outcome: string) => {
		const action = `${amendment}/decision`
		const fields = { ...hiddenFields(await textOf(chair, amendment), action), outcome, note: 'Så sa vi.' }
		expect((await chair.post(action, fields)).status).toBe(303)
	}
	await decide(one, 'adopted')
	return { ...at, block, version, one, other, decide, merging: `${base}/amendments/merging` }
}

test('what was adopted and is not in the text waits on chair and secretary, where they start and at the text, and on nobody else', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, disa, merging } = await place(world)
	const task = `<a class="verb" href="${merging}">Arbeta in 1 bifallet yrkande i texten</a>`
	expect(await textOf(chair, work)).toContain(task)
	expect(await textOf(chair, base)).toContain(task)
	for (const page of [work, base]) expect(await textOf(disa, page)).not.toContain('Arbeta in 1 bifallet')
	expect((await chair.post(merging, { ...fieldsIn(await textOf(chair, merging)), save: '1' })).status).toBe(303)
	for (const page of [work, base]) expect(await textOf(chair, page)).not.toContain('Arbeta in 1 bifallet')
})

test('the task is said in English, too', async () => {
	await using world = await createCoalitionWorld()
	const { chair, merging } = await place(world)
	const profile = { ...hiddenFields(await textOf(chair, routes.profile), routes.profile), language: 'en' }
	expect((await chair.post(routes.profile, profile)).status).toBe(303)
	expect(await textOf(chair, work)).toContain(
		`<a class="verb" href="${merging}">Merge 1 adopted amendment into the text</a>`,
	)
})

test('nor does it wait any more when its words were written into the text by hand, or others have come in their place', async () => {
	await using world = await createCoalitionWorld()
	const { chair, block, version, one, other, decide, merging, statement } = await place(world)
	await decide(other, 'adopted')
	expect(await textOf(chair, work)).toContain('Arbeta in 2 bifallna yrkanden i texten')
	const content = { kind: 'position', text: 'Många uppdrag ska vara arvoderade.' } as const
	const edit = { do: 'edit', blockId: block, basedOn: version as BlockVersionId, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId: statement, edit })))
	// The one stands there; the other wants other words for what does not stand there any more.
	for (const page of [work, merging]) {
		const shown = await textOf(chair, page)
		expect(shown).not.toContain('Arbeta in 1')
		expect(shown).not.toContain('name="chosen[]"')
	}
	expect(await textOf(chair, one)).toContain('Orden står i texten.')
})

test('a new part that was written in by hand, in the same words, is in the text', async () => {
	await using world = await createCoalitionWorld()
	const { chair, statement: statementId } = await atWork(world)
	const text = 'Kommunen ska betala resor.'
	const one = await putForward(world, statementId, text)
	granted(
		await decideAmendment(world.deps, world.order(world.chair, { statementId, ...one, outcome: 'adopted', note: '' })),
	)
	expect(await textOf(chair, work)).toContain('Arbeta in 1 bifallet yrkande i texten')
	const edit = { do: 'add', blocks: [{ kind: 'position', text }], after: null } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	expect(await textOf(chair, work)).not.toContain('Arbeta in 1')
})

test('words that were written in as a part of their own, beside that in which they were wanted, wait on nobody: the ballot comes next', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, one, decide, other, merging, statement: statementId } = await place(world)
	await decide(other, 'rejected')
	const text = 'Många uppdrag ska vara  arvoderade.'
	const edit = { do: 'add', blocks: [{ kind: 'position', text }], after: null } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	expect(await textOf(chair, one)).toContain('Orden står i texten.')
	expect(await textOf(chair, merging)).not.toContain('name="chosen[]"')
	for (const page of [work, base]) expect(await textOf(chair, page)).not.toContain('Arbeta in 1')
})

test('what was merged and written over since is not said to be merged once more', async () => {
	await using world = await createCoalitionWorld()
	const { chair, block, one, merging, statement: statementId } = await place(world)
	const link = `<a href="${merging}">Arbeta in yrkanden</a>`
	expect(await textOf(chair, one)).toContain(link)
	expect((await chair.post(merging, { ...fieldsIn(await textOf(chair, merging)), save: '1' })).status).toBe(303)
	const [row] = await allRows(world.server.client, `SELECT version_id FROM block WHERE id = '${block}'`)
	const content = { kind: 'position', text: 'Alla uppdrag är lika.' } as const
	const edit = { do: 'edit', blockId: block, basedOn: String(row?.version_id) as BlockVersionId, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	const page = await textOf(chair, one)
	expect(page).toContain('Orden står inte i texten')
	expect(page).not.toContain(link)
})
