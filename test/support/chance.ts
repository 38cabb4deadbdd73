/** Numbers that look random and are the same for the same seed. */
export type Chance = {
	/** A whole number from 0, less than this. */
	readonly below: (limit: number) => number
	/** Whether something happens that does so often, from 0 to 1. */
	readonly mostly: (share: number) => boolean
}

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
	return { below: (limit) => Math.floor(next() * limit), mostly: (share) => next() < share }
}
