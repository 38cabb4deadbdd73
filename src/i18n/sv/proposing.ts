import { formatCount, formatNumber } from '#i18n/format.ts'

export const proposing = {
	title: 'Föreslå ändringar i texten',
	lead: 'Skriv om texten som ni vill ha den. Texten själv ändras inte: det ni ändrar blir yrkanden som de andra kan läsa.',
	text: 'Texten som ni vill ha den',
	textHint: 'Ändra, stryk och lägg till. Det ni inte ändrar blir kvar som det är.',
	review: 'Granska ändringarna',
	check: (count: number) => (count === 1 ? 'En ändring' : `${formatNumber('sv', count)} ändringar`),
	checkHint: (count: number): string =>
		count === 1
			? 'Den blir ett yrkande. Skriv varför ni vill ha ändringen.'
			: 'Varje ändring blir ett yrkande för sig, så att de kan avgöras var för sig. Skriv varför ni vill ha dem.',
	change: (number: number) => `Ändring ${formatNumber('sv', number)}`,
	reason: (number: number) => `Varför ändring ${formatNumber('sv', number)}? En rad räcker`,
	nothing: 'Ni har inte ändrat något i texten.',
	putForwardMeans: 'Då ser alla i samverkan dem, och ordföranden får ett mejl.',
	writeOn: 'Skriv vidare i texten',
	putForward: (count: number) =>
		count === 1 ? 'Lägg fram yrkandet' : `Lägg fram ${formatNumber('sv', count)} yrkanden`,
	fromComment: 'Gör ett yrkande av det här',
	comment: (who: string) => `Synpunkten från ${who}`,
	reasonOf: (who: string) => `Synpunkt från ${who}`,
	toComment: 'Läs synpunkten och svaren på den',
	cameOf: 'Yrkandet kom av en synpunkt',
	became: 'Yrkanden som kom av synpunkten',
	done: {
		made: (count: number) =>
			count === 1
				? 'Yrkandet är framlagt. Alla i samverkan kan läsa det, och ordföranden får ett mejl.'
				: `${formatCount('sv', count, 'yrkande', 'yrkanden')} är framlagda. Alla i samverkan kan läsa dem, och ordföranden får ett mejl.`,
		prepared: (count: number) =>
			count === 1
				? 'Yrkandet väntar på er ordinarie, som får ett mejl.'
				: `${formatCount('sv', count, 'yrkande', 'yrkanden')} väntar på er ordinarie, som får ett mejl.`,
	},
}
