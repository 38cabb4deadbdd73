import type { Doubt } from '#domain/members/planned-roster.ts'
import type { Meaning } from '#domain/members/roster-columns.ts'
import { formatCount, formatNumber } from '#i18n/format.ts'
import { members } from './members.ts'

const rows = (count: number) => formatCount('sv', count, 'rad', 'rader')
const people = (count: number) => formatCount('sv', count, 'person', 'personer')

/** A list of associations and people, pasted from a spreadsheet; and cards for many at once. */
export const roster = {
	paste: 'Klistra in en lista',
	pasteWhat: 'Har du föreningarna och personerna i Excel eller Google Kalkylark? Lägg in alla på en gång.',
	lead: 'Markera raderna i kalkylarket, kopiera och klistra in dem här. Ingenting läggs in förrän du har sett hur det blir.',
	text: 'Listan',
	textHint: 'En rad för varje person. Kolumnerna får stå i vilken ordning som helst. Bara föreningens namn behövs.',
	example: 'Så kan en lista se ut',
	exampleWhat: 'Den som saknar e-post får ett kort att logga in med. Samma förening får stå på flera rader.',
	exampleColumns: ['Förening', 'Område', 'Namn', 'E-post', 'Uppdrag'],
	exampleRows: [
		['Attention Stockholms län', 'adhd och autism', 'Anna Exempel', 'anna@example.org', 'Ordinarie'],
		['Attention Stockholms län', '', 'Bo Exempel', 'bo@example.org', 'Ersättare'],
		['Balans Stockholm', 'bipolär sjukdom', 'Cia Exempel', '', 'Ordinarie'],
	],
	next: 'Visa hur det blir',
	check: 'Stämmer det här?',
	nothingYet: 'Ingenting är inlagt än.',
	makes: 'Det här läggs in',
	associations: 'Nya föreningar',
	seats: 'Uppdrag',
	invited: 'Får en inbjudan med e-post',
	needCards: 'Behöver ett kort',
	noneMade: 'Inga',
	nothingNew: 'Allt i listan finns redan. Det finns ingenting att lägga in.',
	toLookAt: (count: number) => `${rows(count)} att titta på`,
	toLookAtWhat: 'De är märkta i tabellen. Läggs något in fel går det att ändra efteråt.',
	leftOut: (count: number) => `${rows(count)} läggs inte in`,
	rows: 'Rad för rad',
	columns: {
		association: 'Förening',
		person: 'Person',
		role: 'Uppdrag',
		reached: 'Nås med',
		doubt: 'Titta på',
	},
	row: (number: number) => `Rad ${formatNumber('sv', number)}`,
	isNew: 'Ny',
	nobody: 'Ingen person',
	card: 'Kort',
	nothingHere: 'Läggs inte in',
	takeIn: 'Lägg in allt',
	change: 'Ändra i listan eller kolumnerna',
	changeWhat: 'Rätta här, eller i kalkylarket och klistra in på nytt.',
	readAgain: 'Läs listan igen',
	column: (place: number) => `Kolumn ${formatNumber('sv', place)}`,
	columnEmpty: 'Kolumnen är tom.',
	columnHolds: (example: string) => `Till exempel ”${example}”.`,
	meanings: {
		association: 'Förening',
		area: 'Område',
		name: 'Namn på person',
		firstName: 'Förnamn',
		lastName: 'Efternamn',
		email: 'E-post',
		role: 'Uppdrag',
		delegate: 'Namn på ordinarie',
		deputy: 'Namn på ersättare',
		contributor: 'Namn på medarbetare',
		none: 'Används inte',
	} satisfies Record<Meaning, string>,
	doubts: {
		noAssociation: () => 'Raden har ingen förening, och det finns ingen ovanför.',
		noName: () => 'Namnet saknas. Personen läggs inte in.',
		tooLong: ({ limit }) => `Namnet är för långt: högst ${formatCount('sv', limit, 'tecken', 'tecken')}.`,
		repeated: ({ row }) => `Samma som rad ${formatNumber('sv', row)}.`,
		alreadySeated: () => 'Finns redan.',
		associationAbove: ({ name }) => `Föreningen saknas. Vi läser den som raden ovanför: ${name}.`,
		associationSpelled: ({ name }) => `Vi läser det som ${name}, som finns redan.`,
		associationLike: ({ name }) => `Liknar ${name}. Är det samma förening? Skriv då namnet likadant.`,
		areaKept: ({ area }) =>
			area === ''
				? 'Föreningen finns redan. Området i listan tas inte med.'
				: `Ett annat område finns redan: ${area}. Det får stå kvar.`,
		noEmail: ({ typed }) => `”${typed}” är ingen e-postadress. Personen behöver ett kort.`,
		emailUnused: () => 'Personen finns redan, utan e-post. Adressen tas inte med.',
		roleUnknown: ({ typed, role }) =>
			`”${typed in members.rolesInText ? members.rolesInText[typed as keyof typeof members.rolesInText] : typed}” är inget uppdrag för en förening här. Vi läser det som ${members.rolesInText[role]}.`,
		delegateTaken: ({ name, role }) => `Ordinarie är redan ${name}. Vi läser det som ${members.rolesInText[role]}.`,
		addressShared: ({ name }) => `${name} har samma e-postadress. Vi läser det som två personer som delar den.`,
		nameShared: () => 'Någon annan heter likadant. Vi läser det som två personer.',
	} satisfies { [Code in Doubt['code']]: (doubt: Extract<Doubt, { code: Code }>) => string } as {
		[Code in Doubt['code']]: (doubt: Extract<Doubt, { code: Code }>) => string
	},
	done: (persons: number, associations: number) => {
		const parts = [
			persons > 0 ? formatCount('sv', persons, 'uppdrag', 'uppdrag') : '',
			associations > 0 ? formatCount('sv', associations, 'förening', 'föreningar') : '',
		].filter((part) => part !== '')
		return `${parts.join(' och ')} har lagts in`
	},
	cardsNext: (count: number) => `${people(count)} saknar e-post och behöver ett kort att logga in med.`,
	printCards: (count: number) => `Skriv ut kort till ${people(count)}`,
	mailsSent: 'Inbjudningar',
	mailsSentWhat: 'De skickas några i taget. Läs in sidan på nytt för att se hur det går.',
	invitation: {
		none: 'Ingen e-post',
		waiting: 'På väg',
		trying: 'Gick inte fram. Vi försöker igen.',
		perhaps: 'Kom kanske fram. Fråga om mejlet finns; annars går det att logga in med adressen.',
		sent: (when: string) => `Skickad ${when}`,
	},
	hasCard: 'Har ett kort',
	needsCard: 'Behöver ett kort',
	toWork: 'Till arbetsrummet',
	cards: {
		title: 'Kort till flera',
		lead: 'Välj vilka som ska få ett kort. Alla kort kommer på en sida att skriva ut och klippa isär.',
		who: 'Vem ska få ett kort?',
		whoHint: 'De som varken har e-post eller kort är förvalda.',
		hasCard: 'Har redan ett kort. Det slutar gälla.',
		make: 'Gör korten',
		nobody: 'Ingen behöver ett kort',
		nobodyWhat: 'Alla med ett uppdrag kan nås med e-post eller har redan ett kort.',
		limit: (count: number) => `Högst ${formatNumber('sv', count)} kort görs åt gången. Gör resten sedan.`,
		done: (count: number) => `${formatCount('sv', count, 'kort', 'kort')} att skriva ut`,
		elsewhere: (names: string) =>
			`Inget kort gjordes till ${names}, som har uppdrag även på annat håll. Be den driftansvariga skriva ut det.`,
	},
}
