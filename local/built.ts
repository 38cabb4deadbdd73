import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ok, type Result } from '#domain/kernel/result.ts'
import { type Bundle, buildWorker, bundle, ROOT } from './build.ts'

/** What the Worker is made of, and by what; what the packages are, the lock file says. */
const SOURCES = [
	'src',
	'templates',
	'local/build.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'wrangler.toml',
]

const KEPT = 'node_modules/.cache/samsvar'
const PREFIX = 'worker-'

/** The Worker as buildWorker makes it: what it made the last time, where nothing has changed of what it is made of. */
export async function builtWorker(): Promise<Result<Bundle, string>> {
	const name = `${PREFIX}${await sourcesHash(ROOT)}.json`
	const text = await readFile(join(ROOT, KEPT, name), 'utf8').catch(() => 'null')
	const kept = bundle.safeParse(JSON.parse(text))
	if (kept.success) return ok(kept.data)
	const built = await buildWorker()
	// Where nothing can be written it is built every time.
	if (built.ok) await keep(name, built.value).catch(() => {})
	return built
}

/** In place of all that were kept. Under its name only once it is whole. */
async function keep(name: string, made: Bundle): Promise<void> {
	const folder = join(ROOT, KEPT)
	await mkdir(folder, { recursive: true })
	for (const other of await readdir(folder)) {
		if (other.startsWith(PREFIX)) await rm(join(folder, other), { force: true })
	}
	const unfinished = join(folder, randomUUID())
	await writeFile(unfinished, JSON.stringify(made))
	await rename(unfinished, join(folder, name))
}

/** Another as soon as one of the sources in `root` has another name or other bytes. */
export async function sourcesHash(root: string): Promise<string> {
	const hash = createHash('sha256')
	for (const source of SOURCES) {
		for (const file of await filesAt(join(root, source))) {
			const bytes = await readFile(file)
			hash.update(`${relative(root, file)} ${bytes.length}\n`).update(bytes)
		}
	}
	return hash.digest('hex')
}

async function filesAt(path: string): Promise<string[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
	if (entries === null) return [path]
	return entries
		.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort()
}
