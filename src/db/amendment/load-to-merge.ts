import * as z from 'zod'
import { json } from '#db/rows.ts'
import { MERGED_AT_ONCE } from '#domain/amendment/merge-amendments.ts'
import { countToMerge } from '#domain/amendment/to-merge.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { MERGED } from './merged.ts'
import { SEEN } from './seen.ts'

/** Most characters of what is wanted that is read to see what is in the text. */
const READ = 200_000

const OF_STATEMENT = `amendment.statement_id = statement.id AND state = 'adopted' AND ${MERGED} IS NULL`

const TEXT = `(SELECT json_group_array(json_object('id', id, 'blockId', block_id, 'content', json(content)))
	FROM (SELECT block_version.id, block_version.block_id, block_version.content FROM json_each(statement.block_order) AS placed
		JOIN block ON block.id = placed.value JOIN block_version ON block_version.id = block.version_id ORDER BY placed.key))`

const WORDS = `(SELECT json_group_array(json_object('seen', json(seen), 'wanted', json(wanted)))
	FROM (SELECT ${SEEN} AS seen, wanted, SUM(length(wanted)) OVER (ORDER BY number) AS length
		FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
		WHERE ${OF_STATEMENT} ORDER BY number LIMIT ${MERGED_AT_ONCE}) WHERE length <= ${READ})`

/**
 * The amendments to a row of `statement` that were adopted and not merged, as many as are merged at once, with the text while it is written,
 * as an SQL expression that gives JSON; null, and nothing is read, where there are none. To be read as `toMergeColumn`, which counts.
 */
export const TO_MERGE = `iif(statement.stage IN (${WRITABLE.map((stage) => `'${stage}'`).join(', ')})
	AND EXISTS (SELECT 1 FROM amendment WHERE ${OF_STATEMENT}), json_object('blocks', json(${TEXT}), 'adopted', json(${WORDS})), NULL)`

const words = z.object({ seen: z.array(blockVersionSchema), wanted: z.array(wantedSchema) })

export const toMergeColumn = json(z.object({ blocks: z.array(blockVersionSchema), adopted: z.array(words) }))
	.nullable()
	.transform((found) => (found === null ? 0 : countToMerge(found.adopted, found.blocks)))
