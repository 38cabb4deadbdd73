import { formatCount, formatDate, formatNumber } from '#i18n/format.ts'

/** What came of a position, as a word beside it. */
const names = {
	heeded: 'Fick gehör',
	partly: 'Fick delvis gehör',
	rejected: 'Fick inte gehör',
	unanswered: 'Togs inte upp',
}
type Outcome = keyof typeof names

/** What an outcome is read in. */
const kinds = {
	report: 'Redogörelse',
	bill: 'Proposition',
	decision: 'Beslut',
	other: 'Annat dokument',
}

/** What came of published positions: on members' pages, in the ledger that everybody reads, and in mails. */
export const outcomes = {
	names,
	none: 'Inget är känt än',
	kinds,
	title: 'Vad blev det?',
	lead: 'När myndigheten eller regeringen har svarat: skriv in dokumentet och vad det säger om var och en av era ståndpunkter. Alla som läser svaret ser det, och föreningarna får veta.',
	noPositions: 'Svaret har inga numrerade ståndpunkter',
	noPositionsWhat: 'Bara numrerade ståndpunkter följs upp.',
	soFar: 'Hittills',
	nothingYet: 'Inget är noterat än.',
	position: 'Ståndpunkt',
	outcome: 'Vad det blev',
	where: 'Var det står',
	record: 'Notera vad ett dokument säger',
	correct: (title: string) => `Rätta vad som är noterat ur ”${title}”`,
	correctThis: 'Rätta',
	correctWhat:
		'Det du sparar gäller i stället för det som var noterat ur dokumentet. Ta bort alla svar om det var fel dokument. Historiken visar båda.',
	recordAnother: 'Notera ett annat dokument',
	kind: 'Vad är det för dokument?',
	documentTitle: 'Dokumentets namn',
	documentTitleHint: 'Till exempel: Prop. 2023/24:45 En god vård',
	url: 'Länk till dokumentet',
	urlHint: 'Hela adressen, som https://www.regeringen.se/…',
	datedOn: 'Dokumentets datum',
	each: 'Vad säger det om ståndpunkterna?',
	notInIt: 'Hoppa över',
	page: (number: number) => `Sida om ståndpunkt ${number}`,
	pageHint: 'Till exempel 12 eller 12–14',
	note: (number: number) => `Anteckning om ståndpunkt ${number}`,
	more: (number: number) => `Mer om ${number}`,
	save: 'Spara',
	expect: 'När väntas nästa besked?',
	expectWhat: 'Den dagen påminns ordföranden och handläggaren om att titta efter. Lämna dagen tom om inget väntas.',
	expected: 'Vad som väntas',
	expectedHint: 'Till exempel: propositionen',
	expectedOn: 'Vilken dag',
	expectSave: 'Spara dagen',
	awaits: (what: string, on: string) => `${what} väntas den ${formatDate('sv', on)}.`,
	hint: 'Ange när ett besked väntas, så påminns ni om att följa upp.',
	done: {
		recorded: 'Det är noterat. Föreningarna får veta.',
		corrected: 'Det är rättat.',
		expected: 'Dagen är sparad.',
	},
	document: (kind: string, datedOn: string) => `${kind}, ${formatDate('sv', datedOn)}`,
	onPage: (page: string) => `s. ${page}`,
	cameOf: 'Vad det blev av',
	cameOfWhat:
		'Vad myndigheten eller regeringen har gjort av ståndpunkterna, så som samverkans ordförande eller handläggare har läst dokumenten. Slå gärna upp dem.',
	positionOf: (label: string, number: number) => `${label}, ståndpunkt ${number}`,
	ledger: {
		title: 'Vad det blev av våra ståndpunkter',
		link: 'Se vad det blev av ståndpunkterna',
		lead: (total: number, known: number) => {
			const all = formatCount('sv', total, 'publicerad ståndpunkt', 'publicerade ståndpunkter')
			return known === 0
				? `${all}. Än är inget känt om vad det blev.`
				: `${all}. Om ${formatNumber('sv', known)} är det känt vad det blev, så som ordföranden eller handläggaren har läst dokumenten.`
		},
		empty: 'Inga ståndpunkter är publicerade än',
		emptyWhat: 'När ett svar är publicerat står dess numrerade ståndpunkter här, med vad det blev av dem.',
		notFound: 'Ingen ståndpunkt stämmer med det',
		tryAgain: 'Välj ett annat år, eller alla.',
		picture: 'Vad det blev av ståndpunkterna, år för år',
		described: (year: number, total: number, parts: string) =>
			`${year}: ${formatCount('sv', total, 'ståndpunkt', 'ståndpunkter')}, ${parts}.`,
		part: (name: string, count: number) => `${name.toLocaleLowerCase('sv')}: ${count}`,
		year: 'År',
		all: 'Alla',
		filter: 'Visa',
		allYears: 'Alla år',
		anyOutcome: 'Oavsett vad det blev',
		list: 'Ståndpunkterna',
	},
	mail: {
		subject: (title: string) => `Vad det blev: ${title}`,
		firstLine: (title: string, label: string) => `Nu är det känt vad det blev av ståndpunkter i ”${title}” (${label}).`,
		line: (number: number, outcome: Outcome) => `Ståndpunkt ${number}: ${names[outcome].toLocaleLowerCase('sv')}.`,
		more: (count: number) =>
			`Och ${formatCount('sv', count, 'ståndpunkt', 'ståndpunkter')} till. Alla står på svarets sida.`,
	},
}
