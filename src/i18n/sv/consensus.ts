import { formatCount, formatList, formatLongDateTime } from '#i18n/format.ts'

const amendments = (count: number) => formatCount('sv', count, 'yrkande', 'yrkanden')

/** Amendments that all associations are asked about in one question. */
export const consensus = {
	title: 'Samförståndslistor',
	list: 'Samförståndslista',
	link: 'Fråga om flera yrkanden på en gång',
	lead: 'Yrkanden som ingen har något emot kan föreningarna få i en enda fråga. När tiden är ute blir de bifallna, utom de som någon förening invänder mot.',
	none: 'Inga samförståndslistor än',
	noneHint: 'Ordförande eller handläggare kan göra en när det finns öppna yrkanden.',
	notAllowed: 'Era regler låter inte tystnad räknas som ja. Avgör yrkandena var för sig i stället.',
	voiceless: (names: readonly string[]) =>
		`Ingen kan invända för ${formatList('sv', names)}, och då säger tystnaden inget. Ge någon uppdraget som ordinarie där först.`,
	oneAtATime: 'Föreningarna svarar på en lista i taget. Nästa går att göra när den är klar.',
	nothingToList: 'Det finns inga yrkanden att ha med',
	nothingToListHint:
		'Bara öppna yrkanden som går ihop med texten och som föreningarna inte redan tillfrågas om kan vara med.',
	new: 'Gör en ny lista',
	unopposed: 'Inget talar mot dem',
	doubtful: 'Läs först: något talar för att avgöra dem för sig',
	doubtfulHint: 'De är inte ikryssade. Kryssa i det som ändå ska vara med.',
	doubts: {
		collides: (numbers: readonly string[]) => `Krockar med ${formatList('sv', numbers)}.`,
		adopted: (numbers: readonly string[]) => `Krockar med ${formatList('sv', numbers)}, som redan är bifallet.`,
		comments: 'En synpunkt på samma ställe väntar på svar.',
		reworded: (names: readonly string[]) => `${formatList('sv', names)} anslöt sig till en tidigare lydelse.`,
		objected: (association: string, reason: string) =>
			reason === ''
				? `${association} invände i en tidigare lista.`
				: `${association} invände i en tidigare lista: ${reason}`,
	},
	votedOn: 'Inte med här, för föreningarna röstar om dem nu:',
	apart: 'Kan inte vara med',
	apartHint:
		'Texten har ändrats på samma ställe, eller så är ett annat yrkande om samma ord redan bifallet. De som har lagt yrkandet kan skriva om det.',
	part: (first: number, last: number, all: number) =>
		`Yrkanden ${first}–${last} av ${all}. Det du har kryssat för följer med när du bläddrar.`,
	elsewhere: 'Kryssade på andra sidor:',
	unticked: (numbers: readonly string[]) =>
		`${formatList('sv', numbers)} är inte längre ${numbers.length === 1 ? 'ikryssat' : 'ikryssade'}. Ett yrkande kryssas ur när det skrivs om, dras tillbaka, avgörs, går till omröstning eller inte längre går ihop med texten eller med det som är bifallet. Läs igenom en gång till, och fråga sedan.`,
	closesOn: 'Sista dag att invända',
	closesOnHint: (days: number) =>
		`Minst ${formatCount('sv', days, 'dag', 'dagar')} från nu. Ingen kan korta tiden sedan.`,
	openMeans:
		'Alla föreningar får mejl. Medan de svarar går yrkandena inte att skriva om, dra tillbaka eller avgöra. Du kan avbryta hela listan, och då får alla veta det.',
	open: 'Fråga föreningarna',
	opened: (count: number, on: string) => `${amendments(count)}, ${on}`,
	states: { open: 'Föreningarna svarar', over: 'Tiden är ute', settled: 'Klar', cancelled: 'Avbruten' },
	until: (count: number, at: number) =>
		count === 1
			? `Yrkandet blir bifallet ${formatLongDateTime('sv', at)}, om ingen förening invänder mot det innan dess.`
			: `De här ${formatCount('sv', count, 'yrkandet', 'yrkandena')} blir bifallna ${formatLongDateTime('sv', at)}, utom de som någon förening invänder mot innan dess.`,
	silence: 'Den som inte svarar säger ja.',
	standsFrom: 'Den som har invänt mot samma ord i en tidigare lista gör det här med, tills den svarar.',
	textMoves:
		'Texten skrivs vidare under tiden. Ett yrkande blir bifallet också om orden det gäller har skrivits om, och läggs då in i texten för hand.',
	over: 'Tiden är ute. Vad det blev står här inom någon minut.',
	cancelledBecause: (on: string) => `Listan avbröts ${on}, så inget avgjordes genom den. Skälet:`,
	settledWith: (adopted: number, left: number) =>
		left === 0
			? `Ingen invände. ${adopted === 1 ? 'Yrkandet är bifallet' : `Alla ${amendments(adopted)} är bifallna`}.`
			: `${adopted === 0 ? 'Inget yrkande är bifallet' : adopted === 1 ? '1 yrkande är bifallet' : `${amendments(adopted)} är bifallna`}. ${amendments(left)} lämnades ${left === 1 ? 'öppet' : 'öppna'}.`,
	unheard: (names: readonly string[]) =>
		`Inget är bifallet, för ingen kunde invända för ${formatList('sv', names)} under hela tiden. Alla yrkanden lämnades öppna.`,
	outcomes: {
		adopted: 'Bifallet',
		objected: 'Lämnades öppet: någon invände',
		inTheWay: 'Lämnades öppet: ett annat yrkande om samma ord är bifallet',
		unheard: 'Lämnades öppet: alla kunde inte svara',
	},
	listed: 'Yrkandena',
	objects: (association: string, reason: string) =>
		reason === '' ? `${association} invänder.` : `${association} invänder: ${reason}`,
	answerFor: (association: string) => `Svara för ${association}`,
	answerHint: 'Kryssa bara i det ni invänder mot. Det ni inte kryssar i säger ni ja till.',
	objectTo: (association: string, name: string) => `${association} invänder mot ${name}`,
	reason: (number: string) => `Varför ni invänder mot ${number}`,
	reasonHint: 'Alla i samverkan läser det.',
	answer: (association: string) => `Spara svaret för ${association}`,
	answerMeans: 'Ni kan ändra svaret tills tiden är ute.',
	answeredAll: (association: string, at: string) => `${association} sa ja till alla ${at}.`,
	answeredSome: (association: string, count: number, rest: number, at: string) =>
		`${association} invände mot ${amendments(count)} ${at}${rest === 0 ? '' : ' och sa ja till resten'}.`,
	since: (association: string) =>
		`Du fick uppdraget för ${association} efter att frågan ställdes. Den som var ordinarie eller ersättare då svarar.`,
	office: (association: string) =>
		`Den som är ordförande eller handläggare svarar inte för ${association}, enligt era regler.`,
	whoAnswered: 'Vad föreningarna svarade',
	association: 'Förening',
	said: 'Svar',
	when: 'När',
	saidAll: 'Ja till alla',
	saidBefore: (numbers: readonly string[]) => `Invänder sedan tidigare mot ${formatList('sv', numbers)}`,
	saidSome: (numbers: readonly string[]) => `Invänder mot ${formatList('sv', numbers)}`,
	silent: {
		open: 'Har inte svarat',
		over: 'Svarade inte: ja till alla',
		unheard: 'Kunde inte svara',
		cancelled: 'Svarade inte',
	},
	cancel: 'Avbryt listan',
	cancelMeans: 'Alla föreningar får mejl med ditt skäl. Yrkandena blir öppna igen, och inget avgörs genom listan.',
	cancelReason: 'Varför avbryts den?',
	cancelNow: 'Avbryt listan och meddela alla',
	asked: (at: number) => `Föreningarna tillfrågas till ${formatLongDateTime('sv', at)}`,
	askedAll: (count: number, at: number) =>
		`Föreningarna tillfrågas om ${amendments(count)} till ${formatLongDateTime('sv', at)}.`,
	listFirst: 'Föreningarna svarar på en samförståndslista',
	toList: 'Till samförståndslistan',
	toAll: 'Alla samförståndslistor',
	decidedBy: (what: string, when: string) => `${what} av föreningarna i en samförståndslista ${when}.`,
	/** Of an amendment that is still open after a list. */
	cameTo: {
		adopted: '',
		objected: 'I en samförståndslista invände någon, så yrkandet är öppet och avgörs för sig.',
		inTheWay:
			'Ingen invände i en samförståndslista, men ett annat yrkande om samma ord hade bifallits, så yrkandet är öppet.',
		unheard: 'En samförståndslista avgjorde inget, för alla föreningar kunde inte svara. Yrkandet är öppet.',
	},
	done: {
		opened: 'Frågan är ställd. Alla föreningar får mejl.',
		answered: 'Svaret är sparat. Ni kan ändra det tills tiden är ute.',
		cancelled: 'Listan är avbruten. Alla föreningar får mejl.',
	},
	mail: {
		subjects: {
			open: (title: string) => `Har ni något emot de här yrkandena? ${title}`,
			settled: (title: string) => `Samförståndslistan är klar: ${title}`,
			cancelled: (title: string) => `Samförståndslistan är avbruten: ${title}`,
		},
		open: (association: string, count: number, title: string, dueAt: number) =>
			`${association} tillfrågas om ${amendments(count)} på ”${title}”. ${count === 1 ? `Det blir bifallet ${formatLongDateTime('sv', dueAt)}, om ingen förening invänder` : `De blir bifallna ${formatLongDateTime('sv', dueAt)}, utom de som någon förening invänder mot`} innan dess. Den som inte svarar säger ja. Läs och svara här:`,
		against:
			'Om något talar mot ett yrkande, som att det krockar med ett annat eller att en synpunkt väntar på svar, står det på listans sida. Läs det innan ni svarar.',
		settled: (title: string) => `Tiden är ute för samförståndslistan om ”${title}”. Så här blev det:`,
		cancelled: (title: string) =>
			`Samförståndslistan om ”${title}” är avbruten, så inget avgjordes genom den. Läs här:`,
	},
	/** In the history. */
	decided: 'Ett yrkande avgjordes i en samförståndslista',
	events: {
		consensusListOpened: 'Föreningarna tillfrågades om yrkanden i en samförståndslista',
		consensusListAnswered: 'En förening svarade på en samförståndslista',
		consensusListReminded: 'Påminnelse till dem som inte hade svarat på en samförståndslista',
		consensusListCancelled: 'En samförståndslista avbröts',
		consensusListSettled: 'En samförståndslista blev klar',
	},
}
