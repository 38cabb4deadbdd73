import { IMAGE_BYTES, IMAGE_LEAST, IMAGE_MOST, type ImageFault } from '#domain/coalition/image.ts'
import type { FileRefusal } from '#domain/inquiry/file.ts'
import type { RejectionCode } from '#domain/kernel/rejection.ts'
import { formatCount, formatDateTime, formatEither, formatList, formatNumber } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'
import { ofAmendments } from './amendment-refusals.ts'
import { ofBallots } from './ballot-refusals.ts'
import { asWritten, field } from './field-names.ts'
import { tellings } from './tellings.ts'

/** A sentence for every reason an act can be refused: what the matter is, and what to do about it. */
export type Refusals = RefusalsOf<RejectionCode>

/** Roles as they stand in “Det här kan bara … göra”. */
const who = {
	chair: 'ordföranden',
	secretary: 'handläggaren',
	delegate: 'föreningens ordinarie',
	deputy: 'föreningens ersättare',
	contributor: 'föreningens medarbetare',
}

/** Why a file was not taken, after its name. */
const FILE_REFUSAL: Readonly<Record<FileRefusal, string>> = {
	empty: 'Filen är tom. Kontrollera att du valde rätt fil.',
	tooLarge: 'Filen är för stor. Den får vara högst 10 MB. Klistra in texten i stället.',
	tooMany: 'Det går att ta emot högst 20 filer på en gång.',
	noPlace: 'Här finns ingen plats för filer.',
	otherKind: 'Det går bara att ta emot PDF, Word (.docx) och textfiler (.txt, .md). Spara om filen som något av dem.',
	notAsNamed: 'Innehållet är något annat än filens namn säger. Kontrollera att du valde rätt fil.',
	broken: 'Filen är trasig och går inte att öppna. Hämta den på nytt, eller klistra in texten.',
	locked: 'Filen är låst med lösenord. Ta bort lösenordet och försök igen, eller klistra in texten.',
	macros: 'Filen innehåller makron, som kan skada en dator. Spara om den utan makron (.docx).',
	hostile: 'Filen är gjord på ett sätt som kan skada den som öppnar den. Klistra in texten i stället.',
}

const stages = {
	drafting: 'ett utkast',
	consulting: 'ute för synpunkter',
	deciding: 'ute på omröstning',
	signing: 'ute för underskrift',
	published: 'publicerad',
	withdrawn: 'tillbakadragen',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const at = (instant: number) => formatDateTime('sv', instant)

const imageFaults: Readonly<Record<ImageFault, string>> = {
	kind: 'Bilden måste vara en PNG, JPEG eller WebP. Spara den i något av de formaten. SVG går inte, för den kan innehålla program.',
	bytes: `Bilden är för tung. Den får vara högst ${formatNumber('sv', IMAGE_BYTES / 1000)} kB. Spara den mindre eller mer komprimerad.`,
	pixels: `Bilden måste vara mellan ${formatNumber('sv', IMAGE_LEAST)} och ${formatNumber('sv', IMAGE_MOST)} bildpunkter på varje ledd. Ändra storleken på den.`,
	moving: 'Bilden rör sig. Välj en som står stilla.',
	broken: 'Bilden är skadad eller inte hel. Spara den på nytt och försök igen.',
}

/** What to do where there is less time than the bylaws promise. */
const remedies = {
	reason: 'Välj en senare dag. Är det bråttom, skriv varför.',
	fullTrack:
		'Välj en senare dag, eller vanlig omröstning. När den som är tyst räknas som nöjd går tiden inte att korta.',
	none: 'Välj en senare dag.',
}

/** Why a change after the vote is more than a slip. */
const notEditorial = {
	kind: 'Efter omröstningen går det inte att lägga till, ta bort eller flytta delar.',
	words: 'Efter omröstningen går det bara att rätta skrivfel. Här byts ord ut, läggs till eller tas bort.',
	meaning: 'Efter omröstningen går det bara att rätta skrivfel. Det här kan ändra vad texten säger.',
	tooMuch: 'Efter omröstningen går det bara att rätta några få ord i hela texten. Det här är fler.',
}

const quoted = (words: readonly string[]) =>
	words.length === 0 ? '' : ` Det gäller: ${words.map((word) => `”${word}”`).join(', ')}.`

/** Why nothing more is done with a proposed correction or withdrawal. */
const addendumOver: Readonly<Record<RejectionOf['addendumOver']['state'], string>> = {
	settled: 'Tiden att svara har gått ut. Hör av dig till ordföranden.',
	lapsed: 'Det är för länge sedan föreningarna svarade. Ta tillbaka förslaget och fråga dem på nytt.',
	takenBack: 'Förslaget är tillbakataget. Det finns inget att svara på.',
	published: 'Det är redan publicerat, och ändras inte.',
}

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
	busy: () => 'Det är mycket att göra just nu. Inget är sparat än. Tryck igen om en stund.',
	empty: ({ field: name }) => (name === 'file' ? 'Välj en fil först.' : `Fyll i ${field(name)}.`),
	tooLong: ({ field: name, limit, length }) =>
		`Korta ${field(name)}: det får vara högst ${formatCount('sv', limit, 'tecken', 'tecken')}, och är nu ${formatNumber('sv', length)}.`,
	invalid: ({ field: name }) =>
		`Kontrollera ${field(name)}. ${asWritten[name] ?? 'Det som står där går inte att använda.'}`,
	wrongStage: ({ stage }) =>
		`Det går inte nu, för texten är ${stages[stage]}. Läs om sidan, så ser du vad som går att göra.`,
	alreadySent: ({ at: sentAt }) =>
		`Svaret skickades redan ${at(sentAt)}. Ska det skickas en gång till, kryssa för det och skriv varför.`,
	packChanged: () => 'Filerna har ändrats sedan du granskade dem. Granska dem igen innan du skickar.',
	emptyDocument: () => 'Texten är tom. Skriv eller klistra in den först.',
	blockGone: () => 'Stycket har tagits bort av någon annan. Kopiera din text, läs om sidan och lägg in den igen.',
	blockChanged: () =>
		'Någon annan har ändrat stycket sedan du öppnade det. Båda texterna finns kvar: välj vilken som ska gälla.',
	partsChanged: ({ parts }) =>
		parts.length === 1
			? 'Någon annan har ändrat samma del medan du skrev. Båda texterna finns kvar här nedanför: välj vilken som ska gälla, eller skriv ihop dem.'
			: `Andra har ändrat ${formatNumber('sv', parts.length)} av delarna medan du skrev. Båda texterna finns kvar här nedanför: välj vilka som ska gälla, eller skriv ihop dem.`,
	losesPlace: ({ blocks }) =>
		`Ur texten försvinner ${formatCount('sv', blocks.length, 'del', 'delar')} som andra har tyckt något om. Se efter vilka, och säg att det är meningen.`,
	cannotSplit: () => 'Stycket kan inte delas där. Ställ markören inne i texten, eller skriv två stycken.',
	cannotJoin: () =>
		'Delarna kan inte slås ihop. Det går bara med två delar av text intill varandra, där inget annat än text skulle gå förlorat.',
	notAPosition: () => 'Det går bara att ta ställning till en numrerad ståndpunkt. Välj en av dem.',
	noAssociations: () => 'Det finns inga medlemsföreningar än. Lägg till dem under Medlemmar först.',
	clockChanges: () =>
		'Klockan ställs om den natten, och tiden du skrev kommer två gånger eller inte alls. Skriv 01:59 eller 03:00 i stället.',
	deadlinePassed: ({ field: name }) =>
		name === 'closesAt'
			? 'Sista dag att rösta och klockslaget har redan varit. Välj en senare dag, eller ett senare klockslag.'
			: `${capital(field(name))} ligger i förfluten tid. Välj en dag som kommer.`,
	deadlineOrder: () => 'Sista dag att skriva under måste komma efter sista dag att rösta. Ändra en av dem.',
	tooLittleTime: ({ days, earliest, remedy }) =>
		`Föreningarna ska få minst ${formatCount('sv', days, 'dag', 'dagar')} på sig. Tidigast går ${at(earliest)}. ${remedies[remedy]}`,
	tooEarlyToClose: ({ earliest, closesAt }) =>
		earliest === null
			? `Alla har inte röstat än. Omröstningen går att stänga när alla har gjort det. Annars stänger den ${at(closesAt)}.`
			: `Alla har inte röstat än, och ska få den tid som reglerna lovar. Omröstningen går att stänga från ${at(earliest)}.`,
	objectedTo: () =>
		'En förening har invänt mot den ändrade texten. Då går den inte att publicera. Skicka tillbaka texten och ta den på nytt.',
	notEditorial: ({ why, words }) =>
		`${notEditorial[why]}${quoted(words)} Skicka tillbaka texten, om den ska säga något annat.`,
	ballotOver: ({ closedAt }) => `Omröstningen stängde ${at(closedAt)}. Hör av dig till ordföranden, om något blev fel.`,
	ballotVoided: ({ voidedAt }) =>
		`Omröstningen gäller inte längre: texten togs tillbaka ${at(voidedAt)}. Du får veta om det blir en ny omröstning.`,
	ballotStillOpen: ({ closesAt }) => `Omröstningen pågår till ${at(closesAt)}. Stäng den först, eller vänta.`,
	timeToObject: ({ closesAt }) =>
		`Alla ska ha tid att invända till ${at(closesAt)}. Vänta tills dess, eller skicka tillbaka texten.`,
	notInElectorate: () =>
		'Föreningen är inte med i den här omröstningen. Bara föreningar som var medlemmar när den öppnade röstar.',
	officersDoNotVote: () =>
		'Den som är ordförande eller handläggare röstar inte och skriver inte under för en förening, enligt era regler. Be någon annan i föreningen.',
	seatedSince: ({ opensAt }) =>
		`Du fick uppdraget efter att omröstningen öppnade ${at(opensAt)}. Den som var ordinarie eller ersättare då röstar för föreningen.`,
	nobodyToObject: ({ associations }) =>
		`Ingen kan invända för ${formatList('sv', associations)} under hela tiden, och då säger tystnaden inget. Ge någon uppdraget som ordinarie där, eller öppna en vanlig omröstning.`,
	lastToAnswer: ({ until }) =>
		`Föreningen skulle inte längre kunna svara på det som den är tillfrågad om till ${at(until)}. Vänta tills dess. Är det hela texten kan du skicka tillbaka den först, och är det en samförståndslista kan du avbryta den. Den som ska ta över kan bli ersättare så länge.`,
	delegateHasVoted: () =>
		'Er ordinarie har redan röstat. Som ersättare kan du rösta bara när den ordinarie inte har gjort det.',
	delegateHasSigned: () =>
		'Er ordinarie har redan svarat på om ni står bakom texten. Som ersättare kan du svara bara när den ordinarie inte har gjort det.',
	ballotIsSecret: () => 'Omröstningen är hemlig. Lägg rösten som en hemlig röst, utan reservation.',
	ballotIsOpen: () => 'Omröstningen är öppen. Lägg rösten öppet, i föreningens namn.',
	secretVoteFinal: () =>
		'Er röst är redan lagd. Omröstningen är hemlig, så rösten kan inte hittas igen och inte ändras.',
	tooFewForSecrecy: ({ least, electorate }) =>
		`En sluten omröstning kräver minst ${formatCount('sv', least, 'förening', 'föreningar')}, annars syns det vem som röstade hur. Ni är ${formatNumber('sv', electorate)}. Välj andra regler under Inställningar, eller lägg till fler föreningar.`,
	reasonRequired: () => 'Skriv varför. En mening räcker.',
	silenceNotConsent: () => 'Era stadgar låter inte tystnad räknas som ja. Öppna en vanlig omröstning i stället.',
	notConfirmed: () => 'Läs vad som talar emot att starta omröstningen nu, och kryssa i att du vill starta den ändå.',
	...ofBallots,
	editorialNotAuthorised: () =>
		'Omröstningen gav inte rätt att rätta texten efteråt. Skicka tillbaka den till utkast om den måste ändras.',
	textChanged: () => 'Texten har ändrats sedan du öppnade sidan. Läs den nya texten och försök igen.',
	signingOver: ({ dueAt }) => `Tiden att skriva under gick ut ${at(dueAt)}. Hör av dig till ordföranden.`,
	awaitingSignoffs: ({ missing, dueAt }) =>
		`Det fattas svar från ${formatCount('sv', missing.length, 'förening', 'föreningar')}. Vänta, eller publicera efter ${at(dueAt)}.`,
	nobodySigned: () => 'Ingen förening står bakom texten än. Minst en måste göra det innan den publiceras.',
	statementWithdrawn: () => 'Svaret är återkallat. Då går det varken att rätta, skicka eller återkalla en gång till.',
	addendumStands: () =>
		'En rättelse eller återkallelse av svaret väntar redan. Publicera den eller ta tillbaka den först.',
	addendumOver: ({ state }) => addendumOver[state],
	awaitingAnswers: ({ silent, dueAt }) =>
		`Det fattas svar från ${formatCount('sv', silent, 'förening', 'föreningar')}. Vänta till ${at(dueAt)}.`,
	correctionObjectedTo: () =>
		'En förening har invänt mot rättelsen. Då går den inte att publicera. Ta tillbaka den, och föreslå en annan om det behövs.',
	tooFewAgree: ({ agreed, needed }) =>
		`Bara ${formatCount('sv', agreed, 'förening', 'föreningar')} av dem som står bakom svaret har sagt ja, och det behövs minst ${formatNumber('sv', needed)}. Tystnad är inget ja.`,
	votesContested: ({ associations }) =>
		`Rösten stämmer inte som den är införd från mötet, säger ${formatList('sv', associations)}. Är det infört fel, så ta tillbaka texten och för in beslutet på nytt. Är det infört rätt, så be föreningen säga det på omröstningens sida.`,
	contestOver: ({ dueAt }) => `Tiden att säga till gick ut ${at(dueAt)}. Hör av dig till ordföranden.`,
	delegateHasSaid: () =>
		'Er ordinarie har redan svarat på om rösten stämmer. Som ersättare kan du svara bara när den ordinarie inte har gjort det.',
	delegateExists: () => 'Föreningen har redan en ordinarie. Avsluta det uppdraget först, eller välj ersättare.',
	lastChair: () => 'Samverkan måste ha en ordförande. Ge uppdraget till någon annan först.',
	chairByChair: () =>
		'Bara en ordförande kan ge eller avsluta uppdraget som ordförande. Be en ordförande göra det, eller välj ett annat uppdrag.',
	seatTakenBack: () =>
		'Den som har uppdraget har tagit tillbaka det. Tala med föreningen. Är ni inte överens kan den som driver tjänsten avsluta uppdraget.',
	tooLateToTakeBack: ({ until }) =>
		`Tiden att ta tillbaka uppdraget gick ut ${at(until)}. Hör av dig till din förening och till ordföranden.`,
	toldTooOften: ({ notice, limit, again }) =>
		`${tellings[notice](formatCount('sv', limit, 'gång', 'gånger'))} det senaste dygnet, och varje gång får andra mejl. Vänta till ${at(again)}.${notice === 'members' ? ' Ska flera läggas till, så klistra in dem som en lista: det räknas en gång.' : ''}`,
	allHaveAnswered: () => 'Alla som är tillfrågade om texten har svarat. Det finns ingen att påminna.',
	nobodyReached: () => 'Inget mejl når dem som inte har svarat. Ring dem i stället.',
	remindedLately: ({ at: last, again }) =>
		`En påminnelse om texten gick ut ${at(last)}. Så att ingen får två på ett dygn går nästa tidigast ${at(again)}. Ring, om det är bråttom.`,
	slugTaken: () => 'Adressen är upptagen. Välj en annan.',
	noticeHandled: () => 'Någon annan har redan tagit hand om det som kom in. Titta bland remisserna.',
	fileRefused: ({ name, why }) => `${name}: ${FILE_REFUSAL[why]}`,
	uploadTooLarge: ({ limit }) =>
		`Det du skickade är för stort. Filerna får vara högst ${formatNumber('sv', limit / 1024 / 1024)} MB tillsammans. Klistra in texten i stället.`,
	bodyTooLarge: ({ limit }) =>
		`Det du skickade är för stort: högst ${formatNumber('sv', Math.floor(limit / 1024))} kB går att ta emot här. Gå tillbaka i webbläsaren, där det du skrev finns kvar, och korta det.`,
	noFileStore: () => 'Här finns ingen plats för filer. Klistra in texten i stället.',
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
	rosterTooLong: ({ rows, limit }) =>
		`Listan har ${formatCount('sv', rows, 'rad', 'rader')}, och högst ${formatNumber('sv', limit)} kan läggas in på en gång. Dela upp den.`,
	rosterEmpty: () => 'Det finns ingenting nytt att lägga in i listan. Rätta den, eller gå tillbaka till medlemmarna.',
	rosterChanged: () =>
		'Listan eller medlemmarna har ändrats sedan du såg det här. Nu blir det så här: titta igenom det en gång till.',
	accentTooPale: ({ nearest }) =>
		`Färgen är för ljus för att gå att läsa på ljus botten. Välj en mörkare. Närmast som går att använda är ${nearest}.`,
	imageRefused: ({ why }) => imageFaults[why],
	topicExists: ({ name, away }) =>
		away ? `${name} finns redan, undanlagt. Ta fram det igen.` : `${name} finns redan. Skriv ett annat namn.`,
	tooManyTopics: ({ limit }) =>
		`Det finns plats för högst ${formatNumber('sv', limit)}. Välj bort eller lägg undan något först.`,
	tooManyGroups: ({ number, limit, length }) =>
		`Ståndpunkt ${number} handlar om ${formatNumber('sv', length)} grupper, och högst ${formatNumber('sv', limit)} får plats. Välj bort några.`,
	tooManyStandardTexts: ({ limit, kept }) =>
		`Samverkan kan ha högst ${formatNumber('sv', limit)} standardtexter och mallar${kept ? ', med de borttagna. Lägg tillbaka en av dem och skriv om den' : '. Ta bort en först'}.`,
	standardTextRewritten: () =>
		'Någon annan ändrade den medan du skrev. Överst på sidan står den som den är nu, och i fälten det du skrev. Spara igen för att ersätta den.',
	slugsUsedUp: ({ limit }) =>
		`Samverkan har redan haft ${formatNumber('sv', limit)} adresser, och alla leder hit för alltid. Välj en av dem.`,
	cardElsewhere: () =>
		'Personen har uppdrag även på annat håll, och kortet skulle gälla där också. Be den driftansvariga skriva ut det.',
	cardForAddress: () =>
		'Den som har e-post gör sitt kort själv. Be personen att logga in med e-post, öppna Min profil och välja Gör ett kort.',
	cardNeedsMail: () =>
		'Ett kort kan du göra när du har loggat in med e-post. Logga in en gång till, med länken eller koden i mejlet.',
	personElsewhere: () =>
		'Personen har uppdrag även på annat håll, och det skulle gälla där också. Be personen att själv ändra det under Min profil.',
	addressKnown: () => 'Adressen finns redan där. Skriv en annan.',
	addressNeedsMail: () =>
		'E-postadresser kan du ändra när du har loggat in med e-post. Logga in en gång till, med länken eller koden i mejlet.',
	lastWayIn: () =>
		'Utan den adressen kan du inte logga in. Lägg först till en annan adress, eller gör ett kort under Min profil.',
	neededHere: () => 'Du behövs här: ge först uppdraget som ordförande, eller driften, till någon annan.',
	doneTooOften: ({ limit, again }) =>
		`Det har gjorts ${formatCount('sv', limit, 'gång', 'gånger')} det senaste dygnet, och varje gång får någon ett mejl. Vänta till ${at(again)}.`,
	commentResolved: () => 'Synpunkten är redan besvarad. Läs svaret. Öppna den igen, om något återstår.',
	commentOpen: () => 'Synpunkten är redan öppen. Skriv ett svar i stället.',
	commentsSince: () => 'Något nytt har sagts medan du skrev. Läs det först, och skicka sedan ditt svar.',
	commentAnswered: () =>
		'Någon har redan sagt något om synpunkten, så orden kan inte ändras. Skriv ett svar, eller ta tillbaka den.',
	commentWithdrawn: () => 'Synpunkten togs tillbaka. Det finns inget att svara på.',
	commentHidden: () => 'Ordföranden har dolt synpunkten. Den som inte kan läsas kan ingen instämma i.',
	answerStands: () => 'Ett svar går inte att dölja. Den som frågade ska kunna läsa det.',
	numberedHere: ({ year, first }) =>
		`Nummer ${first} och högre från ${year} är publicerade här. Skriv ett lägre nummer, eller lämna det tomt.`,
	numberTaken: ({ year, number }) =>
		`Nummer ${number} från ${year} är redan inlagt. Rätta det som finns, också om det är borttaget.`,
	fileGone: () => 'En av filerna finns inte kvar. Välj den på nytt.',
	contestedBefore: ({ at: said, from }) =>
		`Det sades ${at(said)}, innan du fick ditt uppdrag. Du kan ta tillbaka eller ändra det ${at(from)}.`,
	delegateHasSpoken: () => 'Er ordinarie har redan svarat. Som ersättare kan du inte ändra det.',
	ownComment: () => 'Synpunkten är er egen. Instäm gärna i andra föreningars synpunkter.',
	wordsNotThere: () => 'Orden står inte i stycket. Kopiera dem ur texten här ovanför, eller lämna fältet tomt.',
	notYourComment: () => 'Det här kan bara den som skrev göra. Skriv ett svar i stället.',
	tooManyComments: ({ limit }) =>
		`Här får det plats ${formatCount('sv', limit, 'synpunkt', 'synpunkter')}, och de är använda. Hör av dig till ordföranden.`,
	tooManyOwnComments: ({ limit }) =>
		`Ni har redan ${formatCount('sv', limit, 'synpunkt', 'synpunkter')} på texten. Svara i en av dem, eller ta tillbaka en.`,
	...ofAmendments,
}
