import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Choices } from '#domain/amendment/collision.ts'
import { putTogether } from '#domain/amendment/putting-together.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { block, words } from '#test/support/merging-amendments.ts'
import { NOW } from '#test/support/rules.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { leftOutOf } from './left-out.ts'

const TEXT = [block('a', 'Regionen bör agera nu för alla.'), block('b', 'Vi tackar för ordet.')]
const slot = (...some: string[]) => fc.constantFrom(...some)
/** A sentence with other words in some of its places. */
const sentence = fc
	.tuple(
		slot('bör', 'bör', 'ska', 'måste', 'bör inte', ''),
		slot('nu', 'nu', 'genast', 'aldrig mer'),
		slot('alla', 'alla', 'de sjuka'),
	)
	.map(([how, when, whom]) => `Regionen ${how} agera ${when} för ${whom}.`)
const wanted = fc
	.tuple(
		sentence,
		slot('Vi tackar för ordet.', 'Vi tackar för ordet.', 'Tack.', 'Vi tackar inte för ordet.'),
		fc.nat(5),
	)
	.map(([first, second, what]) => {
		const [one, other] = words(first, second)
		if (one === undefined || other === undefined) throw new Error('there are two')
		if (what === 0) return [other, one]
		if (what === 1) return [one]
		return what === 2 ? [one, { blockId: null, content: block('x', second).content }, other] : [one, other]
	})
const adopted = fc.array(fc.tuple(wanted, fc.nat(2)), { minLength: 1, maxLength: 2 }).map((all) =>
	all.map(
		([wants, at], index): AdoptedAmendment => ({
			...{ number: index + 1, seen: TEXT, wanted: wants, merged: null },
			...{ byAssociations: true, decidedAt: NOW + at },
		}),
	),
)

/** The text with both of them in it, where they collide as it has to be chosen. */
function withAll(all: readonly AdoptedAmendment[]): BlockVersion[] {
	const each = all.map((one) => ({ ...one, id: `Y${one.number}`, adoptedTogether: one.decidedAt }))
	let choices: Choices = {}
	for (;;) {
		const { wanted: made, asked } = putTogether(TEXT, each, choices)
		const open = asked.filter(({ choice }) => choice === null)
		if (open.length === 0)
			return made.map(({ blockId, content }, at) => ({
				...{ id: `made-${at}` as BlockVersionId, blockId: (blockId ?? `new-${at}`) as BlockId, content },
			}))
		choices = { ...choices, ...Object.fromEntries(open.map(({ key, held }) => [key, { side: held[0] ?? '' }])) }
	}
}

test('whoever merges two that associations adopted has a text that can be decided on, whatever they adopted', () => {
	fc.assert(
		fc.property(adopted, (all) => {
			expect(leftOutOf(all, withAll(all))).toEqual([])
		}),
		{ numRuns: 300 },
	)
})
