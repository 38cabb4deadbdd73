import type { CheckResult, ReplyKind, ReplyStatus } from '#domain/publication/reply.ts'
import { formatCount, formatList, formatLongDateTime } from '#i18n/format.ts'

/** Whom a mail server tells of. */
const whom = (addresses: readonly string[]) =>
	addresses.length === 0 ? 'någon mottagare' : formatList('sv', addresses)

const kinds: Readonly<Record<ReplyKind, (from: string, about: readonly string[]) => string>> = {
	reply: (from) => `${from} svarade`,
	automatic: (from) => `Automatiskt svar från ${from}`,
	bounce: (_from, about) => `Gick inte fram till ${whom(about)}`,
	delay: (_from, about) => `Har inte gått fram till ${whom(about)} än. E-postservern försöker igen`,
	delivered: (_from, about) => `E-postservern säger att brevet har gått fram till ${whom(about)}`,
}

const checkResults: Readonly<Record<CheckResult, string>> = {
	pass: 'godkänd',
	fail: 'underkänd',
	softfail: 'tveksam',
	neutral: 'säger inget',
	none: 'finns inte',
	policy: 'inte godtagen',
	temperror: 'gick inte att fråga',
	permerror: 'felaktig',
}

const statuses: Readonly<Record<ReplyStatus, string>> = {
	waiting: 'Väntar på att läsas',
	kept: 'Hör till svaret',
	aside: 'Lagt åt sidan',
}

/** How an answer was sent, for all in whose name it was, and what came back. */
export const sent = {
	title: 'Så har svaret skickats',
	show: 'Se hur svaret skickades och vad som kom tillbaka',
	never: 'Svaret har inte skickats än',
	neverHint: 'När ordföranden eller handläggaren har skickat det står här till vem, när och med vilka ord.',
	allTold: 'Föreningarna får ett mejl om till vem det skickas och med vilka ord.',
	cover: 'Följebrevet',
	added: 'tillagd för hand',
	addedHint: 'Tillagd för hand: adressen stod inte i remissen när svaret skickades.',
	cameBack: 'Det här har kommit tillbaka',
	kinds,
	nobody: 'en okänd avsändare',
	at: (at: number) => formatLongDateTime('sv', at),
	server: (said: string) => `Servern säger: ${said}`,
	proven: 'Avsändarens domän intygar att brevet kommer därifrån.',
	unproven: 'Ingenting visar att brevet kommer från den adressen. Vem som helst kan ha skrivit den.',
	checks: (spf: string, dkim: string, dmarc: string) => `SPF: ${spf}. DKIM: ${dkim}. DMARC: ${dmarc}.`,
	checkResults,
	unchecked: 'inte kontrollerad',
	statuses,
	subject: 'Ämne',
	text: 'Visa vad som står',
	goesOn: 'Brevet är längre än så. Allt står i mejlfilen.',
	noText: 'Brevet har ingen text.',
	notYet: 'Ordföranden eller handläggaren läser brevet först. Sedan kan alla läsa det här.',
	putAside: 'Ordföranden eller handläggaren har lagt brevet åt sidan.',
	changesNothing: 'Det som kommer in ändrar ingenting av sig självt.',
	belongs: 'Det hör till svaret, visa det för alla',
	aside: 'Lägg åt sidan',
	done: {
		kept: 'Brevet hör till svaret. Alla kan läsa det.',
		aside: 'Brevet är lagt åt sidan. Att det kom in syns fortfarande.',
	},
	task: (count: number) => `Läs det som kom tillbaka: ${formatCount('sv', count, 'brev', 'brev')}`,
	repliesCome: (address: string) =>
		`Den som svarar på brevet svarar till ${address}. Det som kommer visas här, och ordföranden och handläggaren får veta det.`,
	mail: {
		subject: (title: string) => `Skickat till mottagaren: ${title}`,
		firstLine: (asked: string, title: string, label: string, at: number) =>
			`”${title}” (${label}) skickas, bland annat i namn av ${asked}. Ordföranden eller handläggaren skickade det ${formatLongDateTime('sv', at)}.`,
		says: 'I brevet står:',
		wrong: 'Är det fel mottagare eller fel ord? Säg till ordföranden. Det som har skickats går inte att ta tillbaka.',
	},
}
