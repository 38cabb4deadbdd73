import * as z from 'zod'
import type { StatementId } from '#domain/kernel/id.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { compact, sha256 } from './check-record.ts'
import type { World } from './world.ts'

/** Makes of a text being decided on one that was fixed before there were salts: event and tables as they were written then. */
export async function asFixedBefore(
	{ server: { client } }: Pick<World, 'server'>,
	statementId: StatementId,
): Promise<string> {
	const { rows } = await client.execute({ sql: 'SELECT * FROM revision WHERE statement_id = ?', args: [statementId] })
	const [row] = rows
	if (row === undefined || rows.length > 1) throw new Error('the text was fixed once')
	const blocks = z.array(blockVersionSchema).parse(JSON.parse(String(row.blocks)))
	const text = { title: row.title, language: row.language, blocks: blocks.map(({ content }) => content) }
	const [textHash, salted] = [sha256(compact(text)), String(row.text_hash)]
	await client.batch(
		[
			{ sql: "UPDATE event SET payload = json_remove(payload, '$.salts') WHERE type = 'revisionFixed'", args: [] },
			{
				sql: 'UPDATE event SET payload = replace(payload, ?, ?) WHERE statement_id = ?',
				args: [salted, textHash, statementId],
			},
			{ sql: 'UPDATE revision SET salts = NULL, text_hash = ? WHERE statement_id = ?', args: [textHash, statementId] },
			{ sql: 'UPDATE ballot SET text_hash = ? WHERE statement_id = ?', args: [textHash, statementId] },
			{ sql: 'UPDATE statement SET text_hash = ? WHERE id = ?', args: [textHash, statementId] },
		],
		'write',
	)
	return textHash
}
