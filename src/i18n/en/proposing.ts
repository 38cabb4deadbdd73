import { formatCount, formatNumber } from '#i18n/format.ts'
import type { proposing as sv } from '#i18n/sv/proposing.ts'

export const proposing: typeof sv = {
	title: 'Propose changes to the text',
	lead: 'Write the text as you want it. The text itself does not change: what you change becomes amendments that the others can read.',
	text: 'The text as you want it',
	textHint: 'Change, strike and add. What you do not change stays as it is.',
	review: 'Look over the changes',
	check: (count) => (count === 1 ? 'One change' : `${formatNumber('en', count)} changes`),
	checkHint: (count) =>
		count === 1
			? 'It becomes an amendment. Write why you want the change.'
			: 'Each change becomes an amendment of its own, so that each can be decided by itself. Write why you want them.',
	change: (number) => `Change ${formatNumber('en', number)}`,
	reason: (number) => `Why change ${formatNumber('en', number)}? One line is enough`,
	nothing: 'You have not changed anything in the text.',
	putForwardMeans: 'Then all in the coalition see them, and the chair gets a mail.',
	writeOn: 'Go on writing in the text',
	putForward: (count) =>
		count === 1 ? 'Put the amendment forward' : `Put ${formatNumber('en', count)} amendments forward`,
	fromComment: 'Make an amendment of this',
	comment: (who) => `The comment from ${who}`,
	reasonOf: (who) => `Comment from ${who}`,
	toComment: 'Read the comment and what was said of it',
	cameOf: 'The amendment came of a comment',
	became: 'Amendments that came of the comment',
	done: {
		made: (count) =>
			count === 1
				? 'The amendment has been put forward. All in the coalition can read it, and the chair gets a mail.'
				: `${formatCount('en', count, 'amendment', 'amendments')} have been put forward. All in the coalition can read them, and the chair gets a mail.`,
		prepared: (count) =>
			count === 1
				? 'The amendment waits for your delegate, who gets a mail.'
				: `${formatCount('en', count, 'amendment', 'amendments')} wait for your delegate, who gets a mail.`,
	},
}
