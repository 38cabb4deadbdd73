import { expect, test } from 'vitest'
import { optionalText, requiredLine, requiredText } from '#domain/kernel/text.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { statement } from '#test/support/rules.ts'
import { inStage } from './in-stage.ts'
import { LIFECYCLE, UNPUBLISHED, WRITABLE } from './statement.ts'

const words = (text: string, limit = 10) => requiredText('reason', text, limit)

test('a text is trimmed and composed', () => {
	expect(granted(words('  a\u030a \u00a0'))).toBe('å')
})

test('a required text that is only white space is empty', () => {
	expect(['', '   ', '\n\t', '\u00a0'].map((text) => codeOf(words(text)))).toEqual(Array(4).fill('empty'))
	expect(granted(optionalText('note', '  ', 10))).toBe('')
})

test('length is counted in characters after composing, not in bytes or halves of them', () => {
	expect(codeOf(words('å'.repeat(10)))).toBe('granted')
	expect(codeOf(words('a\u030a'.repeat(10)))).toBe('granted')
	expect(codeOf(words('😀'.repeat(10)))).toBe('granted')
	expect(words('😀'.repeat(11))).toEqual({
		ok: false,
		reason: { code: 'tooLong', field: 'reason', limit: 10, length: 11 },
	})
	expect(codeOf(optionalText('note', 'x'.repeat(11), 10))).toBe('tooLong')
})

test('what could be neither hashed nor put in a feed is not kept', () => {
	expect(granted(words('a\u0000b\ud800c'))).toBe('ab\ufffdc')
})

test('a megabyte of combining marks is refused without ado', () => {
	expect(codeOf(words('\u0301\u0323'.repeat(500_000)))).toBe('tooLong')
})

test('a line has no line ends of any kind: it becomes the subject of a mail', () => {
	const ends = ['\n', '\r\n', '\r', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\n']
	expect(ends.map((end) => granted(requiredLine('title', `Svar${end}Bcc: x`, 100)))).toEqual(
		ends.map(() => 'Svar Bcc: x'),
	)
	expect(codeOf(requiredLine('title', '\n', 100))).toBe('empty')
})

test('a refusal for the stage tells where the text is and where it would have to be', () => {
	expect(codeOf(inStage(statement('drafting'), WRITABLE))).toBe('granted')
	expect(inStage(statement('published'), WRITABLE)).toEqual({
		ok: false,
		reason: { code: 'wrongStage', stage: 'published', allowed: ['drafting', 'consulting'] },
	})
})

test('what is published or withdrawn is past writing, sending back and withdrawing', () => {
	for (const stage of ['published', 'withdrawn'] as const) {
		expect(WRITABLE).not.toContain(stage)
		expect(UNPUBLISHED).not.toContain(stage)
	}
	expect([...UNPUBLISHED, 'published']).toEqual(LIFECYCLE)
})
