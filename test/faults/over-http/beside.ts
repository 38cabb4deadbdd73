import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { paths } from '#api/paths.ts'
import { ROOT } from '#local/build.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { href } from '#routes'
import { quantile, timed } from '#test/support/latencies.ts'
import { realServer } from '#test/support/real-server.ts'
import { SLUG } from '#test/support/world.ts'
import { makePlace, type Place } from './place.ts'
import { votePlainly } from './voters.ts'

// npm run faults:beside -- [CHECKOUT…]: what others notice of an import of 44,000 events beside a running server, on the loopback
// address alone; of the Samsvar in other checkouts too, on the same data, to compare with. Ends by itself.

const OTHERS = 22_000

process.on('disconnect', () => process.exit(130))

/** How long at a time the write lock of a database file could not be had. Milliseconds. */
async function lockSpans(file: string, ended: () => boolean): Promise<number[]> {
	const database = new Database(file, { timeout: 0 })
	const spans: number[] = []
	for (let free = performance.now(); !ended(); await sleep(5)) {
		try {
			database.exec('BEGIN IMMEDIATE')
			database.exec('ROLLBACK')
			spans.push(performance.now() - free)
			free = performance.now()
		} catch {
			// Held by somebody.
		}
	}
	database.close()
	return spans
}

async function beside(root: string, place: Place): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-beside-'))
	const directory = join(folder, 'data')
	await cp(place.directory, directory, { recursive: true })
	try {
		await using server = await realServer(directory, root)
		await server.start()
		const [ballot] = place.ballots
		const [reader, ...writers] = place.voters
		if (!ballot || !reader) throw new Error('nobody is there')
		let over = false
		const ended = () => over
		const url =
			server.origin + href(paths.ballot, { coalition: SLUG, statement: ballot.statementId, ballot: ballot.ballotId })
		const statuses: Record<string, number> = {}
		const counted = (status: number | undefined) => {
			statuses[String(status)] = (statuses[String(status)] ?? 0) + 1
		}
		const read = async () => {
			const response = await fetch(url, { headers: { authorization: `Bearer ${reader.token}` } })
			await response.arrayBuffer()
		}
		const write = async () => {
			const voter = writers[Math.floor(Math.random() * writers.length)] ?? reader
			counted(await votePlainly(server.origin, ballot, voter))
		}
		const importing = async () => {
			await sleep(1_000)
			const started = performance.now()
			const args = ['local/admin.ts', 'import', place.exported.file, '--slug', 'another', '--data', directory]
			const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' })
			const [code] = await once(child, 'exit')
			over = true
			return `${code === 0 ? 'done' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(0)} s`
		}
		const [told, reads, writes, spans] = await Promise.all([
			importing(),
			timed(read, ended),
			timed(write, ended),
			lockSpans(dataDirectoryAt(directory).databaseFile, ended),
		])
		const ms = (values: number[]) =>
			`p95 ${quantile(values, 0.95).toFixed(0)} ms, max ${Math.max(...values).toFixed(0)} ms`
		return `import ${told}; write lock gone at most ${Math.max(...spans).toFixed(0)} ms; ${reads.length} reads: ${ms(reads)}; ${
			writes.length
		} writes: ${ms(writes)} ${JSON.stringify(statuses)}`
	} finally {
		await rm(folder, { recursive: true, force: true })
	}
}

const folder = await mkdtemp(join(tmpdir(), 'samsvar-faults-'))
try {
	const place = await makePlace(folder, 300, OTHERS)
	console.log(`${place.exported.events} events`)
	for (const root of [...process.argv.slice(2), ROOT]) console.log(`${root}\n  ${await beside(root, place)}`)
} finally {
	await rm(folder, { recursive: true, force: true })
}
process.exit()
