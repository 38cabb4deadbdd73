import { diffWordsWithSpace } from 'diff'

export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Where comparing word by word would take too long, the whole text counts as replaced. Edits, and milliseconds. */
const LIMITS = { maxEditLength: 2_000, timeout: 200 }

/** What was added and removed between two texts, word by word. Joined without what was added, the parts are `before`. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
	const changes = diffWordsWithSpace(before, after, LIMITS)
	if (changes === undefined) {
		return [
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after },
		]
	}
	return changes.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value,
	}))
}
