import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { at, id, paragraph, THREE } from '#test/support/editing.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	chair,
	contextAt,
	contributorOf,
	delegateOf,
	eventOf,
	guardsOf,
	SHEDO,
	statement,
} from '#test/support/rules.ts'
import { handOver, handOverLeft, type TypedText } from './handing-over.ts'
import type { Stage } from './statement.ts'

const ANNA = 'anna' as PersonId
const BO = 'bo' as PersonId
const stays = (name: string) => ({ blockId: id(name), content: null })

/** Anna wrote in the second part and added one, Bo took away the third. */
const typed: TypedText = {
	seen: THREE.map((block) => block.id),
	blocks: [stays('a'), { blockId: id('b'), content: paragraph('Två.') }, { blockId: null, content: paragraph('Ny.') }],
	letGo: [],
	writers: [
		{ personId: ANNA, blocks: [1, 2] },
		{ personId: BO, blocks: [] },
	],
}

const handed = (text: TypedText, stage: Stage = 'drafting', judged: readonly string[] = []) =>
	handOver(delegateOf(SHEDO), { statement: statement(stage), blocks: THREE }, text, judged.map(id), contextAt())

test('what several typed is one change, which says whose each version is', () => {
	expect(eventOf('documentRearranged', handed(typed))).toEqual({
		how: 'typed',
		order: ['a', 'b', 'id-2'],
		written: [
			{ id: 'id-1', blockId: 'b', content: paragraph('Två.') },
			{ id: 'id-3', blockId: 'id-2', content: paragraph('Ny.') },
		],
		writers: [
			{ personId: ANNA, versions: ['id-1', 'id-3'] },
			{ personId: BO, versions: [] },
		],
	})
	expect(guardsOf(handed(typed))).toEqual(['seated', 'stageIn', 'blockStands', 'blockStands'])
})

test('the order of the parts is said only where it is another', () => {
	const written = { ...typed, blocks: [stays('a'), { blockId: id('b'), content: paragraph('Två.') }, stays('c')] }
	expect(eventOf('documentRearranged', handed(written))).not.toHaveProperty('order')
	const moved = { ...typed, blocks: [stays('b'), stays('a'), stays('c')] }
	expect(eventOf('documentRearranged', handed(moved))).toMatchObject({ order: ['b', 'a', 'c'], written: [] })
})

test('it is taken from who may write, in a draft, and by itself where nobody may any more', () => {
	const text = { statement: statement('drafting'), blocks: THREE }
	expect(codeOf(handOver(contributorOf(SHEDO), text, typed, [], contextAt()))).toBe('notAllowed')
	for (const stage of ['consulting', 'deciding', 'signing', 'published', 'withdrawn'] as const) {
		expect(codeOf(handed(typed, stage))).toBe('wrongStage')
		expect(codeOf(handOverLeft({ ...text, statement: statement(stage) }, typed, [], contextAt().newId))).toBe(
			'wrongStage',
		)
	}
	expect(guardsOf(handOverLeft(text, typed, [], contextAt().newId))).toEqual(['stageIn', 'blockStands', 'blockStands'])
})

test('what was typed from another text than stands is not taken', () => {
	expect(codeOf(handed({ ...typed, seen: [at('a'), at('b')] }))).toBe('textChanged')
	expect(codeOf(handed({ ...typed, seen: [at('b'), at('a'), at('c')] }))).toBe('textChanged')
})

test('what others think of a part loses its place only when somebody said so', () => {
	expect(codeOf(handed(typed, 'drafting', ['c']))).toBe('losesPlace')
	expect(granted(handed({ ...typed, letGo: [id('c')] }, 'drafting', ['c'])).events).toHaveLength(1)
})

test('a text that says what stands is no change', () => {
	const same = { ...typed, blocks: [stays('a'), { blockId: id('b'), content: THREE[1]?.content ?? null }, stays('c')] }
	expect(granted(handed(same)).events).toEqual([])
})

test('a part that is not in the text, and says nothing, is refused', () => {
	expect(codeOf(handed({ ...typed, blocks: [stays('elsewhere')] }))).toBe('blockGone')
	expect(codeOf(handed({ ...typed, blocks: [stays('a'), stays('a')] }))).toBe('blockGone')
	expect(codeOf(handOver(chair, { statement: statement('drafting'), blocks: THREE }, typed, [], contextAt()))).toBe(
		'granted',
	)
})
