import * as z from 'zod'
import type { Quote } from '#domain/comment/quote.ts'
import { exactly } from './exactly.ts'

export const quoteSchema = exactly<Quote>()(
	z.strictObject({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
)
