import process from 'node:process'
import fc from 'fast-check'
import { seedFrom } from '#test/house/seed.ts'

/** Every moment is tried where CI is set; elsewhere a sample, drawn from the seed that the property tests draw from. */
const EVERY = (process.env.CI ?? '') !== ''

const [first = 0, ...steps] = fc.sample(fc.nat(7), { numRuns: 1_000, seed: seedFrom(process.env.FC_SEED) })

/** At which requests something is killed, from 1 on: all of them, or some, and the same whatever was killed before. */
export function* killPoints(): Generator<number> {
	const drawn = steps.values()
	for (let nth = EVERY ? 1 : 1 + (first % 2); ; nth += EVERY ? 1 : 1 + (drawn.next().value ?? 0)) yield nth
}

/** After how long a program is killed, in milliseconds: later each time, by that factor at most. */
export function* killTimes(factor: number): Generator<number> {
	for (let patience = 300 + (EVERY ? 0 : 20 * (first % 4)); ; patience *= EVERY ? factor : factor ** 2) yield patience
}
