import { formatCount, formatList, formatLongDateTime, formatNumber } from '#i18n/format.ts'
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
	| 'amendmentAsked'
	| 'adoptedByList'
	| 'amendmentsCollide'
	| 'consensusListStands'
	| 'consensusListOver'
	| 'reasonWithoutObjection'
	| 'amendmentChangesNothing'
	| 'ownAmendment'
	| 'decidedByBallot'
	| 'preferredInBallot'
	| 'preferredChanged'
	| 'preferredPassedOver'
	| 'notOpposed'
	| 'ballotsOpen'
	| 'dissentOnTextOnly'
	| 'tooMuchTime'
	| 'tooFewUncommitted'
	| 'tellsVote'
	| 'adoptedLeftOut'
	| 'tooManyVersions'
	| 'tooManyAmendments'
	| 'tooManyOwnAmendments'
	| 'amendmentsMoved'
	| 'amendmentsInTheWay'
	| 'collisionsOpen'
	| 'turnsRound'
	| 'mergesNothing'
	| 'mergingRests'
> = {
	amendmentState: ({ state }) => `${amendmentIs[state]} Read what became of it.`,
	amendmentChanged: () =>
		'The amendment got a new wording while you were reading. Read that first, and then press again.',
	amendmentAsked: ({ asked }) =>
		asked.kind === 'list'
			? 'The associations are asked about the amendment in a consensus list. Its words stand until the time is up. Its page says when that is.'
			: 'The associations are voting on the amendment. Its words stand until the ballot is counted. Its page says when that ends.',
	adoptedByList: () =>
		'The associations have adopted the amendment together, in a consensus list. Nobody takes that back alone. Propose another amendment instead.',
	amendmentsCollide: ({ numbers, adopted }) =>
		adopted.length > 0
			? `${formatList('en', numbers.map(numbered))} wants something else of the same words than ${formatList('en', adopted.map(numbered))}, which is adopted already. Untick ${formatList('en', numbers.map(numbered))}.`
			: `${formatList('en', numbers.map(numbered))} want different things of the same words, so not all can be adopted. Untick all but one of them.`,
	consensusListStands: ({ until }) =>
		`Associations are asked about amendments in a consensus list until ${formatLongDateTime('en', until)}. Wait until then, or cancel the list first: all are then told.`,
	consensusListOver: ({ cancelled }) =>
		cancelled
			? 'The consensus list is cancelled, so nothing is decided by it. The amendments are open.'
			: 'The time is up, so the answer cannot be changed. What became of the amendments stands on the list’s page.',
	reasonWithoutObjection: () =>
		'You wrote a reason at an amendment without ticking that you object. Tick it, or take the reason away.',
	amendmentChangesNothing: () => 'What you wrote is as it stands already. Write what you want to change.',
	ownAmendment: () => 'It is your own association’s amendment. You stand behind it already.',
	decidedByBallot: () =>
		'The associations decided on the amendment in a ballot, so that cannot be taken back. Whoever wants something else can put forward a new amendment.',
	preferredInBallot: () =>
		'The associations preferred the amendment to another in a ballot, so you can only adopt it as it is. Put it to a ballot by itself if it is to be decided on. Those who put it forward can withdraw it or reword it.',
	preferredChanged: ({ numbers }) =>
		`The associations preferred ${formatList('en', numbers.map(numbered))} to another amendment in a ballot, so the words cannot be changed as they are merged. Choose them as they are, or untick. Those who put the amendment forward can reword it.`,
	preferredPassedOver: ({ numbers }) =>
		`Associations preferred ${formatList('en', numbers.map(numbered))} to another amendment in a ballot, but its words are not in the text. Adopt and merge it, or put it to a ballot of its own. The text goes to a decision when it is merged, rejected by the associations or withdrawn.`,
	notOpposed: () =>
		'The two amendments do not want different things of the same words, so both can be adopted. Put each to a ballot of its own.',
	ballotsOpen: ({ count }) =>
		`Under way now: ${formatCount('en', count, 'ballot on amendments', 'ballots on amendments')}. Wait until the votes are counted. Under the tab Ballot it says when that is.`,
	dissentOnTextOnly: () =>
		'A reservation or a separate opinion is added when the whole text is decided on, not when an amendment is. Vote without it.',
	tooMuchTime: ({ days, latest }) =>
		`Associations are asked about amendments for at most ${formatCount('en', days, 'day', 'days')}, since the text waits for that. Choose a day no later than ${formatLongDateTime('en', latest)}.`,
	tooFewUncommitted: ({ least, uncommitted }) =>
		`A secret ballot takes at least ${formatCount('en', least, 'association', 'associations')} that do not stand behind what is decided on: among fewer it shows how they voted. There are ${formatNumber('en', uncommitted)} now. Decide on the amendment yourself, or ask in a consensus list. If the associations preferred it to another you can adopt and merge it, or ask those who put it forward to withdraw it. In the settings you can choose bylaws by which votes are seen.`,
	tellsVote: () =>
		'The associations vote on the amendment in secret. Whoever joins or leaves it now shows how they vote, and with that how others did. Wait until the votes are counted.',
	adoptedLeftOut: ({ numbers }) =>
		`The associations adopted ${formatList('en', numbers.map(numbered))}, but the words are not in the text, or are turned round by a word such as “not”. Merge them, or write them back into the text by hand. Take out the word that turns them round, or write it in a sentence of its own. If you want something else, put forward a new amendment in the same place and let the associations decide on it.`,
	tooManyVersions: ({ limit }) =>
		`The amendment already has ${formatCount('en', limit, 'wording', 'wordings')}. Withdraw it and propose another.`,
	tooManyAmendments: ({ limit }) =>
		`There is room for ${formatCount('en', limit, 'amendment', 'amendments')} here, and it is used up. Contact the chair.`,
	tooManyOwnAmendments: ({ limit }) =>
		`You already have ${formatCount('en', limit, 'amendment', 'amendments')} to the text, as many as an association can have. Reword one of them.`,
	amendmentsMoved: ({ numbers }) =>
		`${formatList('en', numbers.map(numbered))} was reworded, withdrawn, decided on or put into the text while you were reading. Read it through once more, and then save.`,
	amendmentsInTheWay: ({ numbers }) =>
		`${formatList('en', numbers.map(numbered))} does not go with the text as it is now. Untick it. Those who put it forward can reword it; one that chair or secretary adopted has to be reopened first. What the associations adopted together stands: put the words of the text back, or write those of the amendment into the text by hand.`,
	collisionsOpen: ({ collisions }) =>
		`The amendments collide in ${formatCount('en', collisions.length, 'place', 'places')}. Choose what is to stand there.${collisions.some(({ held }) => held.length > 0) ? ' What the associations adopted together comes in as they adopted it, or not at all.' : ''}`,
	turnsRound: ({ numbers, adopted }) =>
		`A word such as “not” or “never”, put there by ${formatList('en', numbers.map(numbered))}, turns round ${formatList('en', adopted.map(numbered))}, which the associations adopted. Untick ${formatList('en', numbers.map(numbered))}, or let the associations decide on that too.`,
	mergesNothing: () => 'Nothing of what you chose comes into the text. Choose something else.',
	mergingRests: ({ on }) => `${rests[on]} Change the text instead.`,
}
