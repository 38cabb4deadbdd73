import type { UnsavedWords } from '#i18n/sv/unsaved.ts'

export const unsaved: UnsavedWords = {
	title: 'This did not come in',
	why: 'You wrote it in the text, but it was not saved in time. It is only in this browser.',
	open: 'Open the text and put it back',
	copy: 'Copy',
	copied: 'Copied.',
	notCopied: 'It could not be copied from here. Select the words and copy them.',
	comment: 'Make a comment of it',
	drop: { ask: 'Throw it away', confirm: 'Yes, throw it away' },
	sure: 'It cannot be had back.',
	keep: 'Keep it',
	dropped: 'It has been thrown away.',
}
