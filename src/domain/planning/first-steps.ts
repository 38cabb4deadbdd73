import type { Instant } from '#domain/kernel/id.ts'

/** What there is in a coalition that has published nothing yet. */
export type Beginnings = {
	readonly associations: number
	/** Associations with an ordinary delegate, now or to come. */
	readonly represented: number
	/** When somebody last saved the settings, or said that they are as they should be; null: nobody has. */
	readonly settingsSeenAt: Instant | null
	readonly inquiries: number
	/** Statements at work, those with a text, and those on which associations vote or have voted. */
	readonly statements: number
	readonly written: number
	readonly decided: number
	/** Whoever looks can come in again: by an address or a printed card. */
	readonly reachable: boolean
}

export type FirstStep =
	| 'printOwnCard'
	| 'nameAssociations'
	| 'seatDelegates'
	| 'lookOverSettings'
	| 'takeInInquiry'
	| 'beginText'
	| 'openBallot'
	| 'publish'

export type StepState = 'done' | 'next' | 'later'

/**
 * The way to a first published statement, in order, each step done or not by what there is. `next` is the first that is
 * not done; the last is never done, since with it the list is over.
 */
export function firstSteps(found: Beginnings): { readonly step: FirstStep; readonly state: StepState }[] {
	const steps: (readonly [FirstStep, boolean])[] = [
		...(found.reachable ? [] : [['printOwnCard', false] as const]),
		['nameAssociations', found.associations > 0],
		['seatDelegates', found.associations > 0 && found.represented === found.associations],
		['lookOverSettings', found.settingsSeenAt !== null],
		// A letter answers nothing that came in.
		['takeInInquiry', found.inquiries > 0 || found.statements > 0],
		['beginText', found.written > 0],
		['openBallot', found.decided > 0],
		['publish', false],
	]
	const next = steps.findIndex(([, done]) => !done)
	return steps.map(([step, done], index) => ({ step, state: done ? 'done' : index === next ? 'next' : 'later' }))
}
