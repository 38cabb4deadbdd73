import { formatCount } from '#i18n/format.ts'
import type { tasks as swedish } from '#i18n/sv/planning/tasks.ts'

export const tasks: typeof swedish = {
	title: 'My tasks',
	waitsOnYou: 'Waiting for you',
	nothing: 'Nothing is waiting for you',
	nothingMore: 'We will tell you when there is something to do.',
	countOn: (numbers) => `Count the votes on ${numbers}`,
	voteOn: (association, numbers) => `Vote for ${association} on ${numbers}`,
	kinds: {
		write: () => 'Write the text',
		openConsultation: () => 'Send the text out for views',
		openBallot: () => 'Open the vote',
		recordStances: (association: string) => `Say what ${association} thinks`,
		comment: (association) => `Comment for ${association}`,
		answerComments: (_association, count) => `Answer ${formatCount('en', count, 'comment', 'comments')}`,
		readAnswers: (association, count) => `Read ${formatCount('en', count, 'answer', 'answers')} to ${association}`,
		decideAmendments: (_association, count) => `Decide on ${formatCount('en', count, 'amendment', 'amendments')}`,
		mergeAmendments: (_association, count) =>
			`Merge ${formatCount('en', count, 'adopted amendment', 'adopted amendments')} into the text`,
		putForwardAmendments: (association, count) =>
			`Put forward ${formatCount('en', count, 'amendment', 'amendments')} for ${association}`,
		confirmAmendments: (association, count) =>
			`Read ${formatCount('en', count, 'new wording', 'new wordings')} of amendments that ${association} stands behind`,
		vote: (association: string) => `Vote for ${association}`,
		checkVote: (association) => `Is it right? How ${association} is said to have voted`,
		checkAndSign: (association) => `Is it right? How ${association} is said to have voted. Then sign`,
		settleContests: (_association, count) => `Settle ${formatCount('en', count, 'vote', 'votes')} said not to be right`,
		closeBallot: () => 'Count the votes',
		referBack: () => 'Take the text back for more work',
		settleQuorum: () => 'Too few voted: choose how to go on',
		signOff: (association: string) => `Sign for ${association}`,
		publish: () => 'Publish',
		markAsSent: () => 'Send the answer to its addressee',
		followUp: () => 'Follow up: an outcome is expected by now',
		answerConsensusList: (association, count) =>
			`Answer for ${association}: do you object to ${formatCount('en', count, 'amendment', 'amendments')}?`,
		answerAddendum: (association) =>
			`Answer for ${association}: may the published statement be corrected or withdrawn?`,
		settleAddendum: () => 'The associations have answered: publish the correction or withdrawal, or take it back',
	},
	others: {
		checkNotice: 'Check what came in',
		handleInquiry: 'Deal with the inquiry',
		nameDelegates: (missing) => `Name a delegate for ${formatCount('en', missing, 'association', 'associations')}`,
	},
	asDeputy: 'you are the deputy',
	coalitions: 'Where you take part',
	seat: (role, association) => (association === null ? role : `${role} for ${association}`),
	noSeat: 'You have no seat at present',
	noSeatHint: 'The chair of a coalition gives seats. Get in touch there, if you are waiting for one.',
	operates: 'You run this',
	operatesWhat: 'Here you create a coalition and invite its chair. You have no seat of your own in any.',
	operator: 'Operation: all coalitions',
	by: {
		stewards: 'the chair or the secretary',
		chair: 'the chair',
		associations: 'the associations',
		nobody: 'nobody',
	},
	next: {
		writing: (who: string) => `The text is being written. Then ${who} will send it out for views.`,
		views: (who: string) => `Now ${who} say what they think. Then there will be a vote.`,
		merging: (who: string) => `Now ${who} will merge what was adopted. Then there will be a vote.`,
		ballot: (who: string) => `Now ${who} can open the vote.`,
		voting: (who: string) => `Now ${who} vote. Then the votes are counted.`,
		answering: (who: string) => `Now ${who} answer a consensus list. Then there will be a vote.`,
		closing: (who: string) => `Everyone has voted. Now ${who} can count the votes.`,
		counting: () => 'The vote is over. The votes will be counted within a minute.',
		rework: (who: string) => `The text was not adopted. Now ${who} will take it back to be rewritten.`,
		choosing: (who: string) =>
			`Too few voted. Now ${who} chooses whether the ballot is extended, held again, or the text taken back.`,
		signing: (who: string) => `The text is adopted. Now ${who} sign it.`,
		settling: (who: string) =>
			`An association says that the vote entered for it is not right. Now ${who} will settle it.`,
		publishing: (who: string) => `All have answered, or time is up. Now ${who} can publish.`,
		sending: (who: string) => `The text is published. Now ${who} will send it to the recipient.`,
		following: (who) => `The text has been sent. Now ${who} looks for what came of the positions.`,
		nothing: (_who: string) => 'Nothing more. The work is done.',
	},
	deadlines: {
		views: 'Last day for views',
		vote: 'Last time to vote',
		signOff: 'Last time to sign',
		answer: 'The statement must have arrived',
	},
	statuses: {
		todo: 'To do',
		started: 'Started',
		waiting: 'Waiting for others',
		done: 'Done',
	},
}
