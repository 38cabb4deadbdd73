import * as z from 'zod'
import { STANCES } from '#domain/deciding/stance.ts'
import { type Overview, overviewOf } from '#domain/publication/overview.ts'
import { exactly } from './exactly.ts'
import { type ReadRecord, readRecord, recordedDissent, recordedSignoff, recordSchema } from './record.ts'
import { revealedSchema } from './sealed.ts'

const count = z.number()

const overviewSchema = exactly<Overview>()(
	z.object({
		associations: count,
		signed: count,
		declined: count,
		silent: count,
		stances: z.array(z.object({ position: z.number(), stance: z.enum(STANCES), count })),
		dissents: z.array(
			z.object({ name: z.string(), signoff: recordedSignoff, dissent: recordedDissent.nullable(), reason: z.string() }),
		),
		others: count,
		named: z.array(z.object({ name: z.string(), place: z.number() })),
	}),
)

/** A record without its associations. */
export type RecordHead = Omit<ReadRecord, 'associations'>

/** A record with what its answers come to, as it is kept beside a large one; its list of associations is empty. */
export const overviewed = z.object({ record: recordSchema, overview: overviewSchema })

/**
 * What is kept beside the bytes of a record and of what its leaves stand for, made from them alone, so that nobody who reads the page
 * reads a thousand answers to count them. Null where there are so few that they are read.
 */
export function overviewBytes(recordBytes: string, revealed: string | undefined): string | null {
	const record = readRecord(recordBytes, revealed === undefined ? null : revealedSchema.parse(JSON.parse(revealed)))
	const overview = overviewOf(record.associations)
	return overview && JSON.stringify({ record: { ...record, associations: [] }, overview })
}
