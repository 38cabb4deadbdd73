import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { SourceFile } from './import-rules.ts'

const PICTURES_AND_FONTS = /\.(png|ico|woff2|ttf|pdf|docx)$/

/** Everything of the project that can be read as text and that git does not ignore; the licence aside. */
export function keptFiles(): SourceFile[] {
	const ignored = readFileSync('.gitignore', 'utf8')
		.split('\n')
		.map((line) => line.replace(/^\*|\/$/g, ''))
	const isKept = (name: string) => name !== '.git' && !ignored.some((end) => end !== '' && name.endsWith(end))
	const walk = (folder: string): string[] =>
		readdirSync(folder, { withFileTypes: true })
			.filter(({ name }) => isKept(name))
			.flatMap((entry) => {
				const path = posix.join(folder, entry.name)
				return entry.isDirectory() ? walk(path) : [path]
			})
	return walk('.')
		.filter((path) => path !== 'LICENSE' && !PICTURES_AND_FONTS.test(path))
		.sort()
		.map((path) => ({ path, source: readFileSync(path, 'utf8') }))
}

/** Every TypeScript file, declarations aside. */
export function sourceFiles(): SourceFile[] {
	return keptFiles().filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
}
