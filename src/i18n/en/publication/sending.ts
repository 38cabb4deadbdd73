import type { AnswerFormat } from '#domain/inquiry/inquiry.ts'
import { formatDate, formatList } from '#i18n/format.ts'
import type { sending as swedish } from '#i18n/sv/publication/sending.ts'

const formats: Readonly<Record<AnswerFormat, string>> = {
	docx: 'A file that can be edited (Word)',
	pdf: 'A PDF file',
	'accessible-pdf': 'An accessible PDF file',
	paper: 'A copy on paper',
}

export const sending: typeof swedish = {
	title: 'Send the answer to its addressee',
	otherwise: 'Note that the answer was sent in another way',
	demands: 'What is asked of the answer',
	demand: 'Asked for',
	state: 'As it is',
	met: 'Met',
	unmet: 'Not met',
	formats,
	formatMet: 'Is enclosed.',
	paper: 'Is not sent from here. Print the PDF file and post it.',
	names: (coalition) => `${coalition} in the files’ names`,
	namesUnmet:
		'The files have the name that you had when the answer was published. Say in the letter what you are called now.',
	references: 'The reference in the subject line',
	referencesUnmet: (missing) => `The subject line lacks ${formatList('en', missing)}.`,
	inSubject: (coalition) => `${coalition} in the subject line`,
	inSubjectUnmet: 'Write your name in the subject line.',
	to: (asked) => `Sent to: ${asked}`,
	copy: (asked) => `Copied to: ${asked}`,
	addressMissing: (missing) => `Not among the addressees: ${formatList('en', missing)}.`,
	addressUnknown: 'No e-mail address is given there. Fill it in.',
	inTime: (date) => `By ${formatDate('en', date)}`,
	daysLeft: (days) => (days === 0 ? 'Today is the last day.' : days === 1 ? 'One day left.' : `${days} days left.`),
	closed: (last) =>
		last === null
			? 'The last day is a day off, and no working day is left.'
			: `The last day is a day off. The last working day is ${formatDate('en', last)}.`,
	passed: 'The last day has passed. Ask the addressee whether the answer is taken all the same.',
	letter: 'The letter',
	fieldTo: 'To',
	fieldToHint: 'One e-mail address on each line',
	fieldCopyTo: 'Copy to',
	subject: 'Subject',
	cover: 'Covering letter',
	review: 'Check it',
	reviewTitle: 'This is sent',
	reviewLead: 'Read it through. What was sent cannot be taken back.',
	files: 'Files',
	file: (name, size) => `${name} (${size})`,
	replies: 'Replies to the letter',
	repliesTo: 'Come to the address that Samsvar sends from. Say in the letter where you can be answered.',
	sendNow: 'Send now',
	change: 'Change',
	download: 'Download the pack',
	downloadHint: 'Both files and the proposed covering letter, for whoever wants to send it themselves.',
	coverFile: 'covering letter.txt',
	again: 'The answer is to be sent once more',
	reason: 'Why it is sent once more',
	sent: 'How the answer was sent',
	sentBy: 'Sent',
	outcome: 'What became of it',
	outcomes: {
		taken: () => 'Handed over to the mail server.',
		refused: (said) =>
			`Reached nobody. The mail server refused ${/@/.test(said) ? said : `the letter (${said})`}. Put it right and send it again.`,
		changed: () => 'Was not sent. The files are no longer those that were checked. Check them and send it again.',
		givenUp: () => 'Was not sent. The mail server did not answer for a week. Send it again or in another way.',
	},
	waiting: 'On its way. The mail server has not taken it yet. We try for a week.',
	done: 'The answer is being sent.',
	proposedSubject: ({ references, coalition, inquiry, title }) =>
		`${references === '' ? '' : `${references} – `}${coalition}: ${inquiry === null ? title : `response to the inquiry ${inquiry}`}`,
	proposedCover: ({ coalition, label, inquiry, title, references, address }) =>
		[
			'Hello,',
			inquiry === null
				? `Here is ${title} from ${coalition}.`
				: `Here is the response of ${coalition} to the inquiry ${inquiry}${references === '' ? '' : ` (${references})`}.`,
			`It has the number ${label} and is enclosed as a Word file, which can be edited, and as an accessible PDF file. It is published at ${address}`,
			'Please confirm that you have received it.',
			`Yours sincerely\n${coalition}`,
		].join('\n\n'),
}
