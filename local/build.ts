import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { ok, type Result, refuse } from '#domain/result.ts'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILDS = join(ROOT, '.samsvar', 'build')
const SETTINGS = 'worker.json'

/** wrangler puts the hash of a file that a Text rule names before its name; scripts that pages load are such files too. */
const IMPORTED_AS_TEXT = /^[0-9a-f]{40}-/

/** Everything that the bundle is made from. */
const SOURCES = ['src', 'templates', 'wrangler.toml', 'package.json', 'package-lock.json', 'tsconfig.json']

const settings = z.object({ compatibilityDate: z.string(), compatibilityFlags: z.array(z.string()) })

export type Bundle = z.output<typeof settings> & {
	readonly mainModule: string
	readonly modules: Record<string, { readonly type: 'esm' | 'text'; readonly contents: string }>
}

async function hashOfSources(): Promise<string> {
	const hash = createHash('sha256')
	for (const source of SOURCES) {
		const path = join(ROOT, source)
		const isDirectory = (await stat(path).catch(() => undefined))?.isDirectory()
		const files = isDirectory ? (await readdir(path, { recursive: true })).sort() : ['']
		for (const file of files) {
			if (/\.test\.tsx?$/.test(file)) continue
			const contents = await readFile(join(path, file)).catch(() => undefined)
			if (contents) hash.update(`${source}/${file}\0${contents.length}\0`).update(contents)
		}
	}
	return hash.digest('hex').slice(0, 16)
}

/** Runs wrangler as a deploy would, without deploying; resolves to what it said where it failed. */
function bundleInto(directory: string): Promise<Result<true, string>> {
	const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js')
	const child = spawn(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', directory], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			WRANGLER_SEND_METRICS: 'false',
			WRANGLER_HIDE_BANNER: 'true',
			WRANGLER_LOG_PATH: join(ROOT, '.samsvar', 'logs'),
		},
	})
	let said = ''
	child.stdout.on('data', (text) => {
		said += text
	})
	child.stderr.on('data', (text) => {
		said += text
	})
	return new Promise((resolve) => {
		child.once('error', (error) => resolve(refuse(error.message)))
		child.once('exit', (code) => resolve(code === 0 ? ok(true) : refuse(said)))
	})
}

async function writeSettings(directory: string): Promise<void> {
	const { unstable_readConfig } = await import('wrangler')
	const config = unstable_readConfig({ config: join(ROOT, 'wrangler.toml') })
	const found = settings.parse({
		compatibilityDate: config.compatibility_date,
		compatibilityFlags: config.compatibility_flags ?? [],
	})
	await writeFile(join(directory, SETTINGS), JSON.stringify(found))
}

async function readBundle(directory: string): Promise<Bundle> {
	const found = settings.parse(JSON.parse(await readFile(join(directory, SETTINGS), 'utf8')))
	const modules: Bundle['modules'] = {}
	for (const name of (await readdir(directory)).sort()) {
		// wrangler puts a README of its own beside the modules.
		if (name === 'README.md' || name === SETTINGS || extname(name) === '.map') continue
		const contents = await readFile(join(directory, name), 'utf8')
		modules[name] = { type: IMPORTED_AS_TEXT.test(name) ? 'text' : 'esm', contents }
	}
	return { ...found, mainModule: 'index.js', modules }
}

/** Removes builds of sources that are no more, but none that a process started just now may still be reading. */
async function sweep(keep: string): Promise<void> {
	const hourAgo = Date.now() - 3_600_000
	for (const name of await readdir(BUILDS)) {
		const path = join(BUILDS, name)
		const made = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0
		if (name !== keep && made < hourAgo) await rm(path, { recursive: true, force: true })
	}
}

/**
 * The Worker's bundle, the same bytes that a deploy uploads. It is kept under the hash of its sources and made only when they
 * have changed; `building` is called when it is.
 */
export async function buildWorker(building: () => void = () => {}): Promise<Result<Bundle, string>> {
	const hash = await hashOfSources()
	const finished = join(BUILDS, hash)
	const kept = await readBundle(finished).catch(() => undefined)
	if (kept) return ok(kept)
	building()
	// Under a name of its own first: two may build at once, and one may be killed half way.
	const fresh = join(BUILDS, `${hash}.${randomUUID()}`)
	await mkdir(fresh, { recursive: true })
	const bundled = await bundleInto(fresh)
	if (!bundled.ok) return bundled
	await writeSettings(fresh)
	const bundle = await readBundle(fresh)
	await rename(fresh, finished).catch(() => rm(fresh, { recursive: true, force: true }))
	await sweep(hash)
	return ok(bundle)
}
