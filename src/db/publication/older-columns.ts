import * as z from 'zod'
import { id, json } from '#db/rows.ts'
import type { OlderId } from '#domain/kernel/id.ts'
import { olderContentSchema } from '#schema/older.ts'

/** The columns of a statement from before Samsvar was used. */
export const olderColumns = {
	id: id<OlderId>(),
	year: z.number(),
	number: z.number().nullable(),
	place: z.string(),
	content: json(olderContentSchema),
	importedAt: z.number(),
	removedAt: z.number().nullable(),
}
