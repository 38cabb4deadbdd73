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
	STANDARD_TEXTS_KEPT,
	type StandardText,
} from './standard-text.ts'
import { BLOCKS_LIMIT } from './whole-text.ts'

const COALITION = 'coalition' as CoalitionId
const SAID: readonly Block[] = [{ kind: 'paragraph', text: 'Vi är nio föreningar.' }]

const text = (name: string, more: Partial<StandardText> = {}): StandardText => ({
	...{ id: `text-${name}` as StandardTextId, name, use: 'insert', blocks: SAID, changedAt: NOW, away: false },
	...more,
})

const keep = (name: string, texts: readonly StandardText[] = [], blocks = SAID, by: Actor = chair) =>
	keepStandardText(by, COALITION, texts, { name, use: 'insert', blocks }, contextAt(NOW))
const change = (
	command: Parameters<typeof changeStandardText>[4],
	changed = text('Om oss'),
	others: readonly StandardText[] = [],
	by: Actor = chair,
) => changeStandardText(by, COALITION, others, changed, { seen: NOW, ...command }, contextAt(NOW))

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
	expect(codeOf(change({ away: true }, undefined, undefined, delegateOf(SHEDO)))).toBe('notAllowed')
	// Its name was given to another meanwhile.
	const away = text('Om oss', { away: true })
	const others = [text('om oss', { id: 'other' as StandardTextId })]
	expect(codeOf(change({ away: false }, away, others))).toBe('topicExists')
	expect(codeOf(change({ away: false, name: 'Om oss förr' }, away, others))).toBe('granted')
})

test('what somebody else wrote in it meanwhile is not written over; to take it away nobody must have read it', () => {
	const command = { name: 'Vilka vi är' }
	expect(codeOf(change({ ...command, seen: NOW - 1 }))).toBe('standardTextRewritten')
	const unread = (more: Parameters<typeof changeStandardText>[4]) =>
		changeStandardText(chair, COALITION, [], text('Om oss'), more, contextAt(NOW))
	expect(codeOf(unread(command))).toBe('standardTextRewritten')
	expect(codeOf(unread({ blocks: SAID }))).toBe('standardTextRewritten')
	expect(codeOf(unread({ away: true }))).toBe('granted')
})

test('so many are kept, with those that were taken away, and so many blocks are in one; empty ones are left out', () => {
	const away = Array.from({ length: STANDARD_TEXTS_KEPT }, (_, at) => text(`Text ${at}`, { away: true }))
	expect(codeOf(keep('En till', away.slice(1)))).toBe('granted')
	expect(keep('En till', away)).toMatchObject({ reason: { code: 'tooManyStandardTexts', kept: true } })
	const said = (length: number) => Array.from({ length }, (): Block => ({ kind: 'paragraph', text: 'x' }))
	expect(codeOf(keep('Om oss', [], said(BLOCKS_LIMIT)))).toBe('granted')
	expect(codeOf(keep('Om oss', [], said(BLOCKS_LIMIT + 1)))).toBe('tooLong')
	const empty: Block = { kind: 'paragraph', text: ' ' }
	expect(granted(keep('Om oss', [], [empty, ...SAID, empty])).events).toMatchObject([{ payload: { blocks: SAID } }])
})
