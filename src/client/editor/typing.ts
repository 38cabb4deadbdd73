import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { NodeType } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { schema } from '#writing/schema.ts'
import { newBlock } from './structure.ts'

const { nodes } = schema

/** What is typed first in a paragraph makes it into another kind of block. */
function becomes(pattern: RegExp, type: NodeType, only?: 'afterPosition'): InputRule {
	return new InputRule(pattern, (state, _match, start, end) => {
		const $start = state.doc.resolve(start)
		if ($start.depth !== 1 || $start.parent.type !== nodes.paragraph) return null
		const before = state.doc.maybeChild($start.index(0) - 1)
		if (only && before?.type !== nodes.position && before?.type !== nodes.subPoint) return null
		const { id } = $start.parent.attrs
		const tr = state.tr.delete(start, end)
		if (type.isTextblock) return tr.setBlockType(start, start, type, { id })
		const block = newBlock(type)
		const text = $start.parent.content.cut(end - $start.start())
		const filled = block.content.replaceChild(0, block.child(0).copy(text))
		const from = $start.before()
		tr.replaceWith(from, tr.mapping.map($start.after()), type.create({ ...block.attrs, id }, filled))
		return tr.setSelection(TextSelection.create(tr.doc, from + 2))
	})
}

/** As people type them in a word processor, and as they stand in a text that was exported. */
export const typed = inputRules({
	rules: [
		becomes(/^#{1,6}\s$/, nodes.heading),
		becomes(/^\d{1,2}[.)]\s$/, nodes.position),
		becomes(/^[a-z][.)]\s$/, nodes.subPoint, 'afterPosition'),
		becomes(/^[-*•–]\s$/, nodes.list),
		becomes(/^>\s$/, nodes.quote),
	],
})
