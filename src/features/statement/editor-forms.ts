import * as z from 'zod'
import type { BlockId } from '#domain/kernel/id.ts'
import { blockSchema } from '#schema/statement.ts'
import { answers, seenIn } from './forms.ts'

const named = z.array(z.strictObject({ name: z.string().nullable(), content: blockSchema }))

/** The blocks that were written, as JSON, each with the id of what it was; null: it is new. */
const written = z.string().transform((sent, context) => {
	const parsed = named.safeParse(parsedJson(sent))
	if (parsed.success) return parsed.data.map(({ name, content }) => ({ name: name as BlockId | null, content }))
	context.addIssue({ code: 'custom', input: sent })
	return z.NEVER
})

function parsedJson(sent: string): unknown {
	try {
		return JSON.parse(sent)
	} catch {
		return undefined
	}
}

/** What the editor saves: the stretch that was changed, as it was seen and as it is wanted. */
export const savingForm = z.object({ seen: z.string().transform(seenIn), written, ...answers })
