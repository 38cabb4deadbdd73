import { expect, it } from 'vitest'
import { sourceFiles } from './tree.ts'

/** Where the key comes from: the header of a request; and of a mail, which has none. */
const MADE_IN = ['src/api/endpoint.ts', 'src/features/inquiry/take-mail.ts', 'src/features/inquiry/take-reply.ts']

it('lets no door make a second key of the one it was given, and so do half of what was asked for', () => {
	const making = sourceFiles()
		.filter(({ path }) => /^src\/(api|features)\//.test(path) && !/\.test\.tsx?$/.test(path))
		.filter(({ source }) => /\bkey: \{|\.key\.value|\.\.\.\w*\.key\b/.test(source))
	expect(making.map(({ path }) => path)).toEqual(MADE_IN)
})
