import { formatCount, formatNumber } from '#i18n/format.ts'

/** Said of a comment by whom it comes from, and what it is about. */
const said = (verb: string) => (by: string, about: string) => `${by} ${verb}${about}:`

export const comments = {
	title: 'Synpunkter',
	give: 'Lämna synpunkt',
	giveOnWhole: 'Lämna synpunkt på hela texten',
	giveOnBlockHint: 'Gäller det ett visst stycke? Tryck på ”Lämna synpunkt” vid stycket i texten.',
	toText: 'Till texten',
	toAll: 'Alla synpunkter',
	wholeText: 'Hela texten',
	removedBlocks: 'Synpunkter på borttagna stycken',
	removedBlocksHint: 'Styckena har tagits bort eller satts ihop med andra. Så här stod det när synpunkten lämnades.',
	byChair: 'Ordföranden',
	bySecretary: 'Handläggaren',
	/** Chair or secretary, when it is not known which. */
	byCoalition: 'Samverkan',
	erasedPerson: 'borttagen person',
	replyingTo: (name: string) => `svar till ${name}`,
	kinds: { answer: 'Svar på synpunkten', reopening: 'Öppnade synpunkten igen' },
	changed: (when: string) => `Ändrad ${when}`,
	earlier: 'Så löd den först',
	withdrawn: 'Synpunkten togs tillbaka.',
	open: 'Väntar på svar',
	resolved: 'Besvarad',
	stale: 'Texten har ändrats sedan dess.',
	thenItSaid: 'Så stod det då',
	quote: {
		stands: 'Om orden',
		changed: 'Orden har ändrats sedan dess. De löd:',
		gone: 'Orden stod i stycket, som har tagits bort:',
	},
	filters: {
		label: 'Vilka synpunkter',
		all: (count: number) => `Alla, ${formatNumber('sv', count)}`,
		open: (count: number) => `Väntar på svar, ${formatNumber('sv', count)}`,
		resolved: (count: number) => `Besvarade, ${formatNumber('sv', count)}`,
	},
	none: 'Inga synpunkter än',
	noneHint: 'Den som lämnar en synpunkt får ett svar här och ett mejl när svaret har kommit.',
	noneOfThese: 'Inga synpunkter här',
	closed: {
		deciding: 'Texten är låst för beslut, så nya synpunkter tas inte emot. De som finns kan fortfarande få svar.',
		over: 'Synpunkterna är stängda. De går att läsa, men inte att svara på.',
	},
	beforeBallot: (count: number) =>
		`${formatCount('sv', count, 'synpunkt', 'synpunkter')} väntar på svar. När omröstningen har startat kan texten inte ändras.`,
	beforeEntering: (count: number) =>
		`${formatCount('sv', count, 'synpunkt', 'synpunkter')} väntar på svar. När beslutet är infört kan texten inte ändras.`,
	readThem: 'Läs och svara',
	count: (count: number, open: number) =>
		formatCount('sv', count, 'synpunkt', 'synpunkter') +
		(open === 0 ? '' : `, ${formatNumber('sv', open)} väntar på svar`),
	on: (name: string) => `om ${name}`,
	about: (name: string) => `Om: ${name}`,
	from: (name: string) => `Synpunkt från ${name}`,
	withdrawnTitle: 'Synpunkt som togs tillbaka',
	show: 'Visa',
	reply: 'Svara',
	answer: 'Besvara',
	replyTo: (name: string) => `Svara ${name}`,
	reopen: 'Öppna igen',
	change: 'Ändra',
	withdraw: 'Ta tillbaka',
	ofWhom: (name: string) => `det som ${name} skrev`,
	agreed: (names: string) => `Instämmer: ${names}`,
	agree: (name: string) => `${name} instämmer`,
	agreeNoMore: (name: string) => `${name} instämmer inte längre`,
	fields: {
		as: 'Vem lämnar synpunkten?',
		text: 'Din synpunkt',
		textHint: 'Skriv vad ni vill ändra, och gärna varför.',
		words: 'Vilka ord gäller det?',
		wordsHint: 'Kopiera orden ur texten här ovanför, så ser alla vad ni menar. Tomt betyder hela stycket.',
		reply: 'Ditt svar',
		replyHint: 'Alla som är med i samverkan kan läsa det.',
		answer: 'Svar',
		answerHint: 'Skriv vad ni har gjort med synpunkten. Eller ställ en fråga, utan att avsluta.',
		reopening: 'Vad återstår?',
		reopeningHint: 'Synpunkten öppnas igen, och den som svarade får veta det.',
	},
	forCoalition: 'Jag, för samverkan',
	submit: 'Lämna synpunkten',
	submitReply: 'Svara',
	submitAnswer: 'Besvara och avsluta',
	submitQuestion: 'Svara utan att avsluta',
	submitReopening: 'Öppna synpunkten igen',
	whoSees: (name: string) =>
		`Synpunkten visas under ${name} och ditt eget namn, bara för dem som är med i samverkan. Den publiceras aldrig.`,
	whoSeesCoalition: 'Synpunkten visas i ditt namn, bara för dem som är med i samverkan. Den publiceras aldrig.',
	newerText: 'Stycket har ändrats sedan du öppnade texten. Så står det nu:',
	goneText: 'Stycket har tagits bort ur texten. Din synpunkt sparas ändå, med texten som den var.',
	yours: 'Något mer att säga om texten?',
	yoursHint: 'En synpunkt på hela texten. Ordföranden eller handläggaren svarar på den.',
	changeTitle: 'Ändra synpunkten',
	changeHint: 'Det går så länge ingen har sagt något efter dig. Det du skrev först finns kvar att läsa.',
	withdrawTitle: 'Ta tillbaka synpunkten',
	withdrawMeans:
		'Orden försvinner ur synpunkterna och mejlas inte till någon som inte redan har fått dem. Det andra har svarat står kvar. Det går inte att ångra.',
	newAnswers: (count: number, association: string) =>
		`${formatCount('sv', count, 'nytt svar', 'nya svar')} på synpunkter från ${association}.`,
	haveRead: 'Vi har läst svaren',
	done: {
		made: 'Synpunkten är lämnad. Ordföranden och handläggaren får ett mejl inom kort.',
		allMade: 'Synpunkterna är lämnade. Ordföranden och handläggaren får ett mejl inom kort.',
		noneMade: 'De synpunkterna var redan lämnade. Inget mer är sparat.',
		replied: 'Ditt svar är sparat.',
		resolved: 'Synpunkten är besvarad. Föreningen får ett mejl inom kort.',
		reopened: 'Synpunkten är öppen igen.',
		changed: 'Synpunkten är ändrad.',
		agreed: 'Det syns nu att ni instämmer.',
		agreedNoMore: 'Ni instämmer inte längre.',
		withdrawn: 'Synpunkten är tillbakatagen.',
		read: 'Noterat: ni har läst svaren.',
	},
	mail: {
		subject: (count: number, title: string) =>
			count === 1 ? `Ny synpunkt: ${title}` : `${formatNumber('sv', count)} nya synpunkter: ${title}`,
		subjectOurs: (count: number, title: string) =>
			count === 1 ? `Svar på er synpunkt: ${title}` : `${formatNumber('sv', count)} svar på era synpunkter: ${title}`,
		firstLine: (count: number, title: string) =>
			count === 1
				? `Någon har sagt något om ”${title}”. Läs det och svara här:`
				: `Det har kommit ${formatNumber('sv', count)} nya synpunkter och svar om ”${title}”. Läs dem och svara här:`,
		firstLineOurs: (count: number, title: string) =>
			count === 1
				? `Någon har svarat på er synpunkt om ”${title}”. Läs svaret här:`
				: `Det har kommit ${formatNumber('sv', count)} svar på era synpunkter om ”${title}”. Läs dem här:`,
		said: {
			comment: said('säger '),
			answer: said('besvarar synpunkten '),
			reopening: said('öppnar synpunkten igen '),
		},
		about: (what: string, quoted: string) => `om ${what} ”${quoted}”`,
		aboutWords: (what: string, quoted: string) => `om orden ”${quoted}” i ${what}`,
		aboutWhole: 'om hela texten',
		more: (count: number) => `Och ${formatNumber('sv', count)} till. Läs dem på sidan.`,
		doNotReply: 'Ett svar på det här mejlet blir aldrig en synpunkt. Svara på sidan i stället.',
	},
	events: {
		commentMade: 'En synpunkt lämnades',
		commentRepliedTo: 'Någon svarade på en synpunkt',
		commentChanged: 'En synpunkt skrevs om',
		commentWithdrawn: 'En synpunkt togs tillbaka',
		commentResolved: 'En synpunkt besvarades',
		commentReopened: 'En synpunkt öppnades igen',
		commentHidden: 'Ordföranden dolde något som sades, eller visade det igen',
		commentAgreedWith: 'En förening instämde i en synpunkt, eller tog tillbaka det',
		answersRead: 'En förening läste svaren på sina synpunkter',
	},
}
