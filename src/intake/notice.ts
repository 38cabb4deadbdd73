import type { SwedishDate } from '#domain/id.ts'
import type { AnswerFormat, InquiryKind } from '#domain/inquiry.ts'

/** Something stated in a notice, and the words it was read from as they stand there. */
export type Found<Value> = { readonly value: Value; readonly words: string }

/** Where a person must look for themselves. */
export type Doubt =
	/** Two or more dates could be the deadline. The nearest is proposed. */
	| { readonly kind: 'severalDates'; readonly dates: readonly Found<SwedishDate>[] }
	/** The notice leaves the year out; it was taken from the rest of the text. */
	| { readonly kind: 'yearNotStated'; readonly date: Found<SwedishDate> }
	/** The weekday named is not the date's. */
	| { readonly kind: 'wrongWeekday'; readonly date: Found<SwedishDate> }

/** What a notice or a cover letter (missiv) states. What it does not state is null or empty. */
export type NoticeReading = {
	readonly title: Found<string> | null
	readonly kind: Found<InquiryKind> | null
	readonly sender: Found<string> | null
	readonly references: readonly Found<string>[]
	readonly dueOn: Found<SwedishDate> | null
	/** The deadline before it was extended. */
	readonly extendedFrom: Found<SwedishDate> | null
	readonly sendTo: readonly Found<string>[]
	readonly copyTo: readonly Found<string>[]
	readonly formats: readonly Found<AnswerFormat>[]
	readonly invited: readonly Found<string>[]
	readonly doubts: readonly Doubt[]
}
