import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, chair, contextAt, delegateOf, SHEDO, statement } from '#test/support/rules.ts'
import { OWN_THREADS_LIMIT, THREADS_LIMIT } from './comment.ts'
import { type GivenComment, makeComments } from './several.ts'

const ON = { blockId: 'block' as BlockId, versionId: 'version' as BlockVersionId, words: '' }
const FEW = { all: 3, own: 1 }
const said = (...texts: string[]) => texts.map((text) => ({ on: ON, text }))

const give = (
	comments = said('Säg hur mycket.', ' Säg till vem. '),
	{
		who = delegateOf(SHEDO),
		stage = 'consulting' as (typeof STAGES)[number],
		threads = FEW,
		given = [] as GivenComment[],
	} = {},
) => makeComments(who, statement(stage), threads, given, { associationId: SHEDO, comments }, contextAt())

test('several comments are a thread each, told of once', () => {
	const { value, events, notifications } = granted(give())
	expect(value).toEqual({ made: 2 })
	expect(events.map(({ type, payload }) => [type, 'text' in payload && payload.text])).toEqual([
		['commentMade', 'Säg hur mycket.'],
		['commentMade', 'Säg till vem.'],
	])
	expect(new Set(events.map(({ stream }) => stream)).size).toBe(2)
	expect(notifications).toHaveLength(1)
})

test('who may comment, and when, is who may give several', () => {
	expect(STAGES.filter((stage) => give(undefined, { stage }).ok)).toEqual(['drafting', 'consulting'])
	expect(codeOf(give(undefined, { who: delegateOf(ANBO) }))).toBe('notAllowed')
	expect(codeOf(give(undefined, { who: chair }))).toBe('notAllowed')
})

test('what was given before, or twice, is given once, and a word that nobody needs is not sent', () => {
	const given = [{ blockId: ON.blockId, text: 'Säg hur mycket.' }]
	expect(granted(give(said('Säg hur mycket. ', 'Mer.', 'Mer.'), { given })).value).toEqual({ made: 1 })
	// The same words of another part are another comment.
	expect(granted(give(undefined, { given: [{ blockId: null, text: 'Säg hur mycket.' }] })).value).toEqual({ made: 2 })
	const { events, notifications } = granted(give(said('Säg hur mycket.'), { given }))
	expect([events, notifications]).toEqual([[], []])
})

test('all or none: a text that cannot be, and more than there is room for, refuse the whole', () => {
	expect(codeOf(give([]))).toBe('empty')
	expect(codeOf(give(said('Bra.', '  ')))).toBe('empty')
	expect(codeOf(give(said('Bra.', 'x'.repeat(5000))))).toBe('tooLong')
	expect(codeOf(give(undefined, { threads: { all: 3, own: OWN_THREADS_LIMIT - 1 } }))).toBe('tooManyOwnComments')
	expect(codeOf(give(undefined, { threads: { all: THREADS_LIMIT - 1, own: 0 } }))).toBe('tooManyComments')
	expect(codeOf(give(said(...Array.from({ length: OWN_THREADS_LIMIT + 1 }, () => 'Samma.'))))).toBe(
		'tooManyOwnComments',
	)
})
