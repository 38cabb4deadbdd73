import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@libsql/client/web'
import { onTestFinished } from 'vitest'
import { PROJECTED } from '#db/project.ts'
import { ok } from '#domain/kernel/result.ts'
import { whole } from '#local/archive/entries.ts'
import { readArchive } from '#local/archive/read.ts'
import { textPart, writeArchive } from '#local/archive/write.ts'
import { exportCoalition } from '#local/export/export-coalition.ts'
import { importCoalition } from '#local/export/import-coalition.ts'
import type { ReadFact } from '#schema/facts/read.ts'
import { allRows } from './all-rows.ts'

/** The tables that are not made from events and of which an export holds a coalition's rows. */
export const EXPORTED = ['act', 'event', 'paper', 'outbox', 'slug', 'person', 'address'] as const

/** A directory of this test's own, removed after it. */
export async function ownFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-test-'))
	onTestFinished(() => rm(folder, { recursive: true, force: true }))
	return folder
}

/** Exports a coalition to a new file, and gives its name. */
export async function exported(client: Client, slug: string, filesPath?: string): Promise<string> {
	const file = join(await ownFolder(), `${slug}.tar`)
	const done = await exportCoalition(client, { slug, file, filesPath })
	if (!done.ok) throw new Error(done.reason)
	return file
}

/** The entries of an archive as text. */
export async function entriesOf(file: string): Promise<Record<string, string>> {
	const entries: Record<string, string> = {}
	const read = await readArchive(file, async (name, bytes) => {
		entries[name] = (await whole(bytes)).toString('utf8')
		return ok(true)
	})
	if (!read.ok) throw new Error(read.reason)
	return entries
}

/** The same export with some entries changed, and every hash made anew, as somebody would who means it. */
export async function forged(file: string, change: (entries: Record<string, string>) => void): Promise<string> {
	const { ...entries } = await entriesOf(file)
	change(entries)
	const other = join(await ownFolder(), 'forged.tar')
	const written = await writeArchive(
		other,
		Object.entries(entries).map(([name, text]) => textPart(name, text)),
	)
	if (!written.ok) throw new Error(written.reason)
	return other
}

export async function imported(client: Client, file: string, slug?: string, filesPath?: string, read?: ReadFact) {
	const connect = async () => client
	const folder = await ownFolder()
	return importCoalition({ connect, file, slug, filesPath, folder, say: () => {}, ...(read && { read }) })
}

/** What an installation gives its rows itself, and what it keeps of a person besides. */
const OWN: Readonly<Record<string, readonly string[]>> = {
	event: ['position'],
	outbox: ['id', 'next_at'],
	person: ['operator'],
}

/** Every row that an export is about, in an order of its own. */
export async function exportedRows(client: Client): Promise<Record<string, string[]>> {
	const tables = [...EXPORTED, ...PROJECTED]
	const found = await Promise.all(
		tables.map(async (table) => {
			const rows = await allRows(client, `SELECT * FROM ${table}`)
			const shown = rows.map((row) =>
				JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !OWN[table]?.includes(name)))),
			)
			return [table, shown.sort()] as const
		}),
	)
	return Object.fromEntries(found)
}
