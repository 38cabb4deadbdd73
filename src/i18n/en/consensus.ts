import { formatCount, formatList, formatLongDateTime } from '#i18n/format.ts'
import type { consensus as sv } from '#i18n/sv/consensus.ts'

const amendments = (count: number) => formatCount('en', count, 'amendment', 'amendments')

export const consensus: typeof sv = {
	title: 'Consensus lists',
	list: 'Consensus list',
	link: 'Ask about several amendments at once',
	lead: 'Amendments that nobody is against can be put to the associations in one question. When the time is up they are adopted, but for those that an association objects to.',
	none: 'No consensus lists yet',
	noneHint: 'Chair or secretary can make one when there are open amendments.',
	notAllowed: 'Your rules do not let silence count as a yes. Decide on the amendments one by one instead.',
	voiceless: (names) =>
		`Nobody can object for ${formatList('en', names)}, and then silence says nothing. Make somebody the delegate there first.`,
	oneAtATime: 'Associations answer one list at a time. The next can be made when this one is settled.',
	nothingToList: 'There are no amendments to put on it',
	nothingToListHint:
		'Only open amendments that go with the text, and that associations are not asked about already, can be on it.',
	new: 'Make a new list',
	unopposed: 'Nothing speaks against them',
	doubtful: 'Read first: something speaks for deciding on them by themselves',
	doubtfulHint: 'They are not ticked. Tick what is to be on the list nevertheless.',
	doubts: {
		collides: (numbers) => `Collides with ${formatList('en', numbers)}.`,
		adopted: (numbers) => `Collides with ${formatList('en', numbers)}, which is adopted already.`,
		comments: 'A comment in the same place waits for an answer.',
		reworded: (names) => `${formatList('en', names)} joined an earlier wording.`,
		objected: (association, reason) =>
			reason === ''
				? `${association} objected in an earlier list.`
				: `${association} objected in an earlier list: ${reason}`,
	},
	votedOn: 'Not here, because the associations are voting on them now:',
	apart: 'Cannot be on it',
	apartHint:
		'The text has been changed in the same place, or another amendment about the same words is adopted already. Those who put it forward can reword it.',
	part: (first, last, all) => `Amendments ${first}–${last} of ${all}. What you have ticked comes along when you go on.`,
	elsewhere: 'Ticked on other pages:',
	unticked: (numbers) =>
		`${formatList('en', numbers)} ${numbers.length === 1 ? 'is' : 'are'} not ticked any more. An amendment is unticked when it is reworded, withdrawn, decided, put to a vote or does not go with the text, or with what is adopted, any more. Read it through once more, and then ask.`,
	closesOn: 'Last day to object',
	closesOnHint: (days) => `At least ${formatCount('en', days, 'day', 'days')} from now. Nobody can shorten it later.`,
	openMeans:
		'All associations get an e-mail. While they answer, the amendments cannot be reworded, withdrawn or decided on. You can cancel the whole list, and then all are told.',
	open: 'Ask the associations',
	opened: (count, on) => `${amendments(count)}, ${on}`,
	states: { open: 'Associations are answering', over: 'Time is up', settled: 'Settled', cancelled: 'Cancelled' },
	until: (count, at) =>
		count === 1
			? `The amendment will be adopted on ${formatLongDateTime('en', at)}, unless an association objects to it before then.`
			: `These ${amendments(count)} will be adopted on ${formatLongDateTime('en', at)}, but for those that an association objects to before then.`,
	silence: 'Whoever does not answer says yes.',
	standsFrom: 'Whoever objected to the same words in an earlier list does so here too, until they answer.',
	textMoves:
		'The text goes on being written meanwhile. An amendment is adopted also if the words it is about were rewritten, and is then written into the text by hand.',
	over: 'Time is up. What it came to stands here within a minute or so.',
	cancelledBecause: (on) => `The list was cancelled ${on}, so nothing was decided by it. The reason:`,
	settledWith: (adopted, left) =>
		left === 0
			? `Nobody objected. ${adopted === 1 ? 'The amendment is adopted' : `All ${amendments(adopted)} are adopted`}.`
			: `${adopted === 0 ? 'No amendment is adopted' : `${amendments(adopted)} ${adopted === 1 ? 'is' : 'are'} adopted`}. ${amendments(left)} ${left === 1 ? 'was' : 'were'} left open.`,
	unheard: (names) =>
		`Nothing is adopted, since nobody could object for ${formatList('en', names)} in all that time. All amendments were left open.`,
	outcomes: {
		adopted: 'Adopted',
		objected: 'Left open: somebody objected',
		inTheWay: 'Left open: another amendment about the same words is adopted',
		unheard: 'Left open: not all could answer',
	},
	listed: 'The amendments',
	objects: (association, reason) => (reason === '' ? `${association} objects.` : `${association} objects: ${reason}`),
	answerFor: (association) => `Answer for ${association}`,
	answerHint: 'Tick only what you object to. You say yes to what you do not tick.',
	objectTo: (association, name) => `${association} objects to ${name}`,
	reason: (number) => `Why you object to ${number}`,
	reasonHint: 'All in the coalition read it.',
	answer: (association) => `Save the answer for ${association}`,
	answerMeans: 'You can change the answer until the time is up.',
	answeredAll: (association, at) => `${association} said yes to all of them ${at}.`,
	answeredSome: (association, count, rest, at) =>
		`${association} objected to ${amendments(count)} ${at}${rest === 0 ? '' : ' and said yes to the rest'}.`,
	since: (association) =>
		`You got the seat for ${association} after the question was put. Whoever was delegate or deputy then answers.`,
	office: (association) => `Whoever is chair or secretary does not answer for ${association}, by your rules.`,
	whoAnswered: 'What the associations answered',
	association: 'Association',
	said: 'Answer',
	when: 'When',
	saidAll: 'Yes to all',
	saidBefore: (numbers) => `Objects since earlier to ${formatList('en', numbers)}`,
	saidSome: (numbers) => `Objects to ${formatList('en', numbers)}`,
	silent: {
		open: 'Has not answered',
		over: 'Did not answer: yes to all',
		unheard: 'Could not answer',
		cancelled: 'Did not answer',
	},
	cancel: 'Cancel the list',
	cancelMeans:
		'All associations get an e-mail with your reason. The amendments will be open again, and nothing is decided by the list.',
	cancelReason: 'Why is it cancelled?',
	cancelNow: 'Cancel the list and tell all',
	asked: (at) => `Associations are asked until ${formatLongDateTime('en', at)}`,
	askedAll: (count, at) => `Associations are asked about ${amendments(count)} until ${formatLongDateTime('en', at)}.`,
	listFirst: 'The associations are answering a consensus list',
	toList: 'To the consensus list',
	toAll: 'All consensus lists',
	decidedBy: (what, when) => `${what} by the associations in a consensus list ${when}.`,
	cameTo: {
		adopted: '',
		objected: 'Somebody objected in a consensus list, so the amendment is open and decided on by itself.',
		inTheWay:
			'Nobody objected in a consensus list, but another amendment about the same words had been adopted, so the amendment is open.',
		unheard: 'A consensus list decided nothing, since not all associations could answer. The amendment is open.',
	},
	done: {
		opened: 'The question is put. All associations get an e-mail.',
		answered: 'The answer is saved. You can change it until the time is up.',
		cancelled: 'The list is cancelled. All associations get an e-mail.',
	},
	mail: {
		subjects: {
			open: (title) => `Do you object to these amendments? ${title}`,
			settled: (title) => `The consensus list is settled: ${title}`,
			cancelled: (title) => `The consensus list is cancelled: ${title}`,
		},
		open: (association, count, title, dueAt) =>
			`${association} is asked about ${amendments(count)} to “${title}”. ${count === 1 ? `It is adopted on ${formatLongDateTime('en', dueAt)}, unless an association objects` : `They are adopted on ${formatLongDateTime('en', dueAt)}, but for those that an association objects to`} before then. Whoever does not answer says yes. Read and answer here:`,
		against:
			'If something speaks against an amendment, as that it collides with another or that a comment waits for an answer, the list’s page says so. Read that before you answer.',
		settled: (title) => `Time is up for the consensus list about “${title}”. This is what it came to:`,
		cancelled: (title) => `The consensus list about “${title}” is cancelled, so nothing was decided by it. Read here:`,
	},
	decided: 'A consensus list decided on an amendment',
	events: {
		consensusListOpened: 'The associations were asked about amendments in a consensus list',
		consensusListAnswered: 'An association answered a consensus list',
		consensusListReminded: 'A reminder to those who had not answered a consensus list',
		consensusListCancelled: 'A consensus list was cancelled',
		consensusListSettled: 'A consensus list was settled',
	},
}
