import { formatDate, formatEither, formatLongDate } from '#i18n/format.ts'
import type { Doubt } from '#intake/notice.ts'

/** A sentence for everything in a notice that somebody must look at themselves. */
export type Doubts = { readonly [Kind in Doubt['kind']]: (doubt: DoubtOf[Kind]) => string }
export type DoubtOf = { readonly [D in Doubt as D['kind']]: D }

const long = (date: string) => formatLongDate('sv', date)
const short = (date: string) => formatDate('sv', date)
const quoted = (words: string) => `”${words.replace(/\s+/g, ' ')}”`

const doubts: Doubts = {
	severalDates: ({ dates }) => {
		const written = dates.map(({ value }) => short(value))
		return `Flera datum kan vara sista dag att svara: ${formatEither('sv', written)}.`
	},
	yearNotStated: ({ words, taken }) =>
		taken === null
			? `Året står inte i ${quoted(words)}. Fyll i svarsdatumet själv.`
			: `Året står inte i ${quoted(words)}. Resten tyder på ${long(taken)}.`,
	wrongWeekday: ({ date }) => `Veckodagen i ${quoted(date.words)} är fel. Det datumet är en ${long(date.value)}.`,
	noSuchDate: ({ words }) => `Datumet finns inte i kalendern: ${quoted(words)}.`,
	manyDates: ({ words }) => `Texten har fler datum än ett brev har. De som står efter ${quoted(words)} är inte lästa.`,
	notRead: ({ words }) => `Det står en sista dag att svara som inte gick att läsa: ${quoted(words)}.`,
	brokenAddress: ({ words }) => `Adressen är bruten vid radens slut: ${quoted(words)}. Skriv in den som den ska vara.`,
	beforeDate: ({ date }) => `Svaret ska komma in före ${long(date.value)}. Den dagen kan vara för sent.`,
	dueBeforeReference: ({ date, reference }) =>
		`Svarsdatumet ${short(date.value)} ligger före året i ${reference}. Något av dem är nog felskrivet.`,
	passed: ({ date }) =>
		`${long(date.value)} har redan varit. Är året rätt, eller är det ett gammalt brev? Välj dagen själv.`,
	unclearDate: ({ date }) =>
		`Är ${short(date.value)} sista dag att svara? Det sägs inte rakt ut: ${quoted(date.words)}.`,
}

export const intake = { doubts }
