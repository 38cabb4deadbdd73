import { expect, test } from 'vitest'
import { FILES_LIMIT } from '#domain/inquiry/file.ts'
import { FILES_TEXT_LIMIT, NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
import { letterReader } from '#intake/reader.ts'
import { docxOf } from '#test/support/documents.ts'
import { granted } from '#test/support/result.ts'

test('every file of a form counts towards the limit, also one that is not taken', async () => {
	const bytes = [new TextEncoder().encode('no PDF')]
	const broken = Array.from({ length: 60 }, (_, index) => ({ name: `${index}.pdf`, bytes }))
	const { files, leftOut } = granted(await letterReader({}).files([...broken, { name: 'a.txt', bytes }]))
	expect(files).toEqual([])
	expect(leftOut.map(({ why }) => why)).toEqual([
		...Array.from({ length: FILES_LIMIT }, () => 'notAsNamed'),
		...Array.from({ length: 61 - FILES_LIMIT }, () => 'tooMany'),
	])
})

test('of heavy files the first are read, and all are taken', async () => {
	const bytes = [docxOf({ paragraphs: Array.from({ length: 3900 }, (_, n) => `Stycke ${n}.`) })]
	const { files, leftOut } = granted(
		await letterReader({}).files(Array.from({ length: 8 }, (_, index) => ({ name: `${index}.docx`, bytes }))),
	)
	expect(leftOut).toEqual([])
	const gaps = files.map(({ gap }) => gap)
	expect(gaps).toEqual([null, null, null, null, 'notRead', 'notRead', 'notRead', 'notRead'])
})

test('of long texts that come together each is cut as much as the others, and one that is short is whole', async () => {
	const line = 'Svar senast den 3 mars 2026.'
	const text = (length: number) => new TextEncoder().encode(`${line}\n${'Ett ord till.\n'.repeat(length / 14)}`)
	const lengths = [10_000, ...Array.from({ length: 5 }, () => 190_000), 40_000]
	const uploads = lengths.map((length, index) => ({ name: `${index}.txt`, bytes: [text(length)] }))
	const { files } = granted(await letterReader({}).files(uploads))
	expect(files.map(({ gap }) => gap)).toEqual([null, ...Array.from({ length: 5 }, () => 'onlyBeginning'), null])
	const shown = files.map(({ text: { length } }) => length)
	expect(shown.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(FILES_TEXT_LIMIT)
	expect(Math.min(...shown.slice(1, 6))).toBeGreaterThan((FILES_TEXT_LIMIT - 51_000) / 5)
	expect(files.every((file) => file.text.startsWith(line))).toBe(true)

	// What is one long line is cut in it, and not down to what stands above.
	const inOneLine = Array.from({ length: 5 }, (_, index) => {
		const bytes = [new TextEncoder().encode(`${line}\n${'ord '.repeat(45_000)}`)]
		return { name: `${index}.txt`, bytes }
	})
	for (const { text, gap } of granted(await letterReader({}).files(inOneLine)).files) {
		expect([text.length > 0.85 * (FILES_TEXT_LIMIT / 5), gap]).toEqual([true, 'onlyBeginning'])
	}

	const three = Array.from({ length: 3 }, (_, index) => ({
		name: `${index}.txt`,
		bytes: [text(NOTICE_TEXT_LIMIT - 100)],
	}))
	expect(granted(await letterReader({}).files(three)).files.map(({ gap }) => gap)).toEqual([null, null, null])
})
