import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { BlockId } from '#domain/kernel/id.ts'
import { longestRise } from '#domain/kernel/longest-rise.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type Choose, merge } from '#domain/statement/merge.ts'
import { nodeOf } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'
import { idOf, ownId } from './ids.ts'
import { type Aliases, contentOf, type Named, recordIdOf } from './wanted.ts'

type Merging = {
	/** The text as it stood in the record when it was last seen here. */
	readonly seen: readonly BlockVersion[]
	readonly wanted: readonly Named[]
	/** The text as it stands there now. */
	readonly stands: readonly BlockVersion[]
	readonly aliases: Aliases
	/** Who is to have the last word where both changed a block. */
	readonly choose: Choose
}

/** Marks what others wrote: it is nobody's to undo here, and not to be saved again. */
export const FROM_OTHERS = 'fromOthers'

/**
 * Takes in what others wrote meanwhile, and leaves everything else where it is, the cursor too. Null where there is nothing to take
 * in.
 */
export function takingIn(state: EditorState, merging: Merging): Transaction | null {
	const before = state.doc.content.content
	const after = nodesAfter(before, merging)
	const tr = replaced(state, before, after.length > 0 ? after : [schema.nodes.paragraph.create({ id: ownId() })])
	return tr.docChanged ? tr.setMeta(FROM_OTHERS, true).setMeta('addToHistory', false) : null
}

/** The blocks of the editor as they become. Those that nobody has written in yet stay behind what they stood behind. */
function nodesAfter(before: readonly Node[], { seen, wanted, stands, aliases, choose }: Merging): Node[] {
	const merged = merge(seen, wanted, stands, choose)
	const names = new Map([...aliases].map(([name, id]) => [id, name]))
	const own = new Map<unknown, string>(wanted.map((block) => [block.blockId ?? block, block.name]))
	const known = new Map(seen.map(({ blockId, content }) => [blockId, content]))
	const nodes = new Map(before.map((node) => [idOf(node), node]))
	const isWanted = new Set(wanted.map(({ name }) => name))
	const behind = Map.groupBy(
		before.flatMap((node, at) => {
			if (isWanted.has(idOf(node))) return []
			const last = before.slice(0, at).findLast((other) => isWanted.has(idOf(other)))
			return [{ node, last: last && idOf(last) }]
		}),
		({ last }) => last,
	)
	const emptyAfter = (name: string | undefined) => (behind.get(name) ?? []).map(({ node }) => node)
	const placed = new Set<string>()
	const blocks = merged.blocks.flatMap((block) => {
		const name = own.get(block.blockId ?? block) ?? nameOf(block.blockId, names)
		placed.add(name)
		const node = nodes.get(name)
		const same = node && contentOf(node, known.get(recordIdOf(name, aliases)))
		const isAsItWas = same && JSON.stringify(same) === JSON.stringify(block.content)
		return [node && isAsItWas ? node : nodeOf(block.content, name), ...emptyAfter(name)]
	})
	const lost = [...behind].flatMap(([name, all]) =>
		name === undefined || placed.has(name) ? [] : all.map(({ node }) => node),
	)
	return [...emptyAfter(undefined), ...blocks, ...lost].filter((node, at, all) => all.indexOf(node) === at)
}

const nameOf = (id: BlockId | null, names: ReadonlyMap<BlockId, string>): string =>
	id === null ? ownId() : (names.get(id) ?? id)

/** Replaces only what is another node, from the end on, so that every place before it stays what it was. */
function replaced(state: EditorState, before: readonly Node[], after: readonly Node[]): Transaction {
	const placeOf = new Map(before.map((node, at) => [node, at]))
	const kept = longestRise(
		after.flatMap((node, to) => {
			const from = placeOf.get(node)
			return from === undefined ? [] : [{ from, to }]
		}),
		({ from }) => from,
	)
	const starts: number[] = [0]
	for (const node of before) starts.push((starts.at(-1) ?? 0) + node.nodeSize)
	const edges = [{ from: -1, to: -1 }, ...kept, { from: before.length, to: after.length }]
	const { tr } = state
	for (let at = edges.length - 1; at > 0; at -= 1) {
		const [low, high] = [edges[at - 1], edges[at]]
		if (!low || !high) continue
		const nodes = after.slice(low.to + 1, high.to)
		const [from = 0, to = 0] = [starts[low.from + 1], starts[high.from]]
		if (nodes.length > 0 || to > from) tr.replaceWith(from, to, nodes)
	}
	return tr
}
