import type { AssociationId, BlockId, BlockVersionId, CommentId, Instant } from '#domain/kernel/id.ts'
import type { Quote } from './quote.ts'

/** What can happen: what is said about a text. */
export type FactsOfComment = {
	/** The first comment of a thread, whose id is the thread's. Of a null association: chair or secretary. */
	commentMade: {
		readonly threadId: CommentId
		readonly associationId: AssociationId | null
		/** What it is about, as it was read; null for the whole text. */
		readonly blockId: BlockId | null
		readonly versionId: BlockVersionId | null
		readonly text: string
		/** The words of the block that it is about. Left out: all of it. */
		readonly quote?: Quote
	}
	commentRepliedTo: {
		readonly threadId: CommentId
		readonly commentId: CommentId
		readonly replyTo: CommentId
		readonly associationId: AssociationId | null
		readonly text: string
	}
	commentChanged: { readonly threadId: CommentId; readonly commentId: CommentId; readonly text: string }
	commentWithdrawn: { readonly threadId: CommentId; readonly commentId: CommentId }
	/** What was done about it. */
	commentResolved: { readonly threadId: CommentId; readonly commentId: CommentId; readonly text: string }
	/** What remains. */
	commentReopened: {
		readonly threadId: CommentId
		readonly commentId: CommentId
		readonly associationId: AssociationId | null
		readonly text: string
	}
	/** The association agrees with what began the thread; or, where `agrees` is false, does not any more. */
	commentAgreedWith: {
		readonly threadId: CommentId
		readonly associationId: AssociationId
		readonly agrees: boolean
	}
	/** What was said is hidden, for the reason; null: it is shown again. */
	commentHidden: { readonly threadId: CommentId; readonly commentId: CommentId; readonly reason: string | null }
	/** The association has read the answers to its comments, up to that instant. */
	answersRead: { readonly associationId: AssociationId; readonly upTo: Instant }
}

/** Whether a fact is of what is said about a text, so that who looks at it sees something else. */
export const aboutComments = (type: string): boolean => type.startsWith('comment')
