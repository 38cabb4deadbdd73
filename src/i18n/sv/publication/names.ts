/** What things are called on public pages as well as in the rooms that deal with them. */

export const association = 'Förening'

export const statementKinds = { response: 'Remissvar', letter: 'Skrivelse' }

export const stanceNames = {
	support: 'Tillstyrker',
	supportWithChanges: 'Tillstyrker med ändringar',
	partial: 'Tillstyrker delvis',
	oppose: 'Avstyrker',
	abstain: 'Avstår',
	noComment: 'Inga synpunkter',
}

export const signoffStatuses = {
	signed: 'Står bakom',
	declined: 'Står inte bakom',
	waiting: 'Har inte svarat än',
	silent: 'Svarade inte',
}
