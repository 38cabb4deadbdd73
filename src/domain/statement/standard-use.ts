/** What a standard text is for: to be put into a text, or for a text to start from. */
export const STANDARD_USES = ['insert', 'start'] as const
export type StandardUse = (typeof STANDARD_USES)[number]
