import type { Version } from './cluster.ts'
import { partOf } from './piece.ts'
import type { Token } from './words.ts'

/** A token of a text that is put together, and where it stands in each text that it comes from. */
export type Placed = { readonly token: Token; readonly in: ReadonlyMap<Source, number> }

/** The base, or a version of it. */
export type Source = Pick<Version, 'tokens'>

/** What joins a word to the one after it. */
const OPENS = /^(?:[([{«„]|!?\[|<[a-z])/i

/**
 * The blanks between two that follow one another: as they have them who have them so, whoever changed them first; where they
 * follow one another in no text, as each has them elsewhere.
 */
export function gapBetween(previous: Placed | undefined, next: Placed, base: Source): string {
	const beside = new Map<Source, string>()
	for (const [source, at] of next.in) {
		const before = previous === undefined ? (at === 0 ? -1 : null) : (previous.in.get(source) ?? null)
		if (before === at - 1) beside.set(source, source.tokens[at]?.lead ?? '')
	}
	if (beside.size > 0) {
		const own = beside.get(base)
		const changed = [...beside.values()].filter((lead) => lead !== own)
		return longest(changed) ?? own ?? ''
	}
	const ends = next.token.kind === 'break' || previous === undefined || partOf(previous.token) !== null
	if (ends) return ''
	const leads = [...next.in].flatMap(([source, at]) => {
		const before = source.tokens[at - 1]
		return before === undefined || partOf(before) !== null ? [] : [source.tokens[at]?.lead ?? '']
	})
	const after = [...previous.in].flatMap(([source, at]) => {
		const follows = source.tokens[at + 1]
		return follows === undefined || follows.kind === 'break' ? [] : [follows.lead]
	})
	const clings = (all: readonly string[]) => all.length > 0 && all.every((lead) => lead === '')
	if (OPENS.test(previous.token.text)) return ''
	if (next.token.kind !== 'word' && clings(leads)) return ''
	if (previous.token.kind !== 'word' && clings(after) && clings(leads)) return ''
	return longest([...leads, ...after].filter((lead) => lead !== '')) ?? ' '
}

/** Of equals the same one whatever their order. */
function longest(leads: readonly string[]): string | undefined {
	return leads.toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))[0]
}
