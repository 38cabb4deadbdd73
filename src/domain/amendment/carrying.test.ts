import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, collidingAmong, stretchNow } from './carrying.ts'
import { standsIn } from './standing-in.ts'

const block = (name: string, text: string, version = 1): BlockVersion => ({
	id: `${name}-${version}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const kept = ({ blockId, content }: BlockVersion) => ({ blockId, content })
const words = (blockId: string | null, text: string) => ({
	blockId: blockId as BlockId | null,
	content: { kind: 'paragraph', text } as const,
})
const TEXT = [block('a', 'Först.'), block('b', 'Alla råd ska träffas ofta.'), block('c', 'Sist.')]
const [A, B, C] = TEXT as [BlockVersion, BlockVersion, BlockVersion]
const OFTEN = { seen: [B], wanted: [words('b', 'Alla råd ska träffas varje vecka.')] }
const textsOf = (blocks: readonly { readonly content: BlockVersion['content'] }[]) =>
	blocks.map(({ content }) => ('text' in content ? content.text : ''))
const carriedTexts = (...[amendment, blocks]: Parameters<typeof carried>) => {
	const result = carried(amendment, blocks)
	return result.ok ? textsOf(result.blocks) : result.inTheWay
}

test('an amendment is carried past what others write elsewhere, and into the same part where the words are others', () => {
	expect(carriedTexts(OFTEN, TEXT)).toEqual(['Först.', 'Alla råd ska träffas varje vecka.', 'Sist.'])
	const elsewhere = [block('new', 'Nytt.'), A, block('b', 'Alla goda råd ska träffas ofta.', 2), C]
	expect(carriedTexts(OFTEN, elsewhere)).toEqual(['Nytt.', 'Först.', 'Alla goda råd ska träffas varje vecka.', 'Sist.'])
})

test('where others changed the same words, or took them away, that stands in the way', () => {
	expect(carriedTexts(OFTEN, [A, block('b', 'Alla råd ska träffas sällan.', 2), C])).toEqual(['b'])
	expect(carriedTexts(OFTEN, [A, C])).toEqual(['b'])
})

test('what is put in comes after what it was put after; where that is gone, at the end, and it is not lost', () => {
	const more = { seen: [B], wanted: [kept(B), words(null, 'Mer.')] }
	expect(carriedTexts(more, TEXT)).toEqual(['Först.', 'Alla råd ska träffas ofta.', 'Mer.', 'Sist.'])
	expect(carriedTexts(more, [A, C])).toEqual(['Först.', 'Sist.', 'Mer.'])
	expect(carriedTexts({ seen: [], wanted: [words(null, 'Mer.')] }, TEXT).at(-1)).toBe('Mer.')
})

test('it is said whether the words are in the text, whoever wrote them there, and whatever else was written', () => {
	const more = { seen: [B], wanted: [kept(B), words(null, 'Mer.')] }
	const less = { seen: [B], wanted: [] }
	const weekly = block('b', 'Alla goda råd ska träffas varje vecka.', 2)
	const cases = [OFTEN, more, less].map((each) => [
		standsIn(each, TEXT),
		standsIn(each, [A, weekly, C]),
		standsIn(each, [A, B, block('new', 'Mer.'), C]),
		standsIn(each, [A, C]),
	])
	expect(cases).toEqual([
		[false, true, false, false],
		[false, false, true, false],
		[false, false, false, true],
	])
})

test('its words are seen in the text beside what others wrote since: in what it left as it was, and in the same part', () => {
	const before = { seen: [B], wanted: [words(null, 'Mer.'), kept(B)] }
	const other = block('b', 'Alla goda råd ska träffas ofta.', 2)
	expect(standsIn(before, [A, block('new', 'Mer.'), other, C])).toBe(true)
	expect(standsIn(before, [A, other, C])).toBe(false)
	const beside = (text: string) => standsIn(OFTEN, [A, block('b', text, 2), C])
	expect(beside('Alla råd måste ses varje vecka framåt.')).toBe(true)
	expect(beside('Alla råd måste ses ofta framåt.')).toBe(false)
})

test('what was only to be moved is in the text when it has been moved, and not before', () => {
	const last = { seen: [A, B, C], wanted: [B, C, A].map(kept) }
	expect([TEXT, [B, C, A], [B, A, C], [C, B, A]].map((text) => standsIn(last, text))).toEqual([false, true, true, true])
	expect(standsIn({ seen: [A, B], wanted: [A, B].map(kept) }, TEXT)).toBe(true)
})

test('the stretch as it is now holds what others put into it', () => {
	expect(stretchNow([A, C], TEXT)).toEqual([0, 3])
	expect(stretchNow([B], [A, C])).toEqual([2, 2])
})

test('those that want different things of the same words collide, and each names the others', () => {
	const seldom = { seen: [B], wanted: [words('b', 'Alla råd ska träffas sällan.')] }
	const struck = { seen: [B], wanted: [] }
	const good = { seen: [B], wanted: [words('b', 'Alla goda råd ska träffas ofta.')] }
	const found = (...amendments: (typeof OFTEN)[]) =>
		Object.fromEntries(
			[
				...collidingAmong(
					TEXT,
					amendments.map((each, index) => ({ ...each, id: `y${index}` })),
				),
			].map(([id, others]) => [id, [...others]]),
		)
	expect(found(OFTEN, good)).toEqual({})
	expect(found(OFTEN, seldom, good)).toEqual({ y0: ['y1'], y1: ['y0'] })
	expect(found(OFTEN, struck)).toEqual({ y0: ['y1'], y1: ['y0'] })
	expect(found(OFTEN, OFTEN)).toEqual({})
})
