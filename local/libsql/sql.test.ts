import { expect, test } from 'vitest'
import { sqlShape } from './sql.ts'

test.each([
	['SELECT 1', 'read'],
	['  /* INSERT */ select 1 -- UPDATE', 'read'],
	['WITH x AS (SELECT 1) SELECT * FROM x', 'read'],
	['WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x', 'write'],
	['EXPLAIN QUERY PLAN DELETE FROM t', 'read'],
	['INSERT INTO t VALUES (1)', 'write'],
	['CREATE TABLE t (a)', 'write'],
	['PRAGMA user_version = 1', 'write'],
	['BEGIN', 'begin'],
	['BEGIN DEFERRED', 'begin'],
	['begin immediate', 'begin-write'],
	['BEGIN TRANSACTION READONLY', 'begin-readonly'],
	['COMMIT', 'commit'],
	['END TRANSACTION', 'commit'],
	['ROLLBACK', 'rollback'],
	['ROLLBACK TO s', 'savepoint'],
	['SAVEPOINT s', 'savepoint'],
	[' ; -- nothing', 'empty'],
])('%s is %s', (sql, kind) => {
	expect(sqlShape(sql).kind).toBe(kind)
})

test.each([
	['SELECT ?, ?', [null, null]],
	['SELECT ?2, ?', [null, '?2', null]],
	['SELECT :a, @b, $c, :a', [':a', '@b', '$c']],
	[`SELECT '?', "?", \`?\`, [?], 'it''s ?' -- ?\n, /* ? */ ?`, [null]],
	["SELECT x'00', 1.5e3, a->>'$.b', ?", [null]],
])('the parameters of %s are counted', (sql, parameters) => {
	expect(sqlShape(sql).parameters).toEqual(parameters)
})

test('a second statement is noticed, a trailing semicolon and the body of a trigger are none', () => {
	expect(sqlShape('SELECT 1; SELECT 2').many).toBe(true)
	expect(sqlShape('SELECT 1; -- done').many).toBe(false)
	expect(sqlShape('CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END').many).toBe(false)
})

test('an unclosed quote or comment ends the scan', () => {
	expect(sqlShape("SELECT 'abc ?").parameters).toEqual([])
	expect(sqlShape('SELECT 1 /* abc ?').parameters).toEqual([])
})
