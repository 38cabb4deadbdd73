import { formatCount } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'

/** What an amendment is, where something is asked of it that does not go with that. */
const amendmentIs: Readonly<Record<RejectionOf['amendmentState']['state'], string>> = {
	prepared: 'The amendment has not been put forward yet.',
	open: 'The amendment is open.',
	withdrawn: 'The amendment is withdrawn.',
	adopted: 'The amendment is adopted already.',
	adoptedWithChanges: 'The amendment is adopted with changes already.',
	rejected: 'The amendment is rejected already.',
}

/** Why something is not done with an amendment. */
export const ofAmendments: RefusalsOf<
	| 'amendmentState'
	| 'amendmentChanged'
	| 'amendmentChangesNothing'
	| 'ownAmendment'
	| 'tooManyVersions'
	| 'tooManyAmendments'
	| 'tooManyOwnAmendments'
> = {
	amendmentState: ({ state }) => `${amendmentIs[state]} Read what became of it.`,
	amendmentChanged: () =>
		'The amendment got a new wording while you were reading. Read that first, and then press again.',
	amendmentChangesNothing: () => 'What you wrote is as it stands already. Write what you want to change.',
	ownAmendment: () => 'It is your own association’s amendment. You stand behind it already.',
	tooManyVersions: ({ limit }) =>
		`The amendment already has ${formatCount('en', limit, 'wording', 'wordings')}. Withdraw it and propose another.`,
	tooManyAmendments: ({ limit }) =>
		`There is room for ${formatCount('en', limit, 'amendment', 'amendments')} here, and it is used up. Contact the chair.`,
	tooManyOwnAmendments: ({ limit }) =>
		`You already have ${formatCount('en', limit, 'amendment', 'amendments')} to the text, as many as an association can have. Reword one of them.`,
}
