import { formatCount, formatList, formatNumber } from '#i18n/format.ts'

export const merging = {
	title: 'Arbeta in yrkanden i texten',
	link: 'Arbeta in yrkanden',
	lead: 'Välj vilka yrkanden som ska in. Läs igenom hur texten blir, och spara sedan allt på en gång.',
	beforeBallot: (numbers: readonly string[]) =>
		numbers.length === 1
			? `${formatList('sv', numbers)} är bifallet, men orden står inte i texten.`
			: `${formatList('sv', numbers)} är bifallna, men orden står inte i texten.`,
	byHandOnly: 'Det går inte att arbeta in dem i texten som den är nu: skriv in orden för hand.',
	adopted: 'Bifallna som inte är i texten än',
	onlyFirst: (count: number) =>
		`De första ${formatNumber('sv', count)} är ikryssade. Arbeta in dem, så kommer de nästa.`,
	open: 'Öppna yrkanden',
	openHint: 'De du kryssar för bifalls när du sparar.',
	changedBefore: 'Bifallet med ändringar',
	noneToMerge: 'Inga yrkanden att arbeta in',
	noneToMergeHint: 'Alla bifallna yrkanden står i texten, och inget är öppet.',
	noneNowHint: 'Inget går att arbeta in nu. På sidan står vilka som är kvar, och varför.',
	part: (first: number, last: number, all: number) =>
		`Öppna yrkanden ${first}–${last} av ${all}. Det du har kryssat för följer med när du bläddrar.`,
	onlyPart: 'Av de öppna yrkandena står bara de i den här delen här.',
	unticked: (numbers: readonly string[]) =>
		`${formatList('sv', numbers)} är inte längre ${numbers.length === 1 ? 'ikryssat' : 'ikryssade'}. Ett yrkande kryssas ur när det skrivs om, dras tillbaka, avgörs, kommer in i texten, går till föreningarna eller inte längre går ihop med texten. Läs igenom en gång till, och spara sedan.`,
	previous: 'Visa de föregående',
	next: 'Visa de nästa',
	asked: 'Inte med här så länge föreningarna tillfrågas om dem:',
	inTheWay: 'Går inte ihop med texten som den är nu',
	inTheWayHint:
		'Andra har ändrat samma ord sedan yrkandet skrevs. De som har lagt det kan skriva om det; har ordföranden eller handläggaren bifallit det måste det öppnas igen först. Har föreningarna bifallit det tillsammans står det fast: sätt tillbaka textens ord, eller skriv in yrkandets ord i texten för hand.',
	there: 'Står redan i texten',
	thereHint: 'Orden finns i texten som den är nu. Avgör yrkandena där de står.',
	choose: (count: number) => `Välj i ${formatCount('sv', count, 'krock', 'krockar')}`,
	chooseHint: (ownWords: boolean) =>
		`Yrkandena vill olika saker på samma ställe. Välj vad som ska stå${ownWords ? ', eller skriv något eget' : ''}.`,
	onlyOne: (count: number) => `${formatCount('sv', count, 'krock', 'krockar')} där bara ett kan stå`,
	onlyOneHint: 'Det är redan valt, så där behöver du inte välja.',
	chooseNone: (count: number) => `${formatCount('sv', count, 'krock', 'krockar')} där inget går att välja`,
	what: {
		words: 'samma ord',
		whole: 'hela delen',
		removed: 'ska delen vara kvar?',
		moved: 'var ska delen stå?',
	},
	inPart: (name: string, what: string) => `${name}: ${what}`,
	standsNow: 'Så står det nu:',
	held: (who: string) =>
		`Föreningarna har tillsammans bifallit ${who}, så det kommer in som de bifallit det. Ska det inte in nu, kryssa ur det.`,
	heldAlike: (who: string) =>
		`Föreningarna har tillsammans bifallit ${who}, så de kommer in som föreningarna bifallit dem. Ska de inte in nu, kryssa ur dem.`,
	heldSeveral: (who: string) =>
		`Föreningarna har vid samma tillfälle bifallit ${who}, som vill olika här. Välj ett av dem. Kommer något in av det som inte väljs är det bifallet med ändringar, och det får föreningarna veta. Ska något inte in nu, kryssa ur det.`,
	heldBefore: (who: string) =>
		`Föreningarna har också bifallit ${who}, men tidigare. Kommer något av det in är det bifallet med ändringar, och det får föreningarna veta.`,
	heldPreferred: (who: string) =>
		`Föreningarna har valt ${who} framför ett annat yrkande i en omröstning, men inte bifallit det. Kommer något av det in är det bifallet med ändringar, och det får föreningarna veta.`,
	preferredApart: (who: string) =>
		`Föreningarna har i omröstningar valt ${who} framför andra yrkanden, så allt som de vill kommer in som det är, men här vill de olika. Kryssa ur ett av dem, och ställ det under en egen omröstning.`,
	preferred: (who: string) =>
		`Föreningarna har valt ${who} framför ett annat yrkande i en omröstning, så orden kommer in som de är. Ska något annat stå där: kryssa ur det.`,
	nothing: '(inga ord)',
	side: (who: string) => `Som ${who} vill`,
	strikes: (who: string) => `Stryk delen, som ${who} vill`,
	keeps: (who: string) => `Behåll delen, med det som ${who} vill`,
	moves: (who: string, before: string) => `Flytta den, som ${who} vill: ${before}`,
	before: (name: string) => `före ${name}`,
	last: 'sist i texten',
	both: (who: string) => `Båda, efter varandra: ${who}`,
	neither: 'Ingetdera: låt det stå som nu',
	ownWords: 'Med egna ord, som du skriver i rutan',
	text: 'Egna ord',
	textHint: 'Då bifalls yrkandena med ändringar, och föreningarna ser dina ord bredvid sina.',
	result: 'Så blir texten',
	resultHint: 'Det som kommer till är understruket, det som försvinner är struket. Numret säger vems orden är.',
	standsUntilChosen: 'Där det krockar står det som nu tills du har valt.',
	nothingChanges: 'Texten blir som den är.',
	byHand: 'skrivet för hand',
	wholeText: 'Hela texten som den blir',
	showWhole: 'Visa hela texten som den blir',
	becomes: 'Vad det blir av yrkandena',
	outcomes: {
		whole: 'Kommer in som det är, och är bifallet.',
		changed: 'Kommer in med ändringar, och är bifallet med ändringar.',
		none: 'Kommer inte med. Det står kvar som det är.',
	},
	apartAfter: (numbers: readonly string[]) =>
		`När det här är sparat går ${formatList('sv', numbers)} inte längre ihop med texten. De som har lagt det kan skriva om det; har ordföranden eller handläggaren bifallit det måste det öppnas igen först. Har föreningarna bifallit det tillsammans står det fast: sätt tillbaka textens ord, eller skriv in yrkandets ord i texten för hand.`,
	note: 'Vad som är ändrat, och varför',
	noteHint: 'Behövs när något yrkande kommer in med ändringar. Föreningarna får det i ett mejl.',
	letGo: 'Stryk delarna fast någon har tyckt något om dem',
	letGoHint: 'Det som sagts finns kvar att läsa, men står inte längre vid ett ställe i texten.',
	see: 'Visa hur texten blir',
	seeChosen: 'Visa texten med det du valt',
	save: 'Spara i texten',
	saveMeans:
		'Alla som står bakom yrkandena får ett mejl. Det går att ångra så länge ingen har skrivit, tyckt eller avgjort något som bygger på det.',
	notYet: 'Välj i krockarna först. Sedan kan du spara.',
	untickFirst: 'Kryssa ur ett av yrkandena i varje krock där inget går att välja. Sedan kan du spara.',
	earlier: 'Inarbetat tidigare',
	mergedOn: (what: string, when: string) => `${what}, ${when}`,
	undo: 'Ångra inarbetningen',
	undoOf: (what: string) => ` av ${what}`,
	undoMeans: 'Texten blir som den var på de ställena, och varje yrkande vad det var innan.',
	done: {
		merged: 'Yrkandena står nu i texten. Föreningarna får ett mejl.',
		undone: 'Inarbetningen är ångrad. Föreningarna får ett mejl.',
	},
	cameIn: 'Så kom det in i texten',
	cameInOn: (when: string) => `Arbetades in i texten ${when}.`,
	ownHere: 'Yrkandet ville',
	standsHere: 'I texten sattes',
	wordsOf: (names: readonly string[]) => `Vems orden är: ${formatList('sv', names)}`,
	leadsTo: 'Visa stället i texten',
	parts: {
		words: 'Ord',
		new: 'Ny del',
		struck: 'Struken del',
		moved: 'Flyttad del',
		byHand: 'Andra ord, skrivna för hand',
		otherwise: 'Andra ord än yrkandets',
	},
	events: {
		amendmentMerged: 'Ett yrkande arbetades in i texten',
		amendmentUnmerged: 'Ett yrkande togs ut ur texten igen',
	},
	news: {
		merged: (name: string) => `${name} är bifallet och står nu i texten:`,
		mergedWithChanges: (name: string) => `${name} står nu i texten, med ändringar:`,
		unmerged: (name: string) => `${name} är inte längre i texten, och är vad det var innan:`,
	},
}
