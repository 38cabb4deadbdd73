import * as z from 'zod'
import { completeFacts } from '#domain/inquiry/inquiry.ts'
import { type IncomingNotice, textsOf } from '#domain/inquiry/notice.ts'
import type { SwedishDate } from '#domain/kernel/id.ts'
import { letterIn } from '#intake/aside.ts'
import { type Doubt, type Found, type NoticeReading, readOn } from '#intake/notice.ts'
import type { LetterReader } from '#intake/reader.ts'
import { writeFields } from './forms.ts'
import type { FilledInquiry } from './inquiry-fields.tsx'
import { marked, type Piece } from './notice-marks.ts'

export const pasteForm = z.object({ text: z.string() })

/** A form of files alone. */
export const uploadForm = z.object({})

/** Words in the letter that something was read from, and the number they are marked by there. */
export type ReadWords = { readonly words: string; readonly mark: number }

/** What was read in a notice, as the fields to be checked. */
export type Checked = {
	readonly filled: FilledInquiry
	/** By field. */
	readonly read: Readonly<Partial<Record<keyof FilledInquiry, readonly ReadWords[]>>>
	readonly doubts: readonly Doubt[]
	/** The days to choose among; null where one is clear, or none is stated. */
	readonly choices: readonly Found<SwedishDate>[] | null
	/** The letter, part by part. `name`: of the file; null for what was pasted or mailed. */
	readonly parts: readonly { readonly name: string | null; readonly pieces: readonly Piece[] }[]
	/** Below a rule there stands what those wrote who sent the letter on. */
	readonly hasAside: boolean
}

/** Reads a notice anew each time it is shown: a better reader then reads it better, and nothing it said before counts. */
export async function checkedNotice(
	reader: LetterReader,
	notice: IncomingNotice,
	today: SwedishDate,
): Promise<Checked> {
	const reading = readOn(today, await reader.parts(textsOf(notice)))
	const words: string[] = []
	const numbered = (found: Found<unknown> | null): ReadWords[] => {
		if (found === null) return []
		const known = words.indexOf(found.words)
		return [{ words: found.words, mark: known < 0 ? words.push(found.words) - 1 : known }]
	}
	const choices = possibleDates(reading)
	const read = {
		title: numbered(reading.title),
		sender: numbered(reading.sender),
		references: reading.references.flatMap(numbered),
		dueOn: (choices ?? [reading.dueOn]).flatMap(numbered),
		extendedFrom: numbered(reading.extendedFrom),
		kind: numbered(reading.kind),
		sendTo: reading.sendTo.flatMap(numbered),
		copyTo: reading.copyTo.flatMap(numbered),
		formats: reading.formats.flatMap(numbered),
		invited: reading.invited.flatMap(numbered),
	}
	const texts = [{ name: null, text: notice.text }, ...notice.files].filter(({ text }) => text !== '')
	return {
		filled: filledWith(reading),
		read,
		doubts: reading.doubts,
		choices,
		parts: texts.map(({ name, text }) => ({ name, pieces: marked(text, words) })),
		hasAside: texts.some(({ text }) => letterIn(text) !== text),
	}
}

function filledWith(reading: NoticeReading): FilledInquiry {
	const values = (found: readonly Found<string>[]) => found.map(({ value }) => value)
	return writeFields(
		completeFacts({
			title: reading.title?.value ?? '',
			sender: reading.sender?.value ?? '',
			references: values(reading.references).join(', '),
			dueOn: reading.dueOn?.value ?? null,
			extendedFrom: reading.extendedFrom?.value ?? null,
			sendTo: values(reading.sendTo).join('\n'),
			copyTo: values(reading.copyTo).join('\n'),
			documents: [],
			note: '',
			kind: reading.kind?.value ?? 'other',
			formats: reading.formats.map(({ value }) => value),
			invited: values(reading.invited),
		}),
	)
}

/** Every day that is in doubt, and the one that is proposed; a single one that is proposed anyway is no choice, unless it is over. */
function possibleDates({ dueOn, doubts }: NoticeReading): Found<SwedishDate>[] | null {
	const dates = [...(dueOn ? [dueOn] : []), ...doubts.flatMap(datesOf)]
	const byDate = new Map(dates.toReversed().map((date) => [date.value, date]))
	const possible = [...byDate.values()].sort((one, other) => (one.value < other.value ? -1 : 1))
	const proposed = dueOn !== null && !doubts.some(({ kind }) => kind === 'passed')
	return possible.length > 1 || (possible.length === 1 && !proposed) ? possible : null
}

function datesOf(doubt: Doubt): readonly Found<SwedishDate>[] {
	if (doubt.kind === 'severalDates') return doubt.dates
	if (doubt.kind === 'yearNotStated') return doubt.taken === null ? [] : [{ value: doubt.taken, words: doubt.words }]
	return 'date' in doubt ? [doubt.date] : []
}
