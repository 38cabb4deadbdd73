import { bareScreen, bareWriter } from './rooms-bare.ts'
import { besideReader, besideScreen, besideWriter } from './rooms-beside.ts'
import type { RoomJob, RoomLoad, Writer } from './rooms-job.ts'
import { samsvarReader, samsvarScreen, samsvarWriter } from './rooms-samsvar.ts'
import { pressing, typing } from './rooms-typing.ts'

// All the pages of a room, in a process of their own. Ends with the process that started it.

/** So many of those who read are pages that do with what they hear what a page does; the others only take it in. */
const SCREENS = 4
/** So many come at once. */
const AT_ONCE = 10
/** What is on its way when typing ends has as long to come. Milliseconds. */
const LATE_MS = 3_000

process.on('disconnect', () => process.exit())

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function inTurns<Item>(items: readonly Item[], each: (item: Item, index: number) => Promise<void>) {
	for (let first = 0; first < items.length; first += AT_ONCE) {
		await Promise.all(items.slice(first, first + AT_ONCE).map((item, index) => each(item, first + index)))
	}
}

async function run({ server, port, statementId, writers, readers, before, seconds }: RoomJob): Promise<RoomLoad> {
	let [isCounted, isOver] = [false, false]
	let out = 0
	const closed = () => {
		if (!isOver) out += 1
	}
	const { key, shown, took } = typing(() => isCounted)
	await inTurns(readers, async (cookie, index) => {
		const isScreen = index < SCREENS
		if (server === 'bare') return bareScreen(port, isScreen ? shown : null, closed)
		if (statementId === null) return isScreen ? besideScreen(port, shown, closed) : besideReader(port, closed)
		const at = { port, statementId, cookie }
		await (isScreen ? samsvarScreen(at, index, shown, closed) : samsvarReader(at, index, closed))
	})
	const typists: Writer[] = []
	await inTurns(writers, async (cookie, index) => {
		const all = writers.length
		const typist = () => {
			if (server === 'bare') return bareWriter(port, closed)
			if (statementId === null) return besideWriter(port, index, all, closed)
			return samsvarWriter({ port, statementId, cookie }, index, all, closed)
		}
		typists[index] = await typist()
	})
	await sleep(1_000)
	let keys = 0
	const stop = pressing(
		typists.map(({ press }, index) => ({
			press: (number) => {
				press(key(index, number))
				if (isCounted) keys += 1
			},
		})),
	)
	await sleep(before * 1_000)
	process.send?.({ is: 'begun' })
	isCounted = true
	const cpu = process.cpuUsage()
	await sleep(seconds * 1_000)
	isCounted = false
	stop()
	const { user, system } = process.cpuUsage(cpu)
	process.send?.({ is: 'ended' })
	await sleep(LATE_MS)
	isOver = true
	if (out > 0) console.error(`${out} pages were put out`)
	const sorted = took.sort((one, other) => one - other)
	return { took: sorted, keys, screens: SCREENS, busy: (user + system) / 1e6 / seconds }
}

process.once('message', (job: RoomJob) => {
	void run(job).then(
		(load) => process.send?.({ is: 'done', load }, () => process.exit()),
		(error: unknown) => {
			console.error(error)
			process.exit(1)
		},
	)
})
