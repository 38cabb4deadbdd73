import type { StatementId } from '#domain/kernel/id.ts'
import { allRows } from './all-rows.ts'
import type { CoalitionWorld } from './world.ts'

const IN_ORDER = `FROM statement, json_each(statement.block_order) AS placed JOIN block ON block.id = placed.value
	JOIN block_version ON block_version.id = block.version_id WHERE statement.id = ? ORDER BY placed.key`

/** What the statement's text says, block by block. */
export async function textsOf({ server }: CoalitionWorld, statement: StatementId): Promise<string[]> {
	const found = await allRows(server.client, `SELECT content ->> '$.text' AS text ${IN_ORDER}`, [statement])
	return found.map(({ text }) => String(text))
}

/** Its blocks in order, by id, version and kind. */
export async function writtenIn({ server }: CoalitionWorld, statement: StatementId) {
	const columns = "block.id, block.version_id AS version, content ->> '$.kind' AS kind"
	const found = await allRows(server.client, `SELECT ${columns} ${IN_ORDER}`, [statement])
	return found.map(({ id, version, kind }) => ({ id: String(id), version: String(version), kind: String(kind) }))
}
