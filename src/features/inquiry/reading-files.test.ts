import { expect, test } from 'vitest'
import { FILES_LIMIT } from '#domain/inquiry/file.ts'
import { openFiles } from './reading-files.ts'

test('every file of a form counts towards the limit, also one that is not taken', async () => {
	const bytes = new TextEncoder().encode('no PDF')
	const broken = Array.from({ length: 60 }, (_, index) => ({ name: `${index}.pdf`, bytes }))
	const { files, leftOut } = await openFiles([...broken, { name: 'a.txt', bytes }])
	expect(files).toEqual([])
	expect(leftOut.map(({ why }) => why)).toEqual([
		...Array.from({ length: FILES_LIMIT }, () => 'notAsNamed'),
		...Array.from({ length: 61 - FILES_LIMIT }, () => 'tooMany'),
	])
})
