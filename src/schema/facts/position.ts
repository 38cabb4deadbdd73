import * as z from 'zod'
import type { BlockId, BlockVersionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { FactsOfPosition } from '#domain/position/facts.ts'
import { LEVELS } from '#domain/position/level.ts'
import { idOf } from '#schema/kernel.ts'
import { factsOf } from './of-room.ts'

const number = z.int()

export const positionFacts = factsOf<FactsOfPosition>()({
	positionsSorted: z.strictObject({
		olderId: idOf<OlderId>().nullable(),
		positions: z.array(
			z.strictObject({ number, groupIds: z.array(idOf<TopicId>()), level: z.enum(LEVELS).nullable() }),
		),
	}),
	likenessMeant: z.strictObject({
		blockId: idOf<BlockId>(),
		versionId: idOf<BlockVersionId>(),
		adoptedIn: idOf<StatementId | OlderId>(),
		number,
		meant: z.boolean(),
	}),
})
