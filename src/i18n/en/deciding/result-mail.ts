import { formatNumber } from '#i18n/format.ts'
import type { result as swedish } from '#i18n/sv/deciding/result-mail.ts'

export const result: typeof swedish = {
	subjects: {
		adopted: (title) => `Adopted: ${title}`,
		rejected: (title) => `Not adopted: ${title}`,
		noQuorum: (title) => `Not adopted: ${title}`,
	},
	firstLine: (title, what) => `The vote on “${title}” is over. ${what} See how it went:`,
	full: {
		adopted: 'The text was adopted.',
		rejected: 'The text was not adopted.',
		noQuorum: 'Too few voted, so the text was not adopted.',
	},
	light: {
		adopted: 'Nobody objected, so the text was adopted.',
		rejected: 'There was an objection, so the text was not adopted.',
		noQuorum: 'Not all had somebody who could object, so the text was not adopted.',
	},
	counted: ({ yes, no, abstain, silent }) =>
		`Yes: ${formatNumber('en', yes)}. No: ${formatNumber('en', no)}. Abstained: ${formatNumber('en', abstain)}. Did not vote: ${formatNumber('en', silent)}.`,
	next: {
		signed:
			'Your association voted yes and signed at the same time, and has nothing more to do. Now the other associations sign. Then the chair publishes the text.',
		signing: 'Now the associations sign. Then the text can be published.',
		light: 'There is nothing more for you to do. Then the chair publishes the text.',
		lightOfficers: 'Then the text can be published.',
		stopped: 'The text is not published as it is. The chair can take it back, so that it is decided on anew.',
		tooFew: 'Now the chair decides how to go on: the vote can be held again, or the text taken back.',
		voided: 'Since then the text has been taken back.',
	},
}
