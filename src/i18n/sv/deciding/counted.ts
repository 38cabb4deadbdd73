import { formatNumber, plural } from '#i18n/format.ts'

/** What is said of votes wherever they are shown, on public pages too. */
export const counted = {
	choices: { yes: 'Ja', no: 'Nej', abstain: 'Avstår' },
	notVoted: 'Har inte röstat',
	outcomes: { adopted: 'Bifall', rejected: 'Avslag', noQuorum: 'Inte beslutsför' },
	reservation: 'Reservation',
	separateOpinion: 'Särskilt yttrande',
	bars: {
		choice: 'Svar',
		count: 'Antal',
		share: 'Andel',
		majority: (needed: number) => `Det behövs ${formatNumber('sv', needed)} ja för bifall`,
		described: (yes: number, no: number, abstain: number, notVoted: number, total: number) =>
			`${formatNumber('sv', yes)} ja, ${formatNumber('sv', no)} nej, ${formatNumber('sv', abstain)} avstår och ${formatNumber('sv', notVoted)} har inte röstat, av ${formatNumber('sv', total)} ${plural('sv', total, 'förening', 'föreningar')}.`,
	},
}
