import { formatCount, formatNumber } from '#i18n/format.ts'
import type { comments as swedish } from '#i18n/sv/comment.ts'

const said = (verb: string) => (by: string, about: string) => `${by} ${verb}${about}:`

export const comments: typeof swedish = {
	title: 'Comments',
	give: 'Comment',
	giveOnWhole: 'Comment on the whole text',
	giveOnBlockHint: 'Is it about one part? Press “Comment” at that part of the text.',
	toText: 'To the text',
	toAll: 'All comments',
	wholeText: 'The whole text',
	removedBlocks: 'Comments on removed parts',
	removedBlocksHint: 'The parts were removed, or joined with others. This is what they said when the comment was made.',
	byChair: 'The chair',
	bySecretary: 'The secretary',
	byCoalition: 'The coalition',
	erasedPerson: 'erased person',
	replyingTo: (name) => `in reply to ${name}`,
	kinds: { answer: 'Answer to the comment', reopening: 'Opened the comment again' },
	changed: (when) => `Changed ${when}`,
	earlier: 'What it said at first',
	withdrawn: 'The comment was taken back.',
	open: 'Waits for an answer',
	resolved: 'Answered',
	stale: 'The text has changed since then.',
	thenItSaid: 'What it said then',
	quote: {
		stands: 'About the words',
		changed: 'The words have changed since then. They were:',
		gone: 'The words stood in the part that was removed:',
	},
	filters: {
		label: 'Which comments',
		all: (count) => `All, ${formatNumber('en', count)}`,
		open: (count) => `Waiting for an answer, ${formatNumber('en', count)}`,
		resolved: (count) => `Answered, ${formatNumber('en', count)}`,
	},
	none: 'No comments yet',
	noneHint: 'Whoever comments gets an answer here, and an e-mail when it has come.',
	noneOfThese: 'No comments here',
	closed: {
		deciding:
			'The text is locked for the decision, so no new comments are taken. Those there are can still be answered.',
		over: 'Comments are closed. They can be read, and no longer be answered.',
	},
	beforeBallot: (count) =>
		`${formatCount('en', count, 'comment is', 'comments are')} waiting for an answer. Once the vote is open the text cannot be changed.`,
	beforeEntering: (count) =>
		`${formatCount('en', count, 'comment is', 'comments are')} waiting for an answer. Once the decision is entered the text cannot be changed.`,
	readThem: 'Read and answer',
	count: (count, open) =>
		formatCount('en', count, 'comment', 'comments') +
		(open === 0 ? '' : `, ${formatNumber('en', open)} waiting for an answer`),
	on: (name) => `on ${name}`,
	about: (name) => `About: ${name}`,
	from: (name) => `Comment from ${name}`,
	withdrawnTitle: 'A comment that was taken back',
	show: 'Show',
	reply: 'Reply',
	answer: 'Answer',
	replyTo: (name) => `Reply to ${name}`,
	reopen: 'Open again',
	change: 'Change',
	withdraw: 'Take back',
	ofWhom: (name) => `what ${name} wrote`,
	agreed: (names) => `Agrees: ${names}`,
	agree: (name) => `${name} agrees`,
	agreeNoMore: (name) => `${name} no longer agrees`,
	fields: {
		as: 'Whose comment is it?',
		text: 'Your comment',
		textHint: 'Write what you want changed, and why if you like.',
		words: 'Which words is it about?',
		wordsHint: 'Copy the words from the text above, so that all see what you mean. Empty means the whole part.',
		reply: 'Your reply',
		replyHint: 'Everyone in the coalition can read it.',
		answer: 'Answer',
		answerHint: 'Write what you have done about the comment. Or ask a question, and leave it open.',
		reopening: 'What remains?',
		reopeningHint: 'The comment is opened again, and whoever answered is told.',
	},
	forCoalition: 'Mine, for the coalition',
	submit: 'Send the comment',
	submitReply: 'Reply',
	submitAnswer: 'Answer and close',
	submitQuestion: 'Reply and leave open',
	submitReopening: 'Open the comment again',
	whoSees: (name) =>
		`The comment is shown under ${name} and your own name, only to those who take part in the coalition. It is never published.`,
	whoSeesCoalition:
		'The comment is shown in your name, only to those who take part in the coalition. It is never published.',
	newerText: 'The part has changed since you opened the text. It now says:',
	goneText: 'The part has been removed from the text. Your comment is kept all the same, with the text as it was.',
	yours: 'Anything else to say about the text?',
	yoursHint: 'A comment on the whole text. The chair or the secretary answers it.',
	changeTitle: 'Change the comment',
	changeHint: 'You can as long as nobody has said anything after you. What you wrote first can still be read.',
	withdrawTitle: 'Take the comment back',
	withdrawMeans:
		'The words disappear from the comments and are not mailed to anyone who has not had them already. What others replied stays. It cannot be undone.',
	newAnswers: (count, association) =>
		`${formatCount('en', count, 'new answer', 'new answers')} to comments from ${association}.`,
	haveRead: 'We have read the answers',
	done: {
		made: 'The comment has been made. The chair and the secretary get an e-mail shortly.',
		allMade: 'The comments have been made. The chair and the secretary get an e-mail shortly.',
		noneMade: 'Those comments had been made already. Nothing more is saved.',
		replied: 'Your reply is saved.',
		resolved: 'The comment is answered. The association gets an e-mail shortly.',
		reopened: 'The comment is open again.',
		changed: 'The comment is changed.',
		agreed: 'All can see now that you agree.',
		agreedNoMore: 'You no longer agree.',
		withdrawn: 'The comment is taken back.',
		read: 'Noted: you have read the answers.',
	},
	mail: {
		subject: (count, title) =>
			count === 1 ? `New comment: ${title}` : `${formatNumber('en', count)} new comments: ${title}`,
		subjectOurs: (count, title) =>
			count === 1
				? `Reply to your comment: ${title}`
				: `${formatNumber('en', count)} replies to your comments: ${title}`,
		firstLine: (count, title) =>
			count === 1
				? `Somebody has said something about “${title}”. Read it and answer here:`
				: `There are ${formatNumber('en', count)} new comments and replies about “${title}”. Read them and answer here:`,
		firstLineOurs: (count, title) =>
			count === 1
				? `Somebody has replied to your comment about “${title}”. Read it here:`
				: `There are ${formatNumber('en', count)} replies to your comments about “${title}”. Read them here:`,
		said: {
			comment: said('says '),
			answer: said('answers the comment '),
			reopening: said('opens the comment again '),
		},
		about: (what, quoted) => `about ${what} “${quoted}”`,
		aboutWords: (what, quoted) => `about the words “${quoted}” in ${what}`,
		aboutWhole: 'about the whole text',
		more: (count) => `And ${formatNumber('en', count)} more. Read them on the page.`,
		doNotReply: 'A reply to this e-mail never becomes a comment. Reply on the page instead.',
	},
	events: {
		commentMade: 'A comment was made',
		commentRepliedTo: 'Somebody replied to a comment',
		commentChanged: 'A comment was reworded',
		commentWithdrawn: 'A comment was taken back',
		commentResolved: 'A comment was answered',
		commentReopened: 'A comment was opened again',
		commentHidden: 'The chair hid something that was said, or showed it again',
		commentAgreedWith: 'An association agreed with a comment, or took that back',
		answersRead: 'An association read the answers to its comments',
	},
}
