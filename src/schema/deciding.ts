import * as z from 'zod'
import type { Choice, Dissent, Elector, Method, Outcome, Tally } from '#domain/deciding/ballot.ts'
import type { Bylaws, Preset } from '#domain/deciding/bylaws.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'

export const choiceSchema = exactly<Choice>()(z.enum(['yes', 'no', 'abstain']))
export const stanceSchema = exactly<StanceChoice>()(
	z.enum(['support', 'supportWithChanges', 'partial', 'oppose', 'abstain', 'noComment']),
)
export const methodSchema = exactly<Method>()(z.enum(['web', 'api', 'meeting', 'vote']))
export const presetSchema = exactly<Preset>()(z.enum(['standard', 'board', 'writtenProcedure', 'secret']))
export const majoritySchema = exactly<Bylaws['majority']>()(z.enum(['simple', 'twoThirds', 'unanimous']))
export const secrecySchema = exactly<Bylaws['secrecy']>()(z.enum(['rollCall', 'hiddenUntilClosed', 'secret']))
export const resultSchema = exactly<Outcome['result']>()(z.enum(['adopted', 'rejected', 'noQuorum']))
export const dissentKindSchema = exactly<Dissent['kind']>()(z.enum(['reservation', 'separateOpinion']))

/** How a coalition decides, wherever that is stored, sent or given out. */
export const bylawsSchema = exactly<Bylaws>()(
	z.strictObject({
		preset: presetSchema,
		quorum: z.discriminatedUnion('kind', [
			z.strictObject({ kind: z.literal('atLeast'), associations: z.int() }),
			z.strictObject({ kind: z.literal('moreThanHalf') }),
			z.strictObject({ kind: z.literal('everyone') }),
		]),
		majority: majoritySchema,
		secrecy: secrecySchema,
		yesCarriesSignoff: z.boolean(),
		silenceIsConsent: z.boolean(),
		editorialChanges: z.boolean(),
	}),
)

export const tallySchema = exactly<Tally>()(
	z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int(), silent: z.int() }),
)

/** What came of a ballot. */
export const outcomeSchema = exactly<Outcome>()(
	z.strictObject({ ...tallySchema.shape, electorate: z.int(), quorum: z.int(), result: resultSchema }),
)

export const dissentSchema = exactly<Dissent>()(z.strictObject({ kind: dissentKindSchema, text: z.string() }))

export const electorSchema = exactly<Elector>()(
	z.strictObject({ associationId: idOf<AssociationId>(), name: z.string(), area: z.string() }),
)
