import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './error-code.ts'

const MARK = '.unfinished-'

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0)
		return true
	} catch (error) {
		return codeOf(error) === 'EPERM'
	}
}

/**
 * Where this process makes what is to stand at `path` once it is whole: beside it, so that it can be renamed. What
 * processes that were killed left there is removed. Ends with the number of this process, by which the next one knows.
 */
export async function unfinishedAt(path: string): Promise<string> {
	const [folder, prefix] = [dirname(path), `${basename(path)}${MARK}`]
	for (const name of await readdir(folder).catch(() => [])) {
		const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
		if (pid === process.pid || (Number.isInteger(pid) && !isAlive(pid))) {
			await rm(join(folder, name), { recursive: true, force: true })
		}
	}
	return join(folder, `${prefix}${process.pid}`)
}
