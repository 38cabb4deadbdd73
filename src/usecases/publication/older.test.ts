import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { contestedStatement, importedStatement, keptFile, OLDER } from '#test/support/imported.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, HOUR } from '#test/support/world.ts'
import { correctOlder, importOlder, removeOlder, takeBackOlderContest } from './older.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const publishNext = async () => granted(await publish(world, await decidedStatement(world))).value.number
const bring = (year: number, number: number | null, title = OLDER.title) =>
	importOlder(world.deps, world.order(world.chair, { year, number, content: { ...OLDER, title } }))

test('the series of the year goes on after the highest that was brought in, and nothing is brought in among its own', async () => {
	granted(await bring(2022, 5))
	expect(await publishNext()).toBe(6)
	expect(codeOf(await bring(2022, 6))).toBe('numberedHere')
	expect(codeOf(await bring(2022, 7))).toBe('numberedHere')
	granted(await bring(2022, 2))
	expect(await publishNext()).toBe(7)
})

test('what was taken away keeps its number', async () => {
	const { olderId } = await importedStatement(world, { year: 2022, number: 1 })
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel.' })))
	expect(codeOf(await bring(2022, 1))).toBe('numberTaken')
	expect(await publishNext()).toBe(2)
})

test('of many at once that want the same number one gets it, and those without one get an address each', async () => {
	const sent = await Promise.all(Array.from({ length: 6 }, (_, index) => bring(2022, 1, `Svar ${index}`)))
	expect(sent.map(codeOf).sort()).toEqual(['granted', ...Array(5).fill('numberTaken')])
	const unnumbered = await Promise.all(Array.from({ length: 5 }, (_, index) => bring(2022, null, `Brev ${index}`)))
	const places = unnumbered.map((each) => granted(each).value.place)
	expect(places.sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
})

test('one is published while others are brought in, and no number is given twice', async () => {
	const statementId = await decidedStatement(world)
	const [published, ...imports] = await Promise.all([
		publish(world, statementId),
		...[1, 2, 3].map((number) => bring(2022, number)),
	])
	const { number } = granted(published).value
	const taken = await allRows(
		world.server.client,
		'SELECT number FROM older_statement UNION ALL SELECT number FROM publication',
	)
	expect(new Set(taken.map((row) => row.number)).size).toBe(taken.length)
	const brought = imports.filter(({ ok }) => ok).length
	expect(number).toBe(brought + 1)
})

test('a file is part of one only where it is kept, as large as is said', async () => {
	const file = await keptFile(world)
	const withFile = (files: (typeof file)[]) =>
		importOlder(world.deps, world.order(world.chair, { year: 2017, number: null, content: { ...OLDER, files } }))
	expect(codeOf(await withFile([{ ...file, sha256: 'b'.repeat(64) }]))).toBe('fileGone')
	expect(codeOf(await withFile([{ ...file, sha256: '../../secret' }]))).toBe('fileGone')
	expect(codeOf(await withFile([{ ...file, size: file.size + 1 }]))).toBe('fileGone')
	expect(codeOf(await withFile([file]))).toBe('granted')
})

test('the bank has the positions as they were corrected last, and none of what was taken away', async () => {
	const { olderId } = await importedStatement(world)
	const banked = async () =>
		(await allRows(world.server.client, 'SELECT text FROM adopted_position')).map((row) => row.text)
	expect(await banked()).toEqual(['Anhöriga ska få stöd under vårdtiden.'])
	const content = { ...OLDER, blocks: [{ kind: 'position', text: 'Anhöriga ska få stöd.' } as const] }
	granted(await correctOlder(world.deps, world.order(world.chair, { olderId, content, reason: 'Avskrivet fel.' })))
	expect(await banked()).toEqual(['Anhöriga ska få stöd.'])
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel.' })))
	expect(await banked()).toEqual([])
})

test('an objection is not shed by bringing the same in under another number, nor by what is corrected first', async () => {
	const contested = await contestedStatement(world)
	const { olderId, delegate } = contested
	const associationId = contested.associationId as AssociationId
	const rows = () =>
		allRows(world.server.client, 'SELECT reason, standing, carried_from FROM older_contest WHERE older_id <> ?', [
			olderId,
		])
	const other = { ...OLDER, title: 'Något annat', blocks: [{ kind: 'paragraph', text: 'Något annat.' } as const] }
	const nothing = { ...other, decidedOn: '2016', inquiry: { title: '', sender: '', references: '' } }
	const correct = (id: typeof olderId, content: OlderContent) =>
		correctOlder(world.deps, world.order(world.chair, { olderId: id, content, reason: 'Fel text.' }))
	world.clock.now += HOUR
	granted(await correct(olderId, nothing))
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel.' })))
	const { olderId: anew } = granted(await bring(2017, null)).value
	const carried = { reason: 'Vi var inte med då.', standing: 1, carried_from: olderId }
	expect(await rows()).toEqual([carried])
	const { olderId: stepwise } = await importedStatement(world, { ...nothing, title: 'Brev', number: 9 })
	expect(await rows()).toHaveLength(1)
	granted(await correct(stepwise, OLDER))
	expect(await rows()).toEqual([carried, expect.objectContaining({ standing: 1 })])
	granted(await takeBackOlderContest(world.deps, world.order(delegate, { olderId: anew, associationId })))
	granted(await correct(anew, { ...OLDER, standsBehind: 'Några.' }))
	expect(await rows()).toContainEqual({ reason: '', standing: 0, carried_from: null })
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
})

test('all is the same after a rebuild', async () => {
	const { olderId } = await contestedStatement(world)
	const content = { ...OLDER, title: 'Ett annat', files: [await keptFile(world)] }
	granted(await correctOlder(world.deps, world.order(world.chair, { olderId, content, reason: 'Rubriken.' })))
	await importedStatement(world, { number: null })
	const { olderId: gone } = await importedStatement(world, { number: 1 })
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId: gone, reason: 'Fel.' })))
	const { client } = world.server
	const before = await snapshot(client)
	await rebuild(client)
	expect(await snapshot(client)).toEqual(before)
})

test('no more than a hundred acts a day tell all of older statements', async () => {
	for (let number = 1; number <= 100; number += 1) granted(await bring(2017, number))
	expect(codeOf(await bring(2017, 101))).toBe('toldTooOften')
})
