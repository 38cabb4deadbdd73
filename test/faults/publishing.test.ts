import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, toldYesterday } from '#test/support/world.ts'

async function signedStatements(world: CoalitionWorld, count: number): Promise<StatementId[]> {
	const statements: StatementId[] = []
	while (statements.length < count) {
		await toldYesterday(world)
		statements.push(...(await Promise.all(Array.from({ length: 10 }, () => decidedStatement(world)))))
	}
	return statements
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const sha256 = (bytes: unknown) => createHash('sha256').update(String(bytes), 'utf8').digest('hex')

test('fifty published at once all finish, under fifty consecutive numbers, each record hashed as it is stored', async () => {
	await using world = await createCoalitionWorld(['Attention'], undefined, 'never')
	const { client } = world.server
	const statements = await signedStatements(world, 50)
	const results = await Promise.all(statements.map((statementId) => publish(world, statementId)))
	const values = results.map((result) => granted(result).value)
	expect(values.map((value) => value.number).sort((one, other) => one - other)).toEqual(upTo(50))
	expect(values.map((value) => value.label)).toEqual(values.map(({ number }) => `NSPH-SL 2022:${number}`))

	const publications = await allRows(client, 'SELECT * FROM publication ORDER BY number')
	expect(publications.map((row) => row.number)).toEqual(upTo(50))
	for (const row of publications) {
		const given = values[statements.indexOf(row.statement_id as StatementId)]
		expect(row).toMatchObject({
			number: given?.number,
			record_hash: sha256(row.record_bytes),
			text_hash: sha256(row.sealed_text),
		})
		expect(JSON.parse(String(row.record_bytes))).toMatchObject({
			number: row.number,
			label: row.label,
			textHash: row.text_hash,
		})
	}
	const taken = await allRows(
		client,
		"SELECT seq, json_extract(payload, '$.number') AS number FROM event WHERE stream LIKE 'series:%' ORDER BY seq",
	)
	expect(taken).toEqual(upTo(50).map((number) => ({ seq: number, number })))
	expect(await countOf(client, "FROM event WHERE type = 'published'")).toBe(50)
	expect(await countOf(client, "FROM outbox WHERE kind = 'published'")).toBe(50)
}, 180_000)

test('pressed twice each at once, or again afterwards, a statement takes one number', async () => {
	await using world = await createCoalitionWorld(['Attention'], undefined, 'never')
	const statements = await signedStatements(world, 10)
	const results = await Promise.all([...statements, ...statements].map((statementId) => publish(world, statementId)))
	expect(results.map(codeOf).sort()).toEqual([...Array(10).fill('granted'), ...Array(10).fill('wrongStage')])
	for (const statementId of statements) expect(codeOf(await publish(world, statementId))).toBe('wrongStage')
	const numbers = await allRows(world.server.client, 'SELECT number FROM publication ORDER BY number')
	expect(numbers.map((row) => row.number)).toEqual(upTo(10))
	expect(await countOf(world.server.client, "FROM event WHERE type = 'numberTaken'")).toBe(10)
}, 180_000)
