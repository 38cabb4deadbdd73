import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { block } from '#test/support/merging-amendments.ts'
import { carried, type Stretch } from './carrying.ts'
import { isDone } from './in-text.ts'
import { countToMerge } from './to-merge.ts'

const SAYS = fc.constantFrom(
	'Regionen bör agera nu.',
	'Regionen ska agera nu.',
	'Regionen ska  agera nu.',
	'Regionen ska agera nu, sa vi.',
	'Regionen ska inte agera nu.',
	'Vi tackar.',
	'Vi tackar alla.',
)
const CHANGE = fc.record({
	what: fc.constantFrom('word', 'word', 'put', 'strike', 'move'),
	at: fc.nat(),
	to: fc.nat(),
	says: SAYS,
})
type Change = typeof CHANGE extends fc.Arbitrary<infer Value> ? Value : never
const CHANGES = fc.array(CHANGE, { minLength: 1, maxLength: 3 })

const said = (text: string): Wanted['content'] => ({ kind: 'paragraph', text })

/** What becomes of parts by these changes. */
function changed<Of>(
	parts: readonly Of[],
	changes: readonly Change[],
	word: (of: Of, text: string) => Of,
	put: (text: string) => Of,
): Of[] {
	const now = [...parts]
	for (const { what, at, to, says } of changes) {
		const place = at % Math.max(1, now.length)
		const there = now[place]
		if (what === 'put') now.splice(at % (now.length + 1), 0, put(says))
		if (there === undefined) continue
		if (what === 'word') now[place] = word(there, says)
		if (what === 'strike') now.splice(place, 1)
		if (what === 'move') now.splice(to % now.length, 0, ...now.splice(place, 1))
	}
	return now
}

/** A text as it was, an amendment to a stretch of it, and the text as it is. */
const LIFE = fc
	.record({
		says: fc.array(SAYS, { minLength: 1, maxLength: 6 }),
		from: fc.nat(),
		size: fc.nat(2),
		wants: CHANGES,
		since: fc.array(CHANGE, { maxLength: 3 }),
	})
	.map(({ says, from, size, wants, since }) => {
		const before = says.map((text, at) => block(`b${at}`, text))
		const first = from % before.length
		const seen = before.slice(first, first + size + 1)
		const wanted = changed<Wanted>(
			seen.map(({ blockId, content }) => ({ blockId, content })),
			wants,
			({ blockId }, text) => ({ blockId, content: said(text) }),
			(text) => ({ blockId: null, content: said(text) }),
		)
		const made = Array.from({ length: 20 }, (_, at) => at + 2)
		const next = () => made.shift() ?? 0
		const blocks = changed<BlockVersion>(
			before,
			since,
			({ blockId }, text) => block(blockId, text, next()),
			(text) => block(`n${next()}`, text),
		)
		return { amendment: { seen, wanted }, blocks }
	})

/** What is read of the text for an amendment. */
function readFor({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): BlockVersion[] {
	const saw = new Set<BlockId>(seen.map(({ blockId }) => blockId))
	return blocks.filter((each) => saw.has(each.blockId) || wanted.some(({ content }) => sameText(content, each.content)))
}

/** Nobody can put that forward. */
const asksNothing = ({ seen, wanted }: Stretch) =>
	seen.length === wanted.length &&
	seen.every(({ blockId, content }, at) => {
		const want = wanted[at]
		return want?.blockId === blockId && sameText(want.content, content)
	})

test('of what is read is told what the page that merges tells of the whole text', () => {
	const found = [0, 0]
	fc.assert(
		fc.property(LIFE, ({ amendment, blocks }) => {
			if (asksNothing(amendment)) return
			const waits = carried(amendment, blocks).ok && !isDone({ ...amendment, merged: null }, blocks)
			expect(countToMerge([amendment], readFor(amendment, blocks))).toBe(Number(waits))
			found[Number(waits)] = (found[Number(waits)] ?? 0) + 1
		}),
		{ numRuns: 2000 },
	)
	expect(Math.min(...found)).toBeGreaterThan(200)
})
