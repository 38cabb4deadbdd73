import * as z from 'zod'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'

const words = { name: z.string(), text: z.string() }

/** `seen`: since when it was as it was read; what is none was never so. */
export const standardTextForm = z.object({ ...words, seen: z.coerce.number().catch(0) })

/** `use`: whether it is put into texts, or texts start from it. */
export const newStandardTextForm = z.object({ ...words, use: z.enum(STANDARD_USES) })

/** `used`: whether it can be chosen from now on. */
export const standardUseForm = z
	.object({ used: z.enum(['yes', 'no']) })
	.transform(({ used }) => ({ away: used === 'no' }))

/** `after`: the block it goes after; empty for last. */
export const standardInsertForm = z.object({ text: z.string(), after: z.string().default('') })
