import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type Bundle, buildWorker, ROOT } from './build.ts'
import { unnamedSecrets } from './required-secrets.ts'
import { GOALS, type ModuleSize, sizesOf, totalOf } from './size.ts'

// Bundles the Worker exactly as a deploy does, deploys nothing, and says how large it is. What wrangler.toml or an import has
// wrong fails here, without an account; so does a bundle that has grown beyond the goals.

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(9)} kB`

/** Runs wrangler as a deploy would, without deploying, and gives what it would have uploaded. */
async function uploadOf(directory: string): Promise<Record<string, string>> {
	const wrangler = fileURLToPath(new URL('bin/wrangler.js', import.meta.resolve('wrangler/package.json')))
	const child = spawn(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', directory], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', WRANGLER_LOG_PATH: directory },
	})
	const exit = new Promise((resolve) => child.once('close', resolve))
	const said = await text(child.stdout)
	if ((await exit) !== 0) throw new Error(said)
	const names = (await readdir(directory)).filter((name) => name.endsWith('.mjs'))
	return Object.fromEntries(
		await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
	)
}

/** What is amiss with the bundle, in sentences. */
async function faultsIn({ modules }: Bundle, sizes: readonly ModuleSize[]): Promise<string[]> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-deploy-'))
	const uploaded = await uploadOf(directory).finally(() => rm(directory, { recursive: true, force: true }))
	const names = new Set([...Object.keys(modules), ...Object.keys(uploaded)])
	const over = (what: string, bytes: number, goal: number) =>
		bytes > goal ? [`${what} is ${kilobytes(bytes).trim()} compressed: more than ${kilobytes(goal).trim()}.`] : []
	const unnamed = unnamedSecrets(await readFile(join(ROOT, 'wrangler.toml'), 'utf8'))
	return [
		...unnamed.map((name) => `wrangler.toml does not name ${name} among [secrets], and nothing starts without it.`),
		...[...names].filter((name) => modules[name] !== uploaded[name]).map((name) => `wrangler uploads another ${name}.`),
		...over('What starts', totalOf(sizes.filter(({ starts }) => starts)).gzip, GOALS.starting),
		...over('The upload', totalOf(sizes).gzip, GOALS.upload),
	]
}

const bundle = await buildWorker()
if (bundle.ok) {
	const sizes = sizesOf(bundle.value)
	const line = (name: string, { raw, gzip }: { raw: number; gzip: number }) =>
		console.log(`${kilobytes(raw)} ${kilobytes(gzip)}  ${name}`)
	console.log(`${'raw'.padStart(12)} ${'gzip'.padStart(12)}  module`)
	for (const size of sizes) line(`${size.name}${size.starts ? ' (starts)' : ''}`, size)
	line('in all that starts', totalOf(sizes.filter(({ starts }) => starts)))
	line('in all', totalOf(sizes))
	for (const fault of await faultsIn(bundle.value, sizes)) {
		console.error(fault)
		process.exitCode = 1
	}
} else {
	console.error(bundle.reason)
	process.exitCode = 1
}
