import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { atWork, textOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, putForward } from '#test/support/consensus.ts'
import { fieldsIn, optionsIn } from '#test/support/merging-pages.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

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

test('of much that is adopted the first are chosen from the start, and a long text is shown as a whole to whoever asks', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const blocks = Array.from({ length: 121 }, (_, index) => ({ kind: 'paragraph', text: `Stycke ${index}.` }) as const)
	const edit = { do: 'write', blocks } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId: statement, edit })))
	for (let number = 1; number <= 26; number += 1) {
		const made = await putForward(world, statement, `Region ${number} ska betala resor.`)
		const decision = { statementId: statement, ...made, outcome: 'adopted', note: '' } as const
		granted(await decideAmendment(world.deps, world.order(world.chair, decision)))
	}
	const merging = `${base}/amendments/merging`
	const page = await textOf(chair, merging)
	expect(optionsIn(page, 'chosen[]')).toHaveLength(26)
	expect(fieldsIn(page)['chosen[]']).toHaveLength(25)
	expect(page).not.toContain('Stycke 60.')
	const whole = await (await chair.post(merging, { ...fieldsIn(page), whole: '1' })).text()
	expect(whole).toContain('<details open')
	expect(whole).toContain('Stycke 60.')
	expect(fieldsIn(whole)['chosen[]']).toHaveLength(25)
})
