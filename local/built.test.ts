import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sourcesHash } from './built.ts'

test('the Worker is built anew when a source, a package or a setting is another, and not for a test', async () => {
	const root = await mkdtemp(join(tmpdir(), 'samsvar-built-'))
	onTestFinished(() => rm(root, { recursive: true, force: true }))
	const at = (path: string) => join(root, path)
	for (const folder of ['src/domain', 'templates', 'local']) await mkdir(at(folder), { recursive: true })
	const files = ['src/index.ts', 'templates/letter.sv.md', 'local/build.ts', 'package.json', 'package-lock.json']
	for (const file of [...files, 'tsconfig.json', 'wrangler.toml']) await writeFile(at(file), 'a')

	const known = new Set([await sourcesHash(root)])
	await writeFile(at('src/domain/act.test.ts'), 'a')
	known.add(await sourcesHash(root))
	expect(known.size).toBe(1)

	const changes = [
		...files.map((file) => () => writeFile(at(file), 'b')),
		() => writeFile(at('wrangler.toml'), 'c'),
		() => writeFile(at('src/domain/act.ts'), ''),
		() => rename(at('src/domain/act.ts'), at('src/act.ts')),
		() => rm(at('src/act.ts')),
	]
	for (const [index, change] of changes.entries()) {
		await change()
		known.add(await sourcesHash(root))
		// Without the last source it is as it was before that came.
		expect(known.size).toBe(Math.min(index + 2, changes.length))
	}
})
