import { formatCount } from '#i18n/format.ts'

export const positions = {
	bank: 'Ståndpunktsbanken',
	lead: (total: number) =>
		`${formatCount('sv', total, 'ståndpunkt', 'ståndpunkter')} som ni har beslutat om och publicerat. Använd dem igen, så säger ni samma sak varje gång.`,
	empty: 'Banken är tom än',
	emptyWhat: 'När ni publicerar ett svar läggs dess numrerade ståndpunkter här, färdiga att använda i nästa.',
	searchFor: 'Sök bland ståndpunkterna',
	searchHint: 'Ett eller flera ord. Även böjda former och delar av ord hittas.',
	search: 'Sök',
	found: (count: number, search: string, more: boolean) =>
		`${more ? 'Fler än ' : ''}${formatCount('sv', count, 'träff', 'träffar')} på ”${search}”`,
	notFound: (search: string) => `Ingen ståndpunkt innehåller ”${search}”`,
	tryAgain: 'Pröva ett annat ord, eller färre.',
	showAll: 'Visa alla',
	more: 'Bara de senaste visas. Sök, så hittar du de äldre.',
	source: (label: string, number: number) => `${label}, ståndpunkt ${number}`,
	signedBy: (count: number) => `${formatCount('sv', count, 'förening', 'föreningar')} skrev under`,
	usedIn: (count: number) =>
		count === 0
			? 'Inte hämtad till något annat svar'
			: `Hämtad till ${formatCount('sv', count, 'annat svar', 'andra svar')}`,
	insertTitle: 'Hämta ur ståndpunktsbanken',
	insertWhat: 'Ståndpunkten läggs in med sina underpunkter. Sedan kan du ändra i den. Texten visar varifrån den kom.',
	insert: 'Lägg in i texten',
	inText: 'Finns redan i texten',
	from: (source: string) => `Ur ${source}`,
	changed: 'ändrad sedan dess',
}
