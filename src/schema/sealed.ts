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

/** Looked at by hand: of a large coalition there are thousands, and zod would make each of them anew. */
function isRevealed(found: unknown): found is Revealed {
	if (typeof found !== 'object' || found === null || Array.isArray(found)) return false
	return Object.values(found).every(
		(part) => typeof part === 'object' && part !== null && typeof part.salt === 'string' && 'value' in part,
	)
}

export const revealedSchema = exactly<Revealed>()(z.custom<Revealed>(isRevealed))

/** The bytes of a text as it reads, from those of what was hashed and of what its leaves stand for. */
export function plainBytes(text: string, revealed: string): string {
	const { language, title, blocks } = sealedTextSchema.parse(JSON.parse(text))
	const parts = revealedSchema.parse(JSON.parse(revealed))
	// In the order of canonical JSON, as the parts are.
	return JSON.stringify({ blocks: blocks.map((each) => parts[each]?.value), language, title: parts[title]?.value })
}
