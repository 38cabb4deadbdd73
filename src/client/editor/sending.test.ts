import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { merge } from '#domain/statement/merge.ts'
import type { Became } from '#domain/statement/rewrite.ts'
import { afterSaving, fieldsOf, sendingOf } from './sending.ts'
import type { Named } from './wanted.ts'

const block = (name: string, text = name): BlockVersion => ({
	id: `v-${name}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const same = ({ blockId, content }: BlockVersion): Named => ({ name: blockId, blockId, content })
const anew = (name: string, text = name): Named => ({ name, blockId: null, content: { kind: 'paragraph', text } })
const changed = (name: string, text: string): Named => ({ ...anew(name, text), blockId: name as BlockId })

const base = ['a', 'b', 'c', 'd'].map((name) => block(name))
const [a, b, c, d] = base.map(same) as [Named, Named, Named, Named]

test('nothing is sent of a text that says the same', () => {
	expect(sendingOf(base, [a, b, c, d])).toBeNull()
	expect(sendingOf([], [])).toBeNull()
})

test.each([
	['a change in one block', [a, changed('b', 'B'), c, d], 1, 1, 1],
	['what is new, with the block before it', [a, b, anew('x'), c, d], 1, 1, 2],
	['what is new first of all, with the block behind it', [anew('x'), a, b, c, d], 0, 1, 2],
	['what was taken away', [a, c, d], 1, 1, 0],
	['what was moved, with all that it passed', [a, d, b, c], 1, 3, 3],
])('%s is sent and no more', (_what, wanted, from, seen, sent) => {
	const sending = sendingOf(base, wanted)
	expect([sending?.from, sending?.seen.length, sending?.wanted.length]).toEqual([from, seen, sent])
})

test('what is new has no name in what is sent, and what was there its own', () => {
	const sending = sendingOf(base, [a, b, anew('x'), changed('c', 'C'), d])
	const { seen, written } = fieldsOf(sending ?? { from: 0, seen: [], wanted: [] })
	expect(seen).toBe('v-b v-c')
	expect(JSON.parse(String(written)).map(({ name }: { name: string | null }) => name)).toEqual(['b', null, 'c'])
})

/** As the record saves a stretch: what each block became, and the text after it. */
function saved(sending: NonNullable<ReturnType<typeof sendingOf>>) {
	const wanted: Wanted[] = sending.wanted.map(({ blockId, content }) => ({ blockId, content }))
	const merged = merge(sending.seen, wanted, base, () => undefined)
	let count = 0
	const became = new Map<unknown, Became>()
	const text = merged.blocks.map((part): BlockVersion => {
		if ('id' in part) {
			became.set(part.blockId, part)
			return part
		}
		count += 1
		const version = {
			id: `n${count}` as BlockVersionId,
			blockId: part.blockId ?? (`r${count}` as BlockId),
			content: part.content,
		}
		became.set(part.blockId ?? part, version)
		return version
	})
	const told = wanted.map((part) => became.get(part.blockId ?? part) ?? null)
	return { text, became: told.map((each) => each && { blockId: each.blockId, id: each.id }) }
}

test('whatever was written, what is kept here is afterwards what the record has', () => {
	const written = fc
		.array(fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z')), { maxLength: 7 })
		.map((names) => [...new Set(names)])
		.chain((names) => fc.tuple(fc.constant(names), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })))
		.map(([names, edits]) =>
			names.map((name, at): Named => {
				if ('xyz'.includes(name)) return anew(name)
				return edits[at] ? changed(name, `${name} ändrad`) : same(block(name))
			}),
		)
	fc.assert(
		fc.property(written, (wanted) => {
			const sending = sendingOf(base, wanted)
			if (sending === null) return
			const { text, became } = saved(sending)
			const after = afterSaving(base, sending, became, new Map())
			expect(after.base).toEqual(text)
			for (const { name, content } of wanted.filter(({ blockId }) => blockId === null)) {
				const id = after.aliases.get(name)
				expect(after.base.find(({ blockId }) => blockId === id)?.content).toEqual(content)
			}
		}),
	)
})
