import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { startTestServer } from './test-server.ts'

test('execute returns columns, types, rows, affected rows and the last rowid', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)')

	const inserted = await client.execute({ sql: 'INSERT INTO t (name) VALUES (?), (?)', args: ['a', 'b'] })
	expect(inserted.rowsAffected).toBe(2)
	expect(inserted.lastInsertRowid).toBe(2n)

	const found = await client.execute('SELECT id, name, 1 + 1 AS two FROM t ORDER BY id')
	expect(found.columns).toEqual(['id', 'name', 'two'])
	expect(found.columnTypes).toEqual(['INTEGER', 'TEXT', ''])
	expect(found.rows.map((row) => [row.id, row.name, row.two])).toEqual([
		[1, 'a', 2],
		[2, 'b', 2],
	])
	expect(found.rowsAffected).toBe(0)
	expect(found.lastInsertRowid).toBeUndefined()
})

test('affected rows are right for updates, for RETURNING, and for nothing', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.executeMultiple('CREATE TABLE t (id INTEGER PRIMARY KEY, n); INSERT INTO t (n) VALUES (1), (2), (3);')

	expect((await client.execute('UPDATE t SET n = 0 WHERE id < 3')).rowsAffected).toBe(2)
	const returned = await client.execute('UPDATE t SET n = 9 WHERE id > 1 RETURNING id')
	expect(returned.rows.map((row) => row.id)).toEqual([2, 3])
	expect(returned.rowsAffected).toBe(2)
	expect((await client.execute('UPDATE t SET n = 0 WHERE id > 99 RETURNING id')).rowsAffected).toBe(0)
	expect((await client.execute('DELETE FROM t WHERE id > 99')).rowsAffected).toBe(0)
	const upserted = 'INSERT INTO t (id, n) VALUES (1, 5) ON CONFLICT DO NOTHING'
	expect((await client.execute(upserted)).rowsAffected).toBe(0)
})

test('affected rows leave out those of triggers', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.batch(
		[
			'CREATE TABLE t (n)',
			'CREATE TABLE log (n)',
			'CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.n); INSERT INTO log VALUES (new.n); END',
		],
		'write',
	)
	expect((await client.execute('INSERT INTO t VALUES (1)')).rowsAffected).toBe(1)
	expect((await client.execute('SELECT count(*) AS n FROM log')).rows[0]?.n).toBe(2)
})

test('values of every type come back as they went in', async () => {
	await using server = await startTestServer()
	const client = createClient({ url: server.url, intMode: 'bigint' })
	const blob = new Uint8Array([0, 1, 254, 255])
	const args = [null, 'å ” \u00a0–\n', 1.5, -(2n ** 63n), 2n ** 63n - 1n, blob, new Uint8Array(), '']
	const { rows } = await client.execute({ sql: 'SELECT ?, ?, ?, ?, ?, ?, ?, ?', args })
	const got = Array.from({ length: args.length }, (_, index) => rows[0]?.[index])
	expect(got.slice(0, 5)).toEqual(args.slice(0, 5))
	expect(got[5]).toEqual(blob.buffer)
	expect(got[6]).toEqual(new ArrayBuffer(0))
	expect(got[7]).toBe('')
	client.close()
})

test('a number is bound as REAL and a bigint or boolean as INTEGER, as a hosted server does', async () => {
	await using server = await startTestServer()
	const { rows } = await server.client.execute({
		sql: 'SELECT typeof(?) AS a, typeof(?) AS b, typeof(?) AS c',
		args: [1, 1n, true],
	})
	expect({ ...rows[0] }).toMatchObject({ a: 'real', b: 'integer', c: 'integer' })
})

test('parameters are bound by position, number and name, and missing ones are null', async () => {
	await using server = await startTestServer()
	const { client } = server
	const select = async (sql: string, args: Parameters<typeof client.execute>[1]) => {
		const { rows } = await client.execute(sql, args)
		return Array.from(rows[0] ?? [])
	}
	expect(await select("SELECT ?, '?', ?2, ?1 -- ?", ['a', 'b'])).toEqual(['a', '?', 'b', 'a'])
	expect(await select('SELECT :x, @y, $z, :x', { x: 'a', y: 'b', z: 'c' })).toEqual(['a', 'b', 'c', 'a'])
	expect(await select('SELECT ?1, ?2', ['a', 'b'])).toEqual(['a', 'b'])
	// The same text again with fewer: what the engine remembers from the last time must not show.
	expect(await select('SELECT ?1, ?2', ['c'])).toEqual(['c', null])
	await expect(select('SELECT ?', ['a', 'b'])).rejects.toThrow(/takes 1 parameters, 2 were given/)
	await expect(select('SELECT :x', { y: 1 })).rejects.toThrow(/no parameter y/)
})

test('errors carry the SQLite code and leave the server working', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.execute('CREATE TABLE t (a UNIQUE NOT NULL CHECK (a > 0))')
	await client.execute('INSERT INTO t VALUES (1)')
	const refused = (sql: string) => expect(client.execute(sql)).rejects
	await refused('INSERT INTO t VALUES (1)').toMatchObject({
		code: 'SQLITE_CONSTRAINT',
		message: 'SQLITE_CONSTRAINT: SQLite error: UNIQUE constraint failed: t.a',
	})
	await refused('INSERT INTO t VALUES (NULL)').toMatchObject({ code: 'SQLITE_CONSTRAINT' })
	await refused('INSERT INTO t VALUES (0) RETURNING a').toMatchObject({ code: 'SQLITE_CONSTRAINT' })
	await refused('SELEC 1').toMatchObject({ code: 'SQLITE_ERROR' })
	await refused('SELECT 1; SELECT 2').toMatchObject({ code: 'SQL_MANY_STATEMENTS' })
	await refused(' -- nothing').toMatchObject({ code: 'SQL_NO_STATEMENT' })
	expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(1)
})

test('text that the engine would cut short is refused instead', async () => {
	await using server = await startTestServer()
	await expect(server.client.execute('SELECT ?', ['a\0b'])).rejects.toMatchObject({ code: 'SQLITE_MISMATCH' })
})

test.each(['write', 'deferred'] as const)(
	'a failing %s batch changes nothing and names the statement',
	async (mode) => {
		await using server = await startTestServer()
		const { client } = server
		await client.execute('CREATE TABLE t (a UNIQUE)')
		const statements = ['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (2)', 'INSERT INTO t VALUES (1)']
		await expect(client.batch(statements, mode)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 2 })
		expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(0)

		const results = await client.batch(['INSERT INTO t VALUES (1)', 'SELECT a FROM t'], mode)
		expect(results.map((result) => result.rowsAffected)).toEqual([1, 0])
		expect(results[1]?.rows[0]?.a).toBe(1)
	},
)

test('a read batch reads one state and refuses to write', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.execute('CREATE TABLE t (a)')
	const read = await client.batch(['SELECT 1 AS n', 'SELECT count(*) AS n FROM t'], 'read')
	expect(read.map((result) => result.rows[0]?.n)).toEqual([1, 0])
	await expect(client.batch(['INSERT INTO t VALUES (1)'], 'read')).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
	await client.execute('INSERT INTO t VALUES (2)')
	expect((await client.execute('SELECT a FROM t')).rows.map((row) => row.a)).toEqual([2])
})

test('a batch sees a schema changed by another connection', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.execute('CREATE TABLE t (a)')
	await client.execute('INSERT INTO t VALUES (1)')
	expect((await client.execute('SELECT * FROM t')).columns).toEqual(['a'])
	const transaction = await client.transaction('write')
	await transaction.execute('ALTER TABLE t ADD COLUMN b DEFAULT 7')
	await transaction.commit()
	const after = await client.execute('SELECT * FROM t')
	expect(after.columns).toEqual(['a', 'b'])
	expect(after.rows[0]?.b).toBe(7)
})

test('executeMultiple runs every statement, and migrate turns foreign keys on again', async () => {
	await using server = await startTestServer()
	const { client } = server
	await client.executeMultiple(`
		CREATE TABLE p (id INTEGER PRIMARY KEY);
		CREATE TABLE c (p REFERENCES p);
		BEGIN; INSERT INTO p VALUES (1); INSERT INTO c VALUES (1); COMMIT;`)
	await expect(client.execute('INSERT INTO c VALUES (99)')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
	await client.migrate(['INSERT INTO c VALUES (99)'])
	expect((await client.execute('SELECT count(*) AS n FROM c')).rows[0]?.n).toBe(2)
	await expect(client.execute('INSERT INTO c VALUES (98)')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
})

test('describe, stored SQL and autocommit are answered in both versions', async () => {
	await using server = await startTestServer()
	for (const version of ['v2', 'v3']) {
		expect((await fetch(`${server.url}/${version}`)).status).toBe(200)
		const response = await fetch(`${server.url}/${version}/pipeline`, {
			method: 'POST',
			body: JSON.stringify({
				requests: [
					{ type: 'store_sql', sql_id: 7, sql: 'SELECT :a AS one, ?' },
					{ type: 'describe', sql_id: 7 },
					{ type: 'get_autocommit' },
					{ type: 'execute', stmt: { sql: 'BEGIN' } },
					{ type: 'get_autocommit' },
					{ type: 'close_sql', sql_id: 7 },
					{ type: 'describe', sql_id: 7 },
					{ type: 'close' },
				],
			}),
		})
		const described = {
			params: [{ name: ':a' }, { name: null }],
			cols: [
				{ name: 'one', decltype: null },
				{ name: '?', decltype: null },
			],
			is_explain: false,
			is_readonly: true,
		}
		expect(await response.json()).toMatchObject({
			baton: null,
			base_url: null,
			results: [
				{ type: 'ok', response: { type: 'store_sql' } },
				{ type: 'ok', response: { type: 'describe', result: described } },
				{ type: 'ok', response: { type: 'get_autocommit', is_autocommit: true } },
				{ type: 'ok', response: { type: 'execute' } },
				{ type: 'ok', response: { type: 'get_autocommit', is_autocommit: false } },
				{ type: 'ok', response: { type: 'close_sql' } },
				{ type: 'error', error: { code: 'SQL_NOT_FOUND' } },
				{ type: 'ok', response: { type: 'close' } },
			],
		})
	}
})

test('what is no pipeline is told so', async () => {
	await using server = await startTestServer()
	const post = (body: string) => fetch(`${server.url}/v2/pipeline`, { method: 'POST', body })
	expect((await post('{')).status).toBe(400)
	expect((await post('{"requests":[{"type":"dance"}]}')).status).toBe(400)
	expect((await post('{"baton":"stolen","requests":[]}')).status).toBe(400)
	expect((await fetch(`${server.url}/v3-protobuf`)).status).toBe(404)
})
