import type { inquiry as swedish } from '#i18n/sv/inquiry.ts'

export const inquiry: typeof swedish = {
	inquiry: 'Inquiry',
	inquiries: 'Inquiries',
	statuses: {
		received: 'Received',
		accepted: 'To be answered',
		answered: 'Answered',
		declined: 'Not answered',
	},
	tracks: { full: 'Full process', light: 'Quick round' },
	fields: {
		title: 'Title',
		sender: 'Sender',
		theirReference: 'Your reference',
		ourReference: 'Our reference',
		dueOn: 'Due date',
		extendedDueOn: 'Extended due date',
		coverLetter: 'Cover letter',
		addresses: 'Addresses for the answer',
		documents: 'Documents',
	},
}
