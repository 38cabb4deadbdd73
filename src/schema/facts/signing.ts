import * as z from 'zod'
import type { AssociationId, RevisionId } from '#domain/kernel/id.ts'
import type { FactsOfSigning } from '#domain/signing/facts.ts'
import { methodSchema } from '#schema/deciding.ts'
import { idOf, instant } from '#schema/kernel.ts'
import { answerSchema } from '#schema/signing.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { factsOf } from './of-room.ts'

export const signingFacts = factsOf<FactsOfSigning>()({
	signoffGiven: z.strictObject({
		associationId: idOf<AssociationId>(),
		answer: answerSchema,
		textHash: z.string(),
		reason: z.string(),
		method: methodSchema,
	}),
	editorialChangeMade: z.strictObject({
		version: blockVersionSchema,
		previous: blockVersionSchema,
		note: z.string(),
		revisionId: idOf<RevisionId>(),
		signoffDueAt: instant,
	}),
})
