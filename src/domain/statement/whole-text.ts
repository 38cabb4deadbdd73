import type { DomainEvent } from '#domain/event.ts'
import type { NewId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Block, BlockVersion } from './block.ts'
import { validBlock } from './block-texts.ts'

/** Most blocks in one document. */
export const BLOCKS_LIMIT = 1_000

export function roomFor(length: number, limit = BLOCKS_LIMIT): Result<null, Rejection> {
	return length > limit ? refuse({ code: 'tooLong', field: 'blocks', limit, length }) : ok(null)
}

/** Blocks that are new, each fit to be stored. */
export function versionsOf(blocks: readonly Block[], newId: NewId): Result<BlockVersion[], Rejection> {
	const versions: BlockVersion[] = []
	for (const block of blocks) {
		const valid = validBlock(block)
		if (!valid.ok) return valid
		versions.push({ id: newId<'blockVersion'>(), blockId: newId<'block'>(), content: valid.value })
	}
	return ok(versions)
}

/** The text that a document starts from. */
export function writeWhole(
	statementId: StatementId,
	blocks: readonly Block[],
	newId: NewId,
): Result<DomainEvent, Rejection> {
	const room = roomFor(blocks.length)
	if (!room.ok) return room
	const versions = versionsOf(blocks, newId)
	if (!versions.ok) return versions
	const payload = { blocks: versions.value }
	return ok({ type: 'documentWritten', stream: streams.document(statementId), statementId, payload })
}
