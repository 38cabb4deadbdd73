import type { AnswerFormat } from '#domain/inquiry/inquiry.ts'
import type { DeliveryOutcome } from '#domain/publication/facts.ts'
import { formatDate, formatList } from '#i18n/format.ts'

type Letter = {
	readonly coalition: string
	/** Under which number it is published. */
	readonly label: string
	/** Of the inquiry; null: it answers none. */
	readonly inquiry: string | null
	readonly title: string
	readonly references: string
	readonly address: string
}

const formats: Readonly<Record<AnswerFormat, string>> = {
	docx: 'En fil som går att redigera (Word)',
	pdf: 'En pdf-fil',
	'accessible-pdf': 'En tillgänglig pdf-fil',
	paper: 'Ett exemplar på papper',
}

export const sending = {
	title: 'Skicka svaret till mottagaren',
	otherwise: 'Notera att svaret är skickat på annat sätt',
	demands: 'Det här begärs av svaret',
	demand: 'Begärs',
	state: 'Så är det',
	met: 'Uppfyllt',
	unmet: 'Inte uppfyllt',
	formats,
	formatMet: 'Följer med.',
	paper: 'Skickas inte härifrån. Skriv ut pdf-filen och posta den.',
	names: (coalition: string) => `${coalition} i filernas namn`,
	namesUnmet: 'Filerna har det namn som ni hade när svaret publicerades. Skriv i brevet vad ni heter nu.',
	references: 'Diarienumret i ämnesraden',
	referencesUnmet: (missing: readonly string[]) => `I ämnesraden saknas ${formatList('sv', missing)}.`,
	inSubject: (coalition: string) => `${coalition} i ämnesraden`,
	inSubjectUnmet: 'Skriv ert namn i ämnesraden.',
	to: (asked: string) => `Skickas till: ${asked}`,
	copy: (asked: string) => `Kopia till: ${asked}`,
	addressMissing: (missing: readonly string[]) => `Saknas bland mottagarna: ${formatList('sv', missing)}.`,
	addressUnknown: 'Där står ingen e-postadress. Fyll i den.',
	inTime: (date: string) => `Senast ${formatDate('sv', date)}`,
	daysLeft: (days: number) =>
		days === 0 ? 'I dag är sista dagen.' : days === 1 ? 'En dag kvar.' : `${days} dagar kvar.`,
	closed: (last: string | null) =>
		last === null
			? 'Sista dagen är ledig, och ingen arbetsdag är kvar.'
			: `Sista dagen är ledig. Sista arbetsdagen är ${formatDate('sv', last)}.`,
	passed: 'Sista dagen har gått. Fråga mottagaren om svaret ändå tas emot.',
	letter: 'Brevet',
	fieldTo: 'Till',
	fieldToHint: 'En e-postadress på varje rad',
	fieldCopyTo: 'Kopia till',
	subject: 'Ämne',
	cover: 'Följebrev',
	review: 'Granska',
	reviewTitle: 'Det här skickas',
	reviewLead: 'Läs igenom. Det som har skickats går inte att ta tillbaka.',
	files: 'Filer',
	file: (name: string, size: string) => `${name} (${size})`,
	replies: 'Svar på brevet',
	repliesTo: 'Kommer till den adress som Samsvar skickar från. Skriv i följebrevet vart man kan svara.',
	sendNow: 'Skicka nu',
	change: 'Ändra',
	download: 'Ladda ner paketet',
	downloadHint: 'Båda filerna och förslaget till följebrev, för den som vill skicka själv.',
	coverFile: 'följebrev.txt',
	again: 'Svaret ska skickas en gång till',
	reason: 'Varför det skickas en gång till',
	sent: 'Så har svaret skickats',
	sentBy: 'Skickat',
	outcome: 'Hur det gick',
	outcomes: {
		taken: () => 'Överlämnat till e-postservern.',
		refused: (said: string) =>
			`Gick inte fram till någon. E-postservern sade nej till ${/@/.test(said) ? said : `brevet (${said})`}. Rätta och skicka igen.`,
		changed: () => 'Skickades inte. Filerna är inte längre de som granskades. Granska och skicka igen.',
		givenUp: () => 'Skickades inte. E-postservern svarade inte på en vecka. Skicka igen eller på annat sätt.',
	} as const satisfies Readonly<Record<DeliveryOutcome, (said: string) => string>>,
	waiting: 'På väg. E-postservern har inte tagit emot det än. Vi försöker i en vecka.',
	done: 'Svaret skickas nu.',
	proposedSubject: ({ references, coalition, inquiry, title }: Letter) =>
		`${references === '' ? '' : `${references} – `}${coalition}: ${inquiry === null ? title : `svar på remissen ${inquiry}`}`,
	proposedCover: ({ coalition, label, inquiry, title, references, address }: Letter) =>
		[
			'Hej,',
			inquiry === null
				? `Här är ${title} från ${coalition}.`
				: `Här är svaret från ${coalition} på remissen ${inquiry}${references === '' ? '' : ` (${references})`}.`,
			`Svaret har nummer ${label} och bifogas som Word-fil, som går att redigera, och som tillgänglig pdf-fil. Det är publicerat på ${address}`,
			'Bekräfta gärna att ni har fått det.',
			`Med vänlig hälsning\n${coalition}`,
		].join('\n\n'),
}
