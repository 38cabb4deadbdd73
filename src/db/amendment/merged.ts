import * as z from 'zod'
import { json } from '#db/rows.ts'
import { MERGED_OUTCOMES } from '#domain/amendment/state.ts'
import type { ActId } from '#domain/kernel/id.ts'
import { mergedPartSchema } from '#schema/amendment.ts'
import { idOf } from '#schema/kernel.ts'

const OF_LAST = `FROM amendment_merge WHERE amendment_id = amendment.id AND undone_at IS NULL
		AND amendment_merge.version_id = amendment.version_id AND amendment.decided_at <= amendment_merge.at
	ORDER BY amendment_merge.at DESC, amendment_merge.rowid DESC LIMIT 1`

/**
 * How a row of `amendment` came into the text, as JSON, in SQL; null: it did not, or that was undone, or came to nothing when it was
 * reopened. What is decided later than it was merged was reopened between; and other words than came in are not what came in.
 */
export const MERGED = `(SELECT json_object('actId', act_id, 'at', at, 'outcome', outcome, 'note', note, 'parts', json(parts))
	${OF_LAST})`

/** What it was before, as JSON, in SQL. */
export const BEFORE = `(SELECT amendment_merge.before ${OF_LAST})`

/** What `MERGED` gives. */
export const mergedColumn = json(
	z.object({
		actId: idOf<ActId>(),
		at: z.number(),
		outcome: z.enum(MERGED_OUTCOMES),
		note: z.string(),
		parts: z.array(mergedPartSchema),
	}),
).nullable()
