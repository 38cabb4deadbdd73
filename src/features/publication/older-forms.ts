import * as z from 'zod'
import type { FileFacts } from '#domain/inquiry/file.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { fileFactsSchema } from '#schema/older.ts'
import { kindSchema, languageSchema } from '#schema/statement.ts'

const optional = z.string().default('')

/** A file that is kept already, as a form carries it: hash, size, kind and name, parted by spaces. */
export const keptFile = ({ sha256, size, mediaType, name }: FileFacts) => `${sha256} ${size} ${mediaType} ${name}`

/** What such a value stands for; null for anything else. */
export function keptIn(value: string): FileFacts | null {
	const [, sha256 = '', size = '', mediaType, name = ''] =
		/^([0-9a-f]{64}) ([1-9][0-9]{0,8}) (\S{1,100}) ([^\p{Cc}]{1,300})$/u.exec(value) ?? []
	const file = fileFactsSchema.safeParse({ sha256, size: Number(size), mediaType, name })
	return file.success ? file.data : null
}

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
