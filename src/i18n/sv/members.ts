export const members = {
	roles: {
		chair: 'Ordförande',
		secretary: 'Handläggare',
		delegate: 'Ordinarie',
		deputy: 'Ersättare',
		contributor: 'Medarbetare',
		operator: 'Driftansvarig',
	},
	/** Used where the role stands in a sentence. */
	rolesInText: {
		chair: 'ordförande',
		secretary: 'handläggare',
		delegate: 'ordinarie',
		deputy: 'ersättare',
		contributor: 'medarbetare',
		operator: 'driftansvarig',
	},
	association: 'Förening',
	associations: 'Föreningar',
	area: 'Område',
}
