import { expect, test } from 'vitest'
import { LOOKED_AT } from '#domain/amendment/to-merge.ts'
import type { Block } from '#domain/statement/block.ts'
import { allRows } from '#test/support/all-rows.ts'
import { createCoalitionWorld, draftStatement } from '#test/support/world.ts'
import { TO_MERGE, toMergeColumn } from './load-to-merge.ts'

const said = (text: string): Block => ({ kind: 'paragraph', text })

/** A text, and how many wait of amendments to its first part that were adopted: each wants these words there, and that part beside it. */
async function place() {
	const world = await createCoalitionWorld()
	const id = await draftStatement(world)
	const run = (sql: string, args: (string | number)[] = []) => allRows(world.server.client, sql, args)
	let made = 0
	const write = async (...parts: readonly string[]) => {
		for (const [at, text] of parts.entries()) {
			made += 1
			await run(
				`INSERT INTO block_version (id, block_id, statement_id, content, person_id, at) VALUES (?, ?, ?, ?, '', 0)`,
				[`v${made}`, `b${at}`, id, JSON.stringify(said(text))],
			)
			await run(`INSERT OR REPLACE INTO block (id, statement_id, version_id) VALUES (?, ?, ?)`, [
				`b${at}`,
				id,
				`v${made}`,
			])
		}
		const order = JSON.stringify(parts.map((_, at) => `b${at}`))
		await run(`UPDATE statement SET block_order = ? WHERE id = ?`, [order, id])
	}
	const adopt = async (...texts: readonly string[]) => {
		for (const text of texts) {
			made += 1
			const wanted = JSON.stringify([{ blockId: 'b0', content: said(text) }])
			await run(
				`INSERT INTO amendment_version (id, amendment_id, statement_id, seen, wanted, reason, person_id, at)
					VALUES (?, ?, ?, '[{"blockId":"b0","id":"v1"}]', ?, '', '', 0)`,
				[`w${made}`, `a${made}`, id, wanted],
			)
			await run(
				`INSERT INTO amendment (id, statement_id, number, association_id, person_id, state, version_id, at, put_forward_at)
					VALUES (?, ?, ?, '', '', 'adopted', ?, 0, 0)`,
				[`a${made}`, id, made, `w${made}`],
			)
		}
	}
	const SQL = `SELECT ${TO_MERGE} AS found FROM statement WHERE id = ?`
	return {
		write,
		adopt,
		waits: async () => toMergeColumn.parse((await run(SQL, [id]))[0]?.found),
		plan: async () => (await run(`EXPLAIN QUERY PLAN ${SQL}`, [id])).map(({ detail }) => String(detail)),
		[Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
	}
}

test('words that were written beside the part they were wanted in are in the text, whatever their white space and escapes', async () => {
	await using at = await place()
	await at.write('Några uppdrag.', 'Annat.')
	expect(await at.waits()).toBe(0)
	await at.adopt('Många \\<b> uppdrag.')
	expect(await at.waits()).toBe(1)
	await at.write('Några uppdrag.', 'Många  <b>\nuppdrag.')
	expect(await at.waits()).toBe(0)
})

test('those whose words stand hide none that waits behind them; nor does one that is long, or more than are read', async () => {
	await using at = await place()
	await at.write('Några uppdrag.', 'Många uppdrag.')
	await at.adopt(...Array.from({ length: 26 }, () => 'Många uppdrag.'), 'Alla uppdrag.')
	expect(await at.waits()).toBe(1)
	await at.adopt('x'.repeat(250_000), 'Inga uppdrag.')
	expect(await at.waits()).toBe(3)
})

test('a first one that is long is read; those past the number that is looked at are taken to wait', async () => {
	await using at = await place()
	await at.write('Några uppdrag.', 'x'.repeat(250_000), 'Många uppdrag.')
	await at.adopt('x'.repeat(250_000))
	expect(await at.waits()).toBe(0)
	expect(toMergeColumn.parse(JSON.stringify({ order: [], blocks: [], adopted: [], total: LOOKED_AT }))).toBe(LOOKED_AT)
})

test('the amendments are read once, and each part of the text once, however many want something of it', async () => {
	await using at = await place()
	const plan = await at.plan()
	const steps = (start: string) => plan.filter((step) => step.startsWith(start))
	expect(steps('SEARCH amendment USING')).toHaveLength(1)
	expect(steps('SEARCH block USING INDEX block_statement')).toHaveLength(1)
	expect(plan.filter((step) => /^MATERIALIZE|SCAN block/.test(step))).toEqual([])
})
