export const stances = {
	names: {
		support: 'Tillstyrker',
		supportWithChanges: 'Tillstyrker med ändringar',
		partial: 'Tillstyrker delvis',
		oppose: 'Avstyrker',
		abstain: 'Avstår',
		noComment: 'Inga synpunkter',
	},
}
