import * as z from 'zod'
import {
	type DecisionDocument,
	DOCUMENT_KINDS,
	POSITION_OUTCOMES,
	type RecordedOutcome,
} from '#domain/publication/outcome.ts'
import { exactly } from './exactly.ts'
import { swedishDate } from './kernel.ts'

export const positionOutcomeSchema = z.enum(POSITION_OUTCOMES)
export const documentKindSchema = z.enum(DOCUMENT_KINDS)

export const decisionDocumentSchema = exactly<DecisionDocument>()(
	z.strictObject({ kind: documentKindSchema, title: z.string(), url: z.string(), datedOn: swedishDate }),
)

export const recordedOutcomeSchema = exactly<RecordedOutcome>()(
	z.strictObject({ number: z.int(), outcome: positionOutcomeSchema, page: z.string(), note: z.string() }),
)
