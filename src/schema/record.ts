import * as z from 'zod'
import { STANCES } from '#domain/deciding/stance.ts'
import { type PublicationRecord, RECORD_FORMATS } from '#domain/publication/record.ts'
import { mapWritten, type Revealed } from '#domain/publication/sealed.ts'
import {
	choiceSchema,
	dissentKindSchema,
	majoritySchema,
	presetSchema,
	resultSchema,
	secrecySchema,
} from './deciding.ts'

type Stance = PublicationRecord['associations'][number]['stances'][number]

const CHOICES: ReadonlySet<unknown> = new Set(STANCES)

/** Looked at by hand: a large coalition has taken tens of thousands, and zod would make each of them anew. */
function isStance(found: unknown): found is Stance {
	return (
		typeof found === 'object' &&
		found !== null &&
		'position' in found &&
		typeof found.position === 'number' &&
		'stance' in found &&
		CHOICES.has(found.stance) &&
		'reason' in found &&
		typeof found.reason === 'string' &&
		'stale' in found &&
		typeof found.stale === 'boolean'
	)
}

export const recordedDissent = z.object({ kind: dissentKindSchema, text: z.string() })
export const recordedSignoff = z.enum(['signed', 'declined', 'silent'])

/**
 * A record in its first format. It never changes, whatever becomes of the tables and rules of today: records that were
 * published under it are read by it for ever. The fields are therefore spelled out here; the words that may stand in them
 * are those of today, to which new ones are added and from which none is taken.
 */
const first = z.object({
	format: z.literal('samsvar-record/1'),
	label: z.string(),
	coalition: z.string(),
	year: z.number(),
	number: z.number(),
	language: z.string(),
	kind: z.string(),
	publishedAt: z.string(),
	publishedOn: z.string(),
	textHash: z.string(),
	inquiry: z.object({ title: z.string(), sender: z.string(), references: z.string() }).nullable(),
	decision: z.object({
		track: z.string(),
		method: z.enum(['ballot', 'meeting']),
		openedAt: z.string(),
		closedAt: z.string(),
		minutes: z.string().nullable(),
		bylaws: z.object({
			preset: presetSchema,
			quorum: z.discriminatedUnion('kind', [
				z.object({ kind: z.literal('atLeast'), associations: z.number() }),
				z.object({ kind: z.literal('moreThanHalf') }),
				z.object({ kind: z.literal('everyone') }),
			]),
			majority: majoritySchema,
			secrecy: secrecySchema,
			yesCarriesSignoff: z.boolean(),
			silenceIsConsent: z.boolean(),
			editorialChanges: z.boolean(),
		}),
		outcome: z.object({
			yes: z.number(),
			no: z.number(),
			abstain: z.number(),
			silent: z.number(),
			electorate: z.number(),
			quorum: z.number(),
			result: resultSchema,
		}),
		votedTextHash: z.string(),
		editorialChanges: z.array(z.object({ note: z.string(), at: z.string() })),
	}),
	associations: z.array(
		z.object({
			name: z.string(),
			area: z.string(),
			vote: choiceSchema.nullable(),
			dissent: recordedDissent.nullable(),
			signoff: recordedSignoff,
			signoffMethod: z.string().nullable(),
			reason: z.string(),
			stances: z.custom<readonly Stance[]>((found) => Array.isArray(found) && found.every(isStance)),
		}),
	),
})

const { decision } = first.shape
const { bylaws } = decision.shape

/** In the second the bylaws promise a least time, and it is said why there was less; and they say whether officers vote. */
const second = first.extend({
	format: z.literal(RECORD_FORMATS.plain),
	decision: decision.extend({
		bylaws: bylaws.extend({
			officersVote: z.boolean(),
			leastDays: z.object({ answer: z.number(), object: z.number(), sign: z.number() }),
		}),
		urgent: z.string().nullable(),
	}),
})

/** In the third, what people wrote stands there by leaves. */
const third = second.extend({ format: z.literal(RECORD_FORMATS.sealed) })

const written = z.discriminatedUnion('format', [third, second]) satisfies z.ZodType<PublicationRecord>

/** A record in any of its formats. */
export const recordSchema = z.discriminatedUnion('format', [written, first]).transform((record) => {
	return record.format === first.shape.format.value
		? { ...record, decision: { ...record.decision, urgent: null } }
		: record
})

/** A record as pages show it. */
export type ReadRecord = z.output<typeof recordSchema>

/** A record from its stored bytes, with what its leaves stand for. */
export function readRecord(bytes: string, revealed: Revealed | null): ReadRecord {
	const record = recordSchema.parse(JSON.parse(bytes))
	return revealed === null ? record : mapWritten(record, (leaf) => String(revealed[leaf]?.value ?? ''))
}

/** An association in a record, with what it answered. */
export type RecordedAssociation = ReadRecord['associations'][number]
