/** Property tests draw the same cases on every machine; `FC_SEED=n npm test` draws others, and a failure names its seed. */
export const DEFAULT_SEED = 20_221_014

export function seedFrom(text: string | undefined): number {
	if (text === undefined || text === '') return DEFAULT_SEED
	const seed = Number(text)
	if (!Number.isInteger(seed)) throw new Error(`FC_SEED must be a whole number, not "${text}"`)
	return seed
}
