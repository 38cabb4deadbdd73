import type { FileGap } from '#domain/inquiry/file.ts'
import type { WayIn } from '#domain/inquiry/notice.ts'
import { formatCount, formatDateTime, formatNumber } from '#i18n/format.ts'

/** Bytes as people count them. */
const size = (bytes: number) =>
	bytes < 1024 * 1024
		? `${formatNumber('sv', Math.max(1, Math.round(bytes / 1024)))}\u00a0kB`
		: `${formatNumber('sv', Math.round((bytes / 1024 / 1024) * 10) / 10)}\u00a0MB`

const gaps: Readonly<Record<FileGap, string>> = {
	noText: 'Filen har ingen text som går att läsa. Den är nog en bild av ett papper. Fyll i resten själv.',
	onlyBeginning: 'Filen är lång. Bara början är läst.',
	locked: 'Filen är låst, så texten kan inte läsas här. Fyll i resten själv.',
	notRead:
		'Filen är för stor eller för ovanlig för att läsas här, eller kom med flera stora på en gång. Fyll i resten själv.',
}

const ways: Readonly<Record<WayIn, string>> = {
	paste: 'Inklistrat',
	file: 'Uppladdat',
	mail: 'Mejlat',
	unprovenMail: 'Mejlat, men avsändaren är inte bekräftad',
	api: 'Från ett annat program',
}

export const notices = {
	title: 'Ta in en remiss',
	lead: 'Lägg in brevet som ni har fått. Samsvar föreslår rubrik, dagar och adresser, och du kontrollerar dem på nästa sida.',
	pasteTitle: 'Klistra in texten',
	paste: 'Texten i brevet eller mejlet',
	pasteHint: 'Ta med allt, även rubrik, datum och adresser.',
	pasteNow: 'Läs texten',
	uploadTitle: 'Eller ladda upp en fil',
	upload: 'Välj en eller flera filer',
	uploadHint: 'PDF, Word (.docx) eller textfil (.txt, .md). Högst 10 MB per fil.',
	uploadNow: 'Ladda upp och läs',
	noFiles: 'Här finns ingen plats för filer. Klistra in texten i stället.',
	mailTitle: 'Eller mejla det',
	mail: (address: string) =>
		`Vidarebefordra mejlet, med bilagor, till ${address}. Det måste komma från din egen adress. Sedan ligger det här och väntar på dig.`,
	byHandTitle: 'Eller fyll i själv',
	byHand: 'Skriv in remissen för hand',
	waiting: 'Väntar på att kontrolleras',
	checkThis: 'Kontrollera',
	cameIn: (how: WayIn, at: number) => `${ways[how]} ${formatDateTime('sv', at)}`,

	checkTitle: 'Stämmer det här?',
	checkLead: 'Det här är läst ur brevet. Under varje del står orden som den är läst ur.',
	nothingRead: 'Det gick inte att läsa ut något ur brevet. Fyll i det du vet.',
	readFrom: 'Läst ur:',
	more: (count: number) => `och ${formatNumber('sv', count)} till`,
	unproven:
		'Brevet säger att det kommer från er, men vem som helst kan ha skrivit den adressen. Fråga den som står som avsändare, eller lägg brevet åt sidan.',
	notStated: 'Står inte i brevet.',
	choose: 'Vilken dag ska svaret vara framme?',
	chooseHint: 'Läs i brevet och välj den rätta.',
	other: 'En annan dag',
	none: 'Ingen dag är satt',
	otherDate: 'Vilken dag?',
	otherDateHint: 'Fyll i bara om du valde ”En annan dag”.',
	confirm: 'Det stämmer, lägg in remissen',
	discard: 'Det är ingen remiss',
	letter: 'Brevet',
	letterHint: 'Orden som något är läst ur är markerade.',
	asideHint: 'Under strecket ⸻ står vad den som skickade brevet vidare skrev. Därur är ingenting läst.',
	cover: 'Text',
	leftOut: 'Det här togs inte emot',
	handled: 'Det här är redan kontrollerat och ligger bland remisserna.',
	toInquiry: 'Till remissen',

	discardTitle: 'Lägga brevet åt sidan?',
	discardMeans:
		'Brevet och dess filer försvinner från sidorna. Det går inte att ångra. I historiken står att de kom in.',
	discardNow: 'Lägg åt sidan',

	files: 'Filer',
	noFilesYet: 'Inga filer är tillagda.',
	attach: 'Lägg till en fil',
	attachHint: 'PDF, Word (.docx) eller textfil (.txt, .md), högst 10 MB. Alla medlemmar kan hämta den.',
	attachNow: 'Lägg till filen',
	remove: (name: string) => `Ta bort ${name}`,
	removeShort: 'Ta bort',
	removeTitle: 'Ta bort filen?',
	removeMeans: (name: string) =>
		`${name} försvinner från remissen. Det går inte att ångra. I historiken står att den fanns.`,
	removeNow: 'Ta bort filen',
	size,
	gaps,
	showLetter: 'Visa brevets text',
	done: {
		attached: 'Filen är tillagd.',
		removed: 'Filen är borttagen.',
		discarded: 'Brevet är lagt åt sidan.',
	},
	/** Why a mail is not taken. Sent in English, whatever the language: mail servers may know no other letters. */
	rejected: {
		notFromHere: 'Här tas bara mejl emot som kommer från ordförandens eller handläggarens egen adress.',
		tooLarge: 'Mejlet är för stort. Lägg in brevet på webbplatsen.',
		tooMany: 'Det har kommit för många mejl. Försök igen om en timme.',
		tooManyUnproven:
			'Det har kommit för många mejl i dag som inte säkert är från den här adressen. Lägg in brevet på webbplatsen.',
		forged: 'Mejlet är inte från den som det säger sig vara från, enligt avsändarens egen domän.',
		nothing: 'Mejlet har varken text eller någon fil som kan läsas.',
		later: 'Försök igen om en stund.',
	},
	count: (waiting: number) => `${formatCount('sv', waiting, 'brev', 'brev')} väntar på att kontrolleras.`,
}
