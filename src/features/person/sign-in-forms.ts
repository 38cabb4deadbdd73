import * as z from 'zod'
import { isEmail } from '#domain/person/person.ts'

/** Where to go afterwards; looked at by `localPath` before anybody is sent there. */
const to = z.string().default('')

export const askForm = z.object({ email: z.string().trim().min(1).max(254).refine(isEmail), to })

export const codeForm = z.object({ code: z.string().trim().min(1).max(40), to })

export const cardForm = z.object({
	handle: z.string().trim().min(1).max(60),
	code: z.string().trim().min(1).max(40),
	to,
})

export const proofForm = z.object({ proof: z.string().default('') })

/** `proof`: shows that the form was shown in the same browser; `mail`: not empty where a new link is asked for. */
export const linkForm = z.object({
	proof: z.string().default(''),
	person: z.string().default(''),
	mail: z.string().default(''),
	to,
})
