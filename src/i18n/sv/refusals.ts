import type { Rejection, RejectionCode } from '#domain/rejection.ts'
import { formatCount, formatDateTime, formatEither, formatNumber } from '#i18n/format.ts'

/** A sentence for every reason an act can be refused: what the matter is, and what to do about it. */
export type Refusals = { readonly [Code in RejectionCode]: (rejection: RejectionOf[Code]) => string }
export type RejectionOf = { readonly [R in Rejection as R['code']]: R }

/** Roles as they stand in “Det här kan bara … göra”. */
const who = {
	chair: 'ordföranden',
	secretary: 'handläggaren',
	delegate: 'föreningens ordinarie',
	deputy: 'föreningens ersättare',
	contributor: 'föreningens medarbetare',
}

/** What a form calls its fields, in the middle of a sentence. Unknown fields are “fältet”. */
const fields: Readonly<Record<string, string>> = {
	answer: 'svaret',
	area: 'området',
	blockId: 'vilket stycke det gäller',
	chairName: 'ordförandens namn',
	choice: 'valet',
	closesAt: 'sista dag att rösta',
	closesOn: 'sista dag att rösta',
	closesTime: 'klockslaget',
	coalition: 'samverkan',
	code: 'koden',
	copyTo: 'kopiemottagarna',
	days: 'hur länge nyckeln gäller',
	direction: 'riktningen',
	dissent: 'reservationen eller yttrandet',
	documents: 'handlingarna',
	dueAt: 'sista dag',
	dueOn: 'svarsdatumet',
	email: 'e-postadressen',
	ground: 'grunden',
	handle: 'kortets namn',
	heldOn: 'mötesdagen',
	how: 'hur det skickades',
	kind: 'slaget',
	language: 'språket',
	minutes: 'hänvisningen till protokollet',
	name: 'namnet',
	note: 'anteckningen',
	preset: 'reglerna',
	reason: 'skälet',
	references: 'diarienumret',
	role: 'uppdraget',
	'scopes[]': 'vad nyckeln får göra',
	sender: 'avsändaren',
	sendTo: 'mottagarna',
	sentOn: 'dagen det skickades',
	seriesPrefix: 'seriens beteckning',
	signoffDueAt: 'sista dag att skriva under',
	signoffDueOn: 'sista dag att skriva under',
	slug: 'adressen',
	stance: 'ställningstagandet',
	template: 'mallen',
	text: 'texten',
	title: 'rubriken',
	to: 'vem det skickades till',
	track: 'sättet att besluta',
	until: 'sista dagen',
	who: 'vem det är',
}

const stages = {
	drafting: 'ett utkast',
	consulting: 'ute på samråd',
	deciding: 'ute på omröstning',
	signing: 'ute för underskrift',
	published: 'publicerad',
	withdrawn: 'tillbakadragen',
}

/** A field asked once for each of several has what it is about in its name: `reason-ID`. */
const field = (name: string) => fields[name] ?? fields[name.split('-')[0] ?? ''] ?? 'fältet'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const at = (instant: number) => formatDateTime('sv', instant)

export const refusals: Refusals = {
	notFound: () => 'Det du söker finns inte, eller är inte till för dig. Kontrollera adressen.',
	signInRequired: () => 'Du behöver logga in först.',
	notAllowed: ({ needs }) =>
		`Det här kan bara ${formatEither(
			'sv',
			needs.map((role) => who[role]),
		)} göra. Be om hjälp där.`,
	operatorOnly: () => 'Det här kan bara den driftansvariga göra. Be om hjälp där.',
	reauthenticate: () => 'Visa först att det är du: logga in en gång till. Sedan kan du fortsätta där du var.',
	scopeMissing: ({ scope }) => `Nyckeln får inte användas till det här. Skapa en nyckel med behörigheten ${scope}.`,
	keyReused: () => 'Nyckeln mot dubbletter är redan använd till något annat. Skicka igen med en ny.',
	busy: () => 'Många sparade samtidigt, och ditt kom inte med. Ingenting är ändrat. Försök igen.',
	empty: ({ field: name }) => `Fyll i ${field(name)}.`,
	tooLong: ({ field: name, limit, length }) =>
		`Korta ${field(name)}: det får vara högst ${formatCount('sv', limit, 'tecken', 'tecken')}, och är nu ${formatNumber('sv', length)}.`,
	invalid: ({ field: name }) => `Kontrollera ${field(name)}. Det som står där går inte att använda.`,
	wrongStage: ({ stage }) =>
		`Det går inte nu, för texten är ${stages[stage]}. Läs om sidan, så ser du vad som går att göra.`,
	emptyDocument: () => 'Texten är tom. Skriv eller klistra in den först.',
	blockGone: () => 'Stycket har tagits bort av någon annan. Kopiera din text, läs om sidan och lägg in den igen.',
	blockChanged: () =>
		'Någon annan har ändrat stycket sedan du öppnade det. Båda texterna finns kvar: välj vilken som ska gälla.',
	cannotSplit: () => 'Stycket kan inte delas där. Ställ markören inne i texten, eller skriv två stycken.',
	cannotJoin: () =>
		'Delarna kan inte slås ihop. Det går bara med två delar av text intill varandra, där inget annat än text skulle gå förlorat.',
	notAPosition: () => 'Det går bara att ta ställning till en numrerad ståndpunkt. Välj en av dem.',
	noAssociations: () => 'Det finns inga medlemsföreningar än. Lägg till dem under Medlemmar först.',
	deadlinePassed: ({ field: name }) => `${capital(field(name))} ligger i förfluten tid. Välj en dag som kommer.`,
	deadlineOrder: () => 'Sista dag att skriva under måste komma efter sista dag att rösta. Ändra en av dem.',
	ballotOver: ({ closedAt }) => `Omröstningen stängde ${at(closedAt)}. Hör av dig till ordföranden, om något blev fel.`,
	ballotStillOpen: ({ closesAt }) => `Omröstningen pågår till ${at(closesAt)}. Stäng den först, eller vänta.`,
	timeToObject: ({ closesAt }) =>
		`Alla ska ha tid att invända till ${at(closesAt)}. Vänta tills dess, eller skicka tillbaka texten.`,
	notInElectorate: () =>
		'Föreningen är inte med i den här omröstningen. Bara föreningar som var medlemmar när den öppnade röstar.',
	delegateHasVoted: () =>
		'Er ordinarie har redan röstat. Som ersättare kan du rösta bara när den ordinarie inte har gjort det.',
	delegateHasSigned: () =>
		'Er ordinarie har redan svarat på om ni står bakom texten. Som ersättare kan du svara bara när den ordinarie inte har gjort det.',
	ballotIsSecret: () => 'Omröstningen är hemlig. Lägg rösten som en hemlig röst, utan reservation.',
	ballotIsOpen: () => 'Omröstningen är öppen. Lägg rösten öppet, i föreningens namn.',
	secretVoteFinal: () =>
		'Er röst är redan lagd. Omröstningen är hemlig, så rösten kan inte hittas igen och inte ändras.',
	reasonRequired: () => 'Skriv varför. En mening räcker.',
	silenceNotConsent: () => 'Era stadgar låter inte tystnad räknas som ja. Öppna en vanlig omröstning i stället.',
	editorialNotAuthorised: () =>
		'Omröstningen gav inte rätt att rätta texten efteråt. Skicka tillbaka den till utkast om den måste ändras.',
	textChanged: () => 'Texten har ändrats sedan du öppnade sidan. Läs den nya texten och försök igen.',
	signingOver: ({ dueAt }) => `Tiden att skriva under gick ut ${at(dueAt)}. Hör av dig till ordföranden.`,
	awaitingSignoffs: ({ missing, dueAt }) =>
		`Det fattas svar från ${formatCount('sv', missing.length, 'förening', 'föreningar')}. Vänta, eller publicera efter ${at(dueAt)}.`,
	nobodySigned: () => 'Ingen förening står bakom texten än. Minst en måste göra det innan den publiceras.',
	delegateExists: () => 'Föreningen har redan en ordinarie. Avsluta det uppdraget först, eller välj ersättare.',
	lastChair: () => 'Samverkan måste ha en ordförande. Ge uppdraget till någon annan först.',
	slugTaken: () => 'Adressen är upptagen. Välj en annan.',
	inquiryClosed: () => 'Remissen är redan avslutad. Börja en skrivelse i stället, om ni vill svara ändå.',
	wrongCode: ({ left }) =>
		left > 0
			? `Koden stämmer inte. Jämför med mejlet. Du kan försöka ${formatCount('sv', left, 'gång', 'gånger')} till.`
			: 'Koden stämmer inte, och nu gäller den inte längre. Be om ett nytt mejl.',
	codeGone: () => 'Ingen kod väntar på dig i den här webbläsaren. Be om ett nytt mejl.',
	wrongCard: () =>
		'Kortets namn och koden hör inte ihop, eller så är koden redan använd. Kontrollera båda, eller ta nästa kod på kortet.',
	tooManyTries: ({ minutes }) =>
		`Det har blivit för många försök. Vänta ${formatCount('sv', minutes, 'minut', 'minuter')} och försök sedan igen.`,
	cardElsewhere: () =>
		'Personen har uppdrag även på annat håll, och kortet skulle gälla där också. Be den driftansvariga skriva ut det.',
}
