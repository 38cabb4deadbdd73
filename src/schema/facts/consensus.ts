import * as z from 'zod'
import type { FactsOfConsensus } from '#domain/amendment/consensus-facts.ts'
import { LISTED_OUTCOMES } from '#domain/amendment/consensus-list.ts'
import type { AmendmentId, AssociationId, ConsensusListId } from '#domain/kernel/id.ts'
import { listedSchema, objectionSchema } from '#schema/consensus.ts'
import { bylawsSchema, electorSchema } from '#schema/deciding.ts'
import { idOf, instant } from '#schema/kernel.ts'
import { byItself } from './deciding.ts'
import { factsOf } from './of-room.ts'

const listId = idOf<ConsensusListId>()

export const consensusFacts = factsOf<FactsOfConsensus>()({
	consensusListOpened: z.strictObject({
		listId,
		items: z.array(listedSchema),
		closesAt: instant,
		bylaws: bylawsSchema,
		electorate: z.array(electorSchema),
	}),
	consensusListAnswered: z.strictObject({
		listId,
		associationId: idOf<AssociationId>(),
		objections: z.array(objectionSchema),
	}),
	consensusListReminded: z.strictObject({ listId, ...byItself }),
	consensusListCancelled: z.strictObject({ listId, reason: z.string() }),
	consensusListSettled: z.strictObject({
		listId,
		outcomes: z.array(z.strictObject({ amendmentId: idOf<AmendmentId>(), outcome: z.enum(LISTED_OUTCOMES) })),
		unheard: z.array(idOf<AssociationId>()),
	}),
})
