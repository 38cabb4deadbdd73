import process from 'node:process'

/** Times that what is eight times as long may take: far above eight, which is in proportion, and far below its square, 64. */
export const LESS_THAN_SQUARE = 24
/** Far above 64, the square, and far below the cube, 512. For what is bounded, so that its square is small. */
export const LESS_THAN_CUBE = 192
/** Milliseconds below which times are not told apart: the machine's own affairs are as long, collecting what was used among them. */
const LEAST_MS = 4
const ROUNDS = 3
/** For what seems to take too long. Nothing makes a machine quicker than it is, so the shortest time of many is the nearest. */
const MORE_ROUNDS = 9
/** Times the limit above which the first rounds have told enough: a machine's own affairs are not as long in every one of them. */
const FAR_ABOVE = 2
/** Nothing that a machine does besides takes a second of this thread: what is far above the limit and took that long has told at once. */
const LONG_MS = 1_000

/** Milliseconds of this thread's processor time, so that other work on the machine does not count. */
async function timeOf(run: () => unknown): Promise<number> {
	const before = process.threadCpuUsage()
	await run()
	const { user, system } = process.threadCpuUsage(before)
	return (user + system) / 1_000
}

/** The least processor time that a reader takes, milliseconds: of one round where that is below `limit` or far above it, else of some. */
export async function leastTime(read: () => unknown, limit: number): Promise<number> {
	let least = Number.POSITIVE_INFINITY
	const told = () => least < limit || (least > FAR_ABOVE * limit && least < Number.POSITIVE_INFINITY)
	for (let round = 0; round < ROUNDS && !told(); round += 1) least = Math.min(least, await timeOf(read))
	return least
}

/**
 * How many times longer it takes to read what is made in `size` than in an eighth of it, each the
 * shortest of some rounds. How long either takes depends on the machine, and no test asks for it; further rounds of the
 * whole are only for what seems to take more than `limit` times, and not far more.
 */
export async function growth<Input>(
	make: (size: number) => Input,
	size: number,
	read: (input: Input) => unknown,
	limit = LESS_THAN_SQUARE,
): Promise<number> {
	const [part, whole] = [make(Math.ceil(size / 8)), make(size)]
	let [ofPart, ofWhole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
	const times = () => ofWhole / Math.max(ofPart, LEAST_MS)
	for (let round = 0; round < ROUNDS; round += 1) ofPart = Math.min(ofPart, await timeOf(() => read(part)))
	for (let round = 0; round < MORE_ROUNDS && !(times() < limit); round += 1) {
		const told = round >= ROUNDS || (round > 0 && ofWhole >= LONG_MS)
		if (told && times() > FAR_ABOVE * limit) break
		ofWhole = Math.min(ofWhole, await timeOf(() => read(whole)))
	}
	return times()
}
