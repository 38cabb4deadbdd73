import { createHash } from 'node:crypto'
import { mapWritten, type Revealed } from '#domain/publication/sealed.ts'
import { type ReadRecord, readRecord } from '#schema/record.ts'
import { revealedSchema, sealedTextSchema } from '#schema/sealed.ts'
import { leafOf } from '#usecases/sealing.ts'

/** A row of `publication`. */
type Row = Readonly<Record<string, unknown>>

/**
 * The record of a publication whose bytes are what its hashes say, and whose leaves stand for what is said to be behind them.
 * Undefined: they are not. Null: they are, and hold no record.
 */
export async function recordAsHashed(row: Row): Promise<ReadRecord | null | undefined> {
	const { text_bytes: text, record_bytes: record, sealed_text: sealed, revealed } = row
	if (sha256(sealed ?? text) !== row.text_hash || sha256(record) !== row.record_hash) return undefined
	try {
		if (sealed === null) return readRecord(String(record), null)
		const parts = revealedSchema.parse(JSON.parse(String(revealed)))
		return (await standFor(parts, String(sealed), String(record))) ? readRecord(String(record), parts) : undefined
	} catch {
		return null
	}
}

const sha256 = (text: unknown) => createHash('sha256').update(String(text), 'utf8').digest('hex')

/** Each part is what its leaf says, and every leaf has its part. */
async function standFor(parts: Revealed, sealedText: string, record: string): Promise<boolean> {
	const { title, blocks } = sealedTextSchema.parse(JSON.parse(sealedText))
	const leaves = [title, ...blocks]
	mapWritten(readRecord(record, null), (leaf) => {
		leaves.push(leaf)
		return leaf
	})
	const found = await Promise.all(Object.entries(parts).map(async ([leaf, part]) => leaf === (await leafOf(part))))
	return found.every(Boolean) && leaves.every((leaf) => Object.hasOwn(parts, leaf))
}
