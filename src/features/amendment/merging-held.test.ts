import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { versionNow } from '#test/support/amending.ts'
import { signedIn } from '#test/support/app.ts'
import { atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { settling } from '#test/support/consensus.ts'
import { fieldsIn, optionsIn, reword } from '#test/support/merging-pages.ts'
import { createCoalitionWorld, DAY, granted } from '#test/support/world.ts'
import { openConsensusList } from '#usecases/amendment/consensus-list.ts'

test('where another collides with what associations adopted its words alone can be chosen, and no others sent', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa, statement } = at
	const anna = await signedIn(at.app, world.members[1]?.delegate as PersonId)
	const { block } = await versionOf(at, 'arvoderade')
	const one = await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.')
	const amendmentId = one.split('/').at(-1) as never
	const item = { amendmentId, versionId: await versionNow(world, amendmentId) }
	const closesAt = world.clock.now + 7 * DAY
	const open = world.order(world.chair, { statementId: statement, chosen: [item], closesAt })
	const { listId } = granted(await openConsensusList(world.deps, open)).value
	world.clock.now = closesAt
	granted(await settling(world, { statementId: statement, listId, items: [item], closesAt }))
	await reword(anna, base, block, '1. De flesta uppdrag ska vara arvoderade.')

	const merging = `${base}/amendments/merging`
	const first = await textOf(chair, merging)
	const chosen = optionsIn(first, 'chosen[]').map(({ value }) => value)
	expect(chosen).toHaveLength(2)
	const asked = await (await chair.post(merging, { ...fieldsIn(first), 'chosen[]': chosen })).text()
	expect(asked).toContain(
		'Föreningarna har tillsammans bifallit Y1 från Attention, så det kommer in som de bifallit det.',
	)
	expect(asked).not.toContain('skriv något eget')
	const [only, ...others] = optionsIn(asked, 'choice.')
	expect(others).toEqual([])
	expect(asked).not.toContain('name="text.')
	const name = only?.name ?? ''
	const byHand = { [name]: 'text', [name.replace('choice.', 'text.')]: 'Nästan alla', note: 'En medelväg.' }
	const shown = await (await chair.post(merging, { ...fieldsIn(asked), ...byHand, save: '1' })).text()
	expect(fieldsIn(shown)[name]).toBe(only?.value)
	expect(shown).not.toMatch(/<ins>.*Nästan alla/)
	expect(await countOf(world.server.client, 'FROM amendment_merge')).toBe(0)
	// Nor is there anything to choose, so that it is saved as it was first shown.
	expect(asked).toContain('1 krock där bara ett kan stå')
	expect(asked).not.toMatch(/Välj i \d|Välj i krockarna|type="radio"/)
	expect(asked).toContain('Som Y1 från Attention vill')
	expect((await chair.post(merging, { ...fieldsIn(asked), save: '1' })).status).toBe(303)
	expect(await allRows(world.server.client, 'SELECT state, decided_seat_id FROM amendment ORDER BY number')).toEqual([
		{ state: 'adopted', decided_seat_id: null },
		{ state: 'open', decided_seat_id: null },
	])
	expect(await countOf(world.server.client, 'FROM amendment_merge')).toBe(1)
	expect(await textOf(disa, one)).toContain('Orden står i texten.')
})

test('of two that associations adopted the later alone can be chosen, and the earlier is named; of two at once, one', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const anna = await signedIn(at.app, world.members[1]?.delegate as PersonId)
	const { block } = await versionOf(at, 'arvoderade')
	const made = [
		await reword(disa, base, block, '1. Många uppdrag ska vara arvoderade.'),
		await reword(anna, base, block, '1. De flesta uppdrag ska vara arvoderade.'),
	]
	// As by a ballot on each.
	const [first, second] = made.map((path) => path.split('/').at(-1) ?? '') as [string, string]
	const adopted = (id: string, at: number) => ({
		sql: `UPDATE amendment SET state = 'adopted', decided_in = 'ballot', decided_at = ? WHERE id = ?`,
		args: [at, id],
	})
	await world.db.write([adopted(first, world.clock.now), adopted(second, world.clock.now + 1)])
	const merging = `${base}/amendments/merging`
	const later = await textOf(chair, merging)
	expect(later).toContain('bifallit Y2 från AnBo, så det kommer in som de bifallit det.')
	expect(later).toContain(
		'Föreningarna har också bifallit Y1 från Attention, men tidigare. Kommer något av det in är det bifallet med ändringar',
	)
	expect(optionsIn(later, 'choice.')).toHaveLength(1)
	expect(later).toMatch(/1 krock där bara ett kan stå[\s\S]*<ins>[\s\S]*De flesta/)
	expect(later).not.toContain('Välj i')
	await world.db.write([{ sql: 'UPDATE amendment SET decided_at = ?', args: [world.clock.now] }])
	const both = await textOf(chair, merging)
	expect(both).toContain('bifallit Y1 från Attention och Y2 från AnBo, som vill olika här. Välj ett av dem.')
	expect(both).not.toContain('så det kommer in som de bifallit det')
	expect(both).not.toContain('men tidigare')
	expect(optionsIn(both, 'choice.')).toHaveLength(2)
	expect(both).toContain('Välj i 1 krock<')
})
