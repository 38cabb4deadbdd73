import fc from 'fast-check'
import { expect } from 'vitest'
import { growth, LESS_THAN_SQUARE, leastTime } from './growth.ts'

/** For a quarter, milliseconds: what takes less is over within a second whole, be it by the square of its length. */
const TOLD_FROM_MS = 40

/** Milliseconds by the clock after which no further piece is tried: a busy machine tries fewer. */
const ENOUGH_MS = 12_000

/** For a test that holds readers, which may be at one slow piece when its time is up. Milliseconds. */
export const PATIENCE = { timeout: 120_000 }

export type Reader = {
	/** Characters, and words that it knows, which matter to the reader. */
	readonly alphabet: readonly string[]
	/** Longest text that is accepted. Characters. */
	readonly longest: number
	readonly read: (text: string) => unknown
}

const repeated = (seed: string, length: number) => seed.repeat(Math.ceil(length / seed.length)).slice(0, length)

/** As long as is asked for, with what stands before and behind it once: an opening that nothing closes, an end that is missed. */
function made({ before, seed, after }: Seed, length: number): string {
	return `${before}${repeated(seed, length - before.length - after.length)}${after}`
}

type Seed = { readonly before: string; readonly seed: string; readonly after: string }

/**
 * Holds a reader to time in proportion to the length of a text, on texts of one short piece repeated up to the longest that
 * is accepted. A quarter of it is read first, and the whole and its eighth only of what takes long
 * enough to tell. One doubling does not tell: collecting what was used takes as long as what is read, now and then.
 */
export async function holdLinear({ alphabet, longest, read }: Reader, numRuns: number): Promise<void> {
	const piece = (most: number) =>
		fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most }).map((pieces) => pieces.join(''))
	const seeds = fc.record({
		before: fc.oneof(fc.constant(''), piece(2)),
		seed: piece(4),
		after: fc.oneof(fc.constant(''), piece(1)),
	})
	await fc.assert(
		fc.asyncProperty(seeds, async (seed) => {
			const quarter = await leastTime(() => read(made(seed, Math.ceil(longest / 4))), TOLD_FROM_MS)
			if (quarter < TOLD_FROM_MS) return
			expect(await growth((length) => made(seed, length), longest, read)).toBeLessThan(LESS_THAN_SQUARE)
		}),
		{ numRuns, endOnFailure: true, interruptAfterTimeLimit: ENOUGH_MS },
	)
}
