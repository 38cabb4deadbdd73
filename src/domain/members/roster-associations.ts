import type { AssociationId } from '#domain/kernel/id.ts'
import type { Doubt, Present, Ref } from './planned-roster.ts'

type Entry = {
	/** Its id, or its place among the new ones. */
	readonly key: string
	readonly ref: Ref<AssociationId>
	readonly name: string
	/** The name as names are compared. */
	readonly nameKey: string
	area: string
}

/** The associations of the coalition and those that a list adds, in order. */
export type Associations = {
	readonly entries: Entry[]
	readonly byName: Map<string, Entry>
	readonly made: { name: string; area: string }[]
	readonly byKey: Map<string, Entry>
	/** The name under a key, as it is compared. */
	readonly keyedName: (key: string) => string
}

/** How names are compared: letters and digits alone, and an ampersand as the word. */
export const nameKey = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll('&', 'och')
		.replace(/[^\p{L}\p{N}]/gu, '')

export function knownAssociations(present: Present['associations']): Associations {
	const entries = present.map(({ id, name, area }): Entry => {
		return { key: id, ref: { is: 'there', id }, name, nameKey: nameKey(name), area }
	})
	// Of two with one name the first counts.
	const byName = new Map(entries.toReversed().map((entry) => [entry.nameKey, entry]))
	const byKey = new Map(entries.map((entry) => [entry.key, entry]))
	return { entries, byName, byKey, made: [], keyedName: (key) => byKey.get(key)?.nameKey ?? '' }
}

type FoundAssociation = Entry & { readonly made: boolean; readonly doubts: readonly Doubt[] }

/** The association that a row means: one that is there, however it is spelled, or a new one. */
export function associationFor(known: Associations, name: string, area: string): FoundAssociation {
	const { entries, byName, byKey, made } = known
	const key = nameKey(name)
	const same = byName.get(key)
	if (same) {
		const own = same.ref.is === 'new' ? made[same.ref.index] : undefined
		// Said in a later row than the one that named it first.
		if (own && own.area === '') own.area = same.area = area
		const doubts: Doubt[] = [
			...(same.name === name ? [] : [{ code: 'associationSpelled', name: same.name } as const]),
			...areaDoubts(same, area),
		]
		return { ...same, made: false, doubts }
	}
	const like = entries.find((entry) => areAlike(entry.nameKey, key))
	const index = made.length
	const entry: Entry = { key: `new ${index}`, ref: { is: 'new', index }, name, nameKey: key, area }
	entries.push(entry)
	byName.set(key, entry)
	byKey.set(entry.key, entry)
	made.push({ name, area })
	return { ...entry, made: true, doubts: like ? [{ code: 'associationLike', name: like.name }] : [] }
}

const areaDoubts = (entry: Entry, area: string): Doubt[] =>
	area === '' || nameKey(area) === nameKey(entry.area) ? [] : [{ code: 'areaKept', area: entry.area }]

/** A name that is another with something after it, or that differs in a letter or two. Figures tell names apart. */
function areAlike(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one]
	if (short.length < 4) return false
	let from = 0
	while (from < short.length && short[from] === long[from]) from += 1
	let end = 0
	while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end += 1
	const [left, right] = [short.slice(from, short.length - end), long.slice(from, long.length - end)]
	if (/\d/.test(left + right)) return false
	return from === short.length || withinEdits(left, right, short.length < 8 ? 1 : 2)
}

/** Whether few letters make one text the other (Levenshtein). */
function withinEdits(one: string, other: string, limit: number): boolean {
	if (Math.abs(one.length - other.length) > limit) return false
	let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
	for (let row = 1; row <= one.length; row += 1) {
		const current = [row]
		for (let column = 1; column <= other.length; column += 1) {
			const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
			current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
		}
		if (Math.min(...current) > limit) return false
		previous = current
	}
	return (previous[other.length] ?? 0) <= limit
}
