import { formatCount, formatLongDateTime, formatNumber } from '#i18n/format.ts'
import type { reminders as swedish } from '#i18n/sv/deciding/reminders.ts'

const associations = (count: number) => formatCount('en', count, 'association', 'associations')

export const reminders: typeof swedish = {
	title: 'Remind those who have not answered',
	heading: 'Have not answered',
	waiting: (count) => `${associations(count)} ${count === 1 ? 'has' : 'have'} not answered yet:`,
	allAnswered: 'All have answered',
	allAnsweredWhat: 'There is nobody to remind.',
	over: 'It is too late to answer, so there is nobody to remind.',
	means: (count) =>
		`If you press the button, ${associations(count)} ${count === 1 ? 'gets' : 'get'} an e-mail with a link straight to the question. It goes to the delegate and the deputy.`,
	button: 'Remind',
	noneReached: 'No e-mail reaches them. Call instead.',
	toCall: 'Call these',
	toCallWhat: 'No e-mail reaches them, so Samsvar does not remind them.',
	whom: 'See whom you call, and what you tell them',
	showNames: (count) => `Show which ${formatNumber('en', count)} they are`,
	last: (count, at) =>
		`${associations(count)} ${count === 1 ? 'was' : 'were'} last reminded, by e-mail, ${formatLongDateTime('en', at)}.`,
	done: (count) => `The reminder is on its way by e-mail to ${associations(count)}.`,
	doneCall: (count) => `Call ${associations(count)} that no e-mail reaches.`,
	next: (at) => `The next reminder goes by itself ${formatLongDateTime('en', at)}.`,
	again: (at) => `You can remind them again ${formatLongDateTime('en', at)}.`,
	byItself: 'by itself',
	mail: {
		subject: (line) => `Reminder: ${line}`,
		first: (association) => `Reminder: ${association} has not answered yet.`,
	},
}
