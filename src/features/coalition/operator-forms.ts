import * as z from 'zod'
import { slugFrom } from '#domain/coalition/slug.ts'
import { presetSchema } from '#schema/deciding.ts'
import { languageSchema } from '#schema/statement.ts'

export const coalitionForm = z
	.object({
		name: z.string(),
		slug: z.string().default(''),
		seriesPrefix: z.string(),
		preset: presetSchema,
		language: languageSchema,
		chairName: z.string(),
		email: z.string().default(''),
	})
	.transform(({ slug, chairName, email, ...settings }) => ({
		slug: slug.trim() === '' ? slugFrom(settings.name) : slug.trim().toLowerCase(),
		settings: { ...settings, listed: true },
		chair: { name: chairName, emails: [email] },
	}))
