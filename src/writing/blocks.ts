import { Fragment, type Node } from 'prosemirror-model'
import type { Block } from '#domain/statement/block.ts'
import { inlineFrom, markdownFrom } from './inline.ts'
import { schema, type TextDocument } from './schema.ts'

/** A block and what it is called: the record's id, or one of the editor's own. */
export type NamedBlock = { readonly id: string; readonly content: Block }

const { nodes } = schema

/** The whole text, to be written in. An empty text is an empty paragraph, which has no name. */
export function documentOf(blocks: readonly NamedBlock[]): TextDocument {
	if (blocks.length === 0) return nodes.doc.create(null, nodes.paragraph.create())
	return nodes.doc.create(
		null,
		blocks.map(({ id, content }) => nodeOf(content, id)),
	)
}

/** One block, to be written in. */
export function nodeOf(block: Block, id: string | null): Node {
	switch (block.kind) {
		case 'quote':
			return nodes.quote.create({ id }, [
				nodes.quoteText.create(null, inlineFrom(block.text)),
				nodes.quoteSource.create(null, inlineFrom(block.source ?? '')),
			])
		case 'list': {
			const items = block.items.map((item) => nodes.listItem.create(null, inlineFrom(item)))
			return nodes.list.create({ id }, items.length > 0 ? items : nodes.listItem.create())
		}
		case 'memberList':
			return nodes.memberList.create({ id }, [
				nodes.memberHeading.create(null, inlineFrom(block.heading)),
				...block.members.map(({ name, area }) =>
					nodes.member.create(null, [
						nodes.memberName.create(null, inlineFrom(name)),
						nodes.memberArea.create(null, inlineFrom(area)),
					]),
				),
			])
		case 'table': {
			const row = (cells: readonly string[], type: (typeof nodes)['tableCell' | 'tableHeader']) =>
				nodes.tableRow.create(
					null,
					(cells.length > 0 ? cells : ['']).map((cell) => type.create(null, inlineFrom(cell))),
				)
			return nodes.table.create({ id }, [
				row(block.header, nodes.tableHeader),
				...block.rows.map((cells) => row(cells, nodes.tableCell)),
			])
		}
		case 'footnote':
			return nodes.footnote.create({ id, label: block.label }, inlineFrom(block.text))
		default:
			return nodes[block.kind].create({ id }, inlineFrom(block.text))
	}
}

const children = (node: Node): readonly Node[] => node.content.content

const textAt = (node: Node, index: number): string => markdownFrom(node.maybeChild(index)?.content ?? Fragment.empty)

const texts = (node: Node): string[] => children(node).map(({ content }) => markdownFrom(content))

/** What a node says, as a block. */
function written(node: Node): Block {
	switch (node.type) {
		case nodes.quote: {
			const source = textAt(node, 1)
			return { kind: 'quote', text: textAt(node, 0), ...(source.trim() === '' ? {} : { source }) }
		}
		case nodes.list:
			return { kind: 'list', items: texts(node) }
		case nodes.memberList: {
			const members = children(node).slice(1)
			return {
				kind: 'memberList',
				heading: textAt(node, 0),
				members: members.map((member) => ({ name: textAt(member, 0), area: textAt(member, 1) })),
			}
		}
		case nodes.table: {
			const [header = [], ...rows] = children(node).map(texts)
			return { kind: 'table', header, rows }
		}
		case nodes.footnote:
			return { kind: 'footnote', label: String(node.attrs.label), text: markdownFrom(node.content) }
		default:
			return { kind: kindOf(node), text: markdownFrom(node.content) }
	}
}

const PLAIN = ['paragraph', 'heading', 'position', 'subPoint', 'signature'] as const

function kindOf(node: Node): (typeof PLAIN)[number] {
	return PLAIN.find((kind) => node.type === nodes[kind]) ?? 'paragraph'
}

/**
 * The blocks of a text that was written in. `known`: what stood in the record, by id. What says the same as before is exactly
 * as it stood there, however it had been typed; a block without text is left out, unless it stood so.
 */
export function blocksIn(document: TextDocument, known: ReadonlyMap<string, Block>): NamedBlock[] {
	return children(document).flatMap((node) => {
		const id = node.attrs.id === null ? '' : String(node.attrs.id)
		const before = known.get(id)
		if (before && nodeOf(before, node.attrs.id).eq(node)) return [{ id, content: before }]
		return node.textContent.trim() === '' && !before && id === '' ? [] : [{ id, content: written(node) }]
	})
}
