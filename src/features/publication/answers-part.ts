import type { Block } from '#domain/statement/block.ts'
import type { ReadRecord, RecordedAssociation } from '#read/publication/public-record.ts'
import { type Part, partAt } from '#ui/part.ts'
import { acrossOf } from '#ui/parts/matrix.tsx'
import { hasStances, positionsIn } from './positions.tsx'

/** The part of a record's associations that a URL asks for: so many that what they think of all positions is one table. */
export function answersPart(
	record: ReadRecord,
	blocks: readonly Block[],
	query: URLSearchParams,
): Part<RecordedAssociation> {
	return acrossOf(record.associations, hasStances(record) ? positionsIn(blocks).length : 0, query)
}

/** The number of the part with the association at a place of the record. */
export function answerPart(record: ReadRecord, blocks: readonly Block[], place: number): number {
	return partAt(place, answersPart(record, blocks, new URLSearchParams()).items.length)
}
