import { FILE_LIMIT, FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { LeftOut } from '#domain/inquiry/notice.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Upload } from '#http/form-body.ts'
import { readFile } from '#intake/file/read.ts'
import type { BroughtFile } from '#usecases/inquiry/bring-files.ts'

/** All files of one form. Bytes: they are held in memory together, beside what opens them. */
export const UPLOAD_LIMIT = FILE_LIMIT + 2 * 1024 * 1024

/**
 * Opens files one after the other: those that are taken, and those that are not with the reason. One that could not be
 * taken has cost its reading all the same, so that the limit counts it too.
 */
export async function openFiles(
	uploads: readonly Upload[],
): Promise<{ readonly files: readonly BroughtFile[]; readonly leftOut: readonly LeftOut[] }> {
	const files: BroughtFile[] = []
	const leftOut: LeftOut[] = []
	for (const [index, { name, bytes }] of uploads.entries()) {
		const read = index < FILES_LIMIT ? await readFile(name, bytes) : refuse('tooMany' as const)
		if (read.ok) files.push({ name, bytes, ...read.value })
		else leftOut.push({ name: shownName(name), why: read.reason })
	}
	return { files, leftOut }
}

/** Opens the one file of a form that takes one. */
export async function openFile(uploads: readonly Upload[]): Promise<Result<BroughtFile, Rejection>> {
	const [upload] = uploads
	if (!upload) return refuse({ code: 'empty', field: 'file' })
	const { files, leftOut } = await openFiles([upload])
	const [file] = files
	const [left] = leftOut
	if (file) return ok(file)
	return refuse(left ? { code: 'fileRefused', field: 'file', ...left } : { code: 'empty', field: 'file' })
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
