import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { DEFAULT_SEED, seedFrom } from './seed.ts'

it.each<[string, () => unknown]>([
	['new Date()', () => new Date()],
	['Date()', () => Date()],
	['Date.now()', () => Date.now()],
	['globalThis.Date.now()', () => globalThis.Date.now()],
	['Math.random()', () => Math.random()],
	['performance.now()', () => performance.now()],
	['crypto.randomUUID()', () => crypto.randomUUID()],
	['crypto.getRandomValues()', () => crypto.getRandomValues(new Uint8Array(1))],
	['setTimeout()', () => setTimeout(() => undefined, 0)],
	['fetch()', () => fetch('http://localhost')],
	['Temporal.Now', () => Temporal.Now.instant()],
])('%s throws in a test of the domain', (_, reach) => {
	expect(reach).toThrow(/is not for rules/)
})

it('lets a given instant be written as a date', () => {
	expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z')
	expect(new Date(0)).toBeInstanceOf(Date)
})

it('draws the cases of a property from the known seed', () => {
	const draws: number[] = []
	fc.assert(fc.property(fc.integer(), (n) => draws.push(n) > 0))
	const again: number[] = []
	fc.assert(
		fc.property(fc.integer(), (n) => again.push(n) > 0),
		{ seed: seedFrom(process.env.FC_SEED) },
	)
	expect(draws).toEqual(again)
})

it('runs asynchronous properties with the clock forbidden', async () => {
	await fc.assert(fc.asyncProperty(fc.integer(), async (n) => (await Promise.resolve(n)) === n))
})

it('reads the seed from the setting, and refuses what is no number', () => {
	expect([seedFrom(undefined), seedFrom(''), seedFrom('7')]).toEqual([DEFAULT_SEED, DEFAULT_SEED, 7])
	expect(() => seedFrom('seven')).toThrow('FC_SEED')
})
