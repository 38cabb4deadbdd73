import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type Place, placeOf, type Quote } from '#domain/comment/quote.ts'
import { textOf } from './comments-text.ts'
import { idOf, isOwn } from './ids.ts'

type Mapping = Transaction['mapping']

/** What a comment is about: a block, by what the record calls it, and maybe some of its words. */
export type About = {
	readonly id: string
	readonly blockId: string
	readonly quote: Quote | null
	/** Where they stood when they were read. */
	readonly near: number
}

/** A comment in the text as it is now. */
export type Anchored = About & {
	/** Where its block begins; null: it is not in the text. */
	readonly at: number | null
	readonly node: Node | null
	/** Where its words stand; null: it has none, or they are not there any more. */
	readonly place: Place | null
}

type Marks = { readonly anchored: readonly Anchored[]; readonly here: string | null }

const key = new PluginKey<Marks>('comments')

type Block = { readonly node: Node; readonly at: number }

function blocksIn(document: Node, nameOf: (name: string) => string): Map<string, Block> {
	const blocks = new Map<string, Block>()
	document.forEach((node, at) => {
		blocks.set(nameOf(idOf(node)), { node, at })
	})
	return blocks
}

/** Where the words of a comment stand in its block: where they were, moved by what was typed, or else where they are found again. */
function anchor(about: About, block: Block | undefined, moved: Place | null): Anchored {
	const { id, blockId, quote, near } = about
	const base = { id, blockId, quote, near }
	if (!block) return { ...base, at: null, node: null, place: null }
	const found = quote && placeIn(block, quote, near, moved)
	return { ...base, at: block.at, node: block.node, place: found || null }
}

const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

function placeIn({ node, at }: Block, quote: Quote, near: number, moved: Place | null): Place | null {
	const words = textOf(node, at)
	if (moved && moved.from < moved.to) {
		const there = words.text.slice(words.offsetAt(moved.from), words.offsetAt(moved.to))
		if (bare(there) === bare(quote.exact)) return moved
	}
	const found = placeOf(words.text, quote, moved ? words.offsetAt(moved.from) : near)
	return found && { from: words.posAt(found.from), to: words.posAt(found.to, true) }
}

function movedBy({ place }: Anchored, mapping: Mapping): Place | null {
	return place && { from: mapping.map(place.from, 1), to: mapping.map(place.to, -1) }
}

function applied(marks: Marks, tr: Transaction, nameOf: (name: string) => string): Marks {
	const told: Partial<{ abouts: readonly About[]; here: string | null }> = tr.getMeta(key) ?? {}
	const here = told.here === undefined ? marks.here : told.here
	if (told.abouts) {
		const blocks = blocksIn(tr.doc, nameOf)
		const before = new Map(marks.anchored.map((each) => [each.id, each]))
		const anchored = told.abouts.map((about) => {
			const known = before.get(about.id)
			if (!known) return anchor(about, blocks.get(about.blockId), null)
			// What is being written does not know what the record has called its block since.
			const there = blocks.has(about.blockId) ? null : found(known, blocks, tr, nameOf)
			const named = there ? { ...about, blockId: there.known.blockId } : about
			return anchor(named, there ? there.block : blocks.get(about.blockId), movedBy(known, tr.mapping))
		})
		return { anchored, here }
	}
	if (!tr.docChanged || marks.anchored.length === 0) return here === marks.here ? marks : { ...marks, here }
	const blocks = blocksIn(tr.doc, nameOf)
	const anchored = marks.anchored.map((each) => {
		const { block, known } = found(each, blocks, tr, nameOf)
		const moved = movedBy(each, tr.mapping)
		// In a block that nobody has touched the words stand where they stood.
		if (block && block.node === each.node && (moved === null) === (each.place === null))
			return {
				...each,
				blockId: known.blockId,
				at: block.at,
				place: each.place && shifted(each.place, block.at - (each.at ?? 0)),
			}
		return anchor(known, block, moved)
	})
	return { anchored, here }
}

/** The block that a comment is about: by its name, or where it stands, when the record has just given it another. */
function found(each: Anchored, blocks: ReadonlyMap<string, Block>, tr: Transaction, nameOf: (name: string) => string) {
	const block = blocks.get(each.blockId)
	if (block || each.at === null || !isOwn(each.blockId)) return { block, known: each }
	const at = tr.mapping.map(each.at, 1)
	const node = at < tr.doc.content.size ? tr.doc.nodeAt(at) : null
	if (!node) return { block, known: each }
	return { block: { node, at }, known: { ...each, blockId: nameOf(idOf(node)) } }
}

const shifted = ({ from, to }: Place, by: number): Place => ({ from: from + by, to: to + by })

/** Marks in the text what comments are about. `nameOf`: what the record calls a block. */
export const commentMarks = (nameOf: (name: string) => string) =>
	new Plugin<Marks>({
		key,
		state: { init: () => ({ anchored: [], here: null }), apply: (tr, marks) => applied(marks, tr, nameOf) },
		props: {
			decorations: (state) => {
				const { anchored, here } = marksIn(state)
				const size = state.doc.content.size
				return DecorationSet.create(
					state.doc,
					anchored.flatMap(({ id, at, node, place }): Decoration[] => {
						const look = id === here ? ' here' : ''
						if (place && place.to <= size)
							return [Decoration.inline(place.from, place.to, { class: `passage${look}`, 'data-comment': id })]
						if (at === null || node === null || at + node.nodeSize > size) return []
						return [Decoration.node(at, at + node.nodeSize, { class: `commented${look}` })]
					}),
				)
			},
		},
	})

export const marksIn = (state: EditorState): Marks => key.getState(state) ?? { anchored: [], here: null }

/** Tells the text what comments there are. */
export const withComments = (tr: Transaction, abouts: readonly About[]): Transaction => tr.setMeta(key, { abouts })

/** The comment that is looked at is told from the others. */
export const withHere = (tr: Transaction, here: string | null): Transaction => tr.setMeta(key, { here })
