type Bytes = Uint8Array<ArrayBuffer>

/** Of all files that an isolate keeps. Bytes. */
const MOST = 8 * 1024 * 1024

// What a key names is the same for ever, so that it can be kept as long as there is room. In the order in which they were asked for.
const kept = new Map<string, Bytes>()

/** Whether it is kept, and costs nothing to have. */
export const isKept = (key: string): boolean => kept.has(key)

/**
 * A file that takes a hundred times as long to make as a page, so that it is made once however often strangers ask for it. `key`
 * names all that it is made from.
 */
export async function keptPaper(key: string, make: () => Promise<Bytes>): Promise<Bytes> {
	const found = kept.get(key) ?? (await make())
	kept.delete(key)
	kept.set(key, found)
	let bytes = [...kept.values()].reduce((sum, { length }) => sum + length, 0)
	for (const [oldest, { length }] of kept) {
		if (bytes <= MOST) break
		kept.delete(oldest)
		bytes -= length
	}
	return found
}
