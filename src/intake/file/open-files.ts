import { FILE_LIMIT, type FileRefusal } from '#domain/inquiry/file.ts'
import { FILES_TEXT_LIMIT, type LeftOut } from '#domain/inquiry/notice.ts'
import { type Pieces, whole } from '#domain/kernel/pieces.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { freshEffort, pause } from '#intake/effort.ts'
import { inTurn } from '#intake/in-turn.ts'
import { beginningOf } from './plain.ts'
import { type FileReading, readFile } from './read.ts'

/** All files of one form. Bytes: they are held in memory together, beside what opens them. */
export const UPLOAD_LIMIT = FILE_LIMIT + 2 * 1024 * 1024

/** A file as it was sent, and what it is when it was opened. */
export type Upload = { readonly name: string; readonly bytes: Pieces }
type OpenedFile = Upload & FileReading
type FileRead = Result<FileReading, FileRefusal>

/** The files of one form, and how many of them are taken. */
export type Sent = { readonly uploads: readonly Upload[]; readonly most: number }

export type Opened = { readonly files: readonly OpenedFile[]; readonly leftOut: readonly LeftOut[] }

/**
 * Reads files one after the other, and those of one form at a time: each that is taken, or why it is not. One that could not be
 * taken has cost its reading all the same, so that the limits count it too. When they have cost as much together as a form's
 * may, the rest is taken without being read. No more than `most` are taken. Undefined when it never came to be their turn.
 */
export function readFiles({ uploads, most }: Sent): Promise<readonly FileRead[] | undefined> {
	return inTurn(() => readEach(uploads, most))
}

async function readEach(uploads: Sent['uploads'], most: number) {
	const readings: FileRead[] = []
	const effort = freshEffort()
	for (const [index, { name, bytes }] of uploads.entries()) {
		readings.push(index < most ? await readFile(name, whole(bytes), effort) : refuse('tooMany' as const))
		await pause()
	}
	return withinTogether(readings)
}

/**
 * What is kept of the texts of one form: as much as three of the longest. A text that is short is whole; of those that are not, each
 * has as much as the others.
 */
function withinTogether(readings: readonly FileRead[]): FileRead[] {
	const lengths = readings
		.flatMap((read) => (read.ok ? [read.value.text.length] : []))
		.sort((one, other) => one - other)
	let left = FILES_TEXT_LIMIT
	let share = FILES_TEXT_LIMIT
	for (const [index, length] of lengths.entries()) {
		share = Math.floor(left / (lengths.length - index))
		if (length > share) break
		left -= length
		share = FILES_TEXT_LIMIT
	}
	return readings.map((read) => {
		if (!read.ok || read.value.text.length <= share) return read
		const { text, whole } = beginningOf(read.value.text, share)
		return ok({ ...read.value, text, gap: read.value.gap ?? (whole ? null : 'onlyBeginning') })
	})
}

/** Files as they were sent, with what was read in each: those that are taken, and those that are not with the reason. */
export function openedFiles(uploads: readonly Upload[], readings: readonly FileRead[]): Opened {
	const files: OpenedFile[] = []
	const leftOut: LeftOut[] = []
	for (const [index, { name, bytes }] of uploads.entries()) {
		const read = readings[index] ?? refuse('tooMany' as const)
		if (read.ok) files.push({ name, bytes, ...read.value })
		else leftOut.push({ name: shownName(name), why: read.reason })
	}
	return { files, leftOut }
}

/** Long enough to be known by. Characters. */
const NAME_SHOWN = 80

/** A name as somebody sent it, fit to stand in a sentence. */
function shownName(name: string): string {
	const line = name
		.slice(-1000)
		.toWellFormed()
		.replace(/^.*[/\\]/s, '')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
		.trim()
	return [...line].slice(-NAME_SHOWN).join('')
}
