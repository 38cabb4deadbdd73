import type { FileGap } from '#domain/inquiry/file.ts'
import type { WayIn } from '#domain/inquiry/notice.ts'
import { formatCount, formatDateTime, formatNumber } from '#i18n/format.ts'
import type { notices as swedish } from '#i18n/sv/inquiry/notices.ts'

const size = (bytes: number) =>
	bytes < 1024 * 1024
		? `${formatNumber('en', Math.max(1, Math.round(bytes / 1024)))}\u00a0kB`
		: `${formatNumber('en', Math.round((bytes / 1024 / 1024) * 10) / 10)}\u00a0MB`

const gaps: Readonly<Record<FileGap, string>> = {
	noText: 'The file has no text that can be read. It is probably a picture of paper. Fill in the facts yourself.',
	onlyBeginning: 'The file is long. Only its beginning was read.',
	locked: 'The file is locked, so its text cannot be read here. Fill in the facts yourself.',
	notRead:
		'The file is too large or too unusual to be read here, or came with several large ones at once. Fill in the facts yourself.',
}

const ways: Readonly<Record<WayIn, string>> = {
	paste: 'Pasted',
	file: 'Uploaded',
	mail: 'Mailed',
	unprovenMail: 'Mailed, but its sender is not confirmed',
	api: 'From another program',
}

export const notices: typeof swedish = {
	title: 'Take in an inquiry',
	lead: 'Put in the letter you were sent. Samsvar proposes the facts, and you check them on the next page.',
	pasteTitle: 'Paste the text',
	paste: 'The text of the letter or mail',
	pasteHint: 'Take all of it, also heading, date and addresses.',
	pasteNow: 'Read the text',
	uploadTitle: 'Or upload a file',
	upload: 'Choose one or more files',
	uploadHint: 'PDF, Word (.docx) or text (.txt, .md). At most 10 MB each.',
	uploadNow: 'Upload and read',
	noFiles: 'There is no place for files here. Paste the text instead.',
	mailTitle: 'Or mail it',
	mail: (address) =>
		`Forward the mail, with its attachments, to ${address}. It must come from your own address. It then waits for you here.`,
	byHandTitle: 'Or fill it in yourself',
	byHand: 'Fill in the facts by hand',
	waiting: 'Waiting to be checked',
	checkThis: 'Check',
	cameIn: (how, at) => `${ways[how]} ${formatDateTime('en', at)}`,

	checkTitle: 'Is this right?',
	checkLead: 'The facts were read in the letter. Under each stand the words it was read from.',
	nothingRead: 'Nothing could be read in the letter. Fill in what you know.',
	readFrom: 'Read from:',
	more: (count) => `and ${formatNumber('en', count)} more`,
	unproven:
		'The letter says that it comes from you, but anybody can have written that address. Ask whoever it names as its sender, or put it aside.',
	notStated: 'Not stated in the letter.',
	choose: 'On which day must the statement be there?',
	chooseHint: 'Read the letter and choose the right one.',
	other: 'Another day',
	none: 'No day is set',
	otherDate: 'Which day?',
	otherDateHint: 'Fill in only if you chose “Another day”.',
	confirm: 'This is right, add the inquiry',
	discard: 'This is no inquiry',
	letter: 'The letter',
	letterHint: 'The words that the facts were read from are marked.',
	asideHint: 'Below the line ⸻ stands what was written by whoever sent the letter on. Nothing was read from that.',
	cover: 'Text',
	leftOut: 'This was not taken',
	handled: 'This has been checked already and is among the inquiries.',
	toInquiry: 'To the inquiry',

	discardTitle: 'Put the letter aside?',
	discardMeans:
		'The letter and its files disappear from the pages. This cannot be undone. The history says that they came in.',
	discardNow: 'Put aside',

	files: 'Files',
	noFilesYet: 'No files have been added.',
	attach: 'Add a file',
	attachHint: 'PDF, Word (.docx) or text (.txt, .md), at most 10 MB. All members can fetch it.',
	attachNow: 'Add the file',
	remove: (name) => `Remove ${name}`,
	removeShort: 'Remove',
	removeTitle: 'Remove the file?',
	removeMeans: (name) =>
		`${name} disappears from the inquiry. This cannot be undone. The history says that it was there.`,
	removeNow: 'Remove the file',
	size,
	gaps,
	showLetter: 'Show the text of the letter',
	done: {
		attached: 'The file has been added.',
		removed: 'The file has been removed.',
		discarded: 'The letter has been put aside.',
	},
	rejected: {
		notFromHere: "Mail is taken here only from the chair's or the secretary's own address.",
		tooLarge: 'The mail is too large. Put the letter in on the web site.',
		tooMany: 'Too many mails have come. Try again in an hour.',
		tooManyUnproven:
			'Too many mails have come today that nothing shows to be from this address. Put the letter in on the web site.',
		forged: "The mail is not from whom it says, according to the sender's own domain.",
		nothing: 'The mail has neither text nor a file that can be read.',
		later: 'Try again in a while.',
	},
	count: (waiting) => `${formatCount('en', waiting, 'letter waits', 'letters wait')} to be checked.`,
}
