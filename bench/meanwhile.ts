import { setTimeout as sleep } from 'node:timers/promises'

/** Between one reader and the next. They come whether or not the one before has been answered. Milliseconds. */
const EVERY_MS = 20

/** What public readers wait while something is done: the 95th of a hundred, and the longest. Milliseconds. */
export type Waits = { readonly p95: number; readonly longest: number; readonly readers: number }

/** Reads public pages until `done`, and says how long their readers waited. */
export async function waitsWhile(pages: readonly string[], done: Promise<unknown>): Promise<Waits> {
	let over = false
	const end = () => {
		over = true
	}
	done.then(end, end)
	const readers: Promise<number>[] = []
	while (!over) {
		readers.push(waitFor(pages[readers.length % pages.length] ?? ''))
		await sleep(EVERY_MS)
	}
	const waits = (await Promise.all(readers)).sort((one, other) => one - other)
	const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? 0
	return { p95, longest: waits.at(-1) ?? 0, readers: waits.length }
}

async function waitFor(page: string): Promise<number> {
	const started = performance.now()
	const response = await fetch(page)
	await response.arrayBuffer()
	if (response.status !== 200) throw new Error(`${page} answered ${response.status}`)
	return performance.now() - started
}
