import type { stances as swedish } from '#i18n/sv/stances.ts'

export const stances: typeof swedish = {
	names: {
		support: 'Supports',
		supportWithChanges: 'Supports with changes',
		partial: 'Supports in part',
		oppose: 'Opposes',
		abstain: 'Abstains',
		noComment: 'No comments',
	},
}
