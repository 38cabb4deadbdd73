export const inquiry = {
	inquiry: 'Remiss',
	inquiries: 'Remisser',
	statuses: {
		received: 'Inkommen',
		accepted: 'Ska besvaras',
		answered: 'Besvarad',
		declined: 'Besvaras inte',
	},
	tracks: { full: 'Fullt arbete', light: 'Snabbt utskick' },
	fields: {
		title: 'Rubrik',
		sender: 'Avsändare',
		theirReference: 'Ert diarienummer',
		ourReference: 'Vårt diarienummer',
		dueOn: 'Svarsdatum',
		extendedDueOn: 'Förlängd svarstid',
		coverLetter: 'Missiv',
		addresses: 'Adresser för svaret',
		documents: 'Handlingar',
	},
}
