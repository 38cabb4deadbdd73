import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '#db/client.ts'
import type { AssociationId, OlderId } from '#domain/kernel/id.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import type { Block } from '#domain/statement/block.ts'
import { rebuild } from '#local/rebuild.ts'
import { olderNotificationQuery } from '#read/publication/older-notifications.ts'
import { allRows } from '#test/support/all-rows.ts'
import { firstOf } from '#test/support/every-coalition-act.ts'
import { importedStatement, OLDER } from '#test/support/imported.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, HOUR } from '#test/support/world.ts'
import { contestOlder, correctOlder, removeOlder, takeBackOlderContest } from './older.ts'

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

const ONE = { title: 'Svar om strategin', blocks: [{ kind: 'paragraph', text: LONG }] } as const
const OTHER = {
	title: 'Yttrande om boende',
	blocks: [{ kind: 'paragraph', text: 'Vi har inget att invända.' }],
} as const
const correct = (olderId: OlderId, content: Partial<OlderContent>) => {
	const given = { olderId, content: { ...OLDER, ...NOWHERE, ...content }, reason: 'Fel text.' }
	return correctOlder(world.deps, world.order(world.chair, given))
}
async function takeBack(olderId: OlderId) {
	const { delegate, associationId } = saidBy()
	world.clock.now += HOUR
	granted(await takeBackOlderContest(world.deps, world.order(delegate, { olderId, associationId })))
	world.clock.now += HOUR
}

test('what was taken back of a statement before it was corrected into the contested one shields it from nothing', async () => {
	const corrected = await bring(OTHER)
	await contest(corrected)
	await takeBack(corrected)
	const from = await bring(ONE)
	await contest(from)
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId: from, reason: 'Fel.' })))
	granted(await correct(corrected, ONE))
	expect(await standing()).toContainEqual({ older_id: corrected, carried_from: from })
})

test('what was taken back where it had gone is not brought in again from where it was said', async () => {
	const from = await bring(ONE)
	await contest(from)
	const there = await bring({ ...ONE, title: 'Brev' })
	await takeBack(there)
	const [another, worded] = [await bring({ ...ONE, title: 'Skrivelse' }), await bring(OTHER)]
	granted(await correct(worded, ONE))
	expect([another, worded, there]).not.toContain((await standing())[1]?.older_id)
	expect(await standing()).toEqual([{ older_id: from, carried_from: null }])
})

test('what went with a statement is known as that was when it came there, too', async () => {
	const from = await bring(ONE)
	await contest(from)
	const beside = { kind: 'paragraph', text: Array.from({ length: 30 }, (_, at) => `ord${at}`).join(' ') } as const
	const there = await bring({ ...ONE, title: 'Brev', blocks: [...ONE.blocks, beside] })
	granted(await correct(there, { ...ONE, title: 'Brev' }))
	const anew = await bring({ title: 'Skrivelse', blocks: [beside] })
	expect(await standing()).toContainEqual({ older_id: anew, carried_from: there })
})

test('what went with a statement leaves it when it is corrected back, stays where it was said, and may go there again', async () => {
	const from = await bring(ONE)
	await contest(from)
	const honest = await bring(OTHER)
	const told = async () => {
		const due = await allRows(
			world.server.client,
			"SELECT payload FROM event WHERE type LIKE 'olderContest%' ORDER BY position",
		)
		return due.length
	}
	for (const round of [1, 2]) {
		granted(await correct(honest, { ...OTHER, title: ONE.title }))
		expect(await standing()).toContainEqual({ older_id: honest, carried_from: from })
		granted(await correct(honest, OTHER))
		expect(await standing()).toEqual([{ older_id: from, carried_from: null }])
		expect(await told()).toBe(1 + round * 2)
	}
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
	await contest(honest)
	granted(await correct(honest, { ...OTHER, standsBehind: 'Några.' }))
	expect(await standing()).toContainEqual({ older_id: honest, carried_from: null })
})

test('the letter to the association says that what it said went with a statement, and that it left it', async () => {
	const from = await bring(ONE)
	await contest(from)
	const honest = await bring(OTHER)
	const { associationId } = saidBy()
	const told = async () => {
		const [last] = await allRows(
			world.server.client,
			"SELECT * FROM outbox WHERE association_id = ? AND kind = 'older' ORDER BY id DESC LIMIT 1",
			[associationId],
		)
		const due = { id: Number(last?.id), associationId } as Parameters<typeof olderNotificationQuery>[0]
		const [letter] = await database(world.server.client).read(olderNotificationQuery(due, world.clock.now))
		const subject = letter?.subject
		return subject?.kind === 'older' ? subject.statements.at(-1)?.objection : undefined
	}
	expect(await told()).toBeNull()
	granted(await correct(honest, { ...OTHER, title: ONE.title }))
	expect(await told()).toBe('carried')
	granted(await correct(honest, OTHER))
	expect(await told()).toBe('parted')
})
