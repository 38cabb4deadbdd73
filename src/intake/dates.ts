import { isDate } from '#domain/kernel/calendar.ts'
import type { SwedishDate } from '#domain/kernel/id.ts'
import type { Steps } from './steps.ts'

/** A date as it is written somewhere in a text. */
export type WrittenDate = {
	/** With the weekday and "den" before it, where they stand there. */
	readonly start: number
	readonly end: number
	/** Null: not written, or no year there could be. */
	readonly year: number | null
	readonly month: number
	readonly day: number
	/** 1 is Monday. Null: no weekday is named. */
	readonly weekday: number | null
	/** The last day of a span written as one, as in "1–15 mars". */
	readonly endsSpan: boolean
	/** Its digits stand apart, or day and month could be the other way round. */
	readonly odd: boolean
}

const MONTHS: readonly (readonly string[])[] = [
	['januari', 'january', 'jan'],
	['februari', 'february', 'feb', 'febr'],
	['mars', 'march', 'mar'],
	['april', 'apr'],
	['maj', 'may'],
	['juni', 'june', 'jun'],
	['juli', 'july', 'jul'],
	['augusti', 'august', 'aug'],
	['september', 'sep', 'sept'],
	['oktober', 'october', 'okt', 'oct'],
	['november', 'nov'],
	['december', 'dec'],
]
const MONTH = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
/** Names long enough that one slip of the pen does not make one into another. */
const LONG_NAMES = [...MONTH].filter(([name]) => name.length >= 5 && name !== 'march')

const WEEKDAYS = ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön']
const ENGLISH_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** At most one letter is wrong, missing, too many, or two have changed places. */
function oneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false
	let from = 0
	while (from < a.length && a[from] === b[from]) from++
	let tail = 0
	while (tail < Math.min(a.length, b.length) - from && a.at(-1 - tail) === b.at(-1 - tail)) tail++
	const inA = a.slice(from, a.length - tail)
	const inB = b.slice(from, b.length - tail)
	if (inA.length <= 1 && inB.length <= 1) return true
	return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]
}

function monthNamed(name: string): number | undefined {
	const small = name.toLowerCase()
	return MONTH.get(small) ?? LONG_NAMES.find(([long]) => small.length >= 5 && oneSlip(small, long))?.[1]
}

const LEAD = String.raw`(?:(?<weekday>(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?(?:s|ens)?|\.)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s{0,2})?(?:(?:den|on|the)\s{0,2}){0,3}`

/** What stands right before the digits of a date and belongs to it. Looked for backwards from them. */
const BEFORE = new RegExp(`(?<!\\p{L})${LEAD}$`, 'iu')

const WEEKDAY_AFTER = /^\s?\(((?:mån|tis|ons|tors|fre|lör|sön)dag)/iu

/** A day, a month by name, and a year if there is one: "15 mars 2024", "1–15 mars", "3rd of March". */
const BY_NAME =
	/(?<![\d/]|\d[.,:–-])(?:(?<from>\d{1,2})\s?(?:[-–—]|till(?:\soch\smed)?|to)\s?(?:den\s)?)?(?<day>\d{1,2}|[0-3]\s\d(?=\s))(?::?[ae]|st|nd|rd|th)?[.:‑-]?\s{0,2}(?:of\s)?(?<month>\p{L}{3,10})(?!\p{L})\.?(?:[\s,‑-]{0,3}(?<year>\d{3,5}|20\s\d\d)(?![\d:.]\d|\d|\p{L}{2})|\s?['’–-](?<short>\d\d)(?!\d|[.:]\d|\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)))?/giu
/** "March 15, 2024". */
const MONTH_FIRST =
	/(?<!\p{L})(?<month>january|february|march|april|may|june|july|august|september|october|november|december)\s{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d),?\s{0,2}(?<year>\d{4})(?!\d)/giu
const YEAR_FIRST =
	/(?:(?<![\p{L}\d/:.]|[\p{L}\d][–-])|(?<=(?<!\d)\d{4}-\d\d-\d\d[–-]{1,2}))(?<year>(?:19|20)\d\d)(?:\s?[-–‑./]\s?)(?<month>\d{1,2})(?:\s?[-–‑./]\s?)(?<day>\d{1,2})(?![\d/]|[-–:.]\d(?!\d{3}-\d\d-\d\d))/gu
const COMPACT = /(?<![\p{L}\d/:.–-])(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?![\d/\p{L}]|[-–:.]\d)/gu
const BY_NUMBER =
	/(?<![\p{L}\d/:.–-])(?<day>\d{1,2})(?:\/(?<month>\d{1,2})(?:\s?[-–/ ,]\s?(?<year>(?:19|20)\d\d)|\s?[-–/](?<short>\d\d)(?![\d.:]))?|\.\s?(?<month2>\d{1,2})\.\s?(?<year2>(?:19|20)\d\d))(?![\d/]|[-–:.]\d)/gu

function weekdayNamed(name: string | undefined): number | null {
	if (name === undefined) return null
	const small = name.toLowerCase().slice(0, 3)
	const at = Math.max(WEEKDAYS.indexOf(small), ENGLISH_WEEKDAYS.indexOf(small))
	return at < 0 ? null : at + 1
}

function yearOf(digits: string | undefined, short?: string): number | null {
	const year = digits === undefined ? 2000 + Number(short) : Number(digits.replace(/\s/g, ''))
	return year >= 1900 && year <= 2199 ? year : null
}

function written(text: string, match: RegExpMatchArray): WrittenDate | null {
	const { from, day, month, month2, year, year2, short } = match.groups ?? {}
	const digits = day ?? ''
	const spelled = month ?? month2 ?? ''
	const number = /^\d/.test(spelled) ? Number(spelled) : monthNamed(spelled)
	const dayNumber = Number(digits.replace(/\s/g, ''))
	if (number === undefined || number < 1 || number > 12 || dayNumber < 1 || dayNumber > 31) return null
	const index = match.index ?? 0
	// A full stop belongs to a shortened month, or ends the sentence.
	const end = index + match[0].length - (match[0].endsWith('.') ? 1 : 0)
	const lead = BEFORE.exec(text.slice(Math.max(0, index - 40), index))
	return {
		start: index - (lead?.[0].length ?? 0),
		end,
		year: yearOf(year ?? year2, short),
		month: number,
		day: dayNumber,
		weekday: weekdayNamed(lead?.groups?.weekday) ?? weekdayNamed(WEEKDAY_AFTER.exec(text.slice(end, end + 12))?.[1]),
		endsSpan: from !== undefined,
		odd: /\s/.test(digits) || (/^\d+\/\d+\/\d+$/.test(match[0]) && dayNumber <= 12),
	}
}

/** Dates that are looked at in a text: each is read with what stands around it. A long report has some hundreds. */
export const DATES_LIMIT = 1000

type Dates = { readonly dates: WrittenDate[]; readonly whole: boolean }

/** What may be a date, looked at between two stops. */
const AT_A_TIME = 1_000

/** The dates in a text, in its order, as far as `most` of them. */
export function* datesIn(text: string, most: number): Steps<Dates> {
	const found: WrittenDate[] = []
	let looked = 0
	for (const pattern of [BY_NAME, MONTH_FIRST, YEAR_FIRST, COMPACT, BY_NUMBER]) {
		yield
		for (const match of text.matchAll(pattern)) {
			const date = written(text, match)
			if (date) found.push(date)
			looked += 1
			if (looked % AT_A_TIME === 0) yield
		}
	}
	yield
	const dates = found
		.sort((a, b) => a.start - b.start || b.end - a.end)
		.filter((date, index, all) => date.end > (all[index - 1]?.end ?? 0))
	return { dates: dates.slice(0, most), whole: dates.length <= most }
}

/** The date in a year, or null when there is no such day. */
export function inYear({ month, day }: WrittenDate, year: number): SwedishDate | null {
	const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
	return isDate(date) ? date : null
}

/** 1 is Monday. Sakamoto's method. */
export function weekdayOf(date: SwedishDate): number {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
	const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
	const y = month < 3 ? year - 1 : year
	const sunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
	return sunday === 0 ? 7 : sunday
}
