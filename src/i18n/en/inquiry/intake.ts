import { formatDate, formatEither, formatLongDate } from '#i18n/format.ts'
import type { Doubts } from '#i18n/sv/inquiry/intake.ts'

const long = (date: string) => formatLongDate('en', date)
const short = (date: string) => formatDate('en', date)
const quoted = (words: string) => `“${words.replace(/\s+/g, ' ')}”`

const doubts: Doubts = {
	severalDates: ({ dates }) => {
		const written = dates.map(({ value }) => short(value))
		return `Several dates could be the last day to answer: ${formatEither('en', written)}.`
	},
	yearNotStated: ({ words, taken }) =>
		taken === null
			? `The year is not stated in ${quoted(words)}. Fill in the due date yourself.`
			: `The year is not stated in ${quoted(words)}. The rest points to ${long(taken)}.`,
	wrongWeekday: ({ date }) => `The weekday in ${quoted(date.words)} is wrong. That date is a ${long(date.value)}.`,
	noSuchDate: ({ words }) => `There is no such date in the calendar: ${quoted(words)}.`,
	manyDates: ({ words }) => `The text has more dates than a letter has. Those after ${quoted(words)} were not read.`,
	notRead: ({ words }) => `A last day to answer is stated that could not be read: ${quoted(words)}.`,
	brokenAddress: ({ words }) =>
		`The address is broken at the end of a line: ${quoted(words)}. Write it as it should be.`,
	beforeDate: ({ date }) => `The statement is to arrive before ${long(date.value)}. On that day it may be too late.`,
	dueBeforeReference: ({ date, reference }) =>
		`The due date ${short(date.value)} is before the year in ${reference}. One of them is probably mistyped.`,
	passed: ({ date }) =>
		`${long(date.value)} is over already. Is the year right, or is it an old letter? Choose the day yourself.`,
	unclearDate: ({ date }) =>
		`Is ${short(date.value)} the last day to answer? The text does not say so plainly: ${quoted(date.words)}.`,
}

export const intake = { doubts }
