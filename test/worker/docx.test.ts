import { expect, test } from 'vitest'
import { docxOf } from '#export/docx/docx.ts'
import { readStatement } from '#intake/file/statement.ts'
import { golden } from '#test/support/golden.ts'
import { EXAMPLE, EXAMPLE_DOCX_SHA256, letterOf, wholeLetterOf } from '#test/support/letters.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'

test('a Word file is made here, of the same bytes as elsewhere', async () => {
	expect(await sha256OfBytes(await docxOf(wholeLetterOf(golden.title, EXAMPLE)))).toBe(EXAMPLE_DOCX_SHA256)
})

test('a Word file is read here as the text it was made of', async () => {
	const read = await readStatement(await docxOf(letterOf(golden.blocks, { title: golden.title })))
	expect(read.ok && read.value.blocks).toEqual(golden.blocks)
})
