import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The write lock of a database file, held by another process. */
export type WriteLock = AsyncDisposable & { readonly release: () => Promise<void> }

const SCRIPT = fileURLToPath(new URL('./write-lock.child.ts', import.meta.url))

export async function holdWriteLock(file: string): Promise<WriteLock> {
	const child = spawn(process.execPath, [SCRIPT, file], { stdio: ['pipe', 'pipe', 'inherit'] })
	const exit = once(child, 'exit')
	await Promise.race([once(child.stdout, 'data'), exit])
	if (child.exitCode !== null) throw new Error('the write lock was not to be had')
	const release = async () => {
		child.stdin.end()
		await exit
	}
	return { release, [Symbol.asyncDispose]: release }
}
