import * as z from 'zod'
import { type BeforeMerging, MERGED_KINDS, type MergedPart, type SeenBlock } from '#domain/amendment/facts.ts'
import { MERGEABLE_STATES } from '#domain/amendment/state.ts'
import type { BlockId, BlockVersionId, SeatId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'
import { blockSchema } from './statement.ts'

/** A part of the text that was seen, by its version. */
export const seenSchema = exactly<SeenBlock>()(z.strictObject({ blockId: idOf<BlockId>(), id: idOf<BlockVersionId>() }))

/** A block as somebody wants it. */
export const wantedSchema = exactly<Wanted>()(
	z.strictObject({ blockId: idOf<BlockId>().nullable(), content: blockSchema }),
)

/** Words of an amendment that came into the text. */
export const mergedPartSchema = exactly<MergedPart>()(
	z.strictObject({
		kind: z.enum(MERGED_KINDS),
		blockId: idOf<BlockId>(),
		versionId: idOf<BlockVersionId>().nullable(),
		removed: z.string(),
		inserted: z.string(),
		own: z.string().exactOptional(),
	}),
)

/** What an amendment was before that. */
export const beforeMergingSchema = exactly<BeforeMerging>()(
	z.strictObject({
		state: z.enum(MERGEABLE_STATES),
		note: z.string().nullable(),
		decidedSeatId: idOf<SeatId>().nullable(),
		decidedAt: z.int().nullable(),
		own: z.boolean(),
	}),
)
