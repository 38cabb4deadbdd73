import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { versionNow } from '#test/support/amending.ts'
import { atWork, textOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, openedList, putForward, settling } from '#test/support/consensus.ts'
import { firstOf } from '#test/support/every-coalition-act.ts'
import { fieldsIn, optionsIn } from '#test/support/merging-pages.ts'
import { type CoalitionWorld, createCoalitionWorld, granted } from '#test/support/world.ts'
import { changeAmendment, decideAmendment } from '#usecases/amendment/amendment.ts'

const tickOf = ({ amendmentId, versionId }: ListedAmendment) => `${amendmentId} ${versionId}`
const valuesIn = (page: string) => optionsIn(page, 'chosen[]').map(({ value }) => value)

/** So many open amendments. */
async function manyOpen(world: CoalitionWorld, statement: StatementId, count: number) {
	const made: ListedAmendment[] = []
	for (let number = 1; number <= count; number += 1)
		made.push(await putForward(world, statement, `Region ${number} ska betala resor.`))
	return made
}

test('where the part that was shown is gone the last there is is shown, with what is open, and says what is not ticked any more', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const made = await manyOpen(world, statement, 51)
	const [first, last] = [made[0], made[50]] as [ListedAmendment, ListedAmendment]
	const merging = `${base}/amendments/merging`
	const second = await (await chair.post(merging, { ...fieldsIn(await textOf(chair, merging)), go: '2' })).text()
	const ticked = { ...fieldsIn(second), 'chosen[]': [tickOf(first), tickOf(last)] }
	const ready = fieldsIn(await (await chair.post(merging, ticked)).text())
	const decision = { statementId: statement, ...last, outcome: 'rejected', note: 'Nej.' } as const
	granted(await decideAmendment(world.deps, world.order(world.chair, decision)))

	const refused = await chair.post(merging, { ...ready, save: '1' })
	const page = await refused.text()
	expect([refused.status, valuesIn(page).length]).toEqual([409, 50])
	expect(fieldsIn(page)['chosen[]']).toEqual([tickOf(first)])
	// What is sent along unseen is nobody's words.
	expect(page).not.toContain('Det här skrev du')
	const looked = await (await chair.post(merging, ready)).text()
	expect(looked).toContain('Y51 är inte längre ikryssat:')
})

test('what was ticked in another part and is reworded since is said not to be ticked', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const [first] = (await manyOpen(world, statement, 51)) as [ListedAmendment]
	const merging = `${base}/amendments/merging`
	const ticked = { ...fieldsIn(await textOf(chair, merging)), 'chosen[]': [tickOf(first)] }
	const same = await (await chair.post(merging, { ...ticked, go: '2' })).text()
	expect(same).not.toContain('inte längre ikryssat')
	const { seen, want, reason } = { seen: [], want: wanting('Alla ska betala.'), reason: 'Klarare.' } as const
	const change = { statementId: statement, ...first, seen, want, reason }
	granted(await changeAmendment(world.deps, world.order(firstOf(world).delegate, change)))
	const page = await (await chair.post(merging, { ...ticked, go: '2' })).text()
	expect(page).toContain('Y1 är inte längre ikryssat:')
	expect(fieldsIn(page)['chosen[]']).toBeUndefined()
	const now = { ...first, versionId: await versionNow(world, first.amendmentId) }
	expect(valuesIn(page)).toContain(tickOf(now))
})

const wanting = (text: string) => ({ put: 'after', blocks: [{ kind: 'position', text }] }) as const

test('what associations adopted stands first, is ticked, and is crowded out by nothing that the chair adopted', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const list = await openedList(world, ['Alla ska få lön.'], statement)
	const [theirs] = list.items as [ListedAmendment]
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	const own = await putForward(world, statement, 'Kommunen ska betala resor.')
	const decision = { statementId: statement, ...own, outcome: 'adopted', note: '' } as const
	granted(await decideAmendment(world.deps, world.order(world.chair, decision)))
	// Two hundred that the chair adopted, with lower numbers than that of the associations.
	await world.db.write([
		{ sql: 'UPDATE amendment SET number = 900 WHERE id = ?', args: [theirs.amendmentId] },
		{
			sql: `INSERT INTO amendment (id, statement_id, number, association_id, person_id, state, version_id, at, put_forward_at, note,
					decided_seat_id, decided_at, own)
				WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 200)
				SELECT id || n, statement_id, number + n, association_id, person_id, state, version_id, at, put_forward_at, note,
					decided_seat_id, decided_at, own FROM amendment, more WHERE id = ?`,
			args: [own.amendmentId],
		},
	])
	const page = await textOf(chair, `${base}/amendments/merging`)
	expect(valuesIn(page)).toHaveLength(100)
	expect(valuesIn(page)[0]).toBe(tickOf(theirs))
	expect(fieldsIn(page)['chosen[]']?.[0]).toBe(tickOf(theirs))
	expect(page).toContain('De första 25 är ikryssade. Arbeta in dem, så kommer de nästa.')
})
