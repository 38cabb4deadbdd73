import type * as swedish from '#i18n/sv/publication/names.ts'

export const association = 'Association'

export const statementKinds: typeof swedish.statementKinds = { response: 'Response', letter: 'Letter' }

export const stanceNames: typeof swedish.stanceNames = {
	support: 'Supports',
	supportWithChanges: 'Supports with changes',
	partial: 'Supports in part',
	oppose: 'Opposes',
	abstain: 'Abstains',
	noComment: 'No comments',
}

export const signoffStatuses: typeof swedish.signoffStatuses = {
	signed: 'Stands behind',
	declined: 'Does not stand behind',
	waiting: 'Has not answered yet',
	silent: 'Did not answer',
}
