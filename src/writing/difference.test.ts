import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { writtenTexts } from '#test/support/written-texts.ts'
import { documentOf } from './blocks.ts'
import { stepsBetween } from './difference.ts'
import { MoveStep } from './move.ts'
import { schema } from './schema.ts'

const paragraphs = (...texts: readonly string[]) =>
	documentOf(texts.map((text) => ({ id: text.slice(0, 1), content: { kind: 'paragraph', text } })))

test('what the steps make of one text is the other', () => {
	const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'), {
		minLength: 12,
		maxLength: 12,
	})
	const text = fc
		.tuple(writtenTexts(0), names)
		.map(([blocks, ids]) => documentOf(blocks.map((content, index) => ({ id: ids[index] ?? `n${index}`, content }))))
	fc.assert(
		fc.property(text, text, (one, other) => {
			const transform = new Transform(one)
			for (const step of stepsBetween(one, other)) transform.step(step)
			expect(transform.doc.eq(other)).toBe(true)
		}),
	)
})

test('a block that was moved is moved, and of one that was changed only that', () => {
	const steps = stepsBetween(paragraphs('a ett', 'b två', 'c tre'), paragraphs('c tre', 'a ett', 'b två och'))
	expect(steps.map((step) => step.toJSON())).toEqual([
		{ stepType: 'move', from: 14, to: 21, at: 0 },
		{ stepType: 'replace', from: 20, to: 20, slice: { content: [{ type: 'text', text: ' och' }] } },
	])
})

test('a move is undone by what it says undoes it, and takes along what was typed meanwhile', () => {
	const document = paragraphs('a ett', 'b två', 'c tre')
	for (const [from, to, at] of [
		[0, 7, 14],
		[0, 7, 21],
		[7, 14, 0],
		[14, 21, 7],
		[0, 14, 21],
		[7, 14, 14],
	] as const) {
		const move = new MoveStep(from, to, at)
		const transform = new Transform(document).step(move)
		expect(transform.doc.childCount).toBe(3)
		expect(transform.step(move.invert()).doc.eq(document)).toBe(true)
	}
	const typed = new Transform(document).insert(4, schema.text('x'))
	const moved = new MoveStep(0, 7, 21).map(typed.mapping)
	expect(moved && typed.step(moved).doc.lastChild?.textContent).toBe('a extt')
})

test('where only the look is another, no text is taken out and put in again', () => {
	const before = documentOf([{ id: 'a', content: { kind: 'paragraph', text: 'Vi **avstyrker** förslaget[^1] helt.' } }])
	const after = documentOf([{ id: 'a', content: { kind: 'paragraph', text: 'Vi avstyrker *förslaget*[^1] nu helt.' } }])
	const steps = stepsBetween(before, after)
	const made = steps.reduce((document, step) => step.apply(document).doc ?? document, before)
	expect(made.eq(after)).toBe(true)
	expect(steps.map((step) => step.toJSON().stepType)).toEqual(['replace', 'removeMark', 'addMark'])
})
