import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Part, textPart, writeArchive } from '#local/archive/write.ts'
import type { DataDirectory } from '#local/data-directory.ts'
import { fileParts, foldersIn } from '#local/export/kept-files.ts'
import { unfinishedAt } from '#local/unfinished.ts'
import { damageIn, forgettingBrowsers, migrationsIn, settle, withDatabase } from './database-file.ts'
import { FORMAT, type Manifest, NAMES, READ_ME, VERSION } from './format.ts'

export type BackedUp = { readonly file: string; readonly sha256: string; readonly files: number }

/** In a directory, a name that tells when. UTC. */
const nameAt = (now: number) => `samsvar-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}.tar`

/**
 * Writes a copy of the whole data to a new file, or under a name of its own into a directory, while others go on working:
 * the database as it was at one moment, and after it the files, which never change. Sessions and sign-ins under way are not
 * in it.
 */
export async function backUp(
	data: DataDirectory,
	target: string,
	{ now, say }: { readonly now: number; readonly say: (sentence: string) => void },
): Promise<Result<BackedUp, string>> {
	const inDirectory = (await stat(target).catch(() => undefined))?.isDirectory()
	const file = resolve(inDirectory ? join(target, nameAt(now)) : target)
	const folder = await unfinishedAt(`${file}.database`)
	if (await stat(file).catch(() => undefined)) return refuse(`${file} is there already. It is not replaced.`)
	try {
		await mkdir(folder, { mode: 0o700 })
	} catch {
		return refuse(`Nothing can be written beside ${file}.`)
	}
	try {
		say('Copying the database …')
		const copy = join(folder, NAMES.database)
		const copied = await copyDatabase(data.databaseFile, copy)
		if (!copied.ok) return copied
		const files = await allFiles(data.filesPath)
		const manifest: Manifest = { format: FORMAT, version: VERSION, migrations: copied.value, files: files.length }
		say(`Writing it with ${files.length} files …`)
		const written = await writeArchive(file, [
			textPart(NAMES.readMe, READ_ME),
			textPart(NAMES.manifest, `${JSON.stringify(manifest, null, '\t')}\n`),
			{ name: NAMES.database, bytes: () => createReadStream(copy) },
			...files,
		])
		return written.ok ? ok({ file, sha256: written.value, files: files.length }) : written
	} finally {
		await rm(folder, { recursive: true, force: true })
	}
}

/** Gives the migrations that it has had. */
async function copyDatabase(from: string, to: string): Promise<Result<string[], string>> {
	try {
		await withDatabase(from, (client) => client.execute({ sql: 'VACUUM INTO ?', args: [to] }))
	} catch (error) {
		return refuse(`${from} cannot be copied: ${error instanceof Error ? error.message : error}`)
	}
	return withDatabase(to, async (client) => {
		const migrations = await migrationsIn(client)
		if (migrations.length === 0) return refuse(`${from} is no database of Samsvar.`)
		await client.batch(await forgettingBrowsers(client), 'write')
		await settle(client)
		const damage = await damageIn(client)
		return damage === undefined ? ok(migrations) : refuse(`${from} is damaged: ${damage}`)
	})
}

async function allFiles(filesPath: string): Promise<Part[]> {
	const folders = await foldersIn(filesPath)
	const parts = await Promise.all(
		folders.map((coalition) => fileParts(join(filesPath, coalition), `${NAMES.files}${coalition}/`)),
	)
	return parts.flat()
}
