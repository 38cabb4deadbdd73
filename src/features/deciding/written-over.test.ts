import { expect, onTestFinished, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { putForward } from '#test/support/consensus.ts'
import { reword } from '#test/support/merging-pages.ts'
import { createCoalitionWorld, DAY, granted } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

const MERGING = /href="[^"]*\/amendments\/merging"/

/** An amendment, and the words that it is about written over. */
async function writing() {
	const world = await createCoalitionWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	const at = await atWork(world)
	const { base, chair, disa, statement: statementId } = at
	const { block, version } = await versionOf(at, 'arvoderade')
	const path = await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.')
	const amendmentId = path.split('/').at(-1) as never
	const writeOver = async () => {
		const content = { kind: 'position', text: 'Få uppdrag ska vara arvoderade.' } as const
		const edit = { do: 'edit', blockId: block, basedOn: version, content } as never
		granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	}
	const shown = async (page: string) => {
		const all = await textOf(chair, `${base}/${page}`)
		return all.slice(all.indexOf('<h1'))
	}
	const decide = async (each: { amendmentId: never; versionId: never }) => {
		const decision = { statementId, ...each, outcome: 'adopted', note: '' } as const
		granted(await decideAmendment(world.deps, world.order(world.chair, decision)))
	}
	return { ...{ world, statementId, amendmentId, block, base, writeOver, shown, decide } }
}

const PAGES = ['ballots/new', 'meeting-decision']

test('what associations adopted leads to the text where it was written over, and to merging until then', async () => {
	const { world, amendmentId, base, writeOver, shown } = await writing()
	// As by a ballot on it.
	await allRows(
		world.server.client,
		`UPDATE amendment SET state = 'adopted', decided_in = 'ballot', decided_at = ? WHERE id = ?`,
		[world.clock.now, amendmentId],
	)
	for (const page of PAGES) {
		const before = await shown(page)
		expect(before).toMatch(/class="button primary" href="[^"]*\/amendments\/merging"/)
		expect(before).not.toContain('skriv in orden för hand')
	}
	await writeOver()
	for (const page of PAGES) {
		const after = await shown(page)
		expect(after).not.toMatch(MERGING)
		expect(after).toContain(`class="button primary" href="${base}"`)
		expect(after).toContain('Det går inte att arbeta in dem i texten som den är nu: skriv in orden för hand.')
	}
})

test('the meeting page says what is undecided, not in the text, or was never out for views, in words of its own', async () => {
	const { world, statementId, amendmentId, base, writeOver, shown, decide } = await writing()
	const [row] = await allRows(world.server.client, 'SELECT version_id FROM amendment WHERE id = ?', [amendmentId])
	await decide({ amendmentId, versionId: String(row?.version_id) as never })
	await putForward(world, statementId, 'En till.')
	const entering = await shown('meeting-decision')
	expect(entering).toContain('Texten har inte varit ute för synpunkter.')
	expect(entering).toContain('1 yrkande är inte avgjort. Det som inte är avgjort när beslutet förs in kommer inte in')
	expect(entering).toContain('Y1 är bifallet, men orden står inte i texten.')
	expect(entering).toMatch(MERGING)
	expect(entering).not.toContain('omröstningen startar')
	expect(await shown('ballots/new')).toContain('Det som inte är avgjort när omröstningen startar')
	await writeOver()
	for (const page of PAGES) {
		const over = await shown(page)
		expect(over).not.toMatch(MERGING)
		expect(over).toMatch(new RegExp(`men orden står inte i texten\\.\\s*<a href="${base}">Till texten</a>`))
	}
	const dueAt = world.clock.now + 3 * DAY
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt })))
	expect(await shown('meeting-decision')).toContain('För du in beslutet nu får de mindre tid')
})
