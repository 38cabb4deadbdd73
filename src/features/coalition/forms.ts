import * as z from 'zod'
import { PALETTE } from '#domain/coalition/colour.ts'
import { presetSchema } from '#schema/deciding.ts'
import { languageSchema } from '#schema/statement.ts'

export const nameForm = z.object({ name: z.string() })

export const seriesForm = z.object({ seriesPrefix: z.string() })

export const rulesForm = z.object({ preset: presetSchema })

export const languageForm = z.object({ language: languageSchema })

export const englishForm = z
	.object({ english: z.enum(['yes', 'no']) })
	.transform(({ english }) => ({ offered: english === 'yes' }))

export const listingForm = z
	.object({ listed: z.enum(['yes', 'no']) })
	.transform(({ listed }) => ({ listed: listed === 'yes' }))

export const addressForm = z.object({ slug: z.string().trim().min(1) })

export const altForm = z.object({ alt: z.string().default('') })

/** In the place of a colour of the palette. */
export const OWN = 'own'

const isNamed = (choice: string): choice is keyof typeof PALETTE => Object.hasOwn(PALETTE, choice)

/** The colour a form asks for; empty for Samsvar’s own, null where none is chosen. */
export function colourAsked(choice: string, own: string): string | null {
	if (choice === OWN) return own.trim()
	if (!isNamed(choice)) return null
	return choice === 'sea' ? '' : PALETTE[choice]
}

export const colourForm = z
	.object({
		colour: z.enum([...Object.keys(PALETTE), OWN]),
		accent: z.string().default(''),
		confirmed: z.string().default(''),
	})
	.refine(({ colour, accent }) => colour !== OWN || accent.trim() !== '', { path: ['accent'] })
	.transform(({ colour, accent, confirmed }) => ({ colour: colourAsked(colour, accent) ?? '', confirmed }))
