import { formatCount, formatNumber } from '#i18n/format.ts'

const statements = (count: number) => formatCount('sv', count, 'svar', 'svar')

export const archive = {
	title: 'Alla svar',
	link: (count: number) => `Sök och bläddra bland alla svar (${formatNumber('sv', count)})`,
	description: (name: string) => `Sök bland allt som ${name} har publicerat: efter ord, år och vem som frågade.`,
	search: 'Ord',
	searchHint: 'I alla böjningar, även inne i längre ord. Ord som hör ihop: ”inom citattecken”.',
	authority: 'Vem som frågade',
	anyAuthority: 'Alla',
	inquiry: 'Remiss',
	inquiryHint: 'En del av namnet eller diarienumret.',
	language: 'Språk',
	anyLanguage: 'Alla språk',
	show: 'Visa',
	counted: (name: string, count: number) => `${name} (${formatNumber('sv', count)})`,
	shown: statements,
	found: (count: number, words: string) => `${formatCount('sv', count, 'träff', 'träffar')} på ”${words}”`,
	order: 'Först de svar som har orden i rubriken, sedan de som har dem i en ståndpunkt. De nyaste först.',
	list: 'Svaren',
	none: 'Inget svar stämmer med det du valde',
	notFound: (words: string) => `Inget svar innehåller ”${words}”`,
	tryAgain: 'Pröva färre ord, eller välj bort något.',
	showAll: 'Visa alla svar',
	years: 'År',
	anyYear: 'Alla år',
	answers: 'Svar till',
	position: (number: number) => `Ståndpunkt ${number}`,
}
