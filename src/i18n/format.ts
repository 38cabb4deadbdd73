import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Language } from '#domain/statement/statement.ts'

/**
 * Dates, numbers, lists and plurals as people write them. Instants are milliseconds UTC and are told in Swedish time
 * (Europe/Stockholm) in both languages, since deadlines and meetings are Swedish; a `SwedishDate` is already one.
 */

const zone = 'Europe/Stockholm'
const day = 24 * 60 * 60 * 1000
const tags = { sv: 'sv-SE', en: 'en-GB' } as const

type When = SwedishDate | Instant

/** Building an Intl formatter costs far more than using it. */
function remembered<Formatter>(build: (language: Language) => Formatter): (language: Language) => Formatter {
	const built = new Map<Language, Formatter>()
	return (language) => {
		const known = built.get(language) ?? build(language)
		built.set(language, known)
		return known
	}
}

const isoParts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const clockParts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
const dateParts = remembered(
	(language) =>
		new Intl.DateTimeFormat(tags[language], {
			timeZone: 'UTC',
			weekday: 'long',
			year: 'numeric',
			month: 'long',
			day: 'numeric',
		}),
)
const numbers = remembered((language) => new Intl.NumberFormat(tags[language]))
const percents = remembered((language) => new Intl.NumberFormat(tags[language], { style: 'percent' }))
const relative = remembered((language) => new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' }))
const lists = remembered((language) => new Intl.ListFormat(tags[language], { type: 'conjunction' }))
const choices = remembered((language) => new Intl.ListFormat(tags[language], { type: 'disjunction' }))
const plurals = remembered((language) => new Intl.PluralRules(tags[language]))

function part(formatter: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes): string {
	return formatter.formatToParts(at).find((one) => one.type === type)?.value ?? ''
}

/** The date in Sweden at an instant, `YYYY-MM-DD`. */
export function swedishDateOf(at: Instant): SwedishDate {
	return `${part(isoParts, at, 'year')}-${part(isoParts, at, 'month')}-${part(isoParts, at, 'day')}`
}

/** The middle of that day in UTC: far from both midnights, so no zone can move the date. */
function noonOf(when: When): number {
	return Date.parse(`${typeof when === 'number' ? swedishDateOf(when) : when}T12:00:00Z`)
}

/** 14 oktober 2022 · 14 October 2022 */
export function formatDate(language: Language, when: When): string {
	const formatter = dateParts(language)
	const noon = noonOf(when)
	return `${part(formatter, noon, 'day')} ${part(formatter, noon, 'month')} ${part(formatter, noon, 'year')}`
}

/** A day as far as it is known, `2017`, `2017-05` or `2017-05-03`: 2017; maj 2017; 3 maj 2017 */
export function formatKnownDate(language: Language, known: string): string {
	const [year = '', month, date] = known.split('-')
	if (month === undefined) return year
	return date === undefined ? `${formatMonth(language, `${known}-01`)} ${year}` : formatDate(language, known)
}

/** The month alone: oktober · October */
export function formatMonth(language: Language, when: When): string {
	return part(dateParts(language), noonOf(when), 'month')
}

/** fredag 14 oktober 2022 · Friday 14 October 2022 */
export function formatLongDate(language: Language, when: When): string {
	return `${part(dateParts(language), noonOf(when), 'weekday')} ${formatDate(language, when)}`
}

/** kl. 16.00 · 16:00 */
export function formatTime(language: Language, at: Instant): string {
	const hour = part(clockParts, at, 'hour')
	const minute = part(clockParts, at, 'minute')
	return language === 'sv' ? `kl. ${hour}.${minute}` : `${hour}:${minute}`
}

/** 14 oktober 2022 kl. 16.00 · 14 October 2022, 16:00 */
export function formatDateTime(language: Language, at: Instant): string {
	return `${formatDate(language, at)}${language === 'sv' ? ' ' : ', '}${formatTime(language, at)}`
}

/** fredag 14 oktober 2022 kl. 16.00 · Friday 14 October 2022, 16:00 */
export function formatLongDateTime(language: Language, at: Instant): string {
	return `${part(dateParts(language), noonOf(at), 'weekday')} ${formatDateTime(language, at)}`
}

/** Calendar days in Sweden from today until then; negative when it has passed. */
export function daysUntil(when: When, now: Instant): number {
	return Math.round((noonOf(when) - noonOf(now)) / day)
}

/** i dag · i morgon · om 3 dagar · för 2 dagar sedan */
export function formatDaysLeft(language: Language, when: When, now: Instant): string {
	return relative(language).format(daysUntil(when, now), 'day')
}

/** 1 000 with a no-break space in Swedish, 1,000 in English. */
export function formatNumber(language: Language, value: number): string {
	return numbers(language).format(value)
}

/** `share` is 0 to 1: 67 % · 67% */
export function formatPercent(language: Language, share: number): string {
	return percents(language).format(share)
}

/** Anna, Bo och Cecilia · Anna, Bo and Cecilia */
export function formatList(language: Language, items: readonly string[]): string {
	return lists(language).format(items)
}

/** The same of things that have names. */
export function formatNames(language: Language, named: readonly { readonly name: string }[]): string {
	return formatList(
		language,
		named.map(({ name }) => name),
	)
}

/** Anna, Bo eller Cecilia · Anna, Bo or Cecilia */
export function formatEither(language: Language, items: readonly string[]): string {
	return choices(language).format(items)
}

/** The form of a word that goes with a count. Both languages have two. */
export function plural(language: Language, count: number, one: string, other: string): string {
	return plurals(language).select(count) === 'one' ? one : other
}

/** 1 kommentar · 1 000 kommentarer */
export function formatCount(language: Language, count: number, one: string, other: string): string {
	return `${formatNumber(language, count)} ${plural(language, count, one, other)}`
}
