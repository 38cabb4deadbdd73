import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { schema } from '#writing/schema.ts'

/** A name for a block that the record does not have yet. */
export function ownId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12))
	return `own-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

export const isOwn = (name: string): boolean => name.startsWith('own-')

export const idOf = (node: Node): string => String(node.attrs.id ?? '')

/**
 * Which blocks must be named anew, by their place: those without a name, and of several with the same all but one. A block that was
 * divided is where its text is: in what stands first, unless nothing is left there.
 */
export function unnamed(document: Node): number[] {
	const places: number[] = []
	const holder = new Map<string, { readonly place: number; readonly isEmpty: boolean }>()
	document.forEach((node, place) => {
		const id = idOf(node)
		const held = holder.get(id)
		const isEmpty = node.textContent === ''
		if (id === '') places.push(place)
		else if (!held) holder.set(id, { place, isEmpty })
		else if (held.isEmpty && !isEmpty) {
			places.push(held.place)
			holder.set(id, { place, isEmpty })
		} else places.push(place)
	})
	return places
}

/** Every block has a name, and no two the same. */
export const names = new Plugin({
	appendTransaction: (transactions, _old, state) => {
		if (!transactions.some(({ docChanged }) => docChanged)) return null
		const places = unnamed(state.doc)
		if (places.length === 0) return null
		const named = state.tr
		for (const place of places) named.setNodeAttribute(place, 'id', ownId())
		return named
	},
})

/** A text whose blocks all have names. */
export function withNames(document: Node): Node {
	const places = new Set(unnamed(document))
	const blocks: Node[] = []
	document.forEach((node, place) => {
		blocks.push(places.has(place) ? node.type.create({ ...node.attrs, id: ownId() }, node.content, node.marks) : node)
	})
	return schema.nodes.doc.create(null, blocks)
}
