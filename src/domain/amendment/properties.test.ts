import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applied, diff } from './diff.ts'
import { type Amendment, collisions, merge } from './merging.ts'
import type { Piece } from './piece.ts'
import { canRewrite } from './rewriting.ts'
import { tokensOf } from './words.ts'

const WORD = fc.constantFrom(
	'vi',
	'regionen',
	'bör',
	'införa',
	'stöd',
	'och',
	'inte',
	'senast',
	'5 maj 2022',
	'**viktigt**',
	'§ 4',
	'(NSPH)',
	'1 000',
	'_alla_',
	'[lagen](https://lagen.nu/2017:30)',
)
const MARK = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', '  ')
const PARAGRAPH = fc.array(fc.tuple(WORD, MARK), { minLength: 1, maxLength: 14 }).map((words) =>
	words
		.map(([word, mark]) => word + mark)
		.join('')
		.trim(),
)
const TEXT = fc.array(PARAGRAPH, { maxLength: 7 })

/** What somebody may do to a text: numbers that say where and what. */
const CHANGE = fc.record({
	what: fc.constantFrom('word', 'word', 'word', 'add', 'drop', 'put', 'remove', 'move'),
	at: fc.nat(),
	to: fc.nat(),
	word: WORD,
	paragraph: PARAGRAPH,
})
type Done = typeof CHANGE extends fc.Arbitrary<infer Value> ? Value : never

function changed(text: readonly string[], changes: readonly Done[]): string[] {
	const now = [...text]
	for (const { what, at, to, word, paragraph } of changes) {
		const place = at % Math.max(1, now.length)
		const words = (now[place] ?? '').split(' ')
		const inner = to % Math.max(1, words.length)
		if (what === 'put') now.splice(at % (now.length + 1), 0, paragraph)
		if (now.length === 0) continue
		if (what === 'remove') now.splice(place, 1)
		if (what === 'move') now.splice(to % now.length, 0, ...now.splice(place, 1))
		if (what === 'word') words[inner] = word
		if (what === 'add') words.splice(inner, 0, word)
		if (what === 'drop' && words.length > 1) words.splice(inner, 1)
		if (['word', 'add', 'drop'].includes(what)) now[place] = words.join(' ')
	}
	return now
}

const CHANGES = fc.array(CHANGE, { maxLength: 5 })
/** A base, and what each of several made of it. */
const several = (most: number) =>
	fc
		.tuple(TEXT, fc.array(CHANGES, { minLength: 1, maxLength: most }))
		.map(([base, all]) => ({ base, texts: all.map((changes) => changed(base, changes)) }))

const amendmentsOf = (texts: readonly (readonly Piece[])[]): Amendment[] =>
	texts.map((wanted, index) => ({ id: `Y${index + 1}`, wanted }))
const piecesOf = (base: readonly Piece[], amendments: readonly Amendment[]) =>
	merge(base, amendments).pieces.map(({ piece }) => piece)

test('a diff applied to the old text gives the new one', () => {
	fc.assert(
		fc.property(TEXT, TEXT, CHANGES, (one, other, changes) => {
			expect(applied(one, diff(one, other))).toEqual(other)
			const near = changed(one, changes)
			expect(applied(one, diff(one, near))).toEqual(near)
		}),
		{ numRuns: 400 },
	)
})

test('the runs of a diff are the old words without what came, and the new without what went', () => {
	fc.assert(
		fc.property(several(1), ({ base, texts: [now = []] }) => {
			for (const step of diff(base, now)) {
				if (!('runs' in step)) continue
				const side = (without: string) =>
					step.runs
						.filter(({ kind }) => kind !== without)
						.map(({ text }) => text)
						.join('')
				expect(side('inserted')).toBe(base[step.was])
				expect(side('removed')).toBe(now[step.is])
			}
		}),
		{ numRuns: 300 },
	)
})

test('an amendment that nobody else touched the text of is carried whole, and so is what others did where it does nothing', () => {
	fc.assert(
		fc.property(several(1), ({ base, texts: [amended = []] }) => {
			expect(canRewrite(base, amended, base)).toMatchObject({ ok: true, pieces: amended })
			expect(canRewrite(base, base, amended)).toMatchObject({ ok: true, pieces: amended })
			expect(canRewrite(base, amended, amended)).toMatchObject({ ok: true, pieces: amended })
		}),
		{ numRuns: 400 },
	)
})

test('amendments give the same text and the same collisions in whichever order they come', () => {
	fc.assert(
		fc.property(several(4), fc.infiniteStream(fc.nat()), ({ base, texts }, chance) => {
			const amendments = amendmentsOf(texts)
			const shuffled = amendments
				.map((amendment) => ({ amendment, by: chance.next().value ?? 0 }))
				.sort((one, other) => one.by - other.by)
				.map(({ amendment }) => amendment)
			expect(merge(base, shuffled)).toEqual(merge(base, amendments))
			expect(collisions(base, shuffled)).toEqual(merge(base, amendments).collisions)
		}),
		{ numRuns: 300 },
	)
})

test('what does not collide gives the same text put in together or one after the other', () => {
	fc.assert(
		fc.property(several(2), ({ base, texts: [one = [], other = []] }) => {
			const together = merge(base, amendmentsOf([one, other]))
			const first = canRewrite(base, one, other)
			const second = canRewrite(base, other, one)
			expect(first.ok).toBe(together.collisions.length === 0)
			expect(second.ok).toBe(first.ok)
			if (!first.ok || !second.ok) return
			expect(first.pieces).toEqual(second.pieces)
			expect(first.pieces).toEqual(together.pieces.map(({ piece }) => piece))
		}),
		{ numRuns: 400 },
	)
})

/** How often each word stands in texts. */
function counts(texts: readonly string[]): Map<string, number> {
	const found = new Map<string, number>()
	for (const text of texts) {
		for (const { kind, text: word } of tokensOf(text)) if (kind === 'word') found.set(word, (found.get(word) ?? 0) + 1)
	}
	return found
}

test('no word of either side is lost: it stands in the text, or in a collision', () => {
	fc.assert(
		fc.property(several(4), ({ base, texts }) => {
			const merged = merge(base, amendmentsOf(texts))
			const stands = merged.pieces.map(({ piece }) => String(piece))
			const asked = merged.collisions.flatMap(({ sides, base: words }) => [words, ...sides.map((side) => side.words)])
			const there = counts([...stands, ...asked])
			const before = counts(base)
			for (const text of texts) {
				for (const [word, count] of counts(text)) {
					if (count > (before.get(word) ?? 0))
						expect([word, there.get(word) ?? 0]).toEqual([word, expect.toSatisfy((n: number) => n >= 1)])
				}
			}
		}),
		{ numRuns: 400 },
	)
})

test('merging again what was merged changes nothing', () => {
	fc.assert(
		fc.property(several(3), ({ base, texts }) => {
			const merged = piecesOf(base, amendmentsOf(texts))
			expect(piecesOf(merged, amendmentsOf([merged, merged]))).toEqual(merged)
		}),
		{ numRuns: 200 },
	)
})
