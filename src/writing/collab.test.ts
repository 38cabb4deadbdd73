import { EditorState } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { documentOf } from './blocks.ts'
import { collab, collabOf, received, withoutFallen } from './collab.ts'
import { wholeBlocks } from './move.ts'

test('text that was typed where another took everything away is kept to be offered back', () => {
	const doc = documentOf(['ett', 'två'].map((text) => ({ id: text, content: { kind: 'paragraph', text } })))
	const start = EditorState.create({ doc, plugins: [collab('mine')] })
	const typed = start.apply(start.tr.insertText(' skrivet', 4))
	const gone = new ReplaceStep(0, 5, wholeBlocks([]))
	const next = received(typed, 1, [{ client: 'other', batch: 1, steps: [gone.toJSON()] }])
	const after = next?.transaction ? typed.apply(next.transaction) : typed
	expect(after.doc.textContent).toBe('två')
	expect(collabOf(after).fallen).toEqual([' skrivet'])
	expect(collabOf(after.apply(withoutFallen(after))).fallen).toEqual([])
})
