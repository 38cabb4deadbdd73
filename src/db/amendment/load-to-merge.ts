import * as z from 'zod'
import { json } from '#db/rows.ts'
import { countToMerge } from '#domain/amendment/to-merge.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { MERGED } from './merged.ts'
import { SEEN } from './seen.ts'

/** Most amendments that are looked at, as many as the page that merges ticks before anybody chose; and characters of what they want. */
const LOOKED_AT = 25
const READ = 200_000

/** The first that were adopted and not merged. */
const ADOPTED = `SELECT statement_id, seen, wanted FROM (SELECT amendment.statement_id, seen, wanted,
		SUM(length(wanted)) OVER (ORDER BY number) AS length
	FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
	WHERE amendment.statement_id = statement.id AND state = 'adopted' AND ${MERGED} IS NULL
	ORDER BY number LIMIT ${LOOKED_AT}) WHERE length <= ${READ}`

/** What they saw, as it is now, and what says the same as a part that they put in: no page reads all of a long text for this. */
const TOUCHED = `SELECT saw.value ->> '$.blockId' AS id FROM adopted, json_each(adopted.seen) AS saw
	UNION SELECT block.id FROM adopted, json_each(adopted.wanted) AS want
		JOIN block ON block.statement_id = adopted.statement_id JOIN block_version ON block_version.id = block.version_id
		WHERE want.value ->> '$.blockId' IS NULL AND block_version.content = want.value -> '$.content'`

/**
 * The amendments to a row of `statement` that were adopted and not merged, with what there is of the text where they want something, while it
 * is written, as an SQL expression that gives JSON; null where there are none. To be read as `toMergeColumn`, which counts.
 */
export const TO_MERGE = `iif(statement.stage IN (${WRITABLE.map((stage) => `'${stage}'`).join(', ')}),
	(WITH adopted AS MATERIALIZED (${ADOPTED}) SELECT json_object('order', json(statement.block_order),
		'blocks', (SELECT json_group_array(json_object('id', block_version.id, 'blockId', block_id, 'content', json(content)))
			FROM (${TOUCHED}) AS touched JOIN block ON block.id = touched.id JOIN block_version ON block_version.id = block.version_id),
		'adopted', (SELECT json_group_array(json_object('seen', json(${SEEN.replaceAll('amendment_version.seen', 'adopted.seen')}),
			'wanted', json(wanted))) FROM adopted))
		WHERE EXISTS (SELECT 1 FROM adopted)), NULL)`

const found = z.object({
	order: z.array(z.string()),
	blocks: z.array(blockVersionSchema),
	adopted: z.array(z.object({ seen: z.array(blockVersionSchema), wanted: z.array(wantedSchema) })),
})

export const toMergeColumn = json(found)
	.nullable()
	.transform((found) => {
		if (found === null) return 0
		const stands = new Map<string, BlockVersion>(found.blocks.map((block) => [block.blockId, block]))
		return countToMerge(
			found.adopted,
			found.order.flatMap((id) => stands.get(id) ?? []),
		)
	})
