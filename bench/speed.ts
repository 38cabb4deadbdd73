import type { Generator, Load } from './load.ts'
import type { Runtime } from './runtime.ts'

/** One of several that are compared. */
export type Contender = {
	readonly name: string
	readonly port: number
	readonly requests: readonly string[]
	/** False: each request is sent once in the whole comparison. */
	readonly repeat: boolean
	/** The status that a right answer has. */
	readonly status: string
}

export type Measured = {
	readonly name: string
	readonly perSecond: Spread
	/** Against the first contender in the same round. */
	readonly ratio: Spread
	/** Processor time of workerd for 1,000 requests, in milliseconds; null where the system does not tell. */
	readonly cpuMs: Spread | null
	/** The most that the generator was busy in a round, and the least that workerd was: parts of one processor. */
	readonly generatorBusy: number
	readonly workerdBusy: number | null
}

export type Spread = { readonly median: number; readonly least: number; readonly most: number }

export type Plan = { readonly rounds: number; readonly seconds: number; readonly connections: number }

/** The contenders by turns, several rounds, so that what else the machine does meets them alike. */
export async function compare(
	runtime: Runtime,
	generator: Generator,
	contenders: readonly Contender[],
	{ rounds, seconds, connections }: Plan,
): Promise<Measured[]> {
	const drive = async ({ name, port, requests, repeat, status }: Contender, round: number, forSeconds: number) => {
		const share = Math.floor(requests.length / (rounds + 1))
		const own = repeat ? requests : requests.slice(round * share, (round + 1) * share)
		const before = await runtime.cpuMs()
		const load = await generator.drive({ port, requests: own, repeat, connections, seconds: forSeconds })
		const after = await runtime.cpuMs()
		if (load.statuses[status] !== load.count) throw new Error(`${name}: ${JSON.stringify(load.statuses)}`)
		return { load, cpuMs: before === null || after === null ? null : after - before }
	}
	const rows = contenders.map((): { load: Load; cpuMs: number | null }[] => [])
	// The first round warms up: what is compiled, cached and connected once is not what is compared.
	for (let round = 0; round <= rounds; round += 1) {
		for (const [index, contender] of contenders.entries()) {
			const measured = await drive(contender, round, round === 0 ? Math.min(1, seconds) : seconds)
			if (round > 0) rows[index]?.push(measured)
		}
	}
	const rate = ({ load }: { load: Load }) => load.count / load.seconds
	return contenders.map(({ name }, index) => {
		const own = rows[index] ?? []
		const against = rows[0] ?? []
		const ratios = own.map((row, round) => rate(row) / rate(against[round] ?? row))
		const cpu = own.flatMap(({ load, cpuMs }) => (cpuMs === null ? [] : [(cpuMs / load.count) * 1000]))
		const busy = own.flatMap(({ load, cpuMs }) => (cpuMs === null ? [] : [cpuMs / 1000 / load.seconds]))
		return {
			name,
			perSecond: spreadOf(own.map(rate)),
			ratio: spreadOf(ratios),
			cpuMs: cpu.length === 0 ? null : spreadOf(cpu),
			generatorBusy: Math.max(...own.map(({ load }) => load.busy)),
			workerdBusy: busy.length === 0 ? null : Math.min(...busy),
		}
	})
}

export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b)
	const middle = sorted.length / 2
	const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
	return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 }
}
