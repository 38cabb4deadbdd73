import * as z from 'zod'
import { json } from '#db/rows.ts'
import { countToMerge, LOOKED_AT } from '#domain/amendment/to-merge.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { MERGED } from './merged.ts'
import { SEEN } from './seen.ts'

/** Most characters that are read of what they want. */
const READ = 200_000

/** Those that were adopted and not merged: what the first saw and want, of the rest that they are there. */
const ADOPTED = `SELECT json_group_array(json_object('seen', json(${SEEN.replaceAll('amendment_version.seen', 'waiting.seen')}), 'wanted', json(wanted)))
		FILTER (WHERE place <= ${LOOKED_AT} AND (place = 1 OR length <= ${READ})) AS read, COUNT(*) AS total
	FROM (SELECT seen, wanted, ROW_NUMBER() OVER inOrder AS place, SUM(length(wanted)) OVER inOrder AS length
		FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
		WHERE amendment.statement_id = statement.id AND state = 'adopted' AND ${MERGED} IS NULL
		WINDOW inOrder AS (ORDER BY number)) AS waiting`

/** What says the same, whatever its white space and escapes, says the same in this, too: few are read that do not. */
const bare = (content: string) => `replace(replace(replace(${content}, '\\n', ''), '\\', ''), ' ', '')`

/**
 * What they saw, as it is now, and what says the same as a part that they want: no more is read of a long text. Each part is
 * written bare once, and beside the wants by sorting: by pairs it would be as many times as there are wants.
 */
const TOUCHED = `SELECT saw.value ->> '$.blockId' AS id FROM json_each(adopted.read) AS one, json_each(one.value, '$.seen') AS saw
	UNION SELECT id FROM (SELECT id, MAX(id IS NULL) OVER (PARTITION BY says) AS is_wanted FROM (
		SELECT block.id, ${bare('content')} AS says FROM block JOIN block_version ON block_version.id = block.version_id
			WHERE block.statement_id = statement.id
		UNION ALL SELECT NULL, ${bare(`want.value -> '$.content'`)}
			FROM json_each(adopted.read) AS one, json_each(one.value, '$.wanted') AS want))
		WHERE is_wanted AND id IS NOT NULL`

/**
 * The amendments to a row of `statement` that were adopted and not merged, with what there is of the text where they want something, while it
 * is written, as an SQL expression that gives JSON; null where there are none. To be read as `toMergeColumn`, which counts.
 */
export const TO_MERGE = `iif(statement.stage IN (${WRITABLE.map((stage) => `'${stage}'`).join(', ')}),
	(SELECT json_object('order', json(statement.block_order), 'total', total, 'adopted', json(read),
		'blocks', (SELECT json_group_array(json_object('id', block_version.id, 'blockId', block_id, 'content', json(content)))
			FROM (${TOUCHED}) AS touched JOIN block ON block.id = touched.id JOIN block_version ON block_version.id = block.version_id))
		FROM (${ADOPTED}) AS adopted WHERE total > 0), NULL)`

const found = z.object({
	order: z.array(z.string()),
	blocks: z.array(blockVersionSchema),
	adopted: z.array(z.object({ seen: z.array(blockVersionSchema), wanted: z.array(wantedSchema) })),
	total: z.number(),
})

/** What was not read is taken to wait: the page that merges offers it when the first are merged. */
export const toMergeColumn = json(found)
	.nullable()
	.transform((found) => {
		if (found === null) return 0
		const { adopted, total } = found
		const stands = new Map<string, BlockVersion>(found.blocks.map((block) => [block.blockId, block]))
		const blocks = found.order.flatMap((id) => stands.get(id) ?? [])
		return countToMerge(adopted, blocks) + total - adopted.length
	})
