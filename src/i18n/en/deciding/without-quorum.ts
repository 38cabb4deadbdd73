import { formatCount } from '#i18n/format.ts'
import type { withoutQuorum as swedish } from '#i18n/sv/deciding/without-quorum.ts'

export const withoutQuorum: typeof swedish = {
	choose: 'Now the chair does one of three: extend the ballot, hold it again, or take the text back.',
	extend: 'Extend the ballot',
	extensionMeans:
		'The same ballot goes on. The votes there are stand, and can be changed. Every association gets an e-mail. It can be extended twice at most.',
	extendNow: 'Extend',
	holdAgain: 'Hold the ballot again',
	repetitionMeans:
		'A new ballot on the same text, by the rules that hold now. Everyone votes anew. The former stays in the history.',
	holdAgainNow: 'Open the ballot again',
	referralMeans: 'The text can be rewritten, and then be put to the vote anew.',
	extended: (times: number, until: string) =>
		`Too few had voted. So the ballot has been extended ${formatCount('en', times, 'time', 'times')}, and is now open until ${until}. Associations that have voted can change their votes.`,
	isExtended: 'The ballot is extended',
	extendedNext: (when: string) =>
		`Every association gets an e-mail. They can vote, or change their vote, until ${when}.`,
	stayHidden:
		'Where too few vote, the votes are neither shown nor counted. Only the association itself sees how it voted.',
}
