import type { drafting as swedish } from '#i18n/sv/drafting.ts'

export const drafting: typeof swedish = {
	stages: {
		drafting: 'Draft',
		consulting: 'Consultation',
		deciding: 'Decision',
		signing: 'Sign-off',
		published: 'Published',
	},
	workspace: 'Workspace',
	withdrawn: 'Withdrawn',
	statementKinds: { response: 'Response', letter: 'Letter' },
	blockKinds: {
		heading: 'Heading',
		paragraph: 'Paragraph',
		quote: 'Quote',
		list: 'List',
		position: 'Position',
		subPoint: 'Sub-point',
		footnote: 'Footnote',
		signature: 'Signature',
		memberList: 'Member associations',
		table: 'Table',
	},
	tabs: {
		text: 'Text',
		comments: 'Comments',
		amendments: 'Amendments',
		stances: 'Stances',
		ballot: 'Ballot',
		signoffs: 'Sign-offs',
		history: 'History',
	},
	position: 'Position',
	positions: 'Positions',
	amendment: 'Amendment',
}
