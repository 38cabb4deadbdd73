import type { Tally } from '#domain/deciding/ballot.ts'
import { formatCount, formatNumber } from '#i18n/format.ts'

/** What is said of ballots on amendments. `first`, `second`: an amendment's number and whose it is. */
export const amendmentBallot = {
	put: 'Ställ under omröstning',
	title: (first: string) => `Ställ ${first} under omröstning`,
	question: (first: string) => `Ska ${first} bifallas?`,
	between: (first: string, second: string) => `Vilket ska gå vidare: ${first} eller ${second}?`,
	meaning:
		'Ja betyder att föreningen vill ha in ändringen i texten. Nej betyder att texten ska stå kvar som den är. Inget skrivs under.',
	meaningBetween:
		'De här två vill olika saker med samma ord. Det som fler röstar för går vidare, och det andra avslås. Det som går vidare är inte bifallet än. Inget skrivs under.',
	secretNeeds: (least: number) =>
		`Rösterna räknas bara om minst ${formatNumber('sv', least)} av dem som inte står bakom det som prövas har röstat. Annars skulle det synas hur de gjorde.`,
	choices: {
		yes: (number: string) => `Ja till ${number}`,
		no: (number: string) => `Nej till ${number}`,
		sentences: {
			yes: (association: string, name: string) => `${association} vill ha in ${name} i texten`,
			no: (association: string, name: string) => `${association} vill att texten står kvar, utan ${name}`,
			either: (association: string, name: string) => `${association} röstar för ${name}`,
		},
	},
	cameOfIt: {
		adopted: (first: string) => `${first} är bifallet`,
		rejected: (first: string) => `${first} är avslaget`,
		first: (first: string, second: string) => `${first} går vidare, och ${second} är avslaget`,
		second: (first: string, second: string) => `${second} går vidare, och ${first} är avslaget`,
		tied: (first: string, second: string) => `Lika många röster för ${first} och ${second}: inget är avgjort`,
		noQuorum: (first: string, second: string) =>
			second === '' ? `För få röstade om ${first}` : `För få röstade om ${first} och ${second}`,
	},
	next: {
		adopted: 'Ordföranden arbetar in det i texten.',
		rejected: 'Texten står kvar. Beslutet kan bara ändras genom ett nytt yrkande.',
		preferred:
			'Det som går vidare är öppet. Ordföranden kan bifalla det, arbeta in det eller ställa det under en egen omröstning. Dras det tillbaka eller skrivs om är det andra öppet igen.',
		open: 'Det är öppet som förut. Ordföranden kan avgöra det, eller ställa det under omröstning igen.',
		openBoth: 'De är öppna som förut. Ordföranden kan avgöra dem, eller ställa dem under omröstning igen.',
	},
	against: 'Hur ska det prövas?',
	alone: 'För sig, ja eller nej',
	aloneHint: 'Får det tillräckligt många ja är det bifallet, annars avslaget. Röstar för få är inget avgjort.',
	over: (name: string) => `Mot ${name}`,
	overHint:
		'De vill olika saker med samma ord. Det yrkande som får flest röster går vidare, och det andra avslås. Röstar för få, eller lika många, är inget avgjort.',
	ruleBetween: 'Det yrkande som får flest röster går vidare.',
	ruleAgainst: 'Ställs det mot ett annat yrkande går det som får flest röster vidare, i stället för fler ja än nej.',
	notLong: (days: number) =>
		`Behövs bara om föreningarna får mindre än ${formatCount('sv', days, 'dag', 'dagar')} att rösta. Alla som röstar läser det.`,
	closeMeans: 'Omröstningen slutar när tiden är ute. Den går inte att avbryta, och texten kan skrivas under tiden.',
	openNow: 'Starta omröstningen',
	words: (first: string) => `Vad ${first} ändrar`,
	asItWas: 'Så stod det när yrkandet skrevs, med ändringen inlagd.',
	why: 'Varför',
	behind: (names: string) => `Står bakom: ${names}.`,
	read: 'Läs yrkandet',
	isAsked: (until: string, secret: boolean) =>
		`Föreningarna röstar om yrkandet till ${until}. Till dess står orden fast. ${secret ? 'Rösterna är hemliga, så ingen ansluter sig eller lämnar under tiden.' : 'Det går att ansluta sig.'}`,
	isCounted: 'Omröstningen om yrkandet är över, och rösterna räknas inom någon minut.',
	toBallot: 'Gå till omröstningen',
	ballots: 'Omröstningar om yrkandet',
	openAgain:
		'Yrkandet är öppet igen. Det avslogs för att föreningarna föredrog ett annat, men det andra står inte kvar som det var när de röstade.',
	isPreferred:
		'Föreningarna har valt yrkandet framför ett annat i en omröstning. Du kan bifalla det som det är. Ska det prövas för sig ställer du det under en egen omröstning. De som har lagt det kan dra tillbaka det eller skriva om det.',
	/** Of what was preferred to another. */
	goesOn:
		'Texten går inte till beslut förrän yrkandet är inarbetat, avslaget av föreningarna eller tillbakadraget, eller något som de har bifallit står på dess plats.',
	adopt: 'Bifall, och meddela föreningen',
	adoptNote: 'Vill du säga något om det?',
	adoptNoteHint: 'Föreningen läser det.',
	decidedIn: (what: string, when: string) => `${what} i en omröstning, som räknades ${when}.`,
	mark: 'Under omröstning',
	/** In the history. */
	event: 'Ett yrkande avgjordes i en omröstning',
	cannotNow: 'Det här yrkandet kan inte ställas under omröstning nu',
	toAmendment: 'Till yrkandet',
	waits: (count: number) =>
		`Nu pågår ${formatCount('sv', count, 'omröstning om yrkanden', 'omröstningar om yrkanden')}. När rösterna är räknade kan hela texten prövas.`,
	bars: {
		described: (yes: string, no: string, { yes: first, no: second, abstain, silent }: Tally) =>
			`${yes}: ${formatNumber('sv', first)}. ${no}: ${formatNumber('sv', second)}. Avstod: ${formatNumber('sv', abstain)}. Röstade inte: ${formatNumber('sv', silent)}.`,
	},
	mail: {
		subject: (numbers: string, title: string) => `Rösta om ${numbers}: ${title}`,
		alone: (association: string, first: string, title: string) =>
			`${association} ska rösta om ett yrkande på ”${title}”: ska ${first} bifallas?`,
		between: (association: string, first: string, second: string, title: string) =>
			`${association} ska välja mellan två yrkanden på ”${title}”: ${first} eller ${second}.`,
		by: (until: string) => `Rösta senast ${until}:`,
		result: (title: string, what: string) =>
			`En omröstning om yrkanden på ”${title}” är över. ${what}. Se hur det gick:`,
	},
}
