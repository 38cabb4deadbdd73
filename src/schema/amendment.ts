import * as z from 'zod'
import type { SeenBlock } from '#domain/amendment/facts.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
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
