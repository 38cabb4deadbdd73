export const signoff = {
	statuses: {
		signed: 'Står bakom',
		declined: 'Står inte bakom',
		waiting: 'Har inte svarat än',
		silent: 'Svarade inte',
	},
	signOff: (association: string) => `${association} står bakom texten`,
	decline: (association: string) => `${association} står inte bakom texten`,
	signatory: 'Firmatecknare',
}
