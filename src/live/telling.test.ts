import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { liveHost, type Page } from '#test/support/live-host.ts'
import { createCoalitionWorld, draftStatement } from '#test/support/world.ts'
import type { Told } from '#writing/protocol.ts'
import type { Connection, Guest } from './ports.ts'
import { telling } from './telling.ts'

/** Connections that keep what they are told. */
function heardBy(count: number) {
	const heard: Told[][] = []
	const connections = Array.from({ length: count }, (_, index): Connection => {
		const told: Told[] = []
		heard.push(told)
		const guest: Guest = { key: `${index}`, personId: 'p' as PersonId, name: 'P', session: 's', client: `${index}` }
		return {
			guest: () => guest,
			remember: () => {},
			send: (text) => void told.push(JSON.parse(text)),
			close: () => {},
		}
	})
	return { heard, connections }
}

const here = (key: string): Told => ({ kind: 'here', person: { key, name: key, writes: true } })

test('few are told each thing at once, and many what there is in a moment in one, without what is their own', async () => {
	const few = heardBy(20)
	const [first] = few.connections
	if (!first) throw new Error('somebody')
	telling(() => few.connections).others(here('0'), first)
	expect(few.heard.map((told) => told.length)).toEqual([0, ...Array(19).fill(1)])

	const many = heardBy(21)
	const [one, other] = many.connections
	if (!one || !other) throw new Error('somebody')
	const tell = telling(() => many.connections)
	// What comes when nothing was told for long is not waited with.
	tell.others(here('2'), one)
	expect(many.heard.map((told) => told.length)).toEqual([0, ...Array(20).fill(1)])
	for (const told of many.heard) told.length = 0
	tell.others(here('0'), one)
	tell.others(here('1'), other)
	expect(many.heard.flat()).toEqual([])
	await sleep(100)
	expect(many.heard[0]).toEqual([here('1')])
	expect(many.heard[1]).toEqual([here('0')])
	expect(many.heard[2]).toEqual([{ kind: 'several', told: [here('0'), here('1')] }])

	// What ends that all may write comes behind what was there before, and at once.
	tell.others(here('2'), one)
	tell.others(here('0'), one)
	tell.all({ kind: 'held' })
	expect(many.heard[0]?.slice(1)).toEqual([{ kind: 'held' }])
	expect(many.heard[2]?.slice(1)).toEqual([here('2'), { kind: 'several', told: [here('0'), { kind: 'held' }] }])
	await sleep(100)
	expect(many.heard[2]).toHaveLength(3)
})

test('in a room of many all have the same text, and whoever comes in between too', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo'])
	const room = await liveHost(world, await draftStatement(world))
	const [one, other] = world.members
	if (!one || !other) throw new Error('two associations')
	const pages: Page[] = []
	while (pages.length < 22) {
		const page = await room.page(one.delegate)
		await page.come()
		pages.push(page)
	}
	const [anna, bo] = pages
	if (!anna || !bo) throw new Error('two pages')
	await anna.type(' Ett.')
	await bo.type(' Två.')
	const late = await room.page(other.delegate)
	await late.come()
	await anna.type(' Tre.')
	await sleep(100)
	for (const page of [...pages, late]) await room.talk(page)
	// Anna's second word waited for the answer to her first.
	await anna.type(' Fyra.')
	await sleep(100)
	for (const page of [...pages, late]) await room.talk(page)
	const texts = [...pages, late].map((page) => page.text().split('\n')[0])
	expect(new Set(texts).size).toBe(1)
	for (const word of ['Ett.', 'Två.', 'Tre.', 'Fyra.']) expect(texts[0]).toContain(word)
	expect(bo.told.some(({ kind }) => kind === 'several')).toBe(true)
})
