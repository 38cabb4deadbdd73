import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startTestServer } from './libsql/test-server.ts'
import { migrate } from './migrate.ts'

async function folderWith(files: Record<string, string>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-migrations-'))
	onTestFinished(() => rm(folder, { recursive: true }))
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
	return folder
}

test('migrations are applied once, in the order of their names', async () => {
	await using server = await startTestServer()
	const folder = await folderWith({
		'0001_b.sql': 'ALTER TABLE t ADD COLUMN b;\n--> statement-breakpoint\nINSERT INTO t (a, b) VALUES (1, 2);',
		'0000_a.sql': 'CREATE TABLE t (a);\n',
		'notes.txt': 'not SQL',
	})
	expect(await migrate(server.client, folder)).toEqual(['0000_a.sql', '0001_b.sql'])
	expect(await migrate(server.client, folder)).toEqual([])
	await writeFile(join(folder, '0002_c.sql'), 'INSERT INTO t (a, b) VALUES (3, 4);')
	expect(await migrate(server.client, folder)).toEqual(['0002_c.sql'])
	expect((await server.client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(2)
})

test('a migration that fails leaves nothing of itself', async () => {
	await using server = await startTestServer()
	const folder = await folderWith({
		'0000_a.sql': 'CREATE TABLE t (a);',
		'0001_b.sql': 'CREATE TABLE u (a);\n--> statement-breakpoint\nINSERT INTO missing VALUES (1);',
	})
	await expect(migrate(server.client, folder)).rejects.toThrow(/no such table: missing/)
	const tables = await server.client.execute("SELECT name FROM sqlite_schema WHERE name IN ('t', 'u')")
	expect(tables.rows.map((row) => row.name)).toEqual(['t'])
	await writeFile(join(folder, '0001_b.sql'), 'CREATE TABLE u (a);')
	expect(await migrate(server.client, folder)).toEqual(['0001_b.sql'])
})
