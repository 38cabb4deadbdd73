import { DATES_LIMIT, type WrittenDate } from './dates.ts'
import { isOthers } from './deadline-others.ts'
import {
	ANSWERING,
	BEFORE_THE_DATE,
	DAY_SET,
	DOCUMENT,
	HANDED_IN,
	LABELLED,
	LAST,
	LAST_AFTER,
	LAST_FOR_SURE,
	LAST_IS,
	LAWS,
	MEETING,
	MOVED,
	NEW_BEFORE,
	OLD_BEFORE,
	OLD_PLAINLY,
	PART,
	PLACE_AFTER,
	PRELIMINARY,
	SPAN,
	TIME_OF_PART,
	UNTIL,
	UP_TO,
	WANTED,
} from './deadline-words.ts'
import type { Heading } from './heading.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'
import type { Steps } from './steps.ts'

/**
 * What a date in a notice is: the deadline, the deadline put as a day to be before, the deadline as it was or as it has
 * become, a first one for answers that may be completed later, one for a part of what is sent round, one up to which answers
 * go to one place, a date that the words nearly make a deadline, or none.
 */
export type Role = 'due' | 'before' | 'old' | 'new' | 'preliminary' | 'part' | 'place' | 'weak' | 'none'

export type Candidate = {
	readonly date: WrittenDate
	readonly role: Role
	/** Where the words that say it begin. */
	readonly from: number
}

/** How far around a date its sentence is read, characters. */
const MOST_BEFORE = 400
const MOST_AFTER = 200
/** Words further back than this are not shown with a date, characters. */
const NEAR = 160

/** A date with this much before it, characters, as in the heading is a part of the document's name. */
const SHARED = 20

type Place = {
	/** The sentence up to the date, and on from it as far as the next date. */
	readonly before: string
	readonly after: string
	/** The end of the sentence before. */
	readonly earlier: string
	readonly date: WrittenDate
	/** The date before it and this one are the ends of a span. */
	readonly endsSpan: boolean
}

function lastIn(text: string, pattern: RegExp): { readonly at: number; readonly end: number } {
	let found = { at: -1, end: -1 }
	for (const match of text.matchAll(pattern)) found = { at: match.index, end: match.index + match[0].length }
	return found
}

const says = (text: string, pattern: RegExp) => text.search(pattern) >= 0

/** After the name of a document a date is the name's, unless something is to be handed in by it. */
function isOfDocument(before: string, answeringEnd: number): boolean {
	const named = lastIn(before, DOCUMENT).end
	return named > answeringEnd && !LAST_FOR_SURE.test(before.slice(answeringEnd)) && !HANDED_IN.test(before.slice(named))
}

/** The same day, but for a part of what is sent round, or for one place only. */
function roleOf(place: Place): Role {
	const { before, after, earlier } = place
	if (isOthers(before, after)) return 'none'
	const role = wholeRoleOf(place)
	if (role === 'none' && TIME_OF_PART.test(before)) return 'part'
	if (role !== 'due' && role !== 'before' && role !== 'weak') return role
	if (UP_TO.test(before) && PLACE_AFTER.test(after)) return 'place'
	return PART.test(before) || (PART.test(earlier) && /kortare|tidigare|särskild|längre/iu.test(earlier)) ? 'part' : role
}

function wholeRoleOf({ before, after, earlier, date, endsSpan }: Place): Role {
	const answering = lastIn(before, ANSWERING)
	const meeting = lastIn(before, MEETING)
	const other = Math.max(meeting.end, lastIn(before, LAWS).end)
	const last = lastIn(before, LAST)
	const isLast = last.at >= 0 || endsSpan || date.endsSpan || UNTIL.test(before)
	if (OLD_PLAINLY.test(before) && answering.at >= 0) return 'old'
	if (says(before + after, MOVED) && says(before + after, ANSWERING) && meeting.end <= answering.at) {
		if (OLD_BEFORE.test(before)) return 'old'
		if (NEW_BEFORE.test(before) || LABELLED.test(before)) return 'new'
	}
	if (LAST_AFTER.test(after) && other <= Math.max(answering.at, last.at, 0)) return 'due'
	if (answering.at >= 0 && LAST_IS.test(before) && other <= answering.at) return 'due'
	if (other > answering.at) {
		if (answering.at < 0 || meeting.end === other || !isLast) return 'none'
		// "Svar om lagen, som träder i kraft i maj, lämnas senast": the law was only mentioned.
		return /kommit\sin|inkom|tillhanda/iu.test(after) ? 'due' : HANDED_IN.test(before.slice(other)) ? 'weak' : 'none'
	}
	if (LABELLED.test(before)) return PRELIMINARY.test(before) ? 'preliminary' : 'due'
	if (answering.at < 0) return last.at < 0 ? 'none' : saidAfter(before, after, earlier, last.at)
	if (isOfDocument(before, answering.end)) return 'none'
	if (!isLast) return WANTED.test(before) ? 'weak' : 'none'
	if (PRELIMINARY.test(before.slice(Math.max(0, last.at - 80)))) return 'preliminary'
	if (BEFORE_THE_DATE.test(before)) return 'before'
	// "Svarstiden är förlängd. Remissvaren ska ha kommit in senast …"
	return says(earlier, MOVED) && says(earlier, ANSWERING) && !/\d/.test(earlier) ? 'new' : 'due'
}

/** "Senast den 3 maj ska svaren ha kommit in": the day stands before what it is for. */
function saidAfter(before: string, after: string, earlier: string, last: number): Role {
	if (/^\s?,?\s?(?:och|samt|men|eller|and|but)(?!\p{L})/iu.test(after)) return 'none'
	const said = after.search(ANSWERING)
	const otherwise = Math.min(
		...[MEETING, LAWS].map((words) => after.search(words)).filter((at) => at >= 0),
		after.length,
	)
	if (said >= 0 && said < otherwise && !isOfDocument(before, 0)) return 'due'
	return last === 0 && otherwise === after.length && says(earlier, ANSWERING) ? 'weak' : 'none'
}

/** Where the words that make it a deadline begin, counted from the start of what stands before the date. */
function wordsFrom(before: string): number {
	const near = before.slice(-NEAR)
	const skipped = before.length - near.length
	const places = [ANSWERING, LAST].map((pattern) => near.search(pattern)).filter((at) => at >= 0)
	let at = places.length > 0 ? Math.min(...places) + skipped : before.length
	while (at > 0 && /\p{L}/u.test(before.charAt(at - 1)) && /\p{L}/u.test(before.charAt(at))) at--
	return at
}

/** Dates read between two stops. */
const AT_A_TIME = 50

/** Which of the dates in a text may be its deadline. Those in the name of the document, as the title has it, are not. */
export function* candidates(
	{ text, struck }: PlainText,
	sentences: Sentences,
	dates: readonly WrittenDate[],
	heading: Heading | null,
): Steps<Candidate[]> {
	const inTitle = (date: WrittenDate) => {
		const words = text.slice(Math.max(0, date.start - SHARED), date.end)
		const bare = words.slice(words.search(/(?<!\S)\S/))
		return heading !== null && date.start >= heading.end && heading.title.value.includes(bare.replace(/\s+/g, ' '))
	}
	const roleAt = (written: WrittenDate, index: number): Candidate => {
		const previous = dates[index - 1]
		const next = dates[index + 1]
		const opensSpan = next !== undefined && SPAN.test(text.slice(written.end, Math.min(next.start, written.end + 30)))
		const endsSpan =
			previous !== undefined && SPAN.test(text.slice(previous.end, Math.min(written.start, previous.end + 30)))
		const sentence = sentences.around(written.start)
		const start = Math.max(sentence.start, written.start - MOST_BEFORE)
		const before = text.slice(start, written.start)
		const after = text.slice(written.end, Math.min(sentence.end, next?.start ?? text.length, written.end + MOST_AFTER))
		const earlierFrom = sentence.start === 0 ? 0 : sentences.around(sentence.start - 1).start
		const earlier = text.slice(Math.max(earlierFrom, sentence.start - NEAR), sentence.start)
		const said = roleOf({ before, after, earlier, date: written, endsSpan })
		const kept = inTitle(written) || (opensSpan && said !== 'old') ? 'none' : said
		const role = struck(written.start) && kept !== 'none' ? 'old' : kept
		// "Från den 1 maj till den 12 juni 2023" has one year for both.
		const date = opensSpan && written.year === null ? { ...written, year: next.year } : written
		return { date, role, from: start + wordsFrom(before) }
	}
	const found: Candidate[] = []
	for (const [index, date] of dates.entries()) {
		found.push(roleAt(date, index))
		if (index % AT_A_TIME === 0) yield
	}
	return found
}

/** Where a last day to answer is set in words that no date could be read from, with those words; null if nowhere. */
export function unreadDeadline({ text }: PlainText, sentences: Sentences): { start: number; end: number } | null {
	for (const set of [...text.matchAll(DAY_SET)].slice(0, DATES_LIMIT)) {
		const sentence = sentences.around(set.index)
		const before = text.slice(Math.max(sentence.start, set.index - MOST_BEFORE), set.index + set[0].length)
		const answering = lastIn(before, ANSWERING).at
		const otherwise = Math.max(lastIn(before, MEETING).end, lastIn(before, LAWS).end)
		const after = text.slice(set.index + set[0].length, Math.min(sentence.end, set.index + MOST_AFTER))
		if (answering < 0 || otherwise > answering || isOthers(before, after)) continue
		const end = Math.min(sentence.end, set.index + set[0].length + 30)
		return { start: set.index, end: set.index + text.slice(set.index, end).trimEnd().length }
	}
	return null
}
