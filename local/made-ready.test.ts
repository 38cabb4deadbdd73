import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPlace } from './admin-command.ts'
import { openDatabase } from './libsql/open.ts'
import { runSamsvar } from './run.ts'

async function newDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-ready-'))
	onTestFinished(() => rm(directory, { recursive: true, force: true }))
	return directory
}

/** Nothing is ever run here. */
const bundle = {
	mainModule: '',
	modules: {},
	starting: [],
	sourceMaps: {},
	compatibilityDate: '2026-01-01',
	compatibilityFlags: [],
}

/** Why Samsvar does not start on the data, and why no command works on it. Port 0 is always free. */
async function refusals(directory: string): Promise<string[]> {
	const started = await runSamsvar({ directory, port: 0, bundle })
	const { client, close } = openPlace({ directory })
	onTestFinished(close)
	const commanded = await client().then(
		() => 'done',
		(error: Error) => error.message,
	)
	return [started.ok ? 'started' : started.reason, commanded]
}

async function migrated(directory: string): Promise<string> {
	const { client, close } = openPlace({ directory })
	const database = await client()
	await database.execute('PRAGMA wal_checkpoint(TRUNCATE)')
	close()
	return join(directory, 'samsvar.db')
}

test('data that a newer Samsvar has worked on is refused with its file and what to do, and left as it is', async () => {
	const directory = await newDirectory()
	const file = await migrated(directory)
	const { client, close } = openDatabase({ file })
	await client.execute("INSERT INTO migration (name, applied_at) VALUES ('9999_later.sql', 1)")
	const sentence = `${file} was used by a newer Samsvar: it has had 9999_later.sql, which this one does not know.`
	for (const refused of await refusals(directory)) expect(refused).toContain(sentence)
	const { rows } = await client.execute("SELECT rebuilt_at FROM migration WHERE name = '9999_later.sql'")
	expect(rows[0]?.rebuilt_at).toBeNull()
	close()
})

test('a file that is no database is refused with its name and what to do, and left as it is', async () => {
	const directory = await newDirectory()
	const file = join(directory, 'samsvar.db')
	await writeFile(file, 'Kära alla, här är filen. '.repeat(400))
	for (const refused of await refusals(directory)) {
		expect(refused).toContain(`${file} is damaged, or is no database (`)
		expect(refused).toContain('npm run --silent admin -- restore FILE --data DIR')
	}
	expect(await readFile(file, 'utf8')).toMatch(/^Kära alla/)
})

test('a database with a damaged page deep inside is not started on', async () => {
	const directory = await newDirectory()
	const file = await migrated(directory)
	const handle = await open(file, 'r+')
	await handle.write(Buffer.alloc(4096 * 4, 0xff), 0, undefined, 4096 * 8)
	await handle.close()
	const [started] = await refusals(directory)
	expect(started).toContain(`${file} is damaged, or is no database (`)
})
