import * as z from 'zod'
import type { AssociationId, DecisionDocumentId, OlderId, SeatId } from '#domain/kernel/id.ts'
import type { FactsOfOlder } from '#domain/publication/older-facts.ts'
import { idOf } from '#schema/kernel.ts'
import { olderContentSchema } from '#schema/older.ts'
import { decisionDocumentSchema, recordedOutcomeSchema } from '#schema/outcome.ts'
import { factsOf } from './of-room.ts'

const olderId = idOf<OlderId>()
const associationId = idOf<AssociationId>()
const outcomes = z.strictObject({
	olderId,
	documentId: idOf<DecisionDocumentId>(),
	document: decisionDocumentSchema,
	outcomes: z.array(recordedOutcomeSchema),
})

export const olderFacts = factsOf<FactsOfOlder>()({
	olderImported: z.strictObject({
		olderId,
		year: z.int(),
		number: z.int().nullable(),
		place: z.string(),
		label: z.string(),
		content: olderContentSchema,
	}),
	olderCorrected: z.strictObject({ olderId, content: olderContentSchema, reason: z.string() }),
	olderRemoved: z.strictObject({ olderId, reason: z.string() }),
	olderContested: z.strictObject({ olderId, associationId, reason: z.string() }),
	olderContestTakenBack: z.strictObject({ olderId, associationId }),
	olderContestCarried: z.strictObject({
		olderId,
		associationId,
		reason: z.string(),
		from: olderId,
		seatId: idOf<SeatId>().nullable(),
		saidAt: z.int(),
	}),
	olderContestParted: z.strictObject({ olderId, associationId, from: olderId }),
	olderOutcomesRecorded: outcomes,
	olderOutcomesCorrected: outcomes,
})
