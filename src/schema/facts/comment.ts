import * as z from 'zod'
import type { FactsOfComment } from '#domain/comment/facts.ts'
import type { AssociationId, BlockId, BlockVersionId, CommentId } from '#domain/kernel/id.ts'
import { quoteSchema } from '#schema/comment.ts'
import { idOf, instant } from '#schema/kernel.ts'
import { factsOf } from './of-room.ts'

const threadId = idOf<CommentId>()
const commentId = idOf<CommentId>()
const associationId = idOf<AssociationId>()
const text = z.string()

export const commentFacts = factsOf<FactsOfComment>()({
	commentMade: z.strictObject({
		threadId,
		associationId: associationId.nullable(),
		blockId: idOf<BlockId>().nullable(),
		versionId: idOf<BlockVersionId>().nullable(),
		text,
		quote: quoteSchema.exactOptional(),
	}),
	commentRepliedTo: z.strictObject({
		threadId,
		commentId,
		replyTo: idOf<CommentId>(),
		associationId: associationId.nullable(),
		text,
	}),
	commentChanged: z.strictObject({ threadId, commentId, text }),
	commentWithdrawn: z.strictObject({ threadId, commentId }),
	commentResolved: z.strictObject({ threadId, commentId, text }),
	commentReopened: z.strictObject({ threadId, commentId, associationId: associationId.nullable(), text }),
	commentAgreedWith: z.strictObject({ threadId, associationId, agrees: z.boolean() }),
	commentHidden: z.strictObject({ threadId, commentId, reason: text.nullable() }),
	answersRead: z.strictObject({ associationId, upTo: instant }),
})
