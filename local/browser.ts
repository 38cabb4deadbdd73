import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const canRun = (file: string): Promise<boolean> =>
	access(file, constants.X_OK).then(
		() => true,
		() => false,
	)

const succeeds = (command: string, args: readonly string[]): Promise<boolean> =>
	new Promise((resolve) => {
		// What it says goes to the error stream: a test run's standard output is its own.
		const child = spawn(command, args, {
			stdio: ['ignore', 2, 2],
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

/**
 * Path of a Chromium for the browser tests: an installed one, the one that CHROMIUM_PATH names, Debian's (installed now, as
 * root), or the one that comes as a package and is unpacked now.
 *
 * @throws where CHROMIUM_PATH names no program, or this platform has none of them.
 */
export async function chromiumPath(): Promise<string> {
	const named = process.env.CHROMIUM_PATH
	if (named) {
		if (await canRun(named)) return named
		throw new Error(`CHROMIUM_PATH names no program that can be run: ${named}`)
	}
	const installed = async () => {
		for (const file of INSTALLED) if (await canRun(file)) return file
		return undefined
	}
	const found = await installed()
	if (found) return found
	if (await fromDebian()) {
		const debian = await installed()
		if (debian) return debian
	}
	if (process.platform !== 'linux') {
		throw new Error('No Chromium found. Install Chrome or Chromium and name its program in CHROMIUM_PATH.')
	}
	const { default: packaged } = await import('@sparticuz/chromium')
	return packaged.executablePath()
}
