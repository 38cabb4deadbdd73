import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { codeOf } from './error-code.ts'
import { keepPrivate, keepPrivateFile, PRIVATE_FILE, PRIVATE_FOLDER } from './private.ts'

export type DataDirectory = {
	/** Absolute. */
	readonly path: string
	readonly databaseFile: string
	readonly mailboxPath: string
	/** Uploaded files, as COALITION/SHA256. */
	readonly filesPath: string
	/** What is being typed, until the database has it. */
	readonly roomsPath: string
}

export const dataDirectoryAt = (path: string): DataDirectory => ({
	path: resolve(path),
	databaseFile: join(resolve(path), 'samsvar.db'),
	mailboxPath: join(resolve(path), 'mailbox'),
	filesPath: join(resolve(path), 'files'),
	roomsPath: join(resolve(path), 'rooms'),
})

const REASONS: Record<string, string> = {
	EACCES: 'you have no permission to write there',
	EPERM: 'you have no permission to write there',
	ENOENT: 'there can be no directory of that name',
	ENOTDIR: 'part of the path is a file, not a directory',
	EEXIST: 'it is a file, not a directory',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
}

/** Node's own recursive mkdir never returns where a file system refuses with ENOENT, as /proc does. */
export async function makeDirectory(path: string): Promise<void> {
	if ((await stat(path).catch(() => undefined))?.isDirectory()) return
	if (dirname(path) !== path) await makeDirectory(dirname(path))
	await mkdir(path, { mode: PRIVATE_FOLDER })
}

/** Locks the file by an open transaction on it, until that is rolled back or the process ends; undefined while another holds it. */
async function lock(file: string, patienceMs: number): Promise<Database.Database | undefined> {
	const database = new Database(file, { timeout: 0 })
	for (const deadline = Date.now() + patienceMs; ; await sleep(200)) {
		try {
			database.exec('BEGIN EXCLUSIVE')
			return database
		} catch (error) {
			if (codeOf(error) === 'SQLITE_BUSY' && Date.now() < deadline) continue
			database.close()
			if (codeOf(error) === 'SQLITE_BUSY') return undefined
			throw error
		}
	}
}

/**
 * Makes the directory where it is missing and takes it for this process, or says in a sentence why it cannot. The lock is one
 * of the operating system on an open file, so that of a killed process is gone with it; the process id beside it is only for
 * the sentence. `patienceMs`: how long to wait for one that was told to end a moment ago.
 */
export async function takeDataDirectory(
	path: string,
	patienceMs = 0,
): Promise<Result<DataDirectory & { release: () => void }, string>> {
	const directory = dataDirectoryAt(path)
	const pidFile = join(directory.path, 'pid')
	try {
		await makeDirectory(directory.mailboxPath)
		await keepPrivate(directory.path)
		keepPrivateFile(join(directory.path, 'lock'))
		const held = await lock(join(directory.path, 'lock'), patienceMs)
		if (!held) {
			const pid = (await readFile(pidFile, 'utf8').catch(() => '')).trim() || 'of unknown number'
			return refuse(
				`${directory.path} is in use by a Samsvar that is already running (process ${pid}). Stop that one first.`,
			)
		}
		await writeFile(pidFile, `${process.pid}\n`, { mode: PRIVATE_FILE })
		const release = () => {
			held.exec('ROLLBACK')
			held.close()
		}
		return ok({ ...directory, release })
	} catch (error) {
		const reason = REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))
		return refuse(`${directory.path} cannot be used for data: ${reason}.`)
	}
}
