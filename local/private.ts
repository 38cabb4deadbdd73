import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { chmod, lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies in the data is for whoever runs it alone, and for no other account of the machine. */
export const PRIVATE_FILE = 0o600
export const PRIVATE_FOLDER = 0o700

/** Of the parts of the data's directory, so that nothing else that somebody keeps there is touched. */
const PARTS = [
	'samsvar.db',
	'samsvar.db-wal',
	'samsvar.db-shm',
	'lock',
	'lock-journal',
	'pid',
	'running.json',
	'mailbox',
	'files',
]

/** A directory that all accounts write in, as /tmp, is not ours to close. */
const STICKY = 0o1000

const ours = (uid: number) => uid === process.getuid?.()

/** Takes from others what they may do with the data in a directory, also where an earlier Samsvar let them. */
export async function keepPrivate(directory: string): Promise<void> {
	if (process.platform === 'win32') return
	const { mode, uid } = await stat(directory)
	if ((mode & STICKY) === 0 && ours(uid)) await chmod(directory, PRIVATE_FOLDER)
	for (const part of PARTS) await close(join(directory, part))
}

async function close(path: string): Promise<void> {
	const found = await lstat(path).catch(() => undefined)
	if (!found || !ours(found.uid)) return
	const wanted = found.isDirectory() ? PRIVATE_FOLDER : PRIVATE_FILE
	// What has gone meanwhile, as a file that another process was writing, needs nothing.
	if ((found.isDirectory() || found.isFile()) && (found.mode & 0o777) !== wanted)
		await chmod(path, wanted).catch(() => {})
	if (!found.isDirectory()) return
	for (const name of await readdir(path)) await close(join(path, name))
}

/**
 * The same for a database file, made where there is none: what the engine lays beside it gets its mode. One that is there is never
 * opened here: closing it would drop every lock that this process has on it, and another process, which takes itself for the last
 * one then, would remove the log that is in use.
 */
export function keepPrivateFile(file: string): void {
	if (process.platform === 'win32') return
	try {
		if (!existsSync(file)) closeSync(openSync(file, 'ax', PRIVATE_FILE))
		if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, PRIVATE_FILE)
	} catch {
		// The engine says, opening it, why it cannot be used.
	}
}
