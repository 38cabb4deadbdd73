import * as z from 'zod'
import type { EventType } from '#domain/event.ts'
import { countedOutcomeSchema } from '#schema/deciding.ts'

/**
 * The schema of a payload as it was in one version, which makes of it what it is in the next:
 * `z.strictObject({ … }).transform((before) => ({ … }))`.
 */
export type Upcast = z.ZodType

/** For each type the steps from its first version on, in order. One that is left out has had a single version. */
export type Upcasts = { readonly [Type in EventType]?: readonly Upcast[] }

/**
 * Every step there has been. Where the schema of a type would no longer read what was stored under it, a step is added at
 * the end of the type's chain. A step that landed is never changed: events of its version lie in databases and exports.
 */
export const UPCASTS: Upcasts = {
	ballotOpened: [aboutTheText(), inAnyTime()],
	meetingDecisionEntered: [aboutTheText(), inAnyTime()],
	ballotDecided: [alwaysCounted()],
	coalitionChanged: [atOnce()],
}

/** The first ballots were about whole texts, and did not say so. The rest is as it is now, and checked as such. */
function aboutTheText(): Upcast {
	return z
		.looseObject({ subject: z.undefined().optional() })
		.transform((before) => ({ ...before, subject: { kind: 'text' } }))
}

/** No least time was promised then, so none was cut short; and whoever spoke for an association voted for it. */
function inAnyTime(): Upcast {
	return z
		.looseObject({ bylaws: z.looseObject({ leastDays: z.undefined().optional() }), urgent: z.undefined().optional() })
		.transform((before) => ({
			...before,
			bylaws: { ...before.bylaws, leastDays: { answer: 0, object: 0, sign: 0 }, officersVote: true },
			urgent: null,
		}))
}

/** Every outcome told what was counted then, that of a secret ballot without quorum too. What was told stays told. */
function alwaysCounted(): Upcast {
	return z.looseObject({ outcome: countedOutcomeSchema })
}

/** Other bylaws were in force as soon as they were chosen. */
function atOnce(): Upcast {
	return z.looseObject({ former: z.undefined().optional() }).transform((before) => ({ ...before, former: null }))
}

/** The version in which events of a type are written. */
export const versionOf = (type: EventType, upcasts: Upcasts = UPCASTS): number => 1 + (upcasts[type]?.length ?? 0)
