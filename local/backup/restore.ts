import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { whole } from '#local/archive/entries.ts'
import { readArchive } from '#local/archive/read.ts'
import { syncDirectory } from '#local/archive/write.ts'
import { bringUpToDate } from '#local/bring-up-to-date.ts'
import { dataDirectoryAt, makeDirectory } from '#local/data-directory.ts'
import { keepFile } from '#local/files.ts'
import { migrationNames } from '#local/migrate.ts'
import { unfinishedAt } from '#local/unfinished.ts'
import { damageIn, forgettingBrowsers, migrationsIn, settle, withDatabase } from './database-file.ts'
import { FILE_NAME, FORMAT, type Manifest, manifestSchema, NAMES, VERSION } from './format.ts'

export type Restored = {
	readonly files: number
	/** Migrations that the backup had not had. */
	readonly migrated: number
	/** Access tokens that were good and are not any more. */
	readonly tokens: number
	/** Printed cards that let somebody in, as they did when the backup was made. */
	readonly cards: number
	/** Notifications that were not delivered by then. */
	readonly waiting: number
}

/**
 * Makes data of a backup in a directory that is empty or not there. All of it is checked and made ready beside it, and
 * comes to stand there at once; killed before that, it can be done again. `now`: instant.
 */
export async function restore(file: string, directory: string, now: number): Promise<Result<Restored, string>> {
	const unfinished = await unfinishedAt(directory)
	const there = await readdir(directory).catch(() => undefined)
	if (there && there.length > 0)
		return refuse(`${directory} is not empty. A backup is restored into a directory of its own.`)
	try {
		await makeDirectory(dirname(directory))
	} catch {
		return refuse(`${directory} cannot be made.`)
	}
	await mkdir(unfinished, { mode: 0o700 })
	try {
		const manifest = await unpack(file, unfinished)
		if (!manifest.ok) return manifest
		const made = await makeReady(dataDirectoryAt(unfinished).databaseFile, manifest.value, now)
		if (!made.ok) return refuse(`${file} ${made.reason}`)
		await syncDirectory(unfinished)
		// Refuses where somebody put something into it meanwhile.
		if (there) await rmdir(directory)
		await rename(unfinished, directory)
		await syncDirectory(dirname(directory))
		return ok({ ...made.value, files: manifest.value.files })
	} finally {
		await rm(unfinished, { recursive: true, force: true })
	}
}

async function unpack(file: string, to: string): Promise<Result<Manifest, string>> {
	const { databaseFile, filesPath } = dataDirectoryAt(to)
	let manifest: Manifest | undefined
	let [databases, files] = [0, 0]
	const read = await readArchive(file, async (name, bytes, sha256) => {
		if (name === NAMES.readMe) return ok(true)
		if (name === NAMES.manifest) {
			const found = await readManifest(await whole(bytes))
			if (found.ok) manifest = found.value
			return found
		}
		if (manifest === undefined) return refuse('is no backup of Samsvar.')
		if (name === NAMES.database) {
			databases += 1
			await writeWhole(databaseFile, bytes)
			return ok(true)
		}
		const [, coalition, hash] = FILE_NAME.exec(name) ?? []
		if (coalition === undefined || hash !== sha256) return refuse(`is damaged: ${name} is no part of a backup.`)
		files += 1
		return (await keepFile(join(filesPath, coalition), hash, bytes)) !== 'wrong'
			? ok(true)
			: refuse(`is damaged: ${name} is not as it was.`)
	})
	if (!read.ok) return read
	if (manifest === undefined) return refuse(`${file} is no backup of Samsvar.`)
	if (databases !== 1 || files !== manifest.files) return refuse(`${file} is damaged: something of it is missing.`)
	return ok(manifest)
}

const marked = z.object({ format: z.literal(FORMAT), version: z.number() })

async function readManifest(bytes: Buffer): Promise<Result<Manifest, string>> {
	const value = jsonIn(bytes.toString('utf8'))
	const mark = marked.safeParse(value)
	if (!mark.success) return refuse('is no backup of Samsvar.')
	const newer = refuse('was made by a newer Samsvar. Update this one first.')
	if (mark.data.version > VERSION) return newer
	const manifest = manifestSchema.safeParse(value)
	if (!manifest.success) return refuse('is damaged: its manifest cannot be read.')
	const known = new Set(await migrationNames())
	return manifest.data.migrations.every((name) => known.has(name)) ? ok(manifest.data) : newer
}

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
	const handle = await open(path, 'wx', 0o600)
	try {
		for await (const chunk of bytes) await handle.writeFile(chunk)
		await handle.sync()
	} finally {
		await handle.close()
	}
}

const counted = z.object({ tokens: z.number(), cards: z.number(), waiting: z.number() })

/** Checks the database, brings it to the present schema, and takes away what lets somebody in by what they once had. */
async function makeReady(databaseFile: string, { migrations }: Manifest, now: number) {
	return withDatabase(databaseFile, async (client): Promise<Result<Omit<Restored, 'files'>, string>> => {
		const damage = await damageIn(client)
		if (damage !== undefined) return refuse(`holds a damaged database: ${damage}`)
		const had = await migrationsIn(client)
		if (JSON.stringify(had) !== JSON.stringify(migrations)) return refuse('holds another database than it says.')
		const migrated = (await bringUpToDate(client)).length
		const { rows } = await client.execute({
			sql: `SELECT
				(SELECT COUNT(*) FROM token WHERE revoked_at IS NULL AND expires_at > :now) AS tokens,
				(SELECT COUNT(*) FROM card WHERE revoked_at IS NULL AND EXISTS
					(SELECT 1 FROM card_code WHERE handle = card.handle AND used_at IS NULL)) AS cards,
				(SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL) AS waiting`,
			args: { now },
		})
		await client.batch(
			[
				...(await forgettingBrowsers(client)),
				{ sql: 'UPDATE token SET revoked_at = ? WHERE revoked_at IS NULL', args: [now] },
			],
			'write',
		)
		await settle(client)
		return ok({ migrated, ...counted.parse({ ...rows[0] }) })
	})
}
