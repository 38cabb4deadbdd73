import * as z from 'zod'
import type { Association, CoalitionSettings, Former, Logo } from '#domain/coalition/coalition.ts'
import { IMAGE_TYPES } from '#domain/coalition/image.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { presetSchema } from './deciding.ts'
import { exactly } from './exactly.ts'
import { idOf, instant } from './kernel.ts'
import { languageSchema } from './statement.ts'

export const settingsSchema = exactly<CoalitionSettings>()(
	z.strictObject({
		name: z.string(),
		seriesPrefix: z.string(),
		preset: presetSchema,
		language: languageSchema,
		listed: z.boolean(),
	}),
)

export const formerSchema = exactly<Former>()(z.strictObject({ preset: presetSchema, until: instant }))

export const logoSchema = exactly<Logo>()(
	z.strictObject({
		type: z.enum(IMAGE_TYPES),
		width: z.int(),
		height: z.int(),
		sha256: z.string(),
		alt: z.string(),
	}),
)

export const associationSchema = exactly<Association>()(
	z.strictObject({ id: idOf<AssociationId>(), name: z.string(), area: z.string(), order: z.int() }),
)
