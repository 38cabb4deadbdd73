import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { Pieces } from '#domain/kernel/pieces.ts'

/** What a file's bytes are kept under: the coalition they belong to, and their SHA-256 in lower-case hex. */
export type FileKey = {
	readonly coalitionId: CoalitionId
	readonly sha256: string
	/** It waits to be looked at by whoever brought it, and lies apart: nothing names it but their form. */
	readonly unsaved?: boolean
}

export type KeptFile = {
	readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
	/** Bytes. */
	readonly size: number
}

/** A published statement, whose files lie beside each other: they are taken away together. */
export type PapersOf = { readonly coalitionId: CoalitionId; readonly statementId: StatementId }

/** What a file that was made is kept under. `madeFrom`: names all that it is made from. */
export type PaperKey = PapersOf & { readonly madeFrom: string }

/**
 * Where the bytes of files are kept. What is there is never overwritten; files that people brought are never removed, but for those
 * that wait and that nobody saved. Those that were made here belong to no row, and can be made again.
 */
export type Files = {
	/** Resolves when the bytes are kept, or were already. The row that names them is written only then. What waits does so anew. */
	readonly put: (key: FileKey, bytes: Pieces) => Promise<void>
	readonly get: (key: FileKey) => Promise<KeptFile | null>
	readonly putPaper: (key: PaperKey, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
	readonly getPaper: (key: PaperKey) => Promise<KeptFile | null>
	/** Takes away all that was made of the statement. */
	readonly dropPapers: (of: PapersOf) => Promise<void>
	/** Takes away what has waited for longer, by the clock of what keeps it. Milliseconds. */
	readonly dropWaiting: (longerThan: number) => Promise<void>
}

const ID = /^[\w-]{1,64}$/

/** Where all that waits lies, of every coalition: no id of one is spelled so. */
export const WAITING = 'waiting'

/** The key as a path of two parts, or of three. Throws where a part could lead out of the store, such as `..`. */
export function pathOf({ coalitionId, sha256, unsaved }: FileKey): string {
	if (!ID.test(coalitionId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no key of a file')
	return `${unsaved ? `${WAITING}/` : ''}${coalitionId}/${sha256}`
}

/** Where a statement's files lie: under the coalition, apart from what people brought. */
export function papersPath({ coalitionId, statementId }: PapersOf): string {
	if (!ID.test(coalitionId) || !ID.test(statementId)) throw new Error('no key of a paper')
	return `${coalitionId}/papers/${statementId}`
}

/** The key as a path of four parts, the last of them the hash of what the file is made from. */
export async function paperPath(key: PaperKey): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key.madeFrom))
	const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
	return `${papersPath(key)}/${hash}`
}
