import * as z from 'zod'
import type { Placed } from '#domain/amendment/apart.ts'
import type { WantedText } from '#domain/amendment/want.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { blockSchema } from '#schema/statement.ts'
import { seenIn } from './forms.ts'

const place = z.int().min(0)
const placed = z.array(z.union([place, z.strictObject({ was: place.nullable(), content: blockSchema })]))

/** What the editor made of the text, as JSON; null: it cannot be read. */
export function placedIn(sent: string): Placed | null {
	try {
		return placed.safeParse(JSON.parse(sent)).data ?? null
	} catch {
		return null
	}
}

/** Begins the name of the field with the reason for a change; behind it stands which (`namesOf`). */
export const REASON = 'reason-'

/** What a form that is shown again says of the text. */
export type SentText = {
	readonly want: WantedText
	/** It came from the editor, and goes back there. */
	readonly byEditor: boolean
	/** Somebody wants to write on. */
	readonly again: boolean
}

const none = z.string().default('')

/** `written`: what an editor made of the text; empty where it was typed into a field. */
export const severalForm = z
	.looseObject({
		as: none,
		seen: none,
		written: none,
		text: none,
		/** The changes have been shown. */
		confirmed: z.string().optional(),
		/** Back to the text, to write on. */
		again: z.string().optional(),
	})
	.transform(({ as, seen, written, text, confirmed, again, ...fields }, context) => {
		const found = written === '' ? undefined : placedIn(written)
		if (found === null) {
			context.addIssue({ code: 'custom', path: ['written'], input: written })
			return z.NEVER
		}
		const reasons = Object.entries(fields).flatMap(([name, value]) =>
			name.startsWith(REASON) && typeof value === 'string' ? [[name.slice(REASON.length), value] as const] : [],
		)
		return {
			associationId: as as AssociationId,
			seen: seenIn(seen),
			/** Undefined: it was typed. */
			placed: found,
			text,
			reasons: Object.fromEntries(reasons),
			confirmed: confirmed !== undefined && again === undefined,
		}
	})
