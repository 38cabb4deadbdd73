import * as z from 'zod'
import {
	CHOICES,
	type CountedOutcome,
	DISSENT_KINDS,
	type Dissent,
	type Elector,
	METHODS,
	type Outcome,
	RESULTS,
	type Tally,
} from '#domain/deciding/ballot.ts'
import { type Bylaws, MAJORITIES, PRESET_NAMES, SECRECIES } from '#domain/deciding/bylaws.ts'
import { SAID_VOTES } from '#domain/deciding/contest.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import type { PutAmendment, Subject } from '#domain/deciding/subject.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId } from '#domain/kernel/id.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'

export const choiceSchema = z.enum(CHOICES)
export const saidVoteSchema = z.enum(SAID_VOTES)
export const stanceSchema = z.enum(STANCES)
export const methodSchema = z.enum(METHODS)
export const presetSchema = z.enum(PRESET_NAMES)
export const majoritySchema = z.enum(MAJORITIES)
export const secrecySchema = z.enum(SECRECIES)
export const resultSchema = z.enum(RESULTS)
export const dissentKindSchema = z.enum(DISSENT_KINDS)

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
		officersVote: z.boolean(),
		leastDays: z.strictObject({ answer: z.int(), object: z.int(), sign: z.int() }),
	}),
)

export const tallySchema = exactly<Tally>()(
	z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int(), silent: z.int() }),
)

/** What a ballot is about. */
const put = { amendmentId: idOf<AmendmentId>(), versionId: idOf<AmendmentVersionId>() }
const putAmendmentSchema = exactly<PutAmendment>()(z.strictObject(put))
export const subjectSchema = exactly<Subject>()(
	z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('text') }),
		z.strictObject({ kind: z.literal('amendment'), ...put, against: putAmendmentSchema.nullable() }),
	]),
)

const measure = { electorate: z.int(), quorum: z.int() }
export const countedOutcomeSchema = exactly<CountedOutcome>()(
	z.strictObject({ ...tallySchema.shape, ...measure, result: resultSchema }),
)

/** What came of a ballot; without counts where a secret one had no quorum. */
export const outcomeSchema = exactly<Outcome>()(
	z.union([countedOutcomeSchema, z.strictObject({ ...measure, result: z.literal('noQuorum') })]),
)

export const dissentSchema = exactly<Dissent>()(z.strictObject({ kind: dissentKindSchema, text: z.string() }))

export const electorSchema = exactly<Elector>()(
	z.strictObject({ associationId: idOf<AssociationId>(), name: z.string(), area: z.string() }),
)
