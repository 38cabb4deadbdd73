import { formatCount, formatNumber } from '#i18n/format.ts'

/** The way to a first published statement, on the workspace of chair and secretary. */
export const firstSteps = {
	title: 'Kom igång',
	progress: (done: number, of: number) =>
		`${formatNumber('sv', done)} av ${formatNumber('sv', of)} steg är klara. Listan försvinner när ert första svar är publicerat.`,
	done: 'klart',
	steps: {
		printOwnCard: {
			verb: 'Skriv ut ett kort åt dig själv',
			what: 'Du har ingen e-post här. Med ett kort kan du logga in igen.',
			button: 'Gör ett kort',
		},
		nameAssociations: {
			verb: 'Lägg in föreningarna',
			what: 'De som ska rösta om svaren. Lägg in en i taget, eller klistra in en lista med alla på en gång.',
			button: 'Lägg till en förening',
		},
		seatDelegates: {
			verb: 'Utse en ordinarie för varje förening',
			what: 'Den som är ordinarie röstar och skriver under för föreningen.',
			button: 'Utse ordinarie',
		},
		lookOverSettings: {
			verb: 'Gå igenom inställningarna',
			what: 'Hur ni beslutar, vad era nummer heter och hur era sidor ser ut. Allt går att ändra senare.',
			button: 'Gå igenom inställningarna',
		},
		takeInInquiry: {
			verb: 'Ta in en remiss',
			what: 'Den ni vill svara på först. Klistra in brevet ni har fått, ladda upp det eller fyll i för hand.',
			button: 'Ta in en remiss',
		},
		beginText: {
			verb: 'Börja på texten',
			what: 'Utgå från en mall, eller klistra in en text ni redan har.',
			button: 'Börja på texten',
		},
		openBallot: {
			verb: 'Låt föreningarna rösta',
			what: 'När texten är klar startar du omröstningen. Då får alla ett mejl.',
			button: 'Gå till texten',
		},
		publish: {
			verb: 'Publicera svaret',
			what: 'När föreningarna har röstat och skrivit under får svaret sitt nummer, och alla kan läsa det.',
			button: 'Gå till svaret',
		},
	},
	someSeated: (seated: number, of: number) =>
		`${formatNumber('sv', seated)} av ${formatCount('sv', of, 'förening', 'föreningar')} har en ordinarie. De andra kan inte rösta än.`,
	made: {
		associations: (count: number) => formatCount('sv', count, 'förening', 'föreningar'),
		delegates: (count: number) =>
			count === 1 ? 'Föreningen har en ordinarie' : `Alla ${formatNumber('sv', count)} föreningar har en ordinarie`,
		settings: (date: string) => `Senast ${date}`,
		letter: 'Ni skriver på eget initiativ',
		ballot: 'Föreningarna har fått frågan',
	},
}
