import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDate } from '#domain/kernel/calendar.ts'
import { NOTE_LIMIT, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { inquiryFacts as facts } from '#test/support/rules.ts'
import { completeFacts, DOCUMENTS_LIMIT, INVITED_LIMIT, URL_LIMIT, validInquiry } from './inquiry.ts'

test.each(['2024-02-29', '2000-02-29', '2022-12-31', '2022-04-30'])('%s is a date', (date) => {
	expect(isDate(date)).toBe(true)
})

test.each([
	'2022-02-29',
	'1900-02-29',
	'2100-02-29',
	'2022-04-31',
	'2022-00-10',
	'2022-13-01',
	'2022-01-00',
	'2022-1-1',
	'20221-01-01',
	'2022-01-01 ',
	'14 oktober',
	'',
])('%j is not a date', (date) => {
	expect(isDate(date)).toBe(false)
})

test('the days of the calendar are those that a calendar has', () => {
	const days = fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2200, 0, 1) / 86_400_000 })
	fc.assert(
		fc.property(days, (day) => {
			const [date = '', next = ''] = [day, day + 1].map((each) =>
				new Date(each * 86_400_000).toISOString().slice(0, 10),
			)
			expect(isDate(date)).toBe(true)
			const overflow = `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}`
			expect(isDate(overflow)).toBe(next === overflow)
		}),
	)
})

test('everything but the title can be missing', () => {
	const bare = { sender: '', references: '', dueOn: null, sendTo: '', copyTo: '', documents: [], note: '' }
	expect(codeOf(validInquiry({ ...facts, ...bare }))).toBe('granted')
	expect(validInquiry({ ...facts, title: ' \n' })).toEqual({ ok: false, reason: { code: 'empty', field: 'title' } })
})

test.each([
	'S2020/06171/FS',
	'KS 2018/56',
	'RS 2020\u20130457',
	'A2023/01688 och A2023/01703',
	'S2025/ 01127',
	'LI2025/01628I2025/01628',
	'Diarienummer: Ds 2025:21',
	'<b>”dnr”</b>',
])('a reference is free text: %s is kept as typed', (references) => {
	expect(granted(validInquiry({ ...facts, references })).references).toBe(references)
})

test('texts are trimmed and composed, and bounded one by one', () => {
	expect(granted(validInquiry({ ...facts, sender: ' Socialdepartementet\u00a0' })).sender).toBe('Socialdepartementet')
	expect(granted(validInquiry({ ...facts, title: 'God och\r\nnära vård' })).title).toBe('God och nära vård')
	expect(codeOf(validInquiry({ ...facts, title: 'x'.repeat(TITLE_LIMIT + 1) }))).toBe('tooLong')
	for (const field of ['sender', 'references', 'sendTo', 'copyTo', 'note'] as const) {
		expect(codeOf(validInquiry({ ...facts, [field]: 'x'.repeat(NOTE_LIMIT) }))).toBe('granted')
		expect(validInquiry({ ...facts, [field]: 'x'.repeat(NOTE_LIMIT + 1) })).toMatchObject({
			reason: { code: 'tooLong', field },
		})
	}
})

test('a deadline is a real date or none', () => {
	expect(codeOf(validInquiry({ ...facts, dueOn: '2024-02-29' }))).toBe('granted')
	expect(validInquiry({ ...facts, dueOn: '2023-02-29' })).toEqual({
		ok: false,
		reason: { code: 'invalid', field: 'dueOn' },
	})
})

test.each([
	'javascript:alert(1)',
	'ftp://regeringen.se/a.pdf',
	'//regeringen.se',
	'https://',
	'https://a.se/ b',
	'https://a.se/"><script>',
	'https://a.se/\njavascript:',
	`https://${'a'.repeat(URL_LIMIT)}`,
])('a document is not kept at %j', (url) => {
	expect(validInquiry({ ...facts, documents: [{ title: 'Missiv', url }] })).toEqual({
		ok: false,
		reason: { code: 'invalid', field: 'documents' },
	})
})

test('documents have titles and web addresses, and there is an end to them', () => {
	const document = { title: ' Missiv ', url: ' https://www.regeringen.se/remisser/missiv.pdf?a=å ' }
	expect(granted(validInquiry({ ...facts, documents: [document] })).documents).toEqual([
		{ title: 'Missiv', url: 'https://www.regeringen.se/remisser/missiv.pdf?a=å' },
	])
	expect(codeOf(validInquiry({ ...facts, documents: [{ ...document, title: ' ' }] }))).toBe('invalid')
	expect(codeOf(validInquiry({ ...facts, documents: Array(DOCUMENTS_LIMIT + 1).fill(document) }))).toBe('tooLong')
})

test('what was received before more was asked has none of it', () => {
	const { kind, formats, invited, extendedFrom, ...before } = facts
	expect(completeFacts(before)).toEqual({ ...before, kind: 'other', formats: [], invited: [], extendedFrom: null })
	expect(codeOf(validInquiry(before))).toBe('granted')
	expect([kind, formats, invited, extendedFrom]).toHaveLength(4)
})

test('formats and bodies are kept once each, bodies on a line each and as many as there ever were', () => {
	const given = {
		...facts,
		formats: ['paper', 'docx', 'paper'],
		invited: [' Attention\n', '', 'Shedo', 'Attention'],
	} as const
	expect(granted(validInquiry(given))).toMatchObject({ formats: ['docx', 'paper'], invited: ['Attention', 'Shedo'] })
	const many = Array.from({ length: INVITED_LIMIT + 1 }, (_, index) => `Förening ${index}`)
	expect(codeOf(validInquiry({ ...facts, invited: many }))).toBe('tooLong')
	expect(codeOf(validInquiry({ ...facts, invited: ['å'.repeat(TITLE_LIMIT + 1)] }))).toBe('tooLong')
	expect(validInquiry({ ...facts, extendedFrom: '2022-02-30' })).toEqual({
		ok: false,
		reason: { code: 'invalid', field: 'extendedFrom' },
	})
})
