import { allOf, mapQuery, type Query } from '#db/client.ts'
import { documentsQuery } from '#db/publication/load-outcomes.ts'
import { type FollowUpView, positionsQuery } from './follow-up.ts'
import type { ReadOlder } from './older.ts'
import { olderViewQuery } from './older-views.ts'

/** A statement from before Samsvar was used, with what is known of what came of its positions. */
export type OlderFollowUpView = { readonly older: ReadOlder } & Pick<FollowUpView, 'positions' | 'documents'>

/** Null: there is no such statement, or it was taken away. */
export function olderFollowUpQuery(slug: string, olderId: string): Query<OlderFollowUpView | null> {
	return mapQuery(
		allOf({
			older: olderViewQuery(slug, olderId),
			positions: positionsQuery(olderId),
			documents: documentsQuery(olderId),
		}),
		({ older, ...found }) => (older?.removedAt === null ? { older, ...found } : null),
	)
}

/** The same where one of its documents is read again; null: no such document. */
export function olderOutcomesQuery(slug: string, olderId: string, documentId: string): Query<OlderFollowUpView | null> {
	return mapQuery(olderFollowUpQuery(slug, olderId), (view) =>
		view?.documents.some((each) => each.documentId === documentId) ? view : null,
	)
}
