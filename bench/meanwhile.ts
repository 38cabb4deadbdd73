import { setTimeout as sleep } from 'node:timers/promises'

/** Between one reader and the next. They come whether or not the one before has been answered. Milliseconds. */
const EVERY_MS = 20

/** What the 95th of a hundred waits. */
export function p95Of(waits: readonly number[]): number {
	return waits.toSorted((one, other) => one - other)[Math.ceil(waits.length * 0.95) - 1] ?? 0
}

/** Reads public pages until `done`, and says how long each reader waited. Milliseconds. */
export async function waitsWhile(pages: readonly string[], done: Promise<unknown>): Promise<number[]> {
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
	return Promise.all(readers)
}

async function waitFor(page: string): Promise<number> {
	const started = performance.now()
	const response = await fetch(page)
	await response.arrayBuffer()
	if (response.status !== 200) throw new Error(`${page} answered ${response.status}`)
	return performance.now() - started
}
