import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Bundle } from '#local/build.ts'
import { freePorts } from '#test/support/free-ports.ts'
import { settingsOn } from './place.ts'
import type { RoomJob, RoomLoad } from './rooms-job.ts'
import { roomsPlace } from './rooms-place.ts'
import { baseline, cpuMsOf, startRuntime, workerOf } from './runtime.ts'

/** Rooms as they are measured: so many who write, and who read. */
const ROOMS = [
	{ writing: 50, reading: 200 },
	{ writing: 5, reading: 800 },
] as const

/** Seconds. */
const [BEFORE, MEASURED] = [5, 15]

/** How it went: from key to other screen, and processor time of the server for each key. Milliseconds. */
export type RoomCost = {
	readonly name: string
	readonly writing: number
	readonly reading: number
	readonly p50: number
	readonly p95: number
	readonly cpu: number
	/** The part of one processor that the server took, and the pages. */
	readonly busy: number
	readonly pages: number
	/** The part of what should have come to the screens that did. */
	readonly came: number
}

/** Rooms of Samsvar as it is deployed, in workerd alone, and of Hocuspocus in Node, one after the other: both on the loopback address. */
export async function roomCosts(bundle: Bundle): Promise<RoomCost[]> {
	const costs: RoomCost[] = []
	for (const { writing, reading } of ROOMS) {
		for (const measured of [ownCost, bareCost, otherCost]) {
			const cost = await measured(writing, reading, bundle)
			console.error(roomsTable([cost]))
			costs.push(cost)
		}
	}
	return costs
}

async function ownCost(writing: number, reading: number, bundle: Bundle): Promise<RoomCost> {
	await using place = await roomsPlace(writing, reading)
	const { world, statementId, writers, readers } = place
	const worker = { ...workerOf(bundle, settingsOn(world, world.server.url)), rooms: true }
	await using runtime = await startRuntime({ samsvar: worker }, bundle)
	const job = { server: 'samsvar', port: runtime.ports.samsvar ?? 0, statementId, writers, readers } as const
	// The database answers in this process.
	const used = async () => ((await runtime.cpuMs()) ?? 0) + millisecondsOf(process.cpuUsage())
	return await costOf('Samsvar', used, { ...job, before: BEFORE, seconds: MEASURED })
}

async function otherCost(writing: number, reading: number): Promise<RoomCost> {
	const port = await freePorts()
	const child = fork(script('rooms-beside.child.ts'), [String(port)], WITH_SOURCES)
	try {
		await heard(child, () => true)
		const job = { server: 'hocuspocus', port, statementId: null, ...nobody(writing, reading) } as const
		const used = async () => (await cpuMsOf(child.pid ?? 0)) ?? 0
		return await costOf('Hocuspocus', used, { ...job, before: BEFORE, seconds: MEASURED })
	} finally {
		child.kill('SIGKILL')
	}
}

/** The engine alone: a room that tells all what one says, each by itself, and does nothing else. */
async function bareCost(writing: number, reading: number, bundle: Bundle): Promise<RoomCost> {
	await using runtime = await startRuntime({ bare: { ...(await baseline('bare-room')), rooms: true } }, bundle)
	const job = { server: 'bare', port: runtime.ports.bare ?? 0, statementId: null, ...nobody(writing, reading) } as const
	const used = async () => (await runtime.cpuMs()) ?? 0
	return await costOf('bare Durable Object', used, { ...job, before: BEFORE, seconds: MEASURED })
}

const nobody = (writing: number, reading: number) => ({
	writers: Array.from({ length: writing }, () => ''),
	readers: Array.from({ length: reading }, () => ''),
})

const millisecondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const WITH_SOURCES: ForkOptions = { stdio: 'inherit', execArgv: ['--import', script('sources.ts')] }

async function costOf(name: string, usedMs: () => Promise<number>, job: RoomJob): Promise<RoomCost> {
	const pages = fork(script('rooms-load.child.ts'), WITH_SOURCES)
	try {
		const said = <Is extends string>(is: Is) => heard(pages, (message) => (message as { is: string }).is === is)
		const [begun, ended, done] = [said('begun'), said('ended'), said('done')]
		pages.send(job)
		await begun
		const first = await usedMs()
		await ended
		const used = (await usedMs()) - first
		const { took, keys, screens, busy } = ((await done) as { load: RoomLoad }).load
		const at = (share: number) => took[Math.ceil(took.length * share) - 1] ?? 0
		return {
			...{ name, writing: job.writers.length, reading: job.readers.length },
			...{ p50: at(0.5), p95: at(0.95), cpu: used / keys, busy: used / 1_000 / job.seconds, pages: busy },
			came: took.length / (keys * screens),
		}
	} finally {
		pages.kill('SIGKILL')
	}
}

function heard(child: ChildProcess, isIt: (message: unknown) => boolean): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const ended = (code: number | null) => reject(new Error(`it ended with ${code}`))
		child.once('exit', ended)
		const take = (message: unknown) => {
			if (!isIt(message)) return
			child.off('message', take)
			child.off('exit', ended)
			resolve(message)
		}
		child.on('message', take)
	})
}

export function roomsTable(costs: readonly RoomCost[]): string {
	const rows = costs.map(({ name, writing, reading, p50, p95, cpu, busy, pages, came }) =>
		[
			`${writing} write, ${reading} read`,
			...[name, p50.toFixed(0), p95.toFixed(0), cpu.toFixed(2), busy.toFixed(2), pages.toFixed(2)],
			`${(came * 100).toFixed(1)} %`,
		].join(' | '),
	)
	const head = 'room | server | p50 ms | p95 ms | CPU ms per key | server busy | pages busy | came'
	return [
		`| ${head} |`,
		'| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
		...rows.map((row) => `| ${row} |`),
	].join('\n')
}
