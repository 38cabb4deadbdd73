import type { ReadRecord, RecordedAssociation } from '#read/publication/public-record.ts'
import { acrossOf, type Part, partAt } from '#ui/part.ts'

/** The part of a record's associations that a URL asks for: so many that what they think of all positions is one table. */
export const answersPart = ({ associations }: ReadRecord, query: URLSearchParams): Part<RecordedAssociation> =>
	acrossOf(associations, query)

/** The number of the part with the association at a place of the record. */
export const answerPart = (record: ReadRecord, place: number): number =>
	partAt(place, answersPart(record, new URLSearchParams()).items.length)
