import { formatCount, formatList, formatLongDateTime, formatNumber } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'

/** What an amendment is, where something is asked of it that does not go with that. */
const amendmentIs: Readonly<Record<RejectionOf['amendmentState']['state'], string>> = {
	prepared: 'Yrkandet har inte lagts fram än.',
	open: 'Yrkandet är öppet.',
	withdrawn: 'Yrkandet är tillbakadraget.',
	adopted: 'Yrkandet är redan bifallet.',
	adoptedWithChanges: 'Yrkandet är redan bifallet med ändringar.',
	rejected: 'Yrkandet är redan avslaget.',
}

const numbered = (number: number) => `Y${number}`

/** What rests on what was merged. */
const rests: Readonly<Record<RejectionOf['mergingRests']['on'], string>> = {
	text: 'Det går inte att ångra, för texten har ändrats på samma ställe sedan dess.',
	said: 'Det går inte att ångra, för någon har tyckt något om de nya orden.',
	amendments: 'Det går inte att ångra, för något av yrkandena har avgjorts på nytt sedan dess.',
	stage: 'Det går inte att ångra, för texten har gått ut till föreningarna eller kommit tillbaka sedan dess.',
}

/** Why something is not done with an amendment. */
export const ofAmendments: RefusalsOf<
	| 'amendmentState'
	| 'amendmentChanged'
	| 'amendmentAsked'
	| 'adoptedByList'
	| 'amendmentsCollide'
	| 'consensusListStands'
	| 'consensusListOver'
	| 'reasonWithoutObjection'
	| 'amendmentChangesNothing'
	| 'ownAmendment'
	| 'decidedByBallot'
	| 'preferredInBallot'
	| 'preferredChanged'
	| 'preferredPassedOver'
	| 'notOpposed'
	| 'ballotsOpen'
	| 'dissentOnTextOnly'
	| 'tooMuchTime'
	| 'tooFewUncommitted'
	| 'tellsVote'
	| 'adoptedLeftOut'
	| 'tooManyVersions'
	| 'tooManyAmendments'
	| 'tooManyOwnAmendments'
	| 'amendmentsMoved'
	| 'amendmentsInTheWay'
	| 'collisionsOpen'
	| 'turnsRound'
	| 'mergesNothing'
	| 'mergingRests'
> = {
	amendmentState: ({ state }) => `${amendmentIs[state]} Läs vad det blev av det.`,
	amendmentChanged: () => 'Yrkandet fick en ny lydelse medan du läste. Läs den först, och tryck sedan igen.',
	amendmentAsked: ({ asked }) =>
		asked.kind === 'list'
			? 'Föreningarna tillfrågas om yrkandet i en samförståndslista. Orden står fast tills tiden är ute. På yrkandets sida ser du när det är.'
			: 'Föreningarna röstar om yrkandet. Orden står fast tills omröstningen är räknad. På yrkandets sida ser du när den slutar.',
	adoptedByList: () =>
		'Föreningarna har bifallit yrkandet tillsammans, i en samförståndslista. Det tar ingen tillbaka ensam. Lägg ett nytt yrkande i stället.',
	amendmentsCollide: ({ numbers, adopted }) =>
		adopted.length > 0
			? `${formatList('sv', numbers.map(numbered))} vill något annat med samma ord än ${formatList('sv', adopted.map(numbered))}, som redan är bifallet. Kryssa ur ${formatList('sv', numbers.map(numbered))}.`
			: `${formatList('sv', numbers.map(numbered))} vill olika saker med samma ord, så alla kan inte bifallas. Kryssa ur alla utom ett av dem.`,
	consensusListStands: ({ until }) =>
		`Föreningarna tillfrågas om yrkanden i en samförståndslista till ${formatLongDateTime('sv', until)}. Vänta tills dess, eller avbryt listan först: då får alla veta det.`,
	consensusListOver: ({ cancelled }) =>
		cancelled
			? 'Samförståndslistan är avbruten, så inget avgörs genom den. Yrkandena är öppna.'
			: 'Tiden är ute, så svaret kan inte ändras. Vad det blev av yrkandena står på listans sida.',
	reasonWithoutObjection: () =>
		'Ni har skrivit ett skäl vid ett yrkande utan att kryssa i att ni invänder. Kryssa i, eller ta bort skälet.',
	amendmentChangesNothing: () => 'Det du skrev är som det står redan. Skriv vad ni vill ändra.',
	ownAmendment: () => 'Det är er förenings eget yrkande. Ni står redan bakom det.',
	decidedByBallot: () =>
		'Föreningarna har avgjort yrkandet i en omröstning, så beslutet kan inte tas tillbaka. Den som vill något annat kan lägga ett nytt yrkande.',
	preferredInBallot: () =>
		'Föreningarna har valt yrkandet framför ett annat i en omröstning, så du kan bara bifalla det som det är. Ställ det under en egen omröstning om det ska prövas. De som har lagt det kan dra tillbaka det eller skriva om det.',
	preferredChanged: ({ numbers }) =>
		`Föreningarna har valt ${formatList('sv', numbers.map(numbered))} framför ett annat yrkande i en omröstning, så orden kan inte ändras när de arbetas in. Välj dem som de är, eller kryssa ur. De som har lagt yrkandet kan skriva om det.`,
	preferredPassedOver: ({ numbers }) =>
		`Föreningarna har valt ${formatList('sv', numbers.map(numbered))} framför ett annat yrkande i en omröstning, men orden står inte i texten. Bifall och arbeta in dem, eller ställ yrkandet under en egen omröstning. Texten går till beslut när det är inarbetat, avslaget av föreningarna eller tillbakadraget.`,
	notOpposed: () =>
		'De två yrkandena vill inte olika saker med samma ord, så båda kan bifallas. Ställ vart och ett under en egen omröstning.',
	ballotsOpen: ({ count }) =>
		`Nu pågår ${formatCount('sv', count, 'omröstning om yrkanden', 'omröstningar om yrkanden')}. Vänta tills rösterna är räknade. Under fliken Omröstning står när det är.`,
	dissentOnTextOnly: () =>
		'En reservation eller ett särskilt yttrande läggs till när hela texten prövas, inte när ett yrkande gör det. Rösta utan.',
	tooMuchTime: ({ days, latest }) =>
		`Föreningarna tillfrågas om yrkanden i högst ${formatCount('sv', days, 'dag', 'dagar')}, för så länge väntar texten. Välj en dag senast ${formatLongDateTime('sv', latest)}.`,
	tooFewUncommitted: ({ least, uncommitted }) =>
		`En hemlig omröstning kräver minst ${formatCount('sv', least, 'förening', 'föreningar')} som inte står bakom det som prövas, annars syns det hur de röstade. Nu är de ${formatNumber('sv', uncommitted)}. Avgör yrkandet själv, eller fråga i en samförståndslista. Har föreningarna valt det framför ett annat kan du bifalla och arbeta in det, eller be dem som har lagt det att dra tillbaka det. Under Inställningar kan ni välja regler där rösterna syns.`,
	tellsVote: () =>
		'Föreningarna röstar hemligt om yrkandet. Den som ansluter sig eller lämnar nu visar hur den röstar, och då syns det hur de andra gjorde. Vänta tills rösterna är räknade.',
	adoptedLeftOut: ({ numbers }) =>
		`Föreningarna har bifallit ${formatList('sv', numbers.map(numbered))}, men orden står inte i texten, eller vänds av ett ord som ”inte”. Arbeta in dem, eller skriv tillbaka dem i texten för hand. Ta bort ordet som vänder dem, eller skriv det i en egen mening. Vill ni något annat, lägg ett nytt yrkande på samma ställe och låt föreningarna avgöra det.`,
	tooManyVersions: ({ limit }) =>
		`Yrkandet har redan ${formatCount('sv', limit, 'lydelse', 'lydelser')}. Dra tillbaka det och lägg ett nytt.`,
	tooManyAmendments: ({ limit }) =>
		`Här får det plats ${formatCount('sv', limit, 'yrkande', 'yrkanden')}, och de är använda. Hör av dig till ordföranden.`,
	tooManyOwnAmendments: ({ limit }) =>
		`Ni har redan ${formatCount('sv', limit, 'yrkande', 'yrkanden')} på texten, så många som en förening kan ha. Skriv om ett av dem.`,
	amendmentsMoved: ({ numbers }) =>
		`${formatList('sv', numbers.map(numbered))} skrevs om, drogs tillbaka, avgjordes eller kom in i texten medan du läste. Läs igenom en gång till, och spara sedan.`,
	amendmentsInTheWay: ({ numbers }) =>
		`${formatList('sv', numbers.map(numbered))} går inte ihop med texten som den är nu. Kryssa ur. De som har lagt det kan skriva om det; har ordföranden eller handläggaren bifallit det måste det öppnas igen först. Har föreningarna bifallit det tillsammans står det fast: sätt tillbaka textens ord, eller skriv in yrkandets ord i texten för hand.`,
	collisionsOpen: ({ collisions }) =>
		`Yrkandena krockar på ${formatCount('sv', collisions.length, 'ställe', 'ställen')}. Välj vad som ska stå där.${collisions.some(({ held }) => held.length > 0) ? ' Det som föreningarna har bifallit tillsammans kommer in som de bifallit det, eller inte alls.' : ''}`,
	turnsRound: ({ numbers, adopted }) =>
		`${formatList('sv', adopted.map(numbered))}, som föreningarna har bifallit, vänds av ett ord som ”inte” eller ”aldrig”, som ${formatList('sv', numbers.map(numbered))} sätter in bland eller intill orden. Kryssa ur ${formatList('sv', numbers.map(numbered))}, eller låt föreningarna avgöra det också.`,
	mergesNothing: () => 'Inget av det du har valt kommer in i texten. Välj något annat.',
	mergingRests: ({ on }) => `${rests[on]} Ändra texten i stället.`,
}
