import * as z from 'zod'
import type { BlockId, BlockVersionId, InquiryId, PersonId, RevisionId, StatementId } from '#domain/kernel/id.ts'
import { type FactsOfStatement, REARRANGED } from '#domain/statement/facts.ts'
import { idOf } from '#schema/kernel.ts'
import { blockVersionSchema, kindSchema, languageSchema, saltsSchema, trackSchema } from '#schema/statement.ts'
import { factsOf } from './of-room.ts'

const blockId = idOf<BlockId>()

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
})
