import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { KeptLogos } from './made.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a file is kept under; `madeFrom` names all that it is made from. */
export type PaperKey = {
	readonly coalitionId: CoalitionId
	readonly statementId: StatementId
	readonly madeFrom: string
}

/** Where logos and files that were made are kept; null where nothing keeps any. */
export type KeptFiles =
	| (NonNullable<KeptLogos> & {
			readonly getPaper: (key: PaperKey) => Promise<{ readonly body: ReadableStream<Bytes> } | null>
			readonly putPaper: (key: PaperKey, bytes: Bytes) => Promise<void>
	  })
	| null

/**
 * The file as it was first made: bytes that a newer library would not make stay those that were read, sent and checked. One that
 * could not be read is made anew, and one that could not be kept is given all the same. `whole`: it holds all that it should,
 * without which it is not kept.
 */
export async function keptOr(
	files: KeptFiles,
	key: PaperKey,
	make: () => Promise<{ readonly bytes: Bytes; readonly whole: boolean }>,
): Promise<Bytes> {
	if (files === null) return (await make()).bytes
	const kept = await files.getPaper(key).catch(() => null)
	const read = kept && (await new Response(kept.body).arrayBuffer().catch(() => null))
	if (read) return new Uint8Array(read)
	const { bytes, whole } = await make()
	if (whole) await files.putPaper(key, bytes).catch(() => {})
	return bytes
}
