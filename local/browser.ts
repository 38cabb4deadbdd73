import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, mkdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const canRun = (file: string): Promise<boolean> =>
	access(file, constants.X_OK).then(
		() => true,
		() => false,
	)

/** `says`: where what it says goes. A test run's standard output is its own. */
const succeeds = (command: string, args: readonly string[], says: 2 | 'ignore' = 2): Promise<boolean> =>
	new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', says, says],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		})
		child.once('error', () => resolve(false))
		child.once('exit', (code) => resolve(code === 0))
	})

async function fromDebian(): Promise<boolean> {
	if (process.getuid?.() !== 0 || !(await canRun('/usr/bin/apt-get'))) return false
	console.error('Installing Chromium for the browser tests …')
	const install = ['install', '-y', '--no-install-recommends', 'chromium']
	if (await succeeds('apt-get', install)) return true
	// In a new container the list of packages is empty until it has been fetched.
	return (await succeeds('apt-get', ['update'])) && (await succeeds('apt-get', install))
}

const unpackedIn = join(import.meta.dirname, '../node_modules/.cache/samsvar')

/**
 * The headless Chromium that comes as a package, unpacked once: it draws no window, so that it takes half the work, and is the
 * same on every machine. Undefined where it cannot run, as where the libraries that any browser needs are missing.
 */
async function fromPackage(): Promise<string | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
	const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
	const packed = join(dirname(entry), '../../bin/chromium.br')
	const { size } = await stat(packed)
	// By its size, so that another version is another file.
	const file = join(unpackedIn, `chromium-${size}`)
	if (!(await canRun(file))) {
		await mkdir(unpackedIn, { recursive: true })
		const unfinished = `${file}.${randomUUID()}`
		await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o700 }))
		await rename(unfinished, file)
	}
	return (await succeeds(file, ['--version'], 'ignore')) ? file : undefined
}

/**
 * Path of a Chromium for the browser tests: the one that CHROMIUM_PATH names, the one that comes as a package, an installed one,
 * or Debian's (installed now, as root; with it come the libraries that the package needs).
 *
 * @throws where CHROMIUM_PATH names no program, or none of them is there.
 */
export async function chromiumPath(): Promise<string> {
	const named = process.env.CHROMIUM_PATH
	if (named) {
		if (await canRun(named)) return named
		throw new Error(`CHROMIUM_PATH names no program that can be run: ${named}`)
	}
	const there = async () => {
		const packaged = await fromPackage()
		if (packaged) return packaged
		for (const file of INSTALLED) if (await canRun(file)) return file
		return undefined
	}
	const found = (await there()) ?? ((await fromDebian()) ? await there() : undefined)
	if (found) return found
	throw new Error('No Chromium found. Install Chrome or Chromium and name its program in CHROMIUM_PATH.')
}
