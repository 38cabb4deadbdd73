import * as z from 'zod'
import type { FactsOfAmendment } from '#domain/amendment/facts.ts'
import { AMENDMENT_OUTCOMES, MERGED_OUTCOMES } from '#domain/amendment/state.ts'
import type {
	ActId,
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	BlockId,
	CommentId,
	ConsensusListId,
} from '#domain/kernel/id.ts'
import { beforeMergingSchema, mergedPartSchema, seenSchema, wantedSchema } from '#schema/amendment.ts'
import { idOf } from '#schema/kernel.ts'
import { factsOf } from './of-room.ts'

const amendmentId = idOf<AmendmentId>()
const versionId = idOf<AmendmentVersionId>()
const associationId = idOf<AssociationId>()
const prepared = z.boolean()
const commentId = idOf<CommentId>().exactOptional()
const worded = {
	versionId,
	seen: z.array(seenSchema),
	wanted: z.array(wantedSchema),
	reason: z.string(),
	touches: z.array(idOf<BlockId>()).exactOptional(),
	reach: z.int().exactOptional(),
}

export const amendmentFacts = factsOf<FactsOfAmendment>()({
	amendmentMade: z.strictObject({ amendmentId, number: z.int(), associationId, prepared, ...worded, commentId }),
	amendmentPutForward: z.strictObject({ amendmentId, versionId }),
	amendmentChanged: z.strictObject({ amendmentId, prepared, ...worded }),
	amendmentWithdrawn: z.strictObject({ amendmentId, prepared }),
	amendmentJoined: z.strictObject({ amendmentId, versionId, associationId }),
	amendmentLeft: z.strictObject({ amendmentId, associationId }),
	amendmentDecided: z.strictObject({
		amendmentId,
		versionId,
		outcome: z.enum(AMENDMENT_OUTCOMES),
		note: z.string(),
		own: z.boolean(),
		ballotId: idOf<BallotId>().exactOptional(),
		listId: idOf<ConsensusListId>().exactOptional(),
	}),
	amendmentPutToBallot: z.strictObject({ amendmentId, versionId, ballotId: idOf<BallotId>() }),
	amendmentReopened: z.strictObject({ amendmentId, ballotId: idOf<BallotId>().exactOptional() }),
	amendmentMerged: z.strictObject({
		amendmentId,
		versionId,
		outcome: z.enum(MERGED_OUTCOMES),
		note: z.string(),
		own: z.boolean(),
		parts: z.array(mergedPartSchema),
		before: beforeMergingSchema,
	}),
	amendmentUnmerged: z.strictObject({ amendmentId, mergedBy: idOf<ActId>(), before: beforeMergingSchema }),
})
