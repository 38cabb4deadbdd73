import { afterEach, beforeEach, expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, comment, textOf, versionOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, objecting, openedList, settling } from '#test/support/consensus.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, type Member } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'
import { cancelConsensusList, openConsensusList } from '#usecases/amendment/consensus-list.ts'

let world: CoalitionWorld
let at: At
let anna: Browser
let lists: string
const other = () => world.members[1] as Member
const byChair = <Command>(command: Command) => world.order(world.chair, command)

beforeEach(async () => {
	world = await createCoalitionWorld()
	at = await atWork(world)
	anna = await signedIn(at.app, other().delegate)
	lists = `${at.base}/amendments/lists`
})
afterEach(() => world[Symbol.asyncDispose]())

/** An amendment of the same words. */
async function change(text: string): Promise<ListedAmendment> {
	const { block } = await versionOf(at, 'arvoderade')
	const action = `${at.base}/amendments?part=${block}`
	const shown = await textOf(at.disa, `${at.base}/amendments/new?part=${block}`)
	const sent = await at.disa.post(action, { ...hiddenFields(shown, action), text, reason: 'Så.', confirmed: '1' })
	expect(sent.status).toBe(303)
	const [row] = await allRows(world.server.client, 'SELECT id, version_id FROM amendment ORDER BY number DESC LIMIT 1')
	return { amendmentId: String(row?.id) as never, versionId: String(row?.version_id) as never }
}

const listing = async (chosen: readonly ListedAmendment[]) => {
	const open = byChair({ statementId: at.statement, chosen, closesAt: world.clock.now + 7 * DAY })
	return granted(await openConsensusList(world.deps, open)).value.listId
}

test('an objection outlives the list it was made in: it is named to the chair and to those who are asked, and counts', async () => {
	const list = await openedList(world, undefined, at.statement)
	const [{ amendmentId }] = list.items as [ListedAmendment]
	granted(await objecting(world, list, other(), list.items.slice(0, 1), 'För dyrt.'))
	granted(await cancelConsensusList(world.deps, byChair({ ...list, reason: 'Om igen.' })))
	const named = / invände i en tidigare lista: För dyrt\./
	const choosing = await textOf(at.chair, lists)
	expect(choosing).toMatch(named)
	expect(choosing).not.toMatch(new RegExp(`value="${amendmentId} [^"]*" checked`))
	expect(await textOf(anna, `${at.base}/amendments/${amendmentId}`)).toMatch(/invänder: För dyrt\./)
	const listId = await listing(list.items)
	const asked = await textOf(at.disa, `${lists}/${listId}`)
	expect(asked).toMatch(named)
	expect(asked).toContain('gör det här med, tills den svarar')
	expect(asked).toContain('Invänder sedan tidigare mot Y1')
	world.clock.now += 7 * DAY
	granted(await settling(world, { ...list, listId }))
	expect(await allRows(world.server.client, 'SELECT state FROM amendment ORDER BY number')).toMatchObject([
		{ state: 'open' },
		{ state: 'adopted' },
	])
	expect(await textOf(at.disa, `${lists}/${listId}`)).toMatch(named)
})

test('who has answered for the same words since objects no more', async () => {
	const list = await openedList(world, undefined, at.statement)
	granted(await objecting(world, list, other(), list.items.slice(0, 1), 'För dyrt.'))
	granted(await cancelConsensusList(world.deps, byChair({ ...list, reason: 'Om igen.' })))
	const listId = await listing(list.items)
	granted(await objecting(world, { ...list, listId }, other(), []))
	expect(await textOf(at.disa, `${lists}/${listId}`)).not.toContain('För dyrt.')
	world.clock.now += 7 * DAY
	granted(await settling(world, { ...list, listId }))
	expect(await allRows(world.server.client, 'SELECT DISTINCT state FROM amendment')).toMatchObject([
		{ state: 'adopted' },
	])
})

test('those who are asked see what speaks against an amendment, as the chair did', async () => {
	const { version } = await versionOf(at, 'arvoderade')
	const one = await change('Råd ska vara avlönade.')
	await change('Råd ska vara ersatta.')
	await comment(anna, at.base, version, 'Räcker pengarna?')
	const page = await textOf(anna, `${lists}/${await listing([one])}`)
	expect(page).toContain('Krockar med Y2.')
	expect(page).toContain('En synpunkt på samma ställe väntar på svar.')
})

test('what collides with one that is adopted and not in the text yet cannot be on a list', async () => {
	const one = await change('Råd ska vara avlönade.')
	const two = await change('Råd ska vara ersatta.')
	const decision = { statementId: at.statement, ...two, outcome: 'adopted', note: '' } as const
	granted(await decideAmendment(world.deps, byChair(decision)))
	const page = await textOf(at.chair, lists)
	expect(page).toContain('ett annat yrkande om samma ord redan bifallet')
	expect(page).not.toContain(`value="${one.amendmentId} `)
})
