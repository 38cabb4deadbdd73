import type { common as swedish } from '#i18n/sv/common.ts'

export const common: typeof swedish = {
	product: 'Samsvar',
	verbs: {
		save: 'Save',
		cancel: 'Cancel',
		change: 'Change',
		add: 'Add',
	},
	languages: { sv: 'Svenska', en: 'English' },
}
