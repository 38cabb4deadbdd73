import { Fragment, type Node, type NodeType, type ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '#writing/schema.ts'
import { placeOfNote } from './footnotes.ts'
import { ownId } from './ids.ts'

const { nodes } = schema

/** Kinds of blocks that are one text, and become one another at a press. */
export const PLAIN_KINDS = ['paragraph', 'heading', 'position', 'subPoint', 'signature'] as const
export type PlainKind = (typeof PLAIN_KINDS)[number]
/** What a stretch of the text can be made into. */
export type Kind = PlainKind | 'quote' | 'list'

/** The block that a place is in: itself, and from where to where it reaches. */
export function blockAt(
	$place: ResolvedPos,
): { readonly node: Node; readonly from: number; readonly to: number } | null {
	if ($place.depth > 0) return { node: $place.node(1), from: $place.before(1), to: $place.after(1) }
	const node = $place.nodeAfter
	return node && { node, from: $place.pos, to: $place.pos + node.nodeSize }
}

/** The blocks that the selection reaches, by their place. */
function blocksIn({ doc, selection }: EditorState): { readonly node: Node; readonly at: number }[] {
	const found: { node: Node; at: number }[] = []
	doc.forEach((node, at) => {
		const end = at + node.nodeSize
		const reaches = selection.empty
			? selection.from > at && selection.from < end
			: selection.from < end && selection.to > at
		if (reaches) found.push({ node, at })
	})
	return found
}

export function kindHere(state: EditorState): string {
	const { selection } = state
	if (selection instanceof NodeSelection && selection.$from.depth === 0) return selection.node.type.name
	return blockAt(selection.$from)?.node.type.name ?? 'paragraph'
}

const isPlain = (node: Node): boolean => node.isTextblock

/** The texts that a block would be as plain blocks; null for what cannot be taken apart: a table, a list of members. */
function textsIn(node: Node): Fragment[] | null {
	if (isPlain(node)) return [node.content]
	if (node.type === nodes.list) return node.content.content.map(({ content }) => content)
	if (node.type !== nodes.quote) return null
	return node.content.content.map(({ content }) => content).filter(({ size }, at) => at === 0 || size > 0)
}

function blocksOf(kind: Kind, texts: readonly Fragment[], id: string): Node[] {
	const names = texts.map((_text, at) => (at === 0 ? id : ownId()))
	switch (kind) {
		case 'list':
			return [
				nodes.list.create(
					{ id },
					texts.map((text) => nodes.listItem.create(null, text)),
				),
			]
		case 'quote':
			return texts.map((text, at) =>
				nodes.quote.create({ id: names[at] }, [nodes.quoteText.create(null, text), nodes.quoteSource.create()]),
			)
		default:
			return texts.map((text, at) => nodes[kind].create({ id: names[at] }, text))
	}
}

/** Makes the blocks that the selection reaches into this kind. Each stays the same block. */
export function setKind(kind: Kind): Command {
	return (state, dispatch) => {
		const blocks = blocksIn(state)
		const texts = blocks.map(({ node }) => textsIn(node))
		if (blocks.length === 0 || texts.some((each) => each === null)) return false
		if (blocks.every(({ node }) => node.type === nodes[kind])) return false
		if (!dispatch) return true
		const id = String(blocks[0]?.node.attrs.id ?? ownId())
		const { tr, selection } = state
		const made =
			kind === 'list'
				? blocksOf(
						'list',
						texts.flatMap((each) => each ?? []),
						id,
					)
				: blocks.flatMap(({ node }, at) =>
						node.type === nodes[kind] ? [node] : blocksOf(kind, texts[at] ?? [], String(node.attrs.id ?? ownId())),
					)
		const from = blocks[0]?.at ?? 0
		const last = blocks.at(-1)
		const to = last ? last.at + last.node.nodeSize : from
		const place = placeIn(state, selection.anchor, from)
		const head = placeIn(state, selection.head, from)
		tr.replaceWith(from, to, made)
		const end = from + Fragment.from(made).size
		tr.setSelection(
			TextSelection.between(tr.doc.resolve(inText(tr, from, end, place)), tr.doc.resolve(inText(tr, from, end, head))),
		)
		dispatch(tr.scrollIntoView())
		return true
	}
}

/** How many signs of text and ends of blocks stand between the beginning of a stretch and a place in it. */
function placeIn(
	{ doc }: EditorState,
	place: number,
	from: number,
): { readonly texts: number; readonly offset: number } {
	const $place = doc.resolve(place)
	let texts = 0
	doc.nodesBetween(from, Math.max(from, $place.parent.isTextblock ? $place.before() : place), (node, at) => {
		if (node.isTextblock && at >= from && at + node.nodeSize <= place) texts += 1
		return !node.isTextblock
	})
	return { texts, offset: $place.parent.isTextblock ? $place.parentOffset : 0 }
}

function inText(tr: Transaction, from: number, to: number, { texts, offset }: ReturnType<typeof placeIn>): number {
	let left = texts
	let found = from + 1
	let done = false
	tr.doc.nodesBetween(from, to, (node, at) => {
		if (done || !node.isTextblock) return !done
		found = at + 1 + Math.min(offset, node.content.size)
		done = left === 0
		left -= 1
		return false
	})
	return found
}

/** Puts blocks where the cursor stands: in place of an empty paragraph, otherwise after the block. The cursor goes into the first. */
export function insertBlocks(made: readonly Node[], cursor: 'first' | 'last' = 'first'): Command {
	return (state, dispatch) => {
		const block = blockAt(state.selection.$head)
		if (made.length === 0) return false
		if (!dispatch) return true
		const { tr } = state
		const isEmpty = block?.node.type === nodes.paragraph && block.node.content.size === 0
		const from = block ? (isEmpty ? block.from : block.to) : state.doc.content.size
		tr.replaceWith(from, isEmpty && block ? block.to : from, made)
		const size = Fragment.from([...made]).size
		const near = cursor === 'first' ? tr.doc.resolve(from + 1) : tr.doc.resolve(from + size - 1)
		dispatch(tr.setSelection(TextSelection.near(near, cursor === 'first' ? 1 : -1)).scrollIntoView())
		return true
	}
}

/** A number that no label of a footnote of the text begins with. */
export function freeLabel(document: Node): string {
	const taken = new Set<number>()
	document.descendants((node) => {
		if (node.type === nodes.footnote || node.type === nodes.noteRef) taken.add(Number.parseInt(node.attrs.label, 10))
	})
	let label = 1
	while (taken.has(label)) label += 1
	return String(label)
}

/** Two letters, so that those who each insert a footnote at the same time do not give it the same label. */
const ownLetters = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** A reference where the cursor stands, and its footnote among the others, where the cursor goes. Nobody has to name it. */
export const insertFootnote: Command = (state, dispatch) => {
	const { $head } = state.selection
	if (!$head.parent.inlineContent || $head.parent.type === nodes.footnote) return false
	if (!dispatch) return true
	const label = freeLabel(state.doc) + ownLetters()
	const at = state.selection.to
	const place = placeOfNote(state.doc, at)
	const { tr } = state
	tr.insert(at, nodes.noteRef.create({ label }))
	const there = tr.mapping.map(place)
	tr.insert(there, nodes.footnote.create({ label, id: ownId() }))
	dispatch(tr.setSelection(TextSelection.create(tr.doc, there + 1)).scrollIntoView())
	return true
}

/** A new block of a kind that is not one text, to be written in. */
export function newBlock(type: NodeType): Node {
	const id = ownId()
	if (type === nodes.table) {
		const row = (cell: NodeType) => nodes.tableRow.create(null, [cell.create(), cell.create()])
		return type.create({ id }, [row(nodes.tableHeader), row(nodes.tableCell), row(nodes.tableCell)])
	}
	if (type === nodes.memberList) {
		const member = nodes.member.create(null, [nodes.memberName.create(), nodes.memberArea.create()])
		return type.create({ id }, [nodes.memberHeading.create(), member])
	}
	if (type === nodes.quote) return type.create({ id }, [nodes.quoteText.create(), nodes.quoteSource.create()])
	if (type === nodes.list) return type.create({ id }, nodes.listItem.create())
	return type.create({ id })
}
