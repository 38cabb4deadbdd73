import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameText } from '#domain/statement/alignment.ts'
import { BLOCK_KINDS, type Block } from '#domain/statement/block.ts'
import { validBlock } from '#domain/statement/block-texts.ts'
import { blocksFromTyped, positionsFromTyped } from '#markup/typed-text.ts'
import { golden } from '#test/support/golden.ts'
import { granted } from '#test/support/result.ts'
import { typedText } from './typed-text.ts'

const position = (text: string): Block => ({ kind: 'position', text })
const subPoint = (text: string): Block => ({ kind: 'subPoint', text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('a text is put into a field as people would write it', () => {
	const blocks: Block[] = [
		{ kind: 'heading', text: 'Våra förslag' },
		position('Höj taket.'),
		subPoint('för barn'),
		subPoint('för äldre'),
		position('Sänk\ngolvet.'),
		{ kind: 'quote', text: '”Så är det.”', source: 'SOU 2020:1' },
		{ kind: 'signature', text: 'Föreningarna' },
	]
	expect(typedText(blocks, 8)).toBe(
		[
			'## Våra förslag',
			'',
			'9. Höj taket.',
			'   a. för barn',
			'   b. för äldre',
			'',
			'10. Sänk',
			'    golvet.',
			'',
			'> ”Så är det.”',
			'',
			'{source: SOU 2020:1}',
			'',
			'{signature}',
			'Föreningarna',
		].join('\n'),
	)
	expect(blocksFromTyped(typedText(blocks, 8))).toEqual(blocks)
	expect(blocksFromTyped(typedText(golden.blocks))).toEqual(golden.blocks)
})

test('what people type at the start of a line is read as what they mean', () => {
	for (const [typed, blocks] of [
		['1. Ett\n- under\n- mer\n2) Två', [position('Ett'), subPoint('under'), subPoint('mer'), position('Två')]],
		['1. Ett\na) under\nb) mer\n\n2. Två', [position('Ett'), subPoint('under'), subPoint('mer'), position('Två')]],
		['•\tEtt\n\uf0b7 Två', [{ kind: 'list', items: ['Ett', 'Två'] }]],
		['En rad\nen till\n\nEtt stycke', [paragraph('En rad\nen till'), paragraph('Ett stycke')]],
		['# Rubrik\nText', [{ kind: 'heading', text: 'Rubrik' }, paragraph('Text')]],
		['> Citat\n{källa: SCB}', [{ kind: 'quote', text: 'Citat', source: 'SCB' }]],
		['a\u00adb \u202ec', [paragraph('ab c')]],
		['', []],
	] as const) {
		expect(blocksFromTyped(typed), typed).toEqual(blocks)
	}
})

test('where positions are written a line is one, and a line with a dash is under the one above', () => {
	expect(
		positionsFromTyped('Höj taket.\n-för barn\n– för äldre\n\n7. Sänk golvet.\n a) genast\n-5 grader är för kallt.'),
	).toEqual([
		position('Höj taket.'),
		subPoint('för barn'),
		subPoint('för äldre'),
		position('Sänk golvet.'),
		subPoint('genast'),
		position('-5 grader är för kallt.'),
	])
})

const line = fc.stringMatching(/^[a-zåäö#>*.:{}[\]()|1-9\\~"-]{1,8}(?: [a-z1-9.{}\\|-]{1,6}){0,4}$/)
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const plainKinds = BLOCK_KINDS.filter((kind) => !['list', 'table', 'memberList', 'footnote'].includes(kind))
const block: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ kind: fc.constantFrom(...plainKinds), text }) as fc.Arbitrary<Block>,
	fc.record({ kind: fc.constant('quote' as const), text, source: line }),
	fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { minLength: 1, maxLength: 3 }) }),
	fc.record({ kind: fc.constant('footnote' as const), label: fc.stringMatching(/^[a-z0-9]{1,4}$/), text }),
)

test('what is not touched in a field is the same when it is read again', () => {
	fc.assert(
		fc.property(fc.array(block, { maxLength: 6 }), fc.nat({ max: 20 }), (blocks, before) => {
			const stored = blocks.map((each) => granted(validBlock(each)))
			const read = blocksFromTyped(typedText(stored, before))
			const same = read.length === stored.length && read.every((each, at) => sameText(each, stored[at] ?? each))
			if (!same) throw new Error(`${JSON.stringify(stored)}\n${typedText(stored, before)}\n${JSON.stringify(read)}`)
		}),
		{ numRuns: 500 },
	)
})
