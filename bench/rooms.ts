import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '#test/support/free-ports.ts'
import { realServer } from '#test/support/real-server.ts'
import type { RoomJob, RoomLoad } from './rooms-job.ts'
import { roomsPlace } from './rooms-place.ts'

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

/** Rooms of Samsvar as `npm start` runs it, and of Hocuspocus, one after the other. */
export async function roomCosts(): Promise<RoomCost[]> {
	const costs: RoomCost[] = []
	for (const { writing, reading } of ROOMS) {
		for (const measured of [ownCost, otherCost]) {
			const cost = await measured(writing, reading)
			console.error(roomsTable([cost]))
			costs.push(cost)
		}
	}
	return costs
}

async function ownCost(writing: number, reading: number): Promise<RoomCost> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-bench-rooms-'))
	try {
		const { directory, statementId, writers, readers } = await roomsPlace(folder, writing, reading)
		await using server = await realServer(directory)
		const before = new Set(await childrenOf(process.pid))
		await server.start()
		const started = (await childrenOf(process.pid)).filter((pid) => !before.has(pid))
		const port = Number(new URL(server.origin).port)
		return await costOf('Samsvar', started, { port, statementId, writers, readers, before: BEFORE, seconds: MEASURED })
	} finally {
		await rm(folder, { recursive: true, force: true })
	}
}

async function otherCost(writing: number, reading: number): Promise<RoomCost> {
	const port = await freePorts()
	const child = fork(script('rooms-beside.child.ts'), [String(port)], WITH_SOURCES)
	try {
		await heard(child, () => true)
		const nobody = (length: number) => Array.from({ length }, () => '')
		const job = { port, statementId: null, writers: nobody(writing), readers: nobody(reading) }
		return await costOf('Hocuspocus', [child.pid ?? 0], { ...job, before: BEFORE, seconds: MEASURED })
	} finally {
		child.kill('SIGKILL')
	}
}

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const WITH_SOURCES: ForkOptions = { stdio: 'inherit', execArgv: ['--import', script('sources.ts')] }

async function costOf(name: string, servers: readonly number[], job: RoomJob): Promise<RoomCost> {
	const pages = fork(script('rooms-load.child.ts'), WITH_SOURCES)
	try {
		const said = <Is extends string>(is: Is) => heard(pages, (message) => (message as { is: string }).is === is)
		const [begun, ended, done] = [said('begun'), said('ended'), said('done')]
		pages.send(job)
		await begun
		const first = await cpuOf(servers)
		await ended
		const used = (await cpuOf(servers)) - first
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

/** The processes that a process started, and those that they did. */
async function childrenOf(parent: number): Promise<number[]> {
	const parents = new Map<number, number>()
	for (const name of (await readdir('/proc')).filter((each) => /^\d+$/.test(each))) {
		const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
		const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		if (after[1] !== undefined) parents.set(Number(name), Number(after[1]))
	}
	const found = [parent]
	for (const pid of found) for (const [child, of] of parents) if (of === pid) found.push(child)
	return found.slice(1)
}

/** Hundredths of a second is what Linux counts in. */
const TICK_MS = 10

/** Processor time of processes since they started. Milliseconds. */
async function cpuOf(pids: readonly number[]): Promise<number> {
	let sum = 0
	for (const pid of pids) {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
		const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		sum += (Number(after[11] ?? 0) + Number(after[12] ?? 0)) * TICK_MS
	}
	return sum
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
