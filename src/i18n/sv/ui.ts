import { formatCount, formatNumber } from '#i18n/format.ts'

/** What the layout and the shared parts say. */
export const ui = {
	skipToContent: 'Gå direkt till innehållet',
	youAreHere: 'Du är här',
	menu: 'Meny',
	myTasks: 'Mina uppgifter',
	/** Spoken after “Mina uppgifter”, where only a figure is seen. */
	tasksWaiting: (count: number) => `${formatCount('sv', count, 'uppgift', 'uppgifter')} väntar`,
	signIn: 'Logga in',
	signOut: 'Logga ut',
	otherLanguage: 'In English',
	demonstration: 'Demonstration: personer, röster och kommentarer är påhittade.',
	errorTitle: (title: string) => `Fel: ${title}`,
	footer: {
		about: 'I Samsvar svarar föreningar tillsammans på remisser.',
		more: 'Läs mer om Samsvar',
		licence: 'Fri programvara under AGPL-3.0',
		source: 'Källkod',
	},
	printedFrom: (address: string) => `Utskrift av ${address}.`,
	errorSummary: {
		title: 'Något behöver rättas',
		nothingLost: 'Det du har skrivit finns kvar.',
	},
	field: {
		error: 'Fel:',
		optional: '(frivilligt)',
		choose: 'Välj …',
	},
	lifecycle: {
		label: 'Var i arbetet',
		step: (step: number, of: number, name: string) => `Steg ${step} av ${of}: ${name}`,
		done: 'klart',
		now: 'nu',
		later: 'återstår',
	},
	deadline: {
		passed: 'passerat',
		none: 'Inget datum satt',
	},
	autosave: {
		kept: 'Det du skriver sparas i den här webbläsaren.',
		found: 'Du har skrivit något här som inte är sparat.',
		restore: 'Hämta tillbaka det',
		restored: 'Din text är tillbaka. Glöm inte att spara.',
		drop: 'Släng det',
	},
	tabs: 'Delar av arbetet',
	change: (what: string) => `Ändra ${what}`,
	confirmation: {
		at: (when: string) => `Sparat ${when}`,
		next: 'Vad händer nu?',
	},
	notice: { info: 'Information', warning: 'Viktigt', success: 'Klart', error: 'Fel' },
	diff: {
		added: 'tillagt:',
		removed: 'borttaget:',
		end: 'slut på ändringen.',
		changes: {
			same: 'oförändrad',
			added: 'ny',
			removed: 'borttagen',
			moved: 'flyttad',
			changed: 'ändrad',
		},
	},
	/** Of a list too long for one page. */
	part: {
		of: (label: string) => `Delar: ${label}`,
		number: (number: number, count: number) => `Del ${formatNumber('sv', number)} av ${formatNumber('sv', count)}`,
		inTitle: (title: string, number: number, count: number) =>
			`${title}, del ${formatNumber('sv', number)} av ${formatNumber('sv', count)}`,
		shown: (from: number, to: number, total: number) =>
			`Visar ${formatNumber('sv', from)}–${formatNumber('sv', to)} av ${formatNumber('sv', total)}.`,
		first: 'Första delen',
		previous: 'Föregående del',
		next: 'Nästa del',
		last: 'Sista delen',
	},
	matrix: {
		totals: 'Hur många som svarat vad',
		position: 'Ståndpunkt',
		noAnswer: 'Har inte svarat',
		stale: 'Texten har ändrats sedan dess',
		legend: 'Så läser du tabellen',
	},
	document: {
		sources: 'Källor till citaten',
		quote: (index: number) => `Citat ${index}`,
		footnotes: 'Fotnoter',
		backToText: 'Tillbaka till texten',
		table: 'Tabell',
	},
}
