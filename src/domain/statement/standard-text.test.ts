import { expect, test } from 'vitest'
import type { CoalitionId, StandardTextId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, NOW, SHEDO, secretary, stranger } from '#test/support/rules.ts'
import type { Block } from './block.ts'
import {
	changeStandardText,
	keepStandardText,
	STANDARD_NAME,
	STANDARD_TEXT,
	STANDARD_TEXTS,
	type StandardText,
} from './standard-text.ts'

const COALITION = 'coalition' as CoalitionId
const SAID: readonly Block[] = [{ kind: 'paragraph', text: 'Vi är nio föreningar.' }]

const text = (name: string, more: Partial<StandardText> = {}): StandardText => ({
	...{ id: `text-${name}` as StandardTextId, name, use: 'insert', blocks: SAID, away: false },
	...more,
})

const keep = (name: string, texts: readonly StandardText[] = [], blocks = SAID, by: Actor = chair) =>
	keepStandardText(by, COALITION, texts, { name, use: 'insert', blocks }, contextAt(NOW))
const change = (
	command: Omit<Parameters<typeof changeStandardText>[3], 'textId'>,
	texts: readonly StandardText[] = [text('Om oss')],
	by: Actor = chair,
) => changeStandardText(by, COALITION, texts, { textId: 'text-Om oss' as StandardTextId, ...command }, contextAt(NOW))

test('a text is kept under a name, by chair or secretary', () => {
	expect(granted(keep('  Om \n oss ')).events).toMatchObject([
		{ type: 'standardTextKept', statementId: null, payload: { name: 'Om oss', use: 'insert', blocks: SAID } },
	])
	expect(codeOf(keep('Om oss', [], SAID, secretary))).toBe('granted')
	expect(codeOf(keep('Om oss', [], SAID, delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(keep('Om oss', [], SAID, stranger))).toBe('notFound')
})

test('a name is one text’s, until that is taken away; names and texts are there and bounded', () => {
	expect(codeOf(keep('OM OSS', [text('Om oss')]))).toBe('topicExists')
	expect(codeOf(keep('Om oss', [text('Om oss', { away: true })]))).toBe('granted')
	expect(codeOf(keep(' '))).toBe('empty')
	expect(codeOf(keep('x'.repeat(STANDARD_NAME + 1)))).toBe('tooLong')
	expect(codeOf(keep('Om oss', [], []))).toBe('empty')
	expect(codeOf(keep('Om oss', [], [{ kind: 'paragraph', text: ' ' }]))).toBe('empty')
	const half: Block = { kind: 'paragraph', text: 'x'.repeat(STANDARD_TEXT / 2) }
	expect(codeOf(keep('Om oss', [], [half, half]))).toBe('granted')
	expect(codeOf(keep('Om oss', [], [half, half, ...SAID]))).toBe('tooLong')
	const many = Array.from({ length: STANDARD_TEXTS }, (_, at) => text(`Text ${at}`))
	expect(codeOf(keep('En till', many))).toBe('tooManyStandardTexts')
	expect(codeOf(keep('En till', [...many.slice(1), text('Borta', { away: true })]))).toBe('granted')
})

test('it is changed, taken away and brought back; what is left out stays, and the same again is nothing', () => {
	expect(granted(change({ name: 'Vilka vi är' })).events).toMatchObject([
		{ payload: { name: 'Vilka vi är', blocks: SAID, away: false } },
	])
	expect(granted(change({ away: true })).events).toMatchObject([{ payload: { name: 'Om oss', away: true } }])
	expect(granted(change({ name: 'Om oss', blocks: SAID })).events).toEqual([])
	expect(codeOf(change({ name: 'Annat' }, []))).toBe('notFound')
	expect(codeOf(change({ away: true }, undefined, delegateOf(SHEDO)))).toBe('notAllowed')
	// Its name was given to another meanwhile.
	const away = [text('Om oss', { away: true }), text('om oss', { id: 'other' as StandardTextId })]
	expect(codeOf(change({ away: false }, away))).toBe('topicExists')
	expect(codeOf(change({ away: false, name: 'Om oss förr' }, away))).toBe('granted')
})
