import * as z from 'zod'
import type { AddendumId, AssociationId, BlockId, DecisionDocumentId, ReplyId, ResponseId } from '#domain/kernel/id.ts'
import { ADDENDUM_ANSWERS, ADDENDUM_KINDS } from '#domain/publication/addendum.ts'
import { DELIVERY_OUTCOMES, type FactsOfPublication } from '#domain/publication/facts.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'
import { stretchSchema } from '#schema/addendum.ts'
import { exactly } from '#schema/exactly.ts'
import { idOf, swedishDate } from '#schema/kernel.ts'
import { decisionDocumentSchema, recordedOutcomeSchema } from '#schema/outcome.ts'
import { packFileSchema, replySchema } from '#schema/publication.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { factsOf } from './of-room.ts'
import { olderFacts } from './older.ts'

const numbered = { year: z.int(), number: z.int() }

const documentOutcomes = exactly<DocumentOutcomes>()(
	z.strictObject({
		documentId: idOf<DecisionDocumentId>(),
		document: decisionDocumentSchema,
		outcomes: z.array(recordedOutcomeSchema),
	}),
)

export const publicationFacts = factsOf<FactsOfPublication>()({
	...olderFacts,
	numberTaken: z.strictObject(numbered),
	published: z.strictObject({
		...numbered,
		label: z.string(),
		textHash: z.string(),
		recordHash: z.string(),
		text: z.string(),
		record: z.string(),
		revealed: z.string().exactOptional(),
	}),
	markedAsSent: z.strictObject({ sentOn: swedishDate, how: z.string(), to: z.string() }),
	outcomesRecorded: documentOutcomes,
	outcomesCorrected: documentOutcomes,
	addendumProposed: z.strictObject({
		addendumId: idOf<AddendumId>(),
		kind: z.enum(ADDENDUM_KINDS),
		reason: z.string(),
		stretch: stretchSchema.nullable(),
		blocks: z.array(blockVersionSchema),
		closesAt: z.int(),
		urgent: z.string().nullable(),
	}),
	addendumAnswered: z.strictObject({
		addendumId: idOf<AddendumId>(),
		associationId: idOf<AssociationId>(),
		answer: z.enum(ADDENDUM_ANSWERS),
		reason: z.string(),
	}),
	addendumTakenBack: z.strictObject({ addendumId: idOf<AddendumId>() }),
	addendumPublished: z.strictObject({
		addendumId: idOf<AddendumId>(),
		ordinal: z.int(),
		recordHash: z.string(),
		record: z.string(),
		revealed: z.string(),
	}),
	outcomeExpected: z.strictObject({ on: swedishDate.nullable(), what: z.string() }),
	responseSent: z.strictObject({
		responseId: idOf<ResponseId>(),
		to: z.array(z.string()),
		copyTo: z.array(z.string()),
		subject: z.string(),
		cover: z.string(),
		files: z.array(packFileSchema),
		reason: z.string(),
		added: z.array(z.string()).exactOptional(),
	}),
	responseDelivered: z.strictObject({
		responseId: idOf<ResponseId>(),
		outcome: z.enum(DELIVERY_OUTCOMES),
		said: z.string(),
	}),
	replyTaken: z.strictObject({ replyId: idOf<ReplyId>(), responseId: idOf<ResponseId>(), ...replySchema.shape }),
	replyChecked: z.strictObject({ replyId: idOf<ReplyId>(), belongs: z.boolean() }),
	redacted: z.strictObject({ blockId: idOf<BlockId>(), ground: z.string() }),
	withheldContested: z.strictObject({ associationId: idOf<AssociationId>(), reason: z.string() }),
	withheldContestTakenBack: z.strictObject({ associationId: idOf<AssociationId>() }),
})
