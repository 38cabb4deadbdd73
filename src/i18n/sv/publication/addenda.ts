import { formatCount, formatDateTime, formatLongDateTime, formatNumber } from '#i18n/format.ts'

/** What is added to a published text. */
const names = { correction: 'Rättelse', withdrawal: 'Återkallelse' }
type Kind = keyof typeof names

/** What an association said of it. Silence lets a correction pass, and is no agreement to a withdrawal. */
const answers: Readonly<Record<Kind, Readonly<Record<'agreed' | 'objected' | 'silent' | 'left', string>>>> = {
	correction: { agreed: 'Ja', objected: 'Invände', silent: 'Invände inte', left: 'Är inte med längre' },
	withdrawal: { agreed: 'Ja', objected: 'Nej', silent: 'Svarade inte', left: 'Är inte med längre' },
}

/** Corrections and withdrawals of published texts: on members' pages, in public and in mails. */
export const addenda = {
	names,
	answers,
	/** As it is called beside its statement: there is one withdrawal, and may be several corrections. */
	called: (kind: Kind, ordinal: number) => (kind === 'correction' ? `${names[kind]} ${ordinal}` : names[kind]),
	summary: {
		correction: 'Det här rättar en del av ett publicerat svar. Svaret självt ligger kvar som det var.',
		withdrawal: 'Svaret gäller inte längre. Det ligger kvar så att det går att läsa vad som stod.',
	},
	concerns: 'Gäller',
	toStatement: (label: string) => `Läs ${label}`,
	why: 'Varför',
	stood: 'Så stod det',
	reads: 'Så ska det stå',
	whoAnswered: 'Vad föreningarna svarade',
	howCorrection: 'Alla föreningar som hade en röst om svaret fick se rättelsen. En enda invändning hade stoppat den.',
	howWithdrawal: (needed: number) =>
		`För att återkalla svaret behövde minst ${formatCount('sv', needed, 'förening', 'föreningar')} av dem som står bakom det säga ja.`,
	asked: (from: string, until: string) => `Frågan ställdes den ${from} och gick att svara på till den ${until}.`,
	urgent: (reason: string) => `Tiden var kortare än reglerna lovar. Ordföranden bestämde det: ${reason}`,
	about: 'Om texten',
	reasonGone: 'Skälet är dolt.',
	genuine: 'Kontrollsumma',
	genuineWhat:
		'Summan är räknad på allt som står i JSON-filens record. Den ändras om ett enda tecken ändras. Hur den räknas står i docs/RECORD.md.',
	files: 'Som fil',
	association: 'Förening',
	answer: 'Svar',
	title: 'Rätta eller återkalla',
	lead: 'En publicerad text ändras aldrig. Ett fel rättas i en egen text bredvid, och hela svaret kan återkallas. Föreningarna får frågan först.',
	none: 'Svaret är varken rättat eller återkallat',
	noneWhat: 'Bara ordföranden kan föreslå det, och föreningarna svarar.',
	unpublished: 'Svaret är inte publicerat än',
	unpublishedWhat: 'Tills det är publicerat ändras texten på sin egen sida.',
	propose: { correction: 'Föreslå en rättelse', withdrawal: 'Föreslå att återkalla' },
	standsAlready: 'Ett förslag i taget. Nästa går att lägga när det här är publicerat eller tillbakataget.',
	states: {
		open: 'Föreningarna svarar',
		settled: 'Tiden är ute',
		lapsed: 'Förföll',
		takenBack: 'Tillbakataget',
		published: 'Publicerat',
	},
	proposed: (kind: Kind, on: number) => `${names[kind]}, föreslagen den ${formatDateTime('sv', on)}`,
	form: {
		first: 'Vilken del gäller det?',
		last: 'Till och med vilken del?',
		lastHint: 'Välj samma del, om det bara gäller en.',
		text: 'Så ska det stå',
		textHint:
			'Skriv hela delen som den ska läsas. Markdown går bra: en siffra med punkt först ger en numrerad ståndpunkt.',
		reason: 'Varför?',
		reasonHint: 'Alla som läser svaret ser det. Skriv inga namn på personer.',
		closesOn: 'Sista dag att svara',
		closesOnHint: (days: number) => `Minst ${formatCount('sv', days, 'dag', 'dagar')} från nu.`,
		urgent: 'Varför är det bråttom?',
		urgentHint: 'Fyll bara i om tiden är kortare än reglerna lovar. Det blir offentligt.',
		preview: 'Granska',
		previewed: 'Så här blir det',
		ask: 'Fråga föreningarna',
		change: 'Ändra',
		meansCorrection: 'Alla föreningar i omröstningen får mejl. En enda invändning stoppar rättelsen.',
		meansWithdrawal:
			'Alla föreningar i omröstningen får mejl. Mer än hälften av dem som står bakom svaret måste säga ja. De som lämnade samverkan för mer än 30 dagar sedan räknas inte.',
	},
	until: (at: number) => `Föreningarna svarar till ${formatLongDateTime('sv', at)}.`,
	silenceCorrection: 'Den som inte svarar låter rättelsen gå igenom. En enda invändning stoppar den.',
	silenceWithdrawal: (agreed: number, needed: number) =>
		`${formatCount('sv', agreed, 'förening', 'föreningar')} har sagt ja, av minst ${formatNumber('sv', needed)} som behövs. Den som inte svarar har inte sagt ja.`,
	question: {
		correction: (association: string) => `Går ${association} med på rättelsen?`,
		withdrawal: (association: string) => `Går ${association} med på att svaret återkallas?`,
	},
	agree: { correction: 'Ja, rätta', withdrawal: 'Ja, återkalla' },
	object: { correction: 'Nej, vi invänder', withdrawal: 'Nej, låt svaret stå' },
	agreeFor: {
		correction: (association: string) => `${association} går med på rättelsen`,
		withdrawal: (association: string) => `${association} går med på att svaret återkallas`,
	},
	objectFor: {
		correction: (association: string) => `${association} invänder, och då stoppas rättelsen`,
		withdrawal: (association: string) => `${association} vill att svaret står kvar`,
	},
	reasonHint: 'Publiceras tillsammans med svaret ni ger.',
	answerNow: 'Ert svar nu',
	waiting: 'Väntar på svar',
	answered: 'Ert svar är sparat. Det går att ändra tills tiden är ute.',
	since: (association: string) => `Bara den som hade sitt uppdrag när frågan ställdes svarar för ${association}.`,
	stopped:
		'En förening har invänt. Då går rättelsen inte att publicera. Ta tillbaka den, och föreslå en annan om det behövs.',
	ready: 'Nu går det att publicera.',
	publishMeans: 'När det är publicerat ändras det aldrig, och det går inte att ta bort.',
	publish: { correction: 'Publicera rättelsen', withdrawal: 'Återkalla svaret' },
	lapses: (at: number) => `Gör det senast ${formatLongDateTime('sv', at)}. Sedan måste föreningarna få frågan på nytt.`,
	takeBack: 'Ta tillbaka förslaget',
	done: {
		proposed: 'Föreningarna har fått frågan.',
		takenBack: 'Förslaget är tillbakataget. Föreningarna får veta.',
		published: 'Det är publicerat. Föreningarna får veta.',
	},
	seePublished: 'Visa det publicerade',
	events: {
		addendumProposed: 'En rättelse eller återkallelse föreslogs',
		addendumAnswered: 'En förening svarade på ett förslag om rättelse eller återkallelse',
		addendumTakenBack: 'Ett förslag om rättelse eller återkallelse togs tillbaka',
		addendumPublished: 'En rättelse eller återkallelse publicerades',
	},
	mail: {
		subjects: {
			open: {
				correction: (title: string) => `Invänd eller låt rätta: ${title}`,
				withdrawal: (title: string) => `Ska svaret återkallas? ${title}`,
			},
			takenBack: (title: string) => `Förslaget togs tillbaka: ${title}`,
			published: {
				correction: (title: string) => `Rättat: ${title}`,
				withdrawal: (title: string) => `Återkallat: ${title}`,
			},
		},
		open: {
			correction: (association: string, title: string, at: number) =>
				`Ordföranden vill rätta det publicerade svaret ”${title}”. ${association} kan invända till ${formatLongDateTime('sv', at)}. Svarar ni inte går rättelsen igenom, om ingen annan invänder.`,
			withdrawal: (association: string, title: string, at: number) =>
				`Ordföranden vill återkalla det publicerade svaret ”${title}”. Säg vad ${association} tycker senast ${formatLongDateTime('sv', at)}. Den som inte svarar har inte sagt ja.`,
		},
		takenBack: (title: string) =>
			`Förslaget att rätta eller återkalla ”${title}” är tillbakataget. Ni behöver inte göra något.`,
		published: {
			correction: (title: string, label: string) => `En rättelse till ”${title}” (${label}) är publicerad.`,
			withdrawal: (title: string, label: string) => `Svaret ”${title}” (${label}) är återkallat.`,
		},
	},
}
