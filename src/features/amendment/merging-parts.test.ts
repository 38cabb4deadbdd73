import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { atWork, textOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, putForward } from '#test/support/consensus.ts'
import { fieldsIn, optionsIn } from '#test/support/merging-pages.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'

test('open amendments come in parts; what is ticked in one comes along to the next, and is merged with what is ticked there', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const made: ListedAmendment[] = []
	for (let number = 1; number <= 53; number += 1)
		made.push(await putForward(world, statement, `Region ${number} ska betala resor.`))
	const ticking = (number: number) => {
		const { amendmentId, versionId } = made[number - 1] as ListedAmendment
		return `${amendmentId} ${versionId}`
	}
	const decide = async (number: number, outcome: 'adopted' | 'rejected') => {
		const decision = { statementId: statement, ...(made[number - 1] as ListedAmendment), outcome, note: 'Så.' }
		granted(await decideAmendment(world.deps, world.order(world.chair, decision)))
	}
	await decide(52, 'adopted')
	await decide(1, 'rejected')

	const merging = `${base}/amendments/merging`
	const first = await textOf(chair, merging)
	expect(first).toContain('Öppna yrkanden 1–50 av 51.')
	// What is adopted is read wherever it stands, and what is rejected nowhere.
	const shown = optionsIn(first, 'chosen[]').map(({ value }) => value)
	expect(shown).toHaveLength(51)
	expect(shown).toContain(ticking(52))
	expect(shown).not.toContain(ticking(1))
	expect(shown).not.toContain(ticking(53))
	const ticked = { 'chosen[]': [ticking(2), ticking(52)] }
	const second = await (await chair.post(merging, { ...fieldsIn(first), ...ticked, go: '2' })).text()
	expect(second).toContain('Öppna yrkanden 51–51 av 51.')
	expect(optionsIn(second, 'chosen[]').map(({ value }) => value)).toEqual([ticking(52), ticking(2), ticking(53)])
	const both = { 'chosen[]': [...(fieldsIn(second)['chosen[]'] ?? []), ticking(53)] }
	expect(both['chosen[]']).toEqual([ticking(52), ticking(2), ticking(53)])
	const combined = await (await chair.post(merging, { ...fieldsIn(second), ...both })).text()
	expect(combined).toContain('Öppna yrkanden 51–51 av 51.')
	expect((await chair.post(merging, { ...fieldsIn(combined), save: '1' })).status).toBe(303)
	const merged = 'SELECT number FROM amendment_merge JOIN amendment ON amendment.id = amendment_id ORDER BY number'
	expect((await allRows(world.server.client, merged)).map(({ number }) => number)).toEqual([2, 52, 53])
	const after = await textOf(chair, merging)
	expect(after).toMatch(/Inarbetat tidigare[\s\S]*Y2, Y52 och Y53/)
	expect(after).not.toContain('av 49')
})
