import { formatCount, formatList } from '#i18n/format.ts'

export const likenesses = {
	title: 'Jämför med det ni har beslutat',
	lead: 'Varje ståndpunkt i texten jämförs med dem som ni har beslutat om förut. Det är en jämförelse av ord och inget omdöme: två kan mena olika saker med samma ord, och samma sak med olika.',
	none: 'Ingen ståndpunkt i texten liknar någon som ni har beslutat om',
	saved: (count: number) =>
		`${formatCount('sv', count, 'ståndpunkt', 'ståndpunkter')} i texten har ungefär samma ord som något ni har beslutat om, eller motsatsen.`,
	kinds: { repeats: 'Samma ord', contradicts: 'Samma ord, men motsatsen' },
	here: 'I den här texten',
	adopted: 'Beslutat förut',
	shared: (words: readonly string[]) => `Gemensamma ord: ${formatList('sv', words)}.`,
	opposed: (words: readonly string[]) => `Motsatser: ${formatList('sv', words)}.`,
}
