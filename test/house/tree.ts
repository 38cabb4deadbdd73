import { readdirSync, readFileSync } from 'node:fs'
import type { SourceFile } from './import-rules.ts'

const FOLDERS = ['src', 'local', 'test', 'bench', 'templates']

/** Every TypeScript file of the project, in the order of their paths; declarations of text modules aside. */
export function sourceFiles(): SourceFile[] {
	const here = readdirSync('.').filter((name) => name.endsWith('.ts'))
	const below = FOLDERS.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
	)
	return [...here, ...below]
		.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
		.sort()
		.map((path) => ({ path, source: readFileSync(path, 'utf8') }))
}
