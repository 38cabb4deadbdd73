import { formatCount, formatNumber } from '#i18n/format.ts'
import type { amendmentBallot as sv } from '#i18n/sv/deciding/amendment-ballot.ts'

export const amendmentBallot: typeof sv = {
	put: 'Put to a ballot',
	title: (first) => `Put ${first} to a ballot`,
	question: (first) => `Shall ${first} be adopted?`,
	between: (first, second) => `Which shall go on: ${first} or ${second}?`,
	meaning:
		'Yes means that the association wants the change in the text. No means that the text shall stay as it is. Nothing is signed.',
	meaningBetween:
		'These two want different things of the same words. The one that more vote for goes on, and the other is rejected. What goes on is not adopted yet. Nothing is signed.',
	secretNeeds: (least) =>
		`The votes are counted only if at least ${formatNumber('en', least)} of those that do not stand behind what is decided on have voted. Otherwise it would show how they did.`,
	choices: {
		yes: (number) => `Yes to ${number}`,
		no: (number) => `No to ${number}`,
		sentences: {
			yes: (association, name) => `${association} wants ${name} in the text`,
			no: (association, name) => `${association} wants the text to stay as it is, without ${name}`,
			either: (association, name) => `${association} votes for ${name}`,
		},
	},
	cameOfIt: {
		adopted: (first) => `${first} is adopted`,
		rejected: (first) => `${first} is rejected`,
		first: (first, second) => `${first} goes on, and ${second} is rejected`,
		second: (first, second) => `${second} goes on, and ${first} is rejected`,
		tied: (first, second) => `As many votes for ${first} as for ${second}: nothing is decided`,
		noQuorum: (first, second) =>
			second === '' ? `Too few voted on ${first}` : `Too few voted on ${first} and ${second}`,
	},
	next: {
		adopted: 'The chair merges it into the text.',
		rejected: 'The text stays as it is. Only a new amendment can change what was decided.',
		preferred:
			'The one that goes on is open. The chair can adopt it, merge it, or put it to a ballot of its own. If it is withdrawn or reworded, the other is open again.',
		open: 'It is open as before. The chair can decide on it, or put it to a ballot again.',
		openBoth: 'They are open as before. The chair can decide on them, or put them to a ballot again.',
	},
	against: 'How is it to be tried?',
	alone: 'By itself, yes or no',
	aloneHint: 'With enough yes votes it is adopted, otherwise rejected. If too few vote nothing is decided.',
	over: (name) => `Against ${name}`,
	overHint:
		'They want different things of the same words. The amendment that gets the most votes goes on, and the other is rejected. If too few vote, or as many for each, nothing is decided.',
	ruleBetween: 'The amendment that gets the most votes goes on.',
	ruleAgainst: 'Put against another amendment, the one that gets most votes goes on, instead of more yes than no.',
	notLong: (days) =>
		`Only needed where associations get less than ${formatCount('en', days, 'day', 'days')} to vote. All who vote read it.`,
	closeMeans: 'The ballot ends when its time is up. It cannot be called off, and the text can be written meanwhile.',
	openNow: 'Open the ballot',
	words: (first) => `What ${first} changes`,
	asItWas: 'What stood there when the amendment was written, with the change in place.',
	why: 'Why',
	behind: (names) => `Behind it: ${names}.`,
	read: 'Read the amendment',
	isAsked: (until, secret) =>
		`The associations vote on the amendment until ${until}. Until then its words stand. ${secret ? 'The votes are secret, so nobody joins or leaves it meanwhile.' : 'It can be joined.'}`,
	isCounted: 'The ballot on the amendment is over, and the votes will be counted within a minute.',
	toBallot: 'Go to the ballot',
	ballots: 'Ballots on the amendment',
	openAgain:
		'The amendment is open again. It was rejected because the associations preferred another, but that one no longer stands as it was when they voted.',
	isPreferred:
		'The associations preferred the amendment to another in a ballot. You can adopt it as it is. If it is to be decided on by itself, put it to a ballot of its own. Those who put it forward can withdraw it or reword it.',
	goesOn:
		'The text goes to no decision until the amendment is merged, rejected by the associations or withdrawn, or something that they have adopted stands in its place.',
	adopt: 'Adopt, and tell the association',
	adoptNote: 'Do you want to say something about it?',
	adoptNoteHint: 'The association reads it.',
	decidedIn: (what, when) => `${what} in a ballot, which was counted ${when}.`,
	mark: 'Being voted on',
	event: 'A ballot decided on an amendment',
	cannotNow: 'This amendment cannot be put to a ballot now',
	toAmendment: 'To the amendment',
	waits: (count) =>
		`Under way now: ${formatCount('en', count, 'ballot on amendments', 'ballots on amendments')}. When the votes are counted, the whole text can be decided on.`,
	bars: {
		described: (yes, no, { yes: first, no: second, abstain, silent }) =>
			`${yes}: ${formatNumber('en', first)}. ${no}: ${formatNumber('en', second)}. Abstained: ${formatNumber('en', abstain)}. Did not vote: ${formatNumber('en', silent)}.`,
	},
	mail: {
		subject: (numbers, title) => `Vote on ${numbers}: ${title}`,
		alone: (association, first, title) =>
			`${association} is to vote on an amendment to “${title}”: shall ${first} be adopted?`,
		between: (association, first, second, title) =>
			`${association} is to choose between two amendments to “${title}”: ${first} or ${second}.`,
		by: (until) => `Vote by ${until}:`,
		result: (title, what) => `A ballot on amendments to “${title}” is over. ${what}. See how it went:`,
	},
}
