import type { Node } from 'prosemirror-model'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block } from '#domain/statement/block.ts'
import { blocksIn } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'
import { idOf } from './ids.ts'

/** A block as it is wanted, and what it is called in the editor. */
export type Named = Wanted & { readonly name: string }

/** What the record calls the blocks: of those that were made here since the page was opened. By their name in the editor. */
export type Aliases = ReadonlyMap<string, BlockId>

export const recordIdOf = (name: string, aliases: Aliases): BlockId => aliases.get(name) ?? (name as BlockId)

/** A node stays the same as long as nobody writes in it. */
const read = new WeakMap<Node, { readonly before: Block | undefined; readonly content: Block | null }>()

/** What a node says, as it is to be saved; null where it says nothing. `before`: what stands in the record. */
export function contentOf(node: Node, before: Block | undefined): Block | null {
	const known = read.get(node)
	if (known && known.before === before) return known.content
	const id = idOf(node)
	const [found] = blocksIn(schema.nodes.doc.create(null, node), new Map(before ? [[id, before]] : []))
	const content = found === undefined || found.content === before ? (found?.content ?? null) : filled(found.content)
	read.set(node, { before, content })
	return content
}

/** Without items and members that nobody has written in; null where nothing is left. */
function filled(block: Block): Block | null {
	const has = (text: string) => text.trim() !== ''
	switch (block.kind) {
		case 'list': {
			const items = block.items.filter(has)
			return items.length > 0 ? { ...block, items } : null
		}
		case 'memberList': {
			const members = block.members.filter(({ name, area }) => has(name) || has(area))
			return has(block.heading) || members.length > 0 ? { ...block, members } : null
		}
		case 'table':
			return [block.header, ...block.rows].flat().some(has) ? block : null
		case 'quote':
			return has(block.text) || has(block.source ?? '') ? block : null
		default:
			return has(block.text) ? block : null
	}
}

/**
 * All blocks of the text as they are wanted. One without text is none; where its text was just taken away and somebody is about to
 * write it anew (`writing`, by its name), it is still what it was.
 */
export function wantedIn(
	document: Node,
	known: ReadonlyMap<BlockId, Block>,
	aliases: Aliases,
	writing: string | null = null,
): Named[] {
	return document.content.content.flatMap((node): Named[] => {
		const name = idOf(node)
		const id = recordIdOf(name, aliases)
		const before = known.get(id)
		const content = contentOf(node, before) ?? (name === writing ? (before ?? null) : null)
		return content === null ? [] : [{ name, blockId: before === undefined ? null : id, content }]
	})
}
