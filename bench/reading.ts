import './sources.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Place, Taken } from './reading.child.ts'

// npm run bench:reading -- [ROUNDS]: how long heavy letters take to read, and what readers of public pages wait
// meanwhile, against what they wait while nothing is read.

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

const { href, routes } = await import('#routes')
const { SLUG } = await import('#test/support/world.ts')
const { HEAVY_LETTERS } = await import('./heavy-letters.ts')
const { startRunning } = await import('./running.ts')
const { p95Of, waitsWhile } = await import('./meanwhile.ts')
const { spreadOf } = await import('./speed.ts')

/** How long readers are timed while nothing was ever read; and the rest between two letters. Milliseconds. */
const IDLE_MS = 5000
const REST_MS = 1000

const running = await startRunning()
const { origin, cookie } = running
const pages = [
	href(routes.coalition, { coalition: SLUG }),
	href(routes.published, { coalition: SLUG, year: '2022', number: '1' }),
].map((path) => origin + path)

const [paste = '', upload = ''] = [routes.notices, routes.noticeFiles].map(
	(way) => origin + href(way, { coalition: SLUG }),
)
const place: Place = { paste, upload, cookie }
const taker = fork(fileURLToPath(new URL('./reading.child.ts', import.meta.url)), [JSON.stringify(place)])

/** Asks the process that sends letters. */
async function told<Answer>(asked: number | 'take'): Promise<Answer> {
	const answer = once(taker, 'message')
	taker.send(asked)
	const [given] = await answer
	return given
}

// One person may bring sixty letters in an hour.
const rounds = Number(process.argv[2] ?? 7)
const ms = (values: readonly number[]) => {
	const { median, most } = spreadOf(values)
	return `${Math.round(median)} (${Math.round(most)})`
}
await waitsWhile(pages, sleep(IDLE_MS))
const idle = p95Of(await waitsWhile(pages, sleep(IDLE_MS)))
await told('take')
console.log(
	'| letter | answered | sent, ms | shown, ms | readers | idle p95, ms | p95 meanwhile, ms | ratio | longest, ms |',
)
console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|')
for (const at of HEAVY_LETTERS.keys()) {
	const about = await told<string>(at)
	const rows = []
	for (let round = 0; round < rounds; round += 1) {
		await sleep(REST_MS)
		const taking = told<Taken>('take')
		rows.push({ meanwhile: await waitsWhile(pages, taking), ...(await taking) })
	}
	// Of all rounds together: while one letter is read a few readers come, and the 95th of five is the last.
	const meanwhile = rows.flatMap((row) => row.meanwhile)
	const cells = [
		about,
		[...new Set(rows.map(({ status }) => status))].join(', '),
		ms(rows.map(({ took }) => took)),
		ms(rows.map(({ shown }) => shown)),
		String(meanwhile.length),
		idle.toFixed(1),
		p95Of(meanwhile).toFixed(1),
		(p95Of(meanwhile) / idle).toFixed(1),
		Math.max(...meanwhile).toFixed(0),
	]
	console.log(`| ${cells.join(' | ')} |`)
}
taker.kill()
await running[Symbol.asyncDispose]()
process.exit()
