import * as z from 'zod'
import type { AssociationId } from '#domain/kernel/id.ts'
import { keptIn } from '#domain/publication/older-kept.ts'
import { kindSchema, languageSchema } from '#schema/statement.ts'

const optional = z.string().default('')

const kept = z
	.array(z.string())
	.default([])
	.transform((values, context) => {
		const files = values.map(keptIn)
		if (files.every((file) => file !== null)) return files
		context.addIssue({ code: 'custom', path: [], message: 'no file' })
		return z.NEVER
	})

const told = {
	title: z.string().trim().min(1),
	kind: kindSchema,
	language: languageSchema,
	decidedOn: z.string().trim(),
	inquiryTitle: optional,
	sender: optional,
	references: optional,
	standsBehind: optional,
	text: optional,
	'kept[]': kept,
	/** It was seen as it will stand. */
	confirmed: z.string().optional(),
}

const year = z
	.string()
	.trim()
	.regex(/^[0-9]{4}$/)
	.transform(Number)
const number = z
	.string()
	.trim()
	.regex(/^[0-9]{0,6}$/)
	.default('')
	.transform((written) => (written === '' ? null : Number(written)))

export const importForm = z.object({ year, number, ...told })

export const correctionForm = z.object({ ...told, reason: optional })

export const removalForm = z.object({ reason: z.string().trim().min(1) })

const associationId = z.string().transform((id) => id as AssociationId)

export const contestForm = z.object({ associationId, reason: optional })
export const contestWithdrawalForm = z.object({ associationId })
