import type { BlockId, Instant } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { carried, type Stretch } from './carrying.ts'
import type { Choice, Choices, Collision } from './collision.ts'
import type { MergedPart } from './facts.ts'
import { type Amendment, type Merged, type MergedPiece, merge } from './merging.ts'

/**
 * A collision as it is asked about, with what was chosen in it. `key`: by the version of the block, so that it means nothing of another
 * text. `byHand`: words can be written for it. `held`: those whose words stand there, since associations adopted them together; of several
 * those that they adopted last. Empty: any choice may be made.
 */
export type Asked = Collision & {
	readonly choice: Choice | null
	readonly byHand: boolean
	readonly held: readonly string[]
}

/** What is put together. `adoptedTogether`: when associations adopted it, in a ballot or from a list; null: they did not. */
export type ToPutTogether = Stretch & { readonly id: string; readonly adoptedTogether: Instant | null }

/** A part of an amendment in the text put together. `at`: the place of its block there; null where it is gone. */
export type PlacedPart = Pick<MergedPart, 'kind' | 'removed' | 'inserted' | 'own'> & {
	readonly at: number | null
	readonly blockId: BlockId | null
}

/** What came of an amendment. `whole`: all it wants, to the word; `none`: nothing of it. */
export type Came = { readonly how: 'whole' | 'changed' | 'none'; readonly parts: readonly PlacedPart[] }

export type PutTogether = {
	/** The text, with whose the words are; and as it is wanted. */
	readonly pieces: readonly MergedPiece[]
	readonly wanted: readonly Wanted[]
	/** What was taken away, by its place in the text before. */
	readonly removed: Merged['removed']
	readonly asked: readonly Asked[]
	/** Those that do not go with the text as it is: others changed the same words since they were written. */
	readonly inTheWay: readonly string[]
	readonly came: ReadonlyMap<string, Came>
}

/**
 * A text with several amendments in it, each carried to it; and what was chosen where they collide. Pure: the same in whichever order
 * they are given. Choices in what does not collide count for nothing.
 */
export function putTogether(
	blocks: readonly BlockVersion[],
	amendments: readonly ToPutTogether[],
	choices: Choices,
): PutTogether {
	const base = blocks.map(({ blockId, content }): Wanted => ({ blockId, content }))
	const there: Amendment[] = []
	const inTheWay: string[] = []
	for (const amendment of amendments) {
		const now = carried(amendment, blocks)
		if (now.ok) there.push({ id: amendment.id, wanted: now.blocks })
		else inTheWay.push(amendment.id)
	}
	const together = new Map(amendments.map(({ id, adoptedTogether }) => [id, adoptedTogether]))
	const { merged, asked } = chosenIn(base, there, choices, { ...keysOf(blocks), together })
	const known = new Set<string | null>(base.map(({ blockId }) => blockId))
	const wanted = merged.pieces.flatMap(({ piece }): Wanted[] =>
		typeof piece === 'string' ? [] : [known.has(piece.blockId) ? piece : { blockId: null, content: piece.content }],
	)
	const came = new Map(there.map(({ id }) => [id, cameOf(id, base, merged, asked)]))
	return { pieces: merged.pieces, wanted, removed: merged.removed, asked, inTheWay, came }
}

/** In how many places an amendment changes the text, put in by itself. */
export const partsWanted = (amendment: Stretch & { readonly id: string }, blocks: readonly BlockVersion[]): number =>
	putTogether(blocks, [{ ...amendment, adoptedTogether: null }], {}).came.get(amendment.id)?.parts.length ?? 0

type Known = {
	readonly outside: (key: string) => string
	readonly together: ReadonlyMap<string, Instant | null>
}

function keysOf(blocks: readonly BlockVersion[]): Pick<Known, 'outside'> {
	const versions = new Map<string, string>(blocks.map(({ blockId, id }) => [blockId, id]))
	return {
		outside: (key) => {
			const end = key.lastIndexOf(':')
			return `${versions.get(key.slice(0, end)) ?? ''}${key.slice(end)}`
		},
	}
}

/** Merges until nothing more is asked: what is chosen in words may break what they stand in, and then the whole is asked about. */
function chosenIn(
	base: readonly Wanted[],
	amendments: readonly Amendment[],
	choices: Choices,
	{ outside, together }: Known,
) {
	const asked = new Map<string, Asked>()
	for (;;) {
		const chosen = [...asked].flatMap(([key, { choice }]) => (choice === null ? [] : [[key, choice] as const]))
		const merged = merge(base, amendments, Object.fromEntries(chosen))
		const more = merged.collisions.filter(({ key }) => !asked.has(key))
		if (more.length === 0) {
			const inOrder = [...asked.values()].sort((one, other) => one.place - other.place)
			return { merged, asked: inOrder }
		}
		for (const collision of more) {
			const key = outside(collision.key)
			const held = heldIn(collision, together)
			const byHand = held.length === 0 && takesWords(collision, base[collision.place])
			const choice = choices[key] ? chosenAs(choices[key], { ...collision, byHand, held }) : null
			asked.set(collision.key, { ...collision, key, choice, byHand, held })
		}
	}
}

/** Whether words can be written there. In place of the whole of a table or a list of members they would be neither. */
const takesWords = ({ kind }: Collision, block: Wanted | undefined): boolean =>
	kind === 'words' ||
	(kind !== 'moved' && block !== undefined && ('text' in block.content || block.content.kind === 'list'))

/** Those of a collision that associations adopted together; of several those that they adopted last. */
function heldIn({ sides }: Collision, together: Known['together']): string[] {
	const theirs = sides.flatMap(({ by }) => by).flatMap((id) => (together.get(id) == null ? [] : [id]))
	const last = Math.max(...theirs.map((id) => together.get(id) ?? 0))
	return [...new Set(theirs)].filter((id) => together.get(id) === last)
}

/** Whether a choice leaves what associations adopted as they adopted it: nobody decides otherwise for them, whatever it collides with. */
export const leavesHeld = (choice: Choice, asked: Omit<Asked, 'choice'>): boolean =>
	asked.held.length === 0 || asked.held.some((id) => isFor(id, { ...asked, choice }))

/** Whether an amendment has what it wants wherever others want something else, but for where associations adopted theirs. */
export const yieldsToHeldOnly = (id: string, asked: readonly Asked[]): boolean =>
	counting(asked).every(
		(each) => each.held.length > 0 || !each.sides.some(({ by }) => by.includes(id)) || isFor(id, each),
	)

/** A choice as what it comes to; null where it cannot be made there. */
function chosenAs(choice: Choice, asked: Omit<Asked, 'choice'>): Choice | null {
	const made = comesTo(choice, asked)
	return made !== null && leavesHeld(made, asked) ? made : null
}

/**
 * What a choice comes to, whoever adopted what. Words that somebody wrote as they stand, or as one side has them,
 * are no words of their own: nobody else's amendment comes in by them. Of one side alone there are not several.
 */
function comesTo(choice: Choice, { kind, sides, base, byHand }: Omit<Asked, 'choice'>): Choice | null {
	const sideOf = (id: string) => sides.find(({ by }) => by.includes(id))
	if ('base' in choice) return choice
	if ('side' in choice) return sideOf(choice.side) ? choice : null
	if ('text' in choice) {
		const text = bare(choice.text)
		if (!byHand || (kind !== 'words' && text === '')) return null
		if (text === bare(base)) return { base: true }
		const [as, more] = sides.filter(({ outcome, words }) => outcome === 'changed' && bare(words) === text)
		const alone = kind !== 'removed' || sides.filter(({ outcome }) => outcome !== 'removed').length === 1
		return as && !more && alone ? { side: as.by[0] ?? '' } : choice
	}
	const named = new Set(choice.all.map(sideOf))
	if (kind !== 'words' || named.has(undefined)) return null
	if (named.size === 1) return { side: choice.all[0] ?? '' }
	return named.size > 0 && named.size === choice.all.length ? choice : null
}

const bare = (text: string): string => text.replace(/[^\S\n]+/g, ' ').trim()

/** Of the places that are asked about those that count: where a whole part is, the words in it are not. */
const counting = (asked: readonly Asked[]) =>
	asked.filter(
		({ kind, place }) => kind !== 'words' || !asked.some((other) => other.kind === 'whole' && other.place === place),
	)

function cameOf(id: string, base: readonly Wanted[], merged: Merged, asked: readonly Asked[]): Came {
	const own = counting(asked).filter(({ sides }) => sides.some(({ by }) => by.includes(id)))
	const otherwise = own.flatMap((each): PlacedPart[] => {
		const { place, base: words, choice, sides } = each
		if (choice === null || isFor(id, each)) return []
		const at = merged.pieces.findIndex((piece) => piece.place === place)
		return [
			{
				kind: 'text' in choice ? 'byHand' : 'otherwise',
				at: at < 0 ? null : at,
				blockId: base[place]?.blockId ?? null,
				removed: words,
				inserted: standsBy(choice, each),
				own: sides.find(({ by }) => by.includes(id))?.words ?? '',
			},
		]
	})
	// Somebody wrote just what it says.
	const writtenFor = own.flatMap((each): PlacedPart[] => {
		const { place, base: words, choice } = each
		if (choice === null || !('text' in choice) || !isFor(id, each)) return []
		const at = merged.pieces.findIndex((piece) => piece.place === place)
		const blockId = base[place]?.blockId ?? null
		return [{ kind: 'words', at: at < 0 ? null : at, blockId, removed: words, inserted: standsBy(choice, each) }]
	})
	const parts = [...partsOf(id, base, merged), ...writtenFor]
	const isIn = parts.length > 0 || otherwise.some(({ kind }) => kind === 'byHand')
	if (!isIn) return { how: 'none', parts: [] }
	return { how: otherwise.length === 0 ? 'whole' : 'changed', parts: [...parts, ...otherwise] }
}

/** The words that were chosen. */
function standsBy(choice: Choice, { base, sides }: Asked): string {
	const of = (id: string) => sides.find(({ by }) => by.includes(id))?.words ?? ''
	if ('text' in choice) return choice.text.trim()
	if ('base' in choice) return base
	return 'side' in choice ? of(choice.side) : choice.all.map(of).join(' ')
}

/** Whether an amendment has what it wants there: its side was chosen; or somebody wrote just what it says. */
function isFor(id: string, { choice, sides, kind }: Asked): boolean {
	if (choice === null) return false
	const side = sides.find(({ by }) => by.includes(id))
	if ('text' in choice)
		return side !== undefined && side.outcome === 'changed' && bare(choice.text) === bare(side.words)
	if (!('side' in choice)) return false
	if (side?.by.includes(choice.side)) return true
	// What one would remove and stays, stays as all others have it.
	const kept = sides.find(({ by }) => by.includes(choice.side))
	return kind === 'removed' && kept?.outcome !== 'removed' && side?.outcome !== 'removed'
}

const said = ({ content }: Pick<Wanted, 'content'>): string => textsOf(content).join('\n')

/** What of the text is of an amendment. */
function partsOf(id: string, base: readonly Wanted[], { pieces, removed }: Merged): PlacedPart[] {
	const own: PlacedPart[] = []
	for (const [at, { piece, place, by, moved, runs }] of pieces.entries()) {
		if (typeof piece === 'string') continue
		const { blockId } = piece
		if (place === null && by.includes(id))
			own.push({ kind: 'new', at, blockId: null, removed: '', inserted: said(piece) })
		if (moved && by.includes(id)) own.push({ kind: 'moved', at, blockId, removed: '', inserted: '' })
		let open: { removed: string; inserted: string } | null = null
		const close = () => {
			if (open !== null)
				own.push({ kind: 'words', at, blockId, removed: open.removed.trim(), inserted: open.inserted.trim() })
			open = null
		}
		for (const run of runs ?? []) {
			if (run.kind === 'kept' || !run.by.includes(id)) {
				close()
				continue
			}
			const now: { removed: string; inserted: string } = open ?? { removed: '', inserted: '' }
			now[run.kind] += run.text
			open = now
		}
		close()
	}
	for (const { place, by } of removed) {
		const piece = base[place]
		if (piece && by.includes(id))
			own.push({ kind: 'struck', at: null, blockId: piece.blockId, removed: said(piece), inserted: '' })
	}
	return own
}
