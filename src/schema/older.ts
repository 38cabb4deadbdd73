import * as z from 'zod'
import { type FileFacts, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import { exactly } from './exactly.ts'
import { blockSchema, kindSchema, languageSchema } from './statement.ts'

export const fileFactsSchema = exactly<FileFacts>()(
	z.strictObject({ sha256: z.string(), name: z.string(), mediaType: z.enum(MEDIA_TYPES), size: z.int() }),
)

/** What is known of a statement from before Samsvar was used. */
export const olderContentSchema = exactly<OlderContent>()(
	z.strictObject({
		title: z.string(),
		language: languageSchema,
		kind: kindSchema,
		decidedOn: z.string(),
		inquiry: z.strictObject({ title: z.string(), sender: z.string(), references: z.string() }),
		standsBehind: z.string(),
		files: z.array(fileFactsSchema),
		blocks: z.array(blockSchema),
	}),
)
