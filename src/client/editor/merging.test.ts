import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { merge } from '#domain/statement/merge.ts'
import { documentOf, nodeOf } from '#writing/blocks.ts'
import { idOf } from './ids.ts'
import { takingIn } from './merging.ts'
import { wantedIn } from './wanted.ts'

const block = (name: string, text = name, version = 1): BlockVersion => ({
	id: `${name}-${version}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})

const documentWith = (blocks: readonly BlockVersion[]) =>
	documentOf(blocks.map(({ blockId, content }) => ({ id: blockId, content })))

const known = (blocks: readonly BlockVersion[]) => new Map(blocks.map(({ blockId, content }) => [blockId, content]))

function taken(state: EditorState, seen: readonly BlockVersion[], stands: readonly BlockVersion[]): EditorState {
	const wanted = wantedIn(state.doc, known(seen), new Map())
	const tr = takingIn(state, { seen, wanted, stands, aliases: new Map(), choose: () => 'mine' })
	return tr ? state.apply(tr) : state
}

const textsIn = ({ doc }: EditorState) => doc.content.content.map(({ textContent }) => textContent)

test('what others changed, added and took away comes in, and the cursor stays in its word', () => {
	const seen = ['a', 'b', 'c'].map((name) => block(name))
	const doc = documentWith(seen)
	const typed = EditorState.create({ doc, selection: TextSelection.create(doc, 5) })
	const state = typed.apply(typed.tr.insertText('!'))
	const stands = [block('x', 'ny'), block('a', 'ändrad', 2), block('b')]
	const after = taken(state, seen, stands)
	expect(textsIn(after)).toEqual(['ny', 'ändrad', 'b!'])
	expect(after.selection.$from.parent.textContent).toBe('b!')
	expect(after.selection.$from.parentOffset).toBe(2)
})

test('an empty paragraph that somebody is about to write in stays where it is', () => {
	const seen = [block('a'), block('b')]
	const empty = nodeOf({ kind: 'paragraph', text: '' }, 'own')
	const doc = documentWith(seen)
	const state = EditorState.create({ doc: doc.replace(3, 3, doc.slice(0, 0)).copy(doc.content) })
	const withEmpty = state.apply(state.tr.insert(3, empty))
	const after = taken(withEmpty, seen, [block('a', 'A', 2), block('x'), block('b')])
	expect(textsIn(after)).toEqual(['A', '', 'x', 'b'])
})

test('whoever wrote what, the text becomes what the rules make of it', () => {
	const names = ['a', 'b', 'c', 'd', 'e']
	const seen = names.map((name) => block(name))
	const side = (own: string) =>
		fc
			.tuple(
				fc.shuffledSubarray([...names, `${own}1`, `${own}2`]),
				fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
			)
			.map(([order, edits]) => order.map((name, at) => (edits[at] ? block(name, `${name} ${own}`, 2) : block(name))))
	fc.assert(
		fc.property(side('m'), side('t'), (mine, theirs) => {
			fc.pre(mine.length > 0 && theirs.length > 0)
			const state = EditorState.create({ doc: documentWith(mine) })
			const after = taken(state, seen, theirs)
			const wanted = wantedIn(state.doc, known(seen), new Map())
			const { blocks } = merge(seen, wanted, theirs, () => 'mine')
			fc.pre(blocks.length > 0)
			expect(textsIn(after)).toEqual(blocks.map(({ content }) => ('text' in content ? content.text : '')))
			const ids = after.doc.content.content.map(idOf)
			expect(new Set(ids).size).toBe(ids.length)
		}),
	)
})
