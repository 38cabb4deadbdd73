import type { CoalitionId } from '#domain/kernel/id.ts'

/** What a file's bytes are kept under: the coalition they belong to, and their SHA-256 in lower-case hex. */
export type FileKey = { readonly coalitionId: CoalitionId; readonly sha256: string }

export type KeptFile = {
	readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
	/** Bytes. */
	readonly size: number
}

/** Where the bytes of files are kept. What is there is never overwritten and never removed. */
export type Files = {
	/** Resolves when the bytes are kept, or were already. The row that names them is written only then. */
	readonly put: (key: FileKey, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
	readonly get: (key: FileKey) => Promise<KeptFile | null>
}

/** The key as a path of two parts. Throws where a part could lead out of the store, such as `..`. */
export function pathOf({ coalitionId, sha256 }: FileKey): string {
	if (!/^[\w-]{1,64}$/.test(coalitionId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no key of a file')
	return `${coalitionId}/${sha256}`
}
