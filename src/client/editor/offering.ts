import type { EditorState, Transaction } from 'prosemirror-state'
import type { BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { type Choose, merge } from '#domain/statement/merge.ts'
import { nodeOf } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'
import { idOf, ownId } from './ids.ts'
import { LET_GO } from './judged.ts'
import type { Kept } from './kept.ts'
import { FROM_OTHERS, takingIn } from './merging.ts'
import { type Aliases, wantedIn } from './wanted.ts'

/** What was kept, put back into the text as it stands now; null where it is there already. It is one's own, to be undone and saved. */
export function puttingBack(
	state: EditorState,
	kept: Kept,
	{ stands, aliases }: { readonly stands: readonly BlockVersion[]; readonly aliases: Aliases },
	choose: Choose,
): Transaction | null {
	const { blocks } = merge(kept.seen, kept.wanted, stands, choose)
	const after = blocks.map((block): BlockVersion => {
		if ('id' in block) return block
		const blockId = block.blockId ?? (ownId() as BlockVersion['blockId'])
		return { id: ownId() as BlockVersionId, blockId, content: block.content }
	})
	const known = new Map(stands.map(({ blockId, content }) => [blockId, content]))
	const wanted = wantedIn(state.doc, known, aliases)
	const tr = takingIn(state, { seen: stands, wanted, stands: after, aliases, choose: () => 'mine' })
	return tr?.setMeta(FROM_OTHERS, false).setMeta('addToHistory', true).setMeta(LET_GO, true) ?? null
}

/** The blocks as others have them: in their place, or again last. Null: they have it no more. */
export function asOthersHave(state: EditorState, blocks: ReadonlyMap<string, Block | null>): Transaction {
	const tr = state.tr.setMeta(LET_GO, true)
	for (const [name, content] of blocks) {
		let found: { from: number; to: number } | undefined
		tr.doc.forEach((node, at) => {
			if (idOf(node) === name) found = { from: at, to: at + node.nodeSize }
		})
		const { from, to } = found ?? { from: tr.doc.content.size, to: tr.doc.content.size }
		tr.replaceWith(from, to, content === null ? [] : nodeOf(content, name))
	}
	if (tr.doc.childCount === 0) tr.insert(0, schema.nodes.paragraph.create({ id: ownId() }))
	return tr
}
