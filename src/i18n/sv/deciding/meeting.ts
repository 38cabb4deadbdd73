import type { ChangedSince } from '#domain/deciding/meeting.ts'
import { formatList } from '#i18n/format.ts'

const CHANGED: Readonly<Record<ChangedSince, string>> = {
	text: 'texten',
	inquiry: 'remissens namn, avsändare eller diarienummer',
	coalition: 'samverkans namn eller nummerserie',
}

/** Votes that were entered from a meeting's minutes, and associations that say they are not right. */
export const meeting = {
	/** How an association voted, after “att” or a colon. */
	said: {
		yes: (association: string) => `${association} röstade ja`,
		no: (association: string) => `${association} röstade nej`,
		abstain: (association: string) => `${association} avstod`,
		absent: (association: string) => `${association} röstade inte`,
	},
	adoptedNext: 'Varje förening får mejl om hur den sägs ha röstat, och skriver sedan under.',
	enteredBy: 'Infört av',
	/** As what somebody did it, and when; `role`: empty where it is not known. */
	by: (role: string, when: string) => (role === '' ? when : `${role}, ${when}`),
	sayBy: 'Föreningarna kan säga till senast',
	changedSince: (what: readonly ChangedSince[], signs: boolean) =>
		`Efter mötets dag, men innan beslutet infördes, ändrades ${formatList(
			'sv',
			what.map((each) => CHANGED[each]),
		)}.${signs ? ' Läs hela svaret innan ni skriver under.' : ''}`,
	question: (association: string) => `Stämmer det för ${association}?`,
	asEntered: (said: string) => `Så är det infört från protokollet: ${said}.`,
	howToSay: (until: string) =>
		`Stämmer det inte, så säg till med ett tryck, senast ${until}. Då publiceras inte texten förrän det är utrett. Stämmer det, behöver ni inte göra något här.`,
	howItWas: 'Säg hur det var, om ni vill',
	howVoted: 'Hur röstade ni?',
	options: { yes: 'Ja', no: 'Nej', abstain: 'Vi avstod', absent: 'Vi röstade inte', unsaid: 'Det säger vi inte nu' },
	reason: 'Vad är fel?',
	reasonHint: 'Alla i samverkan kan läsa det.',
	notRight: 'Det stämmer inte',
	goSign: 'Svara på om ni står bakom texten',
	/** What an association says, and what it says instead; marked for all. */
	contested: (association: string) => `${association} säger att det inte stämmer`,
	mark: 'Stämmer inte, säger föreningen',
	instead: (said: string) => `Föreningen uppger: ${said}.`,
	received: (association: string) => `${association} har sagt att det inte stämmer`,
	receivedNext: 'Texten publiceras inte så länge ni säger det. Ordföranden och de andra föreningarna ser det här.',
	takenBack: (association: string) => `${association} säger att det stämmer`,
	takenBackNext: 'Rösten gäller som den är införd.',
	standsUntil:
		'Texten publiceras inte förrän det är utrett. Ordföranden tar tillbaka texten och för in beslutet på nytt, eller så säger ni här att det stämmer ändå.',
	takeBack: 'Det stämmer ändå',
	seatedSince: (association: string) =>
		`Ditt uppdrag för ${association} började efter att beslutet fördes in. Den som var ordinarie eller ersättare då kan säga att det stämmer ändå.`,
	delegateSaid: (association: string) => `Den ordinarie har svarat för ${association}, och det svaret gäller.`,
	forChair:
		'Någon förening säger att rösten som är införd för den inte stämmer. Läs protokollet igen. Är det infört fel, så ta tillbaka texten och för in beslutet på nytt. Är det infört rätt, så tala med föreningen, som kan säga här att det stämmer ändå.',
}
