/** What can come of an amendment. */
export const AMENDMENT_OUTCOMES = ['adopted', 'adoptedWithChanges', 'rejected'] as const
export type AmendmentOutcome = (typeof AMENDMENT_OUTCOMES)[number]

/** As what it can come into the text. */
export const MERGED_OUTCOMES = ['adopted', 'adoptedWithChanges'] as const
export type MergedOutcome = (typeof MERGED_OUTCOMES)[number]

/** From where it can: what is adopted, or becomes so by it. */
export const MERGEABLE_STATES = ['open', ...MERGED_OUTCOMES] as const

/** `prepared`: waits in its association for whoever may put it forward, and is nobody else's to see. */
export const AMENDMENT_STATES = ['prepared', 'open', 'withdrawn', ...AMENDMENT_OUTCOMES] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]

/** Whether somebody has decided it. */
export const isDecided = (state: AmendmentState): state is AmendmentOutcome =>
	AMENDMENT_OUTCOMES.some((outcome) => outcome === state)
