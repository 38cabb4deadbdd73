import { formatNumber, plural } from '#i18n/format.ts'

export const ballot = {
	choices: { yes: 'Ja', no: 'Nej', abstain: 'Avstår' },
	/** The label of a button: who votes, and how. */
	votes: {
		yes: (association: string) => `${association} röstar ja`,
		no: (association: string) => `${association} röstar nej`,
		abstain: (association: string) => `${association} avstår`,
	},
	yourVoteNow: 'Er röst just nu',
	notVoted: 'Har inte röstat',
	outcomes: { adopted: 'Bifall', rejected: 'Avslag', noQuorum: 'Inte beslutsför' },
	castVote: 'Lägg din röst',
	reservation: 'Reservation',
	separateOpinion: 'Särskilt yttrande',
	quorum: 'Beslutsför',
	recusal: 'Jäv',
	writtenProcedure: 'Per capsulam',
	silenceIsConsent: 'Den som inte svarar har inget att invända',
	bars: {
		choice: 'Svar',
		count: 'Antal',
		share: 'Andel',
		majority: (needed: number) => `Det behövs ${formatNumber('sv', needed)} ja för bifall`,
		described: (yes: number, no: number, abstain: number, notVoted: number, total: number) =>
			`${formatNumber('sv', yes)} ja, ${formatNumber('sv', no)} nej, ${formatNumber('sv', abstain)} avstår och ${formatNumber('sv', notVoted)} har inte röstat, av ${formatNumber('sv', total)} ${plural('sv', total, 'förening', 'föreningar')}.`,
	},
}
