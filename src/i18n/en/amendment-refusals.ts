import { formatCount, formatList } from '#i18n/format.ts'
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

const numbered = (number: number) => `Y${number}`

/** What rests on what was merged. */
const rests: Readonly<Record<RejectionOf['mergingRests']['on'], string>> = {
	text: 'It cannot be undone, since the text was changed in the same place after it.',
	said: 'It cannot be undone, since somebody has said something about the new words.',
	amendments: 'It cannot be undone, since one of the amendments was decided on anew after it.',
	stage: 'It cannot be undone, since the text has gone to the associations or come back after it.',
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
	| 'amendmentsMoved'
	| 'amendmentsInTheWay'
	| 'collisionsOpen'
	| 'mergesNothing'
	| 'mergingRests'
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
	amendmentsMoved: ({ numbers }) =>
		`${formatList('en', numbers.map(numbered))} was reworded, withdrawn, decided on or put into the text while you were reading. Read it through once more, and then save.`,
	amendmentsInTheWay: ({ numbers }) =>
		`${formatList('en', numbers.map(numbered))} does not go with the text as it is now. Untick it. Those who put it forward can reword it; one that is adopted has to be reopened first.`,
	collisionsOpen: ({ collisions }) =>
		`The amendments collide in ${formatCount('en', collisions.length, 'place', 'places')}. Choose what is to stand there.`,
	mergesNothing: () => 'Nothing of what you chose comes into the text. Choose something else.',
	mergingRests: ({ on }) => `${rests[on]} Change the text instead.`,
}
