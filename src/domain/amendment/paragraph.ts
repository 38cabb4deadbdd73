import { type Cluster, compare, versionOf } from './cluster.ts'
import type { Choice, Choices, Collision, Side, Touch } from './collision.ts'
import type { Base } from './edition.ts'
import { type Piece, partOf, tokensOfPiece } from './piece.ts'
import { type Chosen, type WovenRun, weave } from './weaving.ts'
import type { Wishes } from './wishes.ts'
import { joined, type Token } from './words.ts'

/** What becomes of one paragraph of the base. */
export type Outcome = {
	/** Null: it is gone. */
	readonly piece: Piece | null
	/** Where it stands instead of its place: before which of the base. */
	readonly before: number | null
	/** Its words, where anybody changed some. */
	readonly runs: readonly WovenRun[] | null
	/** Who removed or moved it. */
	readonly by: readonly string[]
	readonly collisions: readonly Collision[]
	readonly touches: readonly Touch[]
}

/** What is read of tokens: the parts of a block as lines. */
function wordsOf(tokens: readonly Token[]): string {
	const words = tokens.map((token) => (partOf(token) === null ? token.lead + token.text : '\n')).join('')
	return words.trim()
}

const blockIdOf = (piece: Piece): string | null => (typeof piece === 'string' ? null : piece.blockId)

/** What several want of one paragraph, put together. */
export function outcomeOf(base: Base, place: number, wishes: Wishes, choices: Choices): Outcome {
	const piece = base.pieces[place] ?? ''
	const blockId = blockIdOf(piece)
	const about = { place, blockId }
	const keyed = (what: string) => `${blockId ?? place}:${what}`
	const stands: Outcome = { piece, before: null, runs: null, by: [], collisions: [], touches: [] }
	const collides = (collision: Collision): Outcome => ({ ...stands, collisions: [collision] })
	const whole = () => wordsOf(base.tokensAt(place))
	const removed = wishes.removed.toSorted(compare)
	if (removed.length > 0) {
		const others = [...changedSides(wishes), ...movedSides(wishes, whole())]
		const key = keyed('removed')
		const choice = choices[key]
		const gone = others.length === 0 || sidesWith(choice, removed)
		if (gone) return { ...stands, piece: null, by: removed }
		if (choice === undefined) {
			const sides: Side[] = [{ by: removed, words: '', outcome: 'removed' }, ...others]
			return collides({ ...about, key, kind: 'removed', base: whole(), sides })
		}
		if ('base' in choice) return stands
		if ('text' in choice) return { ...stands, ...handWritten(piece, base.tokensAt(place), choice.text) }
	}
	const goals = movedSides(wishes, whole())
	const key = keyed('moved')
	const chosen = goals.length > 1 ? goals.find(({ by }) => sidesWith(choices[key], by)) : goals[0]
	const undecided = goals.length > 1 && choices[key] === undefined
	const text = textOf(base, place, wishes, choices)
	return {
		...text,
		before: chosen?.before ?? null,
		by: chosen?.by ?? [],
		collisions: undecided
			? [{ ...about, key, kind: 'moved', base: whole(), sides: goals }, ...text.collisions]
			: text.collisions,
	}
}

/** Whether a choice is what some of these want; of several who are to stand one after another the first. */
function sidesWith(choice: Choice | undefined, by: readonly string[]): boolean {
	if (choice === undefined) return false
	if ('side' in choice) return by.includes(choice.side)
	return 'all' in choice && choice.all.length > 0 && by.includes(choice.all[0] ?? '') && choice.all.length === 1
}

function changedSides({ changed }: Wishes): Side[] {
	const said = changed.map(({ by, piece }) => ({ by, words: wordsOf(tokensOfPiece(piece)) }))
	return [...Map.groupBy(said, ({ words }) => words)]
		.map(([words, alike]): Side => ({ by: alike.map(({ by }) => by).sort(compare), words, outcome: 'changed' }))
		.sort((one, other) => compare(one.words, other.words))
}

function movedSides({ moved }: Wishes, words: string): Side[] {
	return [...Map.groupBy(moved, ({ before }) => before)]
		.map(([before, alike]): Side => ({ by: alike.map(({ by }) => by).sort(compare), words, outcome: 'moved', before }))
		.sort((one, other) => (one.before ?? 0) - (other.before ?? 0))
}

/** The words of a paragraph that stays. */
function textOf(base: Base, place: number, { changed }: Wishes, choices: Choices): Outcome {
	const piece = base.pieces[place] ?? ''
	const stands: Outcome = { piece, before: null, runs: null, by: [], collisions: [], touches: [] }
	if (changed.length === 0) return stands
	const tokens = base.tokensAt(place)
	const versions = changed
		.map((each) => versionOf(each.by, tokens, tokensOfPiece(each.piece)))
		.sort((one, other) => compare(one.by, other.by))
	const blockId = blockIdOf(piece)
	const keyOf = ({ from, to }: Cluster, whole: boolean) => `${blockId ?? place}:${whole ? 'whole' : `${from}-${to}`}`
	const made = weave(piece, tokens, versions, (cluster, whole) => {
		const key = keyOf(cluster, whole)
		return { key, choice: chosenOf(cluster, tokens, choices[key]) }
	})
	// What somebody wrote in place of a whole block does not say which kind of block it is.
	const [clash] = made.clashes
	const instead = clash?.whole ? choices[keyOf(clash.cluster, true)] : undefined
	if (instead && 'text' in instead) return { ...stands, ...handWritten(piece, tokens, instead.text) }
	return {
		...stands,
		piece: made.piece,
		runs: made.runs,
		collisions: made.clashes.map(({ cluster, whole }) => ({
			key: keyOf(cluster, whole),
			kind: whole ? 'whole' : 'words',
			place,
			blockId,
			base: wordsOf(tokens.slice(cluster.from, cluster.to)),
			sides: cluster.wants.map(({ by, version, at, end }) => ({
				by,
				words: wordsOf(version.tokens.slice(at, end)),
				outcome: 'changed',
			})),
		})),
		touches: made.touches.map((by) => ({ place, in: 'words', by })),
	}
}

function chosenOf({ from, to, wants }: Cluster, base: readonly Token[], choice: Choice | undefined): Chosen {
	if (choice === undefined) return null
	if ('text' in choice) return choice.text
	if ('base' in choice) return [{ version: { by: '', tokens: base, edits: [] }, at: from, end: to, text: '', by: [] }]
	const named = 'side' in choice ? [choice.side] : choice.all
	const found = named.flatMap((id) => wants.filter(({ by }) => by.includes(id)))
	return found.length === 0 ? null : [...new Set(found)]
}

function handWritten(piece: Piece, tokens: readonly Token[], text: string): Pick<Outcome, 'piece' | 'runs'> {
	const runs: WovenRun[] = [
		{ kind: 'removed', text: joined(tokens), by: [] },
		{ kind: 'inserted', text, by: [] },
	]
	if (typeof piece === 'string') return { piece: text, runs }
	const { content } = piece
	if ('text' in content) return { piece: { ...piece, content: { ...content, text } }, runs }
	if (content.kind === 'list') return { piece: { ...piece, content: { kind: 'list', items: text.split('\n') } }, runs }
	return { piece: { ...piece, content: { kind: 'paragraph', text } }, runs }
}
