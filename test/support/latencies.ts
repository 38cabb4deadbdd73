/** The value that `share` of them are no larger than: 0.95 for the 95th percentile. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other)
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Does `work` again and again until `ended`. Gives how long each took, in milliseconds. */
export async function timed(work: () => Promise<unknown>, ended: () => boolean): Promise<number[]> {
	const took: number[] = []
	while (!ended()) {
		const started = performance.now()
		await work()
		took.push(performance.now() - started)
	}
	return took
}
