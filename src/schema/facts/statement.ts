import * as z from 'zod'
import type {
	BlockId,
	BlockVersionId,
	InquiryId,
	PersonId,
	RevisionId,
	StandardTextId,
	StatementId,
} from '#domain/kernel/id.ts'
import { type FactsOfStatement, REARRANGED } from '#domain/statement/facts.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { idOf } from '#schema/kernel.ts'
import {
	blockSchema,
	blockVersionSchema,
	kindSchema,
	languageSchema,
	saltsSchema,
	trackSchema,
} from '#schema/statement.ts'
import { factsOf } from './of-room.ts'

const blockId = idOf<BlockId>()
const textId = idOf<StandardTextId>()

export const statementFacts = factsOf<FactsOfStatement>()({
	statementStarted: z.strictObject({
		inquiryId: idOf<InquiryId>().nullable(),
		kind: kindSchema,
		language: languageSchema,
		title: z.string(),
		track: trackSchema,
	}),
	titleChanged: z.strictObject({ title: z.string() }),
	documentWritten: z.strictObject({ blocks: z.array(blockVersionSchema) }),
	documentRearranged: z.strictObject({
		how: z.enum(REARRANGED),
		order: z.array(blockId).exactOptional(),
		written: z.array(blockVersionSchema),
		source: z.strictObject({ statementId: idOf<StatementId>(), number: z.int(), blockId }).exactOptional(),
		writers: z
			.array(z.strictObject({ personId: idOf<PersonId>(), versions: z.array(idOf<BlockVersionId>()) }))
			.exactOptional(),
	}),
	blockEdited: z.strictObject({ version: blockVersionSchema }),
	revisionFixed: z.strictObject({
		revisionId: idOf<RevisionId>(),
		title: z.string(),
		language: languageSchema,
		blocks: z.array(blockVersionSchema),
		textHash: z.string(),
		salts: saltsSchema.exactOptional(),
	}),
	referredBack: z.strictObject({ reason: z.string() }),
	withdrawn: z.strictObject({ reason: z.string() }),
	standardTextKept: z.strictObject({
		textId,
		name: z.string(),
		use: z.enum(STANDARD_USES),
		blocks: z.array(blockSchema),
	}),
	standardTextChanged: z.strictObject({ textId, name: z.string(), blocks: z.array(blockSchema), away: z.boolean() }),
})
