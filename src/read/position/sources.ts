import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { flag, id, row, rows } from '#db/rows.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'
import type { Cited } from './bank.ts'

const statementNumber = z.union([z.number(), z.string()])

/** Where a position in a text came from, and whether its wording was changed since. */
export type PositionSource = Cited & { readonly number: number; readonly changed: boolean }

const sourceRow = row({
	blockId: id<BlockId>(),
	number: z.number(),
	label: z.string(),
	year: z.number(),
	statementNumber,
	changed: flag,
})

/** By the block it became. */
export function sourcesQuery(statementId: string): Query<Readonly<Record<string, PositionSource>>> {
	return mapQuery(
		rows(
			`SELECT source.block_id, source.number, ${CITED},
				COALESCE(adopted.text <> json_extract(block_version.content, '$.text'), 0) AS changed
			FROM block JOIN block_source AS source ON source.block_id = block.id
			JOIN block_version ON block_version.id = block.version_id
			${standsIn('source.statement_id')}
			LEFT JOIN adopted_position AS adopted
				ON adopted.statement_id = source.statement_id AND adopted.number = source.number
			WHERE block.statement_id = ?`,
			[statementId],
			sourceRow,
		),
		(found) => Object.fromEntries(found.map(({ blockId, ...source }) => [blockId, source])),
	)
}
