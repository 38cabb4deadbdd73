import { expect, test } from 'vitest'
import { FILES_LIMIT } from '#domain/inquiry/file.ts'
import { letterReader } from '#intake/reader.ts'
import { docxOf } from '#test/support/documents.ts'
import { granted } from '#test/support/result.ts'

test('every file of a form counts towards the limit, also one that is not taken', async () => {
	const bytes = new TextEncoder().encode('no PDF')
	const broken = Array.from({ length: 60 }, (_, index) => ({ name: `${index}.pdf`, bytes }))
	const { files, leftOut } = granted(await letterReader({}).files([...broken, { name: 'a.txt', bytes }]))
	expect(files).toEqual([])
	expect(leftOut.map(({ why }) => why)).toEqual([
		...Array.from({ length: FILES_LIMIT }, () => 'notAsNamed'),
		...Array.from({ length: 61 - FILES_LIMIT }, () => 'tooMany'),
	])
})

test('of heavy files the first are read, and all are taken', async () => {
	const bytes = docxOf({ paragraphs: Array.from({ length: 3900 }, (_, n) => `Stycke ${n}.`) })
	const { files, leftOut } = granted(
		await letterReader({}).files(Array.from({ length: 8 }, (_, index) => ({ name: `${index}.docx`, bytes }))),
	)
	expect(leftOut).toEqual([])
	const gaps = files.map(({ gap }) => gap)
	expect(gaps).toEqual([null, null, null, null, 'notRead', 'notRead', 'notRead', 'notRead'])
})
