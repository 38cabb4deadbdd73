import type { common as swedish } from '#i18n/sv/common.ts'

export const common: typeof swedish = {
	product: 'Samsvar',
	yes: 'Yes',
	no: 'No',
	optional: 'optional',
	verbs: {
		save: 'Save',
		saveDraft: 'Save draft',
		cancel: 'Cancel',
		back: 'Back',
		next: 'Continue',
		change: 'Change',
		remove: 'Remove',
		add: 'Add',
		send: 'Send',
		show: 'Show',
		search: 'Search',
		download: 'Download',
		undo: 'Undo',
	},
	languages: { sv: 'Svenska', en: 'English' },
}
