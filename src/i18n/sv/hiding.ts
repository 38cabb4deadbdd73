import { formatCount, formatDateTime, formatNumber } from '#i18n/format.ts'

export const hiding = {
	/** `by`: the chair’s name; empty when the person was erased. */
	hidden: (by: string, at: number) =>
		`Ordföranden${by === '' ? '' : `, ${by},`} dolde det här ${formatDateTime('sv', at)}. Skälet:`,
	wasHidden: (by: string, at: number, shownAt: number) =>
		`Ordföranden${by === '' ? '' : `, ${by},`} dolde det här ${formatDateTime('sv', at)}. Det visas igen sedan ${formatDateTime('sv', shownAt)}. Skälet då:`,
	onlyYou:
		'Orden läses nu bara av den som skrev, av ordinarie och ersättare i den föreningen och i dem som instämmer, och av ordföranden och sekreteraren.',
	title: 'Dölj det som sades',
	hide: 'Dölj',
	show: 'Visa igen',
	submit: 'Dölj för andra',
	reason: 'Varför?',
	reasonHint: 'Skälet läses av alla i samverkan. Upprepa inte det som ska döljas.',
	means:
		'Alla i samverkan ser att det är dolt, av vem, när och varför. Den som skrev, ordinarie och ersättare i den föreningen och i dem som instämmer, och sekreteraren läser det ändå, och föreningarna får ett mejl. Synpunkten väntar på svar som förut. Du kan visa den igen.',
	done: 'Det är dolt. Föreningen, och de som instämmer, får veta det, med skälet.',
	doneShown: 'Det visas igen för alla. Föreningen, och de som instämmer, får veta det.',
	agree: (count: number) => formatCount('sv', count, 'förening instämmer', 'föreningar instämmer'),
	filter: (count: number) => `Dolda, ${formatNumber('sv', count)}`,
	mail: {
		subject: (title: string) => `En synpunkt som ni står bakom och vad andra ser av den: ${title}`,
		firstLine: (title: string) =>
			`Ordföranden har dolt eller åter visat något som ni har sagt eller instämt i om ”${title}”. Ni läser det själva här, med skälet:`,
		hidden: (about: string) => `Ordföranden döljer en synpunkt som ni står bakom, ${about}. Skälet:`,
		shown: (about: string) => `Ordföranden visar igen en synpunkt som ni står bakom, ${about}.`,
	},
}
