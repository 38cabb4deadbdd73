import { FILE_LIMIT, FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { LeftOut } from '#domain/inquiry/notice.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { freshEffort, pause } from '#intake/effort.ts'
import { inTurn } from '#intake/in-turn.ts'
import { type FileReading, readFile } from './read.ts'

/** All files of one form. Bytes: they are held in memory together, beside what opens them. */
export const UPLOAD_LIMIT = FILE_LIMIT + 2 * 1024 * 1024

/** A file as it was sent, and what it is when it was opened. */
type Upload = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
type OpenedFile = Upload & FileReading

type Opened = { readonly files: readonly OpenedFile[]; readonly leftOut: readonly LeftOut[] }

/**
 * Opens files one after the other, and those of one form at a time: those that are taken, and those that are not with the
 * reason. One that could not be taken has cost its reading all the same, so that the limits count it too. When they have cost as
 * much together as a form's may, the rest is taken without being read. No more than `most` are taken.
 */
export async function openFiles(uploads: readonly Upload[], most = FILES_LIMIT): Promise<Result<Opened, Rejection>> {
	const opened = await inTurn(() => openEach(uploads, most))
	return opened === undefined ? refuse({ code: 'busy' }) : ok(opened)
}

async function openEach(uploads: readonly Upload[], most: number): Promise<Opened> {
	const files: OpenedFile[] = []
	const leftOut: LeftOut[] = []
	const effort = freshEffort()
	for (const [index, { name, bytes }] of uploads.entries()) {
		const read = index < most ? await readFile(name, bytes, effort) : refuse('tooMany' as const)
		if (read.ok) files.push({ name, bytes, ...read.value })
		else leftOut.push({ name: shownName(name), why: read.reason })
		await pause()
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
