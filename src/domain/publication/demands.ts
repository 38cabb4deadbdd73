import type { AnswerFormat, InquiryFacts } from '#domain/inquiry/inquiry.ts'
import type { SwedishDate } from '#domain/kernel/id.ts'
import { addDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import { isEmail } from '#domain/person/person.ts'
import { PACK_FORMATS } from './pack.ts'

/** What an inquiry says of how it is to be answered. */
export type Asked = Pick<InquiryFacts, 'title' | 'references' | 'sendTo' | 'copyTo' | 'formats' | 'dueOn'>

/** A letter with files, as it would be sent. */
export type ProposedLetter = {
	readonly to: readonly string[]
	readonly copyTo: readonly string[]
	readonly subject: string
	/** The names of the files with it. */
	readonly names: readonly string[]
}

/** Something that is asked of an answer, and whether what would be sent does as it asks. */
export type Demand =
	/** `paper` is met by nothing that is sent. */
	| { readonly what: 'format'; readonly format: AnswerFormat; readonly met: boolean }
	/** Who answers stands in the name of every file. */
	| { readonly what: 'names'; readonly coalition: string; readonly met: boolean }
	/** Each reference stands in the subject line. `missing`: those that do not. */
	| { readonly what: 'references'; readonly missing: readonly string[]; readonly met: boolean }
	| { readonly what: 'subject'; readonly coalition: string; readonly met: boolean }
	/** It goes where it is asked to go. `asked`: in the inquiry's own words. */
	| {
			readonly what: 'to' | 'copyTo'
			readonly asked: string
			readonly missing: readonly string[]
			readonly met: boolean
	  }
	| ({ readonly what: 'deadline'; readonly met: boolean } & DeadlineLeft)

export type DeadlineLeft = {
	readonly dueOn: SwedishDate
	/** Days from today to the last day; 0: it is today; less: it has passed. */
	readonly days: number
	/** The last day is one on which offices are closed: whoever writes on it reaches nobody who can help. */
	readonly closed: boolean
}

/**
 * Every demand that is known of, in the order in which they are looked at. What the inquiry leaves unsaid is no demand; who answers
 * is asked for always. `coalition`: its name.
 */
export function demandsOf(
	asked: Asked | null,
	letter: ProposedLetter,
	coalition: string,
	today: SwedishDate,
): readonly Demand[] {
	const { formats = [], references = '', sendTo = '', copyTo = '', dueOn = null } = asked ?? {}
	const missing = referencesIn(references).filter((reference) => !holds(letter.subject, reference))
	const everybody = [...letter.to, ...letter.copyTo]
	return [
		...formats.map((format): Demand => ({ what: 'format', format, met: PACK_FORMATS.includes(format) })),
		{ what: 'names', coalition, met: letter.names.every((name) => holds(name, coalition)) },
		...(references === '' ? [] : [{ what: 'references', missing, met: missing.length === 0 } as const]),
		{ what: 'subject', coalition, met: holds(letter.subject, coalition) },
		...addressed('to', sendTo, letter.to),
		...addressed('copyTo', copyTo, everybody),
		...(dueOn === null ? [] : [deadlineDemand(dueOn, today)]),
	]
}

function addressed(what: 'to' | 'copyTo', asked: string, given: readonly string[]): Demand[] {
	if (asked === '') return []
	const missing = addressesIn(asked).filter((address) => !given.includes(address))
	// Of a place without an address nobody but a person knows whether what was typed is it.
	return [{ what, asked, missing, met: missing.length === 0 && given.length > 0 }]
}

function deadlineDemand(dueOn: SwedishDate, today: SwedishDate): Demand {
	const days = daysBetween(today, dueOn)
	return { what: 'deadline', dueOn, days, closed: !isWorkingDay(dueOn), met: days >= 0 }
}

/** Farther off than this it is said to be this far: nobody counts the days of a year. */
const FARTHEST_DAYS = 3660

/** Calendar days from one date to another; negative where it lies before. */
function daysBetween(from: SwedishDate, to: SwedishDate): number {
	const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
	return Math.max(-FARTHEST_DAYS, Math.min(FARTHEST_DAYS, days))
}

/** The addresses in a text, each once, in lower case: what is asked is often a sentence. */
export function addressesIn(text: string): string[] {
	const words = text.split(/[\s,;<>()"]+/).map((word) => word.replace(/^mailto:/i, '').replace(/[.:]+$/, ''))
	return [...new Set(words.filter(isEmail).map((word) => word.toLowerCase()))]
}

/** References that stand beside each other: `KN2023/04578, KN2023/04579`. */
function referencesIn(text: string): string[] {
	return text
		.split(/[,;\n]+|\s+(?:och|and)\s+/)
		.map((each) => each.replace(/^\s*(?:dnr|diarienr|diarienummer|ref)\.?:?\s+/i, '').trim())
		.filter((each) => each !== '')
}

/** Whether one text stands in the other, whatever the case and the signs that no name of a file can have. */
const holds = (whole: string, part: string) => plain(whole).includes(plain(part))
const plain = (text: string) => text.toLowerCase().replace(/[\s/\\:-]+/g, '-')

/** The last working day on which the letter can be sent in time; null where none is left. */
export function lastWorkingDay({ dueOn }: DeadlineLeft, today: SwedishDate): SwedishDate | null {
	for (let date = dueOn; date >= today; date = addDays(date, -1)) if (isWorkingDay(date)) return date
	return null
}
