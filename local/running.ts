import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { takeDataDirectory } from './data-directory.ts'
import { PRIVATE_FILE } from './private.ts'

const running = z.object({
	/** The public address. */
	origin: z.string(),
	/** Milliseconds by which the runner's clock is ahead of the real one. */
	ahead: z.number(),
})

export type RunningNote = z.output<typeof running>

const fileIn = (directory: string) => join(directory, 'running.json')

/** Notes, for other commands on the same data, where Samsvar runs and by which clock. */
export const noteRunning = (directory: string, note: RunningNote): Promise<void> =>
	writeFile(fileIn(directory), JSON.stringify(note), { mode: PRIVATE_FILE })

/** What the Samsvar that runs on this data noted; undefined where none runs. */
export async function readRunning(directory: string): Promise<RunningNote | undefined> {
	const text = await readFile(fileIn(directory), 'utf8').catch(() => undefined)
	if (text === undefined) return undefined
	// A killed run leaves its note behind, but not its lock.
	const taken = await takeDataDirectory(directory)
	if (!taken.ok) return running.parse(JSON.parse(text))
	taken.value.release()
	return undefined
}
