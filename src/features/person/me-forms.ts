import * as z from 'zod'
import { SCOPES } from '#domain/kernel/act.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { TOKEN_NAME_LIMIT } from '#usecases/person/tokens.ts'

/** The name is left out where only the language is chosen. */
export const profileForm = z.object({ name: z.string().optional(), language: z.enum(['coalition', ...LANGUAGES]) })

export const ownAddressForm = z.object({ email: z.string() })

export const erasureForm = z
	.object({ forGood: z.string().default('') })
	.transform(({ forGood }) => ({ forGood: forGood === 'yes' }))

export const addressAnswerForm = z.object({ answer: z.enum(['agree', 'refuse']) })

/** How long a token can be made to last. Days. */
const TOKEN_DAYS = ['30', '90', '365'] as const

export const tokenForm = z.object({
	name: z.string().trim().min(1).max(TOKEN_NAME_LIMIT),
	coalition: z.string().min(1),
	'scopes[]': z.array(z.enum(SCOPES)).min(1),
	days: z.enum(TOKEN_DAYS).transform(Number),
})
