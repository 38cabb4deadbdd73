import type { SwedishDate } from '#domain/kernel/id.ts'
import { addresses } from './addresses.ts'
import { letterIn } from './aside.ts'
import { DATES_LIMIT, datesIn, inYear, type WrittenDate } from './dates.ts'
import { candidates, unreadDeadline } from './deadline.ts'
import { dueDate } from './due-date.ts'
import { formats } from './formats.ts'
import { heading } from './heading.ts'
import { invited } from './invited.ts'
import { kindOf } from './kind.ts'
import type { Doubt, NoticeReading } from './notice.ts'
import { type PlainText, plainText } from './plain-text.ts'
import { references } from './references.ts'
import { sender } from './sender.ts'
import { type Sentences, sentencesOf } from './sentences.ts'
import { atOnce, type Steps } from './steps.ts'

/** Longer texts are read this far, characters. A notice with its list is seldom past 20,000. */
export const NOTICE_LIMIT = 600_000

const YEAR_IN_NUMBER = /(?<!\d)(?:19|20)\d\d(?!\d)/
/** What a day of writing or publishing stands after: a label, or a place, or nothing at the start of a line. */
const WRITTEN_ON =
	/(?:[Pp]ublicera\p{L}{0,2}|[Uu]ppdaterad|[Dd]atum|[Ss]kickat|Sent|Date|\n\p{Lu}\p{L}{2,14},?|\n)[\s:]{0,3}$/u

/**
 * Reads what a notice or a cover letter states. `publishedOn`, if it is known from elsewhere, helps to tell the year
 * of a deadline that is written without one.
 */
export function readNotice(text: string, publishedOn?: SwedishDate): NoticeReading {
	return atOnce(readingSteps(text, publishedOn))
}

/** The same a step at a time. */
export function* readingSteps(text: string, publishedOn?: SwedishDate): Steps<NoticeReading> {
	const plain = yield* plainText(letterIn(text).slice(0, NOTICE_LIMIT))
	yield
	const sentences = yield* sentencesOf(plain.text)
	yield
	const top = heading(plain)
	const numbers = references(plain, top)
	yield
	const { dates, whole } = yield* datesIn(plain.text, DATES_LIMIT)
	yield
	const found = yield* candidates(plain, sentences, dates, top)
	yield
	const written = found.flatMap(({ date, role }) => {
		const isWriting =
			role === 'none' &&
			WRITTEN_ON.test((date.start < 30 ? '\n' : '') + plain.text.slice(Math.max(0, date.start - 30), date.start))
		const on = isWriting && date.year !== null ? inYear(date, date.year) : null
		return on === null ? [] : [on]
	})
	const due = dueDate(plain, found, {
		dates: publishedOn ? [publishedOn] : written,
		numbered: latest([
			...numbers.map(({ words }) => words),
			...(plain.text.slice(0, 2000).match(/(?<!\p{L})(?:SOU|Ds)\s?\d{4}:\d+/gu) ?? []),
		]),
	})
	yield
	const asked = formats(plain, sentences)
	yield
	const kind = kindOf(plain, top)
	const by = sender(plain, sentences, top)
	yield
	const onPaper = asked.some(({ value }) => value === 'paper')
	const { broken, ...where } = addresses(plain, sentences, onPaper)
	yield
	const names = invited(plain)
	yield
	return {
		title: top?.title ?? null,
		kind,
		sender: by,
		references: numbers,
		dueOn: due.dueOn,
		extendedFrom: due.extendedFrom,
		...where,
		formats: asked,
		invited: names,
		doubts: [
			...(due.dueOn === null && due.doubts.length === 0 ? unread(plain, sentences) : due.doubts),
			...(whole ? [] : manyDates(plain, dates)),
			...broken,
		],
	}
}

/**
 * Whether a text states a last day to answer, or something like one that a person must look at. Reads no more of it than
 * that, as far as `length` characters and `most` dates.
 */
export function* statesDeadline(text: string, length: number, most: number): Steps<boolean> {
	const plain = yield* plainText(letterIn(text).slice(0, length))
	const sentences = yield* sentencesOf(plain.text)
	const { dates } = yield* datesIn(plain.text, most)
	const found = yield* candidates(plain, sentences, dates, heading(plain))
	const { dueOn, doubts } = dueDate(plain, found, { dates: [], numbered: null })
	return dueOn !== null || doubts.length > 0 || unreadDeadline(plain, sentences) !== null
}

function manyDates(plain: PlainText, dates: readonly WrittenDate[]): Doubt[] {
	const last = dates.at(-1)
	return last === undefined ? [] : [{ kind: 'manyDates', words: plain.words(last.start, last.end) }]
}

function unread(plain: PlainText, sentences: Sentences): Doubt[] {
	const place = unreadDeadline(plain, sentences)
	return place === null ? [] : [{ kind: 'notRead', words: plain.words(place.start, place.end) }]
}

function latest(numbers: readonly string[]): { readonly year: number; readonly words: string } | null {
	return (
		numbers
			.flatMap((words) => {
				const year = YEAR_IN_NUMBER.exec(words)?.[0]
				return year === undefined ? [] : [{ year: Number(year), words }]
			})
			.sort((a, b) => b.year - a.year)[0] ?? null
	)
}
