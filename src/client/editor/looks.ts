import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { schema } from '#writing/schema.ts'

const { nodes } = schema

/** What an empty field is for. */
function fieldOf(node: Node, parent: Node | null, words: EditorWords, isOnly: boolean): string | undefined {
	if (node.content.size > 0) return undefined
	switch (node.type) {
		case nodes.quoteSource:
			return words.source
		case nodes.memberHeading:
			return words.member.heading
		case nodes.memberName:
			return words.member.name
		case nodes.memberArea:
			return words.member.area
		case nodes.paragraph:
			return isOnly && parent?.type === nodes.doc ? words.empty : undefined
		default:
			return undefined
	}
}

/** Says in grey what an empty field is for. */
export const fields = (words: EditorWords) =>
	new Plugin({
		props: {
			decorations: ({ doc }) => {
				const found: Decoration[] = []
				doc.descendants((node, at, parent) => {
					if (node.content.size > 0) return !node.isTextblock
					const field = fieldOf(node, parent, words, doc.childCount === 1)
					if (field) found.push(Decoration.node(at, at + node.nodeSize, { class: 'field-empty', 'data-field': field }))
					return false
				})
				return DecorationSet.create(doc, found)
			},
		},
	})
