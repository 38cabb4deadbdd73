import type { WithheldSubject } from '#domain/publication/told.ts'
import { formatNumber } from '#i18n/format.ts'
import { signoffStatuses } from '#i18n/sv/publication/names.ts'

/** What a letter about withheld parts says of the statement. */
type Withheld = Pick<WithheldSubject, 'title' | 'label' | 'parts'>

export const signoff = {
	statuses: signoffStatuses,
	signOff: (association: string) => `${association} står bakom texten`,
	decline: (association: string) => `${association} står inte bakom texten`,
	yourAnswerNow: 'Ert svar just nu',
	noneYet: 'Det finns inget att skriva under än',
	inOffice: (association: string) =>
		`Du är ordförande eller handläggare, och svarar då inte för ${association}. Någon annan i föreningen svarar.`,
	signedByOthers: (association: string) => `För ${association} svarar den som är ordinarie eller ersättare.`,
	noneYetHint: 'När texten är antagen frågar vi varje förening om den står bakom den.',
	mendedWords: (before: string, after: string) =>
		before === ''
			? `”${after}” är tillagt.`
			: after === ''
				? `”${before}” är borttaget.`
				: `”${before}” är nu ”${after}”.`,
	changedSince: 'Texten har rättats efter beslutet. Därför behöver alla svara på nytt.',
	checkAndPublish: 'Kontrollera och publicera',
	toButtons: 'Till knapparna',
	theText: 'Texten som är antagen',
	who: 'Vilka står bakom texten?',
	answer: 'Svar',
	reason: 'Skäl',
	withTheVote: 'med rösten',
	next: (when: string) => `Ni kan ändra svaret till ${when}. Sedan publicerar ordföranden.`,
	question: (association: string) => `Står ${association} bakom texten?`,
	reasonLabel: 'Skäl, om ni inte står bakom',
	reasonHint: 'Behövs bara om svaret är nej. Publiceras tillsammans med svaret.',
	/** Where silence is consent, and the text was changed after that. */
	objection: {
		question: (association: string) => `Har ${association} något att invända mot den ändrade texten?`,
		reasonHint: 'Skriv gärna vad det gäller. Det behövs inte.',
		sign: 'Inget att invända',
		signOff: (association: string) => `${association} har inget att invända`,
		doNotSign: 'Vi invänder',
		decline: (association: string) => `${association} invänder, och texten publiceras inte så`,
	},
	until: (when: string) => `Föreningens svar, till ${when}`,
	sign: 'Vi står bakom',
	doNotSign: 'Vi står inte bakom',
	referral: {
		title: 'Ta tillbaka texten till arbete',
		means:
			'Texten går tillbaka till utkast. En omröstning som pågår avbryts, och svar om underskrift gäller inte längre. Allt finns kvar i historiken.',
		reason: 'Varför tas texten tillbaka? Alla medlemmar ser det.',
		button: 'Ta tillbaka texten',
	},
	withdrawal: {
		title: 'Dra tillbaka svaret',
		means: 'Arbetet avslutas utan att något publiceras. Det går inte att ångra. Allt finns kvar i historiken.',
		reason: 'Varför dras svaret tillbaka? Alla medlemmar ser det.',
		button: 'Dra tillbaka',
	},
	editorial: {
		title: 'Rätta ett skrivfel',
		means:
			'Använd det här bara för skrivfel. Alla föreningar får skriva under den rättade texten på nytt. Rättelsen syns i det som publiceras.',
		notAllowed: 'Texten kan inte rättas nu',
		notAllowedHint:
			'Det går bara när texten är antagen och reglerna tillåter det. Annars får texten tas tillbaka till arbete.',
		whichBlock: 'Vilken del av texten ska rättas?',
		text: 'Så ska det stå',
		note: 'Vad har rättats?',
		noteHint: 'Till exempel: ”brukar och” blev ”brukar- och”.',
		button: 'Rätta och be om nya underskrifter',
	},
	redaction: {
		title: 'Dölj en del av ett publicerat svar',
		means:
			'Använd det här när någon som nämns i texten inte längre vill vara nämnd. Delen döljs på alla offentliga sidor. Numret och beviset för beslutet ändras inte. Det går inte att ångra. Alla föreningar som hade en röst om svaret får mejl om vad slags del det är och varför, men inte vad som stod där.',
		whichBlock: 'Vilken del ska döljas?',
		ground: 'Varför?',
		groundHint: 'Visas i stället för texten. Skriv inga namn.',
		button: 'Dölj delen',
		done: 'Delen är dold. Föreningarna får mejl om det.',
		mail: {
			subject: (title: string) => `Dolt i svaret: ${title}`,
			firstLine: (asked: string, { title, label, parts }: Withheld) =>
				`Ordföranden har dolt ${parts.length === 1 ? 'en del' : `${formatNumber('sv', parts.length)} delar`} av ”${title}” (${label}), som står bland annat i namn av ${asked}. På den publika sidan står det som är kvar:`,
			line: (what: string, ground: string) => `- ${what}. Skäl: ${ground}`,
			added: 'En text i en rättelse eller återkallelse',
			more: (count: number) => `Och ${formatNumber('sv', count)} till. Alla står på svarets sida.`,
			wrong:
				'Vad som stod där skickas inte. Numret och beviset för beslutet är som förut. Det går inte att ångra, men undrar ni över något: fråga ordföranden.',
		},
	},
	events: {
		signoffGiven: 'En förening svarade om underskrift',
		editorialChangeMade: 'Ett skrivfel rättades',
	},
}
