import * as z from 'zod'
import { seenIn } from './forms.ts'
import { choicesIn, pairIn, shownAs } from './merging-fields.tsx'

/** What is chosen, and what was chosen in collisions, in fields of their own. */
export const mergingForm = z
	.looseObject({
		'chosen[]': z.array(z.string()).default([]),
		seen: z.string().default('').transform(seenIn),
		note: z.string().default(''),
		letGo: z.string().optional(),
		/** What the text shown was made of. */
		shown: z.string().default(''),
		save: z.string().optional(),
	})
	.transform(({ 'chosen[]': pairs, seen, note, letGo, shown, save, ...fields }) => {
		const chosen = pairs.map(pairIn)
		const choices = choicesIn(fields)
		const wasShown = save !== undefined && shown === shownAs(chosen, choices)
		return { chosen, choices, seen, note, letGo: letGo !== undefined, wasShown }
	})
