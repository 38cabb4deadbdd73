import { formatCount, formatList } from '#i18n/format.ts'

export const likenesses = {
	title: 'Jämför med det ni har beslutat',
	lead: 'Varje ståndpunkt i texten jämförs med dem som ni har beslutat om förut. Det är en jämförelse av ord och inget omdöme: två kan mena olika saker med samma ord, och samma sak med olika.',
	none: 'Ingen ståndpunkt i texten liknar någon som ni har beslutat om',
	saved: (count: number) =>
		`${formatCount('sv', count, 'ståndpunkt', 'ståndpunkter')} i texten har ungefär samma ord som något ni har beslutat om, eller motsatsen.`,
	kinds: {
		repeats: 'Samma ord',
		contradicts: 'Samma ord, men motsatsen',
		alike: 'Samma ord, men med andra nekande ord',
	},
	beside: {
		repeats: (source: string) => `Upprepar ${source}`,
		contradicts: (source: string) => `Säger emot ${source}`,
		alike: (source: string) => `Liknar ${source}, men med andra nekande ord`,
	},
	here: 'I den här texten',
	adopted: 'Beslutat förut',
	shared: (words: readonly string[]) => `Gemensamma ord: ${formatList('sv', words)}.`,
	opposed: (words: readonly string[]) => `Motsatser: ${formatList('sv', words)}.`,
	negations: (words: readonly string[]) => `Nekande ord: ${formatList('sv', words)}.`,
	compare: 'Jämför',
	mean: 'Det är meningen',
	isMeant: 'Någon som skriver i texten har sagt att likheten är meningen. Varningen visas inte medan orden står kvar.',
	tellAgain: 'Visa varningen igen',
	ofPosition: (number: number) => `om ståndpunkt ${number}`,
	editor: {
		compare: 'Jämför',
		mean: 'Det är meningen',
		meant: 'Varningen visas inte mer för de här orden.',
		here: 'I den här texten',
		some: 'Liknar beslutade',
		close: 'Stäng',
		failed: 'Det gick inte att spara. Försök igen.',
	},
	done: {
		meant: 'Varningen visas inte mer för de här orden.',
		told: 'Varningen visas igen.',
	},
}
