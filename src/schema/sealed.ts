import * as z from 'zod'
import { type Revealed, SEALED_TEXT_FORMAT, type SealedText } from '#domain/publication/sealed.ts'
import { exactly } from './exactly.ts'
import { languageSchema } from './statement.ts'

const leaf = z.string()

export const sealedTextSchema = exactly<SealedText>()(
	z.strictObject({
		format: z.literal(SEALED_TEXT_FORMAT),
		language: languageSchema,
		title: leaf,
		blocks: z.array(leaf),
	}),
)

export const revealedSchema = exactly<Revealed>()(
	z.record(leaf, z.strictObject({ salt: z.string(), value: z.unknown() })),
)

/** The bytes of a text as it reads, from those of what was hashed and of what its leaves stand for. */
export function plainBytes(text: string, revealed: string): string {
	const { language, title, blocks } = sealedTextSchema.parse(JSON.parse(text))
	const parts = revealedSchema.parse(JSON.parse(revealed))
	// In the order of canonical JSON, as the parts are.
	return JSON.stringify({ blocks: blocks.map((each) => parts[each]?.value), language, title: parts[title]?.value })
}
