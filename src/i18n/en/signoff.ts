import type { signoff as swedish } from '#i18n/sv/signoff.ts'

export const signoff: typeof swedish = {
	statuses: {
		signed: 'Stands behind',
		declined: 'Does not stand behind',
		waiting: 'Has not answered yet',
		silent: 'Did not answer',
	},
	signOff: (association) => `${association} stands behind the text`,
	decline: (association) => `${association} does not stand behind the text`,
	signatory: 'Signatory',
}
