import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block } from '#domain/statement/block.ts'
import { applied, diff } from './diff.ts'
import { merge } from './merging.ts'
import { blockOf, tokensOfPiece } from './piece.ts'
import { canRewrite } from './rewriting.ts'

const TEXT = fc
	.array(
		fc.constantFrom(
			'vi',
			'regionen',
			'bör',
			'**stöd**',
			'och',
			'[lagen](https://lagen.nu)',
			'5 maj 2022',
			',',
			'\n',
			'  ',
		),
		{
			maxLength: 8,
		},
	)
	.map((words) => words.join(' '))
const TEXTS = fc.array(TEXT, { minLength: 1, maxLength: 4 })
const BLOCK: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ kind: fc.constantFrom('paragraph', 'position', 'heading', 'subPoint', 'signature'), text: TEXT }),
	fc.record({ kind: fc.constant('quote'), text: TEXT }),
	fc.record({ kind: fc.constant('quote'), text: TEXT, source: TEXT }),
	fc.record({ kind: fc.constant('list'), items: TEXTS }),
	fc.record({ kind: fc.constant('footnote'), label: fc.constantFrom('1', 'not'), text: TEXT }),
	fc.record({
		kind: fc.constant('memberList'),
		heading: TEXT,
		members: fc.array(fc.record({ name: TEXT, area: TEXT }), { maxLength: 3 }),
	}),
	fc.integer({ min: 1, max: 3 }).chain((width) => {
		const row = fc.array(TEXT, { minLength: width, maxLength: width })
		return fc.record({ kind: fc.constant('table'), header: row, rows: fc.array(row, { maxLength: 3 }) })
	}),
) as fc.Arbitrary<Block>

const named = (contents: readonly Block[], name: string): Wanted[] =>
	contents.map((content, at) => ({ blockId: `${name}${at}` as BlockId, content }))

/** A base, and what two made of it: some blocks written anew, some gone, some new, some elsewhere. */
const CASE = fc
	.tuple(
		fc.array(BLOCK, { minLength: 1, maxLength: 5 }),
		fc.array(
			fc.array(fc.tuple(fc.constantFrom('write', 'remove', 'put', 'move'), fc.nat(), fc.nat(), BLOCK), {
				maxLength: 4,
			}),
			{
				minLength: 2,
				maxLength: 2,
			},
		),
	)
	.map(([contents, all]) => {
		const base = named(contents, 'b')
		const texts = all.map((doings) => {
			const text = [...base]
			for (const [what, at, to, content] of doings) {
				const place = at % Math.max(1, text.length)
				const old = text[place]
				if (what === 'put' || old === undefined) text.splice(at % (text.length + 1), 0, { blockId: null, content })
				else if (what === 'write') text[place] = { ...old, content }
				else if (what === 'remove') text.splice(place, 1)
				else text.splice(to % text.length, 0, ...text.splice(place, 1))
			}
			return text
		})
		return { base, one: texts[0] ?? [], other: texts[1] ?? [] }
	})

const idsOf = (pieces: readonly unknown[]) =>
	pieces.flatMap((piece) =>
		typeof piece === 'object' && piece !== null && 'blockId' in piece && piece.blockId !== null ? [piece.blockId] : [],
	)

test('a block made into tokens and back is the same block', () => {
	fc.assert(
		fc.property(BLOCK, (content) => {
			expect(blockOf(tokensOfPiece({ blockId: null, content }))).toEqual(content)
		}),
	)
})

test('a diff of blocks applied to the old text gives the new one, each under its id', () => {
	fc.assert(
		fc.property(CASE, ({ base, one }) => {
			expect(applied(base, diff(base, one))).toEqual(one)
		}),
	)
})

test('blocks that nobody else touched are carried whole', () => {
	fc.assert(
		fc.property(CASE, ({ base, one }) => {
			expect(canRewrite(base, one, base)).toMatchObject({ ok: true, pieces: one })
			expect(canRewrite(base, one, one)).toMatchObject({ ok: true, pieces: one })
		}),
	)
})

test('every block that neither removed stands once, under its id, and none that both removed', () => {
	fc.assert(
		fc.property(CASE, ({ base, one, other }) => {
			const merged = merge(base, [
				{ id: 'one', wanted: one },
				{ id: 'other', wanted: other },
			])
			const ids = idsOf(merged.pieces.map(({ piece }) => piece))
			expect(new Set(ids).size).toBe(ids.length)
			for (const id of idsOf(base)) {
				const in1 = idsOf(one).includes(id)
				const in2 = idsOf(other).includes(id)
				if (in1 && in2) expect(ids).toContain(id)
				if (!in1 && !in2) expect(ids).not.toContain(id)
			}
		}),
	)
})

test('of blocks too the sides may change places', () => {
	fc.assert(
		fc.property(CASE, ({ base, one, other }) => {
			const [first, second] = [canRewrite(base, one, other), canRewrite(base, other, one)]
			expect(second.ok).toBe(first.ok)
			if (first.ok && second.ok) expect(second.pieces).toEqual(first.pieces)
		}),
	)
})
