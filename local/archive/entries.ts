import { once } from 'node:events'
import { type Pack, pack } from 'tar-stream'

/** What every entry has in its header besides name and size: nothing of when, where or by whom it was made. */
const PLAIN = { mtime: new Date(0), mode: 0o644, uid: 0, gid: 0, uname: '', gname: '', type: 'file' } as const

export type EntrySink = {
	readonly write: (chunk: Uint8Array) => Promise<void>
	readonly end: () => Promise<void>
}

/** Begins the next entry of a tar file. It must be given exactly `size` bytes. */
export function beginEntry(tar: Pack, name: string, size: number): EntrySink {
	const { promise: done, resolve, reject } = Promise.withResolvers<void>()
	// Told to whoever ends the entry; a tar file that breaks before is told by its own stream.
	done.catch(() => {})
	const sink = tar.entry({ ...PLAIN, name, size }, (error) => (error ? reject(error) : resolve()))
	sink.on('error', reject)
	let left = size
	return {
		write: async (chunk) => {
			left -= chunk.length
			if (left < 0) throw new Error(`${name} is longer than it was`)
			if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), done])
		},
		end: async () => {
			if (left > 0) throw new Error(`${name} is shorter than it was`)
			sink.end(null)
			await done
		},
	}
}

export const newTar = (): Pack => pack()

/** What a stream of the tar library gives. Each part of it can be read once. */
export async function* bytesOf(stream: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
	for await (const chunk of stream) {
		if (!(chunk instanceof Uint8Array)) throw new Error('a tar file is made of bytes')
		yield chunk
	}
}

/** All of it, in one piece. Only for what is known to be short. */
export async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = []
	for await (const chunk of bytes) chunks.push(chunk)
	return Buffer.concat(chunks)
}
