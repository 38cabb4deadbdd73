import './sources.ts'
import { setTimeout as sleep } from 'node:timers/promises'

// npm run bench:reading -- [ROUNDS]: how long heavy letters take to read, and what readers of public pages wait
// meanwhile, against what they wait while nothing is read.

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

const { href, routes } = await import('#routes')
const { SLUG } = await import('#test/support/world.ts')
const { HEAVY_LETTERS } = await import('./heavy-letters.ts')
const { startRunning } = await import('./running.ts')
const { waitsWhile } = await import('./meanwhile.ts')
const { spreadOf } = await import('./speed.ts')

type Letter = ReturnType<(typeof HEAVY_LETTERS)[number]>

/** Readers of nothing else for so long, before each letter. Milliseconds. */
const IDLE_MS = 1500

const running = await startRunning()
const { origin, cookie } = running
const pages = [
	href(routes.coalition, { coalition: SLUG }),
	href(routes.published, { coalition: SLUG, year: '2022', number: '1' }),
].map((path) => origin + path)

/** Sends a letter and looks at what was read in it, as the chair does. Milliseconds, and how the two were answered. */
async function take(letter: Letter) {
	const started = performance.now()
	const form = new FormData()
	form.set('key', crypto.randomUUID())
	if ('text' in letter) form.set('text', `${letter.text} ${crypto.randomUUID()}`)
	else for (const { name, bytes } of letter.files) form.append('file', new Blob([bytes]), name)
	const way = 'text' in letter ? routes.notices : routes.noticeFiles
	const body = 'text' in letter ? new URLSearchParams([...form].map(([name, value]) => [name, String(value)])) : form
	const path = href(way, { coalition: SLUG })
	const sent = await fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body })
	await sent.arrayBuffer()
	const location = sent.headers.get('location')
	const took = performance.now() - started
	if (location === null) return { took, shown: 0, status: String(sent.status) }
	const page = await fetch(new URL(location, origin), { headers: { cookie } })
	await page.arrayBuffer()
	return { took, shown: performance.now() - started - took, status: `${sent.status} ${page.status}` }
}

const rounds = Number(process.argv[2] ?? 3)
const ms = (values: readonly number[]) => {
	const { median, most } = spreadOf(values)
	return `${Math.round(median)} (${Math.round(most)})`
}
await waitsWhile(pages, sleep(2 * IDLE_MS))
await take({ about: 'first', text: 'Svar senast den 3 mars 2026.' })
console.log('| letter | answered | sent, ms | shown, ms | idle p95, ms | p95 meanwhile, ms | ratio | longest, ms |')
console.log('|---|---|--:|--:|--:|--:|--:|--:|')
for (const make of HEAVY_LETTERS) {
	const letter = make()
	const rows = []
	for (let round = 0; round < rounds; round += 1) {
		const idle = await waitsWhile(pages, sleep(IDLE_MS))
		const taking = take(letter)
		rows.push({ idle, meanwhile: await waitsWhile(pages, taking), ...(await taking) })
	}
	const cells = [
		letter.about,
		[...new Set(rows.map(({ status }) => status))].join(', '),
		ms(rows.map(({ took }) => took)),
		ms(rows.map(({ shown }) => shown)),
		ms(rows.map(({ idle }) => idle.p95)),
		ms(rows.map(({ meanwhile }) => meanwhile.p95)),
		spreadOf(rows.map(({ idle, meanwhile }) => meanwhile.p95 / idle.p95)).median.toFixed(1),
		ms(rows.map(({ meanwhile }) => meanwhile.longest)),
	]
	console.log(`| ${cells.join(' | ')} |`)
}
await running[Symbol.asyncDispose]()
process.exit()
