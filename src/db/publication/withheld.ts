import * as z from 'zod'
import { BLOCK_KINDS } from '#domain/statement/block.ts'

/**
 * Each `redaction` with `place.key`, where in the text its block stands, counted from 0. Ids are looked up in the revision:
 * the published bytes hold none.
 */
export const REDACTION_PLACES = `redaction
	JOIN statement ON statement.id = redaction.statement_id
	JOIN revision ON revision.id = statement.revision_id
	JOIN json_each(revision.blocks) AS place ON json_extract(place.value, '$.blockId') = redaction.block_id`

const kindIn = (blocks: string) =>
	`SELECT block.value ->> '$.content.kind' FROM ${blocks} AS block WHERE block.value ->> '$.blockId' = withheld.block_id`

/** What kind of part a row of `withheld` is about. What was withheld of an addendum's texts is no block of it. */
export const WITHHELD_PART = `COALESCE((${kindIn('statement JOIN revision ON revision.id = statement.revision_id, json_each(revision.blocks)')}
		AND statement.id = withheld.statement_id),
	(${kindIn('addendum, json_each(addendum.blocks)')} AND addendum.statement_id = withheld.statement_id), 'added')`

export const withheldPart = z.enum([...BLOCK_KINDS, 'added'])
