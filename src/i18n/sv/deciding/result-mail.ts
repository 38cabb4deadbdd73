import { formatNumber } from '#i18n/format.ts'

type Result = 'adopted' | 'rejected' | 'noQuorum'

/** The letter that tells what a ballot came to. */
export const result = {
	subjects: {
		adopted: (title: string) => `Antagen: ${title}`,
		rejected: (title: string) => `Inte antagen: ${title}`,
		noQuorum: (title: string) => `Inte antagen: ${title}`,
	},
	firstLine: (title: string, what: string) => `Omröstningen om ”${title}” är över. ${what} Se hur det gick:`,
	full: {
		adopted: 'Texten antogs.',
		rejected: 'Texten antogs inte.',
		noQuorum: 'För få röstade, så texten antogs inte.',
	} satisfies Record<Result, string>,
	light: {
		adopted: 'Ingen invände, så texten antogs.',
		rejected: 'Det kom en invändning, så texten antogs inte.',
		noQuorum: 'Alla hade inte någon som kunde invända, så texten antogs inte.',
	} satisfies Record<Result, string>,
	counted: ({ yes, no, abstain, silent }: { yes: number; no: number; abstain: number; silent: number }) =>
		`Ja: ${formatNumber('sv', yes)}. Nej: ${formatNumber('sv', no)}. Avstod: ${formatNumber('sv', abstain)}. Röstade inte: ${formatNumber('sv', silent)}.`,
	next: {
		signed:
			'Er förening röstade ja och skrev under på samma gång, och behöver inte göra något mer. Nu skriver de andra föreningarna under. Sedan publicerar ordföranden texten.',
		signing: 'Nu skriver föreningarna under. Sedan går texten att publicera.',
		light: 'Ni behöver inte göra något mer. Sedan publicerar ordföranden texten.',
		lightOfficers: 'Sedan går texten att publicera.',
		stopped: 'Texten publiceras inte som den är. Ordföranden kan ta tillbaka den, så att den prövas på nytt.',
		tooFew: 'Nu avgör ordföranden hur det går vidare: omröstningen kan hållas igen, eller texten tas tillbaka.',
		voided: 'Sedan dess är texten tillbakatagen.',
	},
}
