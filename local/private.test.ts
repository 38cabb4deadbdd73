import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPlace } from './admin-command.ts'
import { backUp } from './backup/backup.ts'
import { dataDirectoryAt, takeDataDirectory } from './data-directory.ts'
import { keepFile } from './files.ts'
import { openDatabase } from './libsql/open.ts'
import { openMailbox } from './mailbox.ts'
import { migrate } from './migrate.ts'
import { noteRunning } from './running.ts'

const HASH_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

async function newDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-private-'))
	onTestFinished(() => rm(directory, { recursive: true, force: true }))
	return directory
}

/** Every file and directory below, with what its owner and others may do. */
async function modesIn(directory: string): Promise<Record<string, string>> {
	const names = ['', ...(await readdir(directory, { recursive: true }))]
	const modes = await Promise.all(
		names.map(async (name) => [name, ((await stat(join(directory, name))).mode & 0o777).toString(8)] as const),
	)
	return Object.fromEntries(modes.sort())
}

const PRIVATE = {
	'': '700',
	backups: '700',
	'backups/one.tar': '600',
	files: '700',
	'files/coalition': '700',
	[`files/coalition/${HASH_OF_NOTHING}`]: '600',
	lock: '600',
	'lock-journal': '600',
	mailbox: '700',
	pid: '600',
	'running.json': '600',
	'samsvar.db': '600',
	'samsvar.db-shm': '600',
	'samsvar.db-wal': '600',
}

/** Data with something of every kind, as it is while Samsvar runs on it. */
async function dataIn(path: string): Promise<void> {
	const taken = await takeDataDirectory(path)
	if (!taken.ok) throw new Error(taken.reason)
	onTestFinished(taken.value.release)
	await noteRunning(path, { origin: 'http://localhost:1', ahead: 0 })
	const { client, close } = openDatabase({ file: taken.value.databaseFile })
	onTestFinished(close)
	await migrate(client)
	await client.execute("INSERT INTO migration (name, applied_at) VALUES ('one', 1)")
	const mail = { to: 'anna@example.org', subject: 'Hej', text: 'Hej' }
	await openMailbox(taken.value.mailboxPath, Date.now).receive({ json: async () => mail })
	await keepFile(join(taken.value.filesPath, 'coalition'), HASH_OF_NOTHING, [])
	await mkdir(join(path, 'backups'), { mode: 0o700 })
	const backup = await backUp(dataDirectoryAt(path), join(path, 'backups', 'one.tar'), { now: 0, say: () => {} })
	expect(backup).toMatchObject({ ok: true })
}

test('what is written in the data, and copies of it, are for its owner alone', async () => {
	const path = join(await newDirectory(), 'data')
	await dataIn(path)
	const { ...modes } = await modesIn(path)
	const [mail = ''] = await readdir(join(path, 'mailbox'))
	expect(modes).toEqual({ ...PRIVATE, [`mailbox/${mail}`]: '600' })
})

test('what an earlier Samsvar left open is closed when it starts and when a command works on it', async () => {
	const path = join(await newDirectory(), 'data')
	await dataIn(path)
	const widen = async () => {
		for (const name of Object.keys(await modesIn(path))) {
			const file = join(path, name)
			await chmod(file, (await stat(file)).isDirectory() ? 0o755 : 0o644)
		}
		await writeFile(join(path, 'notes.txt'), 'of somebody else', { mode: 0o644 })
	}
	const closed = async () => {
		const { backups, 'backups/one.tar': one, 'notes.txt': notes, ...modes } = await modesIn(path)
		// What is none of the data's own parts is left as it is, in a directory that nobody else can enter.
		expect([backups, one, notes]).toEqual(['755', '644', '644'])
		for (const [name, mode] of Object.entries(modes)) expect([name, mode]).toEqual([name, PRIVATE[name as ''] ?? '600'])
	}
	await widen()
	expect(await takeDataDirectory(path)).toMatchObject({ ok: false })
	await closed()
	await widen()
	const { client, close } = openPlace({ directory: path })
	onTestFinished(close)
	await expect(client()).rejects.toThrow('was used by a newer Samsvar: it has had one')
	await closed()
})
