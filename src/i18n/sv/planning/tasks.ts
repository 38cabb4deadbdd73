import { formatCount } from '#i18n/format.ts'

export const tasks = {
	title: 'Mina uppgifter',
	waitsOnYou: 'Väntar på dig',
	nothing: 'Ingenting väntar på dig',
	nothingMore: 'Vi hör av oss när det finns något att göra.',
	countOn: (numbers: string) => `Räkna rösterna om ${numbers}`,
	voteOn: (association: string, numbers: string) => `Rösta för ${association} om ${numbers}`,
	kinds: {
		write: () => 'Skriv texten',
		openConsultation: () => 'Skicka ut texten för synpunkter',
		openBallot: () => 'Starta omröstningen',
		recordStances: (association: string) => `Säg vad ${association} tycker`,
		comment: (association: string) => `Lämna synpunkter för ${association}`,
		answerComments: (_association: string, count: number) =>
			`Svara på ${formatCount('sv', count, 'synpunkt', 'synpunkter')}`,
		readAnswers: (association: string, count: number) =>
			`Läs ${formatCount('sv', count, 'svar', 'svar')} till ${association}`,
		decideAmendments: (_association: string, count: number) =>
			`Avgör ${formatCount('sv', count, 'yrkande', 'yrkanden')}`,
		mergeAmendments: (_association: string, count: number) =>
			`Arbeta in ${formatCount('sv', count, 'bifallet yrkande', 'bifallna yrkanden')} i texten`,
		putForwardAmendments: (association: string, count: number) =>
			`Lägg fram ${formatCount('sv', count, 'yrkande', 'yrkanden')} för ${association}`,
		confirmAmendments: (association: string, count: number) =>
			`Läs ${formatCount('sv', count, 'ny lydelse', 'nya lydelser')} av yrkanden som ${association} står bakom`,
		vote: (association: string) => `Rösta för ${association}`,
		checkVote: (association: string) => `Stämmer det? Så sägs ${association} ha röstat`,
		checkAndSign: (association: string) => `Stämmer det? Så sägs ${association} ha röstat. Skriv sedan under`,
		settleContests: (_association: string, count: number) =>
			`Red ut ${formatCount('sv', count, 'röst', 'röster')} som inte sägs stämma`,
		closeBallot: () => 'Räkna rösterna',
		referBack: () => 'Ta texten tillbaka till arbete',
		settleQuorum: () => 'För få röstade: välj hur det går vidare',
		signOff: (association: string) => `Skriv under för ${association}`,
		publish: () => 'Publicera',
		markAsSent: () => 'Skicka svaret till mottagaren',
		followUp: () => 'Följ upp: nu väntas besked om ståndpunkterna',
		answerConsensusList: (association: string, count: number) =>
			`Svara för ${association}: har ni något emot ${formatCount('sv', count, 'yrkande', 'yrkanden')}?`,
		answerAddendum: (association: string) =>
			`Svara för ${association}: får det publicerade svaret rättas eller återkallas?`,
		settleAddendum: () => 'Föreningarna har svarat: publicera rättelsen eller återkallelsen, eller ta tillbaka den',
	},
	others: {
		checkNotice: 'Kontrollera det som kom in',
		handleInquiry: 'Ta hand om remissen',
		nameDelegates: (missing: number) => `Utse ordinarie för ${formatCount('sv', missing, 'förening', 'föreningar')}`,
	},
	/** After what it is about: a deputy acts when the delegate is away. */
	asDeputy: 'du är ersättare',
	coalitions: 'Här är du med',
	/** What somebody is in a coalition: “ordinarie för Attention”. */
	seat: (role: string, association: string | null) => (association === null ? role : `${role} för ${association}`),
	noSeat: 'Du har inget uppdrag just nu',
	noSeatHint: 'Det är ordföranden i en samverkan som ger uppdrag. Hör av dig dit, om du väntar på ett.',
	operator: 'Drift: alla samverkan',
	operates: 'Du sköter driften',
	operatesWhat: 'Här skapar du en samverkan och bjuder in dess ordförande. Du har inget eget uppdrag i någon.',
	by: {
		stewards: 'ordföranden eller handläggaren',
		chair: 'ordföranden',
		associations: 'föreningarna',
		nobody: 'ingen',
	},
	next: {
		writing: (who: string) => `Texten skrivs. Sedan skickar ${who} ut den för synpunkter.`,
		views: (who: string) => `Nu säger ${who} vad de tycker. Sedan blir det omröstning.`,
		merging: (who: string) => `Nu arbetar ${who} in det som är bifallet. Sedan blir det omröstning.`,
		ballot: (who: string) => `Nu kan ${who} starta omröstningen.`,
		voting: (who: string) => `Nu röstar ${who}. Sedan räknas rösterna.`,
		answering: (who: string) => `Nu svarar ${who} på en samförståndslista. Sedan blir det omröstning.`,
		closing: (who: string) => `Alla har röstat. Nu kan ${who} räkna rösterna.`,
		counting: (_who: string) => 'Omröstningen är över. Rösterna räknas inom någon minut.',
		rework: (who: string) => `Texten blev inte antagen. Nu tar ${who} tillbaka den, så att den kan skrivas om.`,
		choosing: (who: string) =>
			`För få röstade. Nu väljer ${who} om omröstningen förlängs, hålls igen eller om texten tas tillbaka.`,
		signing: (who: string) => `Texten är antagen. Nu skriver ${who} under.`,
		settling: (who: string) =>
			`En förening säger att rösten som är införd för den inte stämmer. Nu reder ${who} ut det.`,
		publishing: (who: string) => `Alla har svarat, eller tiden är ute. Nu kan ${who} publicera.`,
		sending: (who: string) => `Texten är publicerad. Nu skickar ${who} den till mottagaren.`,
		following: (who: string) => `Texten är skickad. Nu ser ${who} efter vad det blev av ståndpunkterna.`,
		nothing: (_who: string) => 'Inget mer. Arbetet är klart.',
	},
	deadlines: {
		views: 'Sista dag för synpunkter',
		vote: 'Sista tid att rösta',
		signOff: 'Sista tid att skriva under',
		answer: 'Svaret ska vara framme',
	},
	statuses: {
		todo: 'Att göra',
		started: 'Påbörjat',
		waiting: 'Väntar på andra',
		done: 'Klart',
	},
}
