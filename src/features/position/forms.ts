import * as z from 'zod'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'

/** `after`: empty for after the positions there are. */
export const insertForm = z
	.object({
		source: z.string().transform((id) => id as StatementId),
		number: z.coerce.number().int().positive(),
		after: z.string().default(''),
	})
	.transform(({ after, ...input }) => ({ ...input, ...(after === '' ? {} : { after: after as BlockId }) }))
