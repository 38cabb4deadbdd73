// @ts-check
// node local/ensure.mjs <script> [args]
//
// Runs a script of this repository, installing first what is missing. Plain JavaScript for Node 20 and later without any
// package, because it is what runs before anything is installed. <script> is
//   a TypeScript file (`local/start.ts`), run by the Node 24 that is installed with the packages, or
//   the name of an installed command (`vitest`).
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const binaries = join(modules, '.bin')
/** Where what was installed waits until the new is whole. On the same file system, so that a rename is all it takes. */
const aside = join(root, '.samsvar', 'installed-before')

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
function packagesOf(file) {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {}
}

/** Optional packages are other platforms' binaries: they are rightly missing. */
function isComplete() {
	const wanted = packagesOf(join(root, 'package-lock.json'))
	const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
	return Object.entries(wanted).every(
		([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
	)
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0)
		return true
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
	}
}

/** A killed npm does not tell whom it started: without a watch that would live on. @param {() => void} end */
function whenNpmIsGone(end) {
	if (!process.env.npm_lifecycle_event) return
	// The scripts of package.json say `exec`, so that no shell stands between, which would keep a signal to itself.
	const npm = process.ppid
	const watch = () => {
		if (isAlive(npm)) return
		clearInterval(timer)
		end()
	}
	const timer = setInterval(watch, 500)
	timer.unref()
}

/** How long a child that had Ctrl-C from the terminal, too, is given before it is told by this process. Milliseconds. */
const OWN_TIME_MS = 1_000

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] @returns {Promise<number>} */
function run(command, args, options = {}) {
	const child = spawn(command, args, { cwd: root, ...options })
	// The terminal sends Ctrl-C to the child as well: it ends in its own time, and this process after it. Who sends the signal to npm
	// alone reaches only this process.
	process.on('SIGINT', () => void setTimeout(() => child.kill('SIGINT'), OWN_TIME_MS).unref())
	process.on('SIGTERM', () => child.kill('SIGTERM'))
	whenNpmIsGone(() => child.kill('SIGTERM'))
	return new Promise((done, fail) => {
		child.once('error', fail)
		child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)))
	})
}

/**
 * npm empties node_modules before it has what is to lie there: what is installed is put aside first, and put back where
 * the new does not become whole. Killed in between, the next call finds it there.
 */
async function install() {
	if (!existsSync(aside) && existsSync(modules)) {
		mkdirSync(dirname(aside), { recursive: true })
		renameSync(modules, aside)
	}
	const code = await installAnew().catch(() => 1)
	if (code === 0) rmSync(aside, { recursive: true, force: true })
	else if (existsSync(aside)) {
		rmSync(modules, { recursive: true, force: true })
		renameSync(aside, modules)
		console.error('What was installed before is still there, as it was. Connect to the internet, and try again.')
	}
	return code
}

function installAnew() {
	console.error('Installing what Samsvar needs. The first time this takes a minute or two.')
	// What npm says goes to the error stream: the standard output is the script's own.
	const options = { stdio: /** @type {import('node:child_process').StdioOptions} */ (['inherit', 2, 2]) }
	const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
	const npm = process.env.npm_execpath
	return npm?.endsWith('.js')
		? run(process.execPath, [npm, ...args], options)
		: run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** The Node installed with the packages, or this one where it is new enough to run TypeScript by itself. */
function nodePath() {
	const installed = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
	if (existsSync(installed)) return installed
	return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

/** The JavaScript file of an installed command. @param {string} name */
function commandFile(name) {
	const description = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
	const file = typeof description.bin === 'string' ? description.bin : description.bin[name]
	return join(root, 'node_modules', name, file)
}

async function main() {
	const [script, ...args] = process.argv.slice(2)
	if (!script) {
		console.error('Usage: node local/ensure.mjs <script> [args]')
		return 2
	}
	if (!isComplete()) {
		const code = await install()
		if (code !== 0) {
			console.error('The packages could not be installed. What npm says above tells why.')
			return code
		}
	}
	const node = nodePath()
	if (!node) {
		console.error('Node 24 was not installed. Run `npm ci` and see what it says about the package "node".')
		return 1
	}
	const file = script.endsWith('.ts') || script.endsWith('.mjs') ? resolve(root, script) : commandFile(script)
	// What was compiled before need not be again: a third of what a command takes to start.
	const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'compiled')
	const env = { ...process.env, NODE_COMPILE_CACHE, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
	// The channel tells the script when this process dies, however it dies.
	return run(node, [file, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
}

process.exitCode = await main()
