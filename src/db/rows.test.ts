import { expect, test } from 'vitest'
import * as z from 'zod'
import { startTestServer } from '#local/libsql/test-server.ts'
import { database } from './client.ts'
import { firstRow, flag, json, row, rows, values } from './rows.ts'

const numbered = row({ n: z.number(), writtenAs: z.string().nullable() })
const UP_TO = 'WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)'

async function empty() {
	const server = await startTestServer()
	return { db: database(server.client), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test('rows come in the order that was asked for, whatever stands in them', async () => {
	await using at = await empty()
	const texts = ['"', "'", '\\', '\n', '\u2028', 'å', '😀', '', '{"a": 1}', 'null', null]
	const asked = texts.map((_, index) => `SELECT ${index} AS n, ? AS written_as`).join(' UNION ALL ')
	const [found, numbers] = await at.db.read<[unknown, unknown]>(
		rows(`SELECT * FROM (${asked}) ORDER BY n DESC`, texts, numbered),
		values(`${UP_TO} SELECT n * 1000000000000 FROM counted ORDER BY n DESC`, [3], z.number()),
	)
	expect(found).toEqual(texts.map((writtenAs, n) => ({ n, writtenAs })).reverse())
	expect(numbers).toEqual([3e12, 2e12, 1e12])
})

test('a thousand rows are one for the client, and none is an empty list', async () => {
	await using at = await empty()
	const query = rows(`${UP_TO} SELECT n, NULL AS written_as FROM counted WHERE n > ?`, [1_000, 0], numbered)
	const none = rows(`${UP_TO} SELECT n, NULL AS written_as FROM counted WHERE n > ?`, [1, 1], numbered)
	const lines: number[] = []
	const counting = {
		...query,
		parse: (results: Parameters<typeof query.parse>[0]) => {
			lines.push(...results.map((result) => result.rows.length))
			return query.parse(results)
		},
	}
	const [found, nothing] = await at.db.read<[unknown[], unknown[]]>(counting, none)
	expect([found.length, lines, nothing]).toEqual([1_000, [1], []])
})

test('a column that a select does not have is a fault', async () => {
	await using at = await empty()
	await expect(at.db.read(rows('SELECT 1 AS n', [], numbered))).rejects.toThrow('no such column')
	await expect(at.db.read(firstRow('SELECT 1 AS n', [], numbered))).rejects.toThrow('writtenAs')
})

test('JSON that was written and JSON that a select makes read the same, among rows and alone', async () => {
	await using at = await empty()
	const list = row({ list: json(z.array(z.number())) })
	const made = 'SELECT json_array(1, 2) AS list'
	const found = await at.db.read(
		rows(made, [], list),
		firstRow(made, [], list),
		rows(`SELECT '[1,2]' AS list`, [], list),
	)
	expect(found).toEqual([[{ list: [1, 2] }], { list: [1, 2] }, [{ list: [1, 2] }]])
})

test.each([
	['text', z.string(), 'a', 1],
	['text with a rule', z.string().min(2), 'ab', 'a'],
	['number', z.number(), 1.5, '1'],
	['whole number', z.int(), 1, 1.5],
	['word of a list', z.enum(['yes', 'no']), 'no', 'maybe'],
	['text or nothing', z.string().nullable(), null, 1],
	['flag', flag, 1, 2],
])('a cell that is no %s is a fault that names its column', (_what, schema, right, wrong) => {
	const read = row({ first: z.string(), asked: schema })
	expect(read(['a', right])).toEqual({ first: 'a', asked: schema.parse(right) })
	expect(() => read(['a', wrong])).toThrow('asked')
	expect(() => read([null, right])).toThrow('first')
})
