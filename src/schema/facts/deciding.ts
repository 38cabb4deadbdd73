import * as z from 'zod'
import type { FactsOfDeciding } from '#domain/deciding/facts.ts'
import { ASKS, MOMENTS } from '#domain/deciding/reminding.ts'
import type { AssociationId, BallotId, BlockId, SeatId } from '#domain/kernel/id.ts'
import {
	bylawsSchema,
	choiceSchema,
	dissentSchema,
	electorSchema,
	methodSchema,
	outcomeSchema,
	saidVoteSchema,
	stanceSchema,
	subjectSchema,
} from '#schema/deciding.ts'
import { idOf, instant, swedishDate } from '#schema/kernel.ts'
import { trackSchema } from '#schema/statement.ts'
import { factsOf } from './of-room.ts'

const associationId = idOf<AssociationId>()
const ballotId = idOf<BallotId>()
const textHash = z.string()
const electorate = z.array(electorSchema)

/** What is told of a reminder that went because it was time. */
export const byItself = {
	moment: z.enum(MOMENTS).nullable(),
	associations: z.array(associationId),
	nextAt: instant.nullable(),
}

export const decidingFacts = factsOf<FactsOfDeciding>()({
	consultationOpened: z.strictObject({ dueAt: instant.nullable() }),
	stanceRecorded: z.strictObject({
		associationId,
		blockId: idOf<BlockId>(),
		versionId: z.string(),
		stance: stanceSchema,
		reason: z.string(),
	}),
	ballotOpened: z.strictObject({
		ballotId,
		subject: subjectSchema,
		textHash,
		track: trackSchema,
		closesAt: instant,
		signoffDueAt: instant,
		bylaws: bylawsSchema,
		electorate,
		urgent: z.string().nullable(),
	}),
	voteCast: z.strictObject({
		ballotId,
		associationId,
		choice: choiceSchema,
		signs: z.boolean(),
		dissent: dissentSchema.nullable(),
		method: methodSchema,
	}),
	paperCast: z.strictObject({ ballotId, associationId }),
	ballotExtended: z.strictObject({ ballotId, closesAt: instant, signoffDueAt: instant }),
	ballotClosed: z.strictObject({ ballotId, by: z.enum(['chair', 'time']), closedAt: instant }),
	ballotDecided: z.strictObject({
		ballotId,
		outcome: outcomeSchema,
		signing: z
			.strictObject({
				dueAt: instant,
				textHash,
				carried: z.array(z.strictObject({ associationId, seatId: idOf<SeatId>().nullable() })),
			})
			.nullable(),
	}),
	meetingDecisionEntered: z.strictObject({
		ballotId,
		subject: subjectSchema,
		textHash,
		heldOn: swedishDate,
		minutes: z.string(),
		signoffDueAt: instant,
		bylaws: bylawsSchema,
		electorate,
		urgent: z.string().nullable(),
		votes: z.array(z.strictObject({ associationId, choice: choiceSchema })),
		outcome: outcomeSchema,
	}),
	meetingVoteContested: z.strictObject({
		ballotId,
		associationId,
		voted: saidVoteSchema.nullable(),
		reason: z.string(),
	}),
	contestTakenBack: z.strictObject({ ballotId, associationId }),
	reminded: z.strictObject({
		ask: z.enum(ASKS),
		moment: z.enum(MOMENTS).nullable(),
		associations: z.array(associationId),
		nextAt: instant.nullable(),
	}),
	amendmentBallotReminded: z.strictObject({ ballotId, ...byItself }),
})
