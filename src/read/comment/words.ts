import { readsHidden } from '#domain/comment/hiding.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import type { CommentEntry, CommentThread } from '#read/comment/comments.ts'

/** Somebody who reads, with the seats they hold now. */
export type Reader = { readonly personId: Actor['personId']; readonly seats: readonly Seat[] }

/** What an entry says to somebody; null: it is hidden from them. */
export function wordsFor(entry: CommentEntry, reader: Reader | null): Pick<CommentEntry, 'text' | 'earlier'> | null {
	if (!entry.hidden) return entry
	return reader !== null && readsHidden(reader, entry) ? entry.kept : null
}

/** How often what began a thread was reworded: which of its wordings somebody has read. */
export const wordingOf = ({ entries: [first] }: CommentThread): number => (first?.kept ?? first)?.earlier.length ?? 0
