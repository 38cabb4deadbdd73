import type { Messages } from '#i18n/sv.ts'

export const letter: Messages['letter'] = {
	date: 'Date',
	ownReference: 'Our reference',
	theirReference: 'Your reference',
	to: 'To',
	about: 'Response to',
	area: 'Works with',
	position: 'Position',
	differing: 'What they think',
	stancesCaption: 'Associations that do not wholly support a position. The others that have answered do',
	published: (label: string) => `Published as ${label} at `,
	hash: (hash: string) => `. There anyone can check that nothing has changed. Hash of the decision (SHA-256): ${hash}`,
	draft: 'Draft',
	draftOf: (date: string) => `Draft ${date}, not decided`,
	draftEnd: 'This is a draft. The associations have not decided on the text, and it may change.',
	state: 'State',
	words: {
		notes: 'Notes',
		note: (number: number) => `Note ${number}`,
		backToText: 'Back to the text',
		page: (number: number, of: number) => `Page ${number} of ${of}`,
	},
}
