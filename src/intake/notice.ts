import type { AnswerFormat, InquiryKind } from '#domain/inquiry/inquiry.ts'
import type { SwedishDate } from '#domain/kernel/id.ts'

/** Something stated in a notice, and the words it was read from: a piece of the text, character for character. */
export type Found<Value> = { readonly value: Value; readonly words: string }

/** Where a person must look for themselves. */
export type Doubt =
	/** Two or more dates could be the deadline, the earliest first. */
	| { readonly kind: 'severalDates'; readonly dates: readonly Found<SwedishDate>[] }
	/** The year is left out. `taken` is what the rest of the text makes it, or null when nothing does. */
	| { readonly kind: 'yearNotStated'; readonly words: string; readonly taken: SwedishDate | null }
	/** The weekday named is not the date's. */
	| { readonly kind: 'wrongWeekday'; readonly date: Found<SwedishDate> }
	/** There is no such day, as the 31st of November. Nothing was taken. */
	| { readonly kind: 'noSuchDate'; readonly words: string }
	/** "Before" a date: an answer on the day itself may be too late. */
	| { readonly kind: 'beforeDate'; readonly date: Found<SwedishDate> }
	/** Far more dates than a letter has: those that come after these words were not looked at. */
	| { readonly kind: 'manyDates'; readonly words: string }
	/** A last day to answer is set, in words that no date was read from. */
	| { readonly kind: 'notRead'; readonly words: string }
	/** The deadline lies before the year of a reference or of the report, so one of them is mistyped. */
	| { readonly kind: 'dueBeforeReference'; readonly date: Found<SwedishDate>; readonly reference: string }
	/** An address for the answer is broken at the end of a line, and could be any of two. Neither was taken. */
	| { readonly kind: 'brokenAddress'; readonly words: string }
	/** That day is over already: the year is mistyped, or the letter is an old one. */
	| { readonly kind: 'passed'; readonly date: Found<SwedishDate> }
	/** The date stands where a deadline would, but the words do not say that it is one; or its digits are oddly set. */
	| { readonly kind: 'unclearDate'; readonly date: Found<SwedishDate> }

/** What a notice or a cover letter (missiv) states. What it does not state is null or empty. */
export type NoticeReading = {
	/** Its heading, without labels that have run into it. */
	readonly title: Found<string> | null
	/** What is sent round: what the heading names first, or else what the text says is sent. */
	readonly kind: Found<InquiryKind> | null
	/**
	 * Who asks: the ministry or body that answers go to, or else that says it asks; the government where nobody else is
	 * named. Never guessed from an address.
	 */
	readonly sender: Found<string> | null
	/** Reference numbers (diarienummer) as they are written, slips of the pen included. */
	readonly references: readonly Found<string>[]
	/** The last day to answer. Of several, the earliest that is not for preliminary answers; then there is a doubt. */
	readonly dueOn: Found<SwedishDate> | null
	/** The deadline before it was extended. */
	readonly extendedFrom: Found<SwedishDate> | null
	/** Mail addresses for the answer; a postal one where it is asked for on paper, or where there is no other. */
	readonly sendTo: readonly Found<string>[]
	readonly copyTo: readonly Found<string>[]
	/** `accessible-pdf` takes the place of `pdf` where what is asked for is to be accessible. */
	readonly formats: readonly Found<AnswerFormat>[]
	/** Those asked to answer (remissinstanser), where the text lists them. */
	readonly invited: readonly Found<string>[]
	readonly doubts: readonly Doubt[]
}

/** What is read in a letter, on the day it is looked at: a last day that lies before it is in doubt. */
export function readOn(today: SwedishDate, reading: NoticeReading): NoticeReading {
	const { dueOn, doubts } = reading
	if (dueOn === null || dueOn.value >= today) return reading
	return { ...reading, doubts: [...doubts, { kind: 'passed', date: dueOn }] }
}
