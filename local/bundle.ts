import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWorker, ROOT } from './build.ts'

// What wrangler runs before it uploads what lies in dist/ (wrangler.toml).

const DIST = join(ROOT, 'dist')

const bundle = await buildWorker()
if (bundle.ok) {
	const { modules, sourceMaps } = bundle.value
	await rm(DIST, { recursive: true, force: true })
	await mkdir(DIST)
	for (const [name, text] of Object.entries(modules)) await writeFile(join(DIST, name), text)
	for (const [name, map] of Object.entries(sourceMaps)) await writeFile(join(DIST, `${name}.map`), map)
} else {
	console.error(bundle.reason)
	process.exitCode = 1
}
