import * as z from 'zod'
import { slugFrom } from '#domain/coalition/slug.ts'

export const coalitionForm = z
	.object({
		name: z.string(),
		slug: z.string().default(''),
		seriesPrefix: z.string(),
		preset: z.enum(['standard', 'board', 'writtenProcedure', 'secret']),
		language: z.enum(['sv', 'en']),
		chairName: z.string(),
		email: z.string().default(''),
	})
	.transform(({ slug, chairName, email, ...settings }) => ({
		slug: slug.trim() === '' ? slugFrom(settings.name) : slug.trim().toLowerCase(),
		settings: { ...settings, listed: true },
		chair: { name: chairName, emails: [email] },
	}))
