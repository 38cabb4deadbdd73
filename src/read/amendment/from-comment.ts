import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type CommentThread, threadsQuery } from '#read/comment/comments.ts'
import { type NewAmendmentView, newAmendmentQuery } from './amendments.ts'

/** `thread`: the comment that it is made of, with what was said of it; null where it is made of none. */
export type NewAmendmentOfView = NewAmendmentView & { readonly thread: CommentThread | null }

/** A text that somebody proposes to change, and the comment that they do it for. */
export function newAmendmentOfQuery(
	slug: string,
	statementId: string,
	{ sent, comment }: { readonly sent: readonly string[] | null; readonly comment: string | null },
	now: Instant,
): Query<NewAmendmentOfView | null> {
	return mapQuery(
		allOf({
			view: newAmendmentQuery(slug, statementId, sent, now),
			threads: threadsQuery(statementId, comment ?? ''),
		}),
		({ view, threads: [thread = null] }) => view && { ...view, thread },
	)
}
