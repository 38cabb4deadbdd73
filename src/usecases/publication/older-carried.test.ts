import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AssociationId, OlderId } from '#domain/kernel/id.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import type { Block } from '#domain/statement/block.ts'
import { allRows } from '#test/support/all-rows.ts'
import { firstOf } from '#test/support/every-coalition-act.ts'
import { importedStatement, OLDER } from '#test/support/imported.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, HOUR } from '#test/support/world.ts'
import { contestOlder } from './older.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const LONG =
	'Vi är positiva till strategin men saknar stöd till anhöriga under vårdtiden. Regionen bör se till att barn som lever nära en förälder med psykisk ohälsa får råd och stöd så länge det behövs.'
const halves = [LONG.slice(0, 77), LONG.slice(77)] as const
const NOWHERE = { decidedOn: '2016', inquiry: { title: '', sender: '', references: '' } }

const bring = async (content: Partial<OlderContent>) =>
	(await importedStatement(world, { ...NOWHERE, number: null, ...content })).olderId

const saidBy = () => {
	const { delegate, ...said } = firstOf(world)
	return { delegate, associationId: said.associationId as AssociationId }
}

async function contest(olderId: OlderId) {
	const { delegate, associationId } = saidBy()
	world.clock.now += HOUR
	granted(await contestOlder(world.deps, world.order(delegate, { olderId, associationId, reason: 'Nej.' })))
	world.clock.now += HOUR
}

/** Where it is said, and of which it was. */
const standing = () =>
	allRows(world.server.client, 'SELECT older_id, carried_from FROM older_contest WHERE standing = 1 ORDER BY rowid')

test('what was contested is known by the words of its lists, tables and members, too, and of its longest parts', async () => {
	const kinds: readonly (readonly Block[])[] = [
		[{ kind: 'list', items: halves }],
		[{ kind: 'table', header: [halves[0]], rows: [...Array(70).fill(['ja och nej']), [halves[1]]] }],
		[{ kind: 'memberList', heading: halves[0], members: [{ name: halves[1], area: '' }] }],
		[{ kind: 'quote', text: 'Nej.', source: LONG }],
	]
	for (const [index, blocks] of kinds.entries()) {
		const from = await bring({ title: `Svar ${index}`, blocks })
		await contest(from)
		const anew = await bring({ title: `Brev ${index}`, blocks: [{ kind: 'paragraph', text: LONG }] })
		expect(await standing()).toContainEqual({ older_id: anew, carried_from: expect.any(String) })
		await allRows(world.server.client, 'DELETE FROM older_contest', [])
	}
	await bring({ title: OLDER.title })
	expect(await standing()).toEqual([])
})
