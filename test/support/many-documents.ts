import { Node, type ResolvedPos } from 'prosemirror-model'
import { afterAll, beforeAll } from 'vitest'

/** The library keeps this from its types: its own look-up, without what it remembers of the document. */
type Own = { resolve: Node['resolve']; readonly resolveNoCache: (at: number) => ResolvedPos }

/**
 * For a file that goes through hundreds of thousands of documents. Of each the library remembers the places that were looked up, in a
 * table that knows the documents weakly; a page has one, and here most of the time would go into clearing away that table. They are
 * looked up each time.
 */
export function ofManyDocuments(): void {
	const prototype: Own = Node.prototype as never
	const { resolve } = prototype
	beforeAll(() => {
		prototype.resolve = prototype.resolveNoCache
	})
	afterAll(() => {
		prototype.resolve = resolve
	})
}
