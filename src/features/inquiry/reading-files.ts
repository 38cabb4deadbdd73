import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Upload } from '#http/form-body.ts'
import type { LetterReader } from '#intake/reader.ts'
import type { BroughtFile } from '#usecases/inquiry/bring-files.ts'

/** Opens the one file of a form that takes one. */
export async function openFile(
	reader: LetterReader,
	uploads: readonly Upload[],
): Promise<Result<BroughtFile, Rejection>> {
	const [upload] = uploads
	if (!upload) return refuse({ code: 'empty', field: 'file' })
	const opened = await reader.files([upload])
	if (!opened.ok) return opened
	const { files, leftOut } = opened.value
	const [file] = files
	const [left] = leftOut
	if (file) return ok(file)
	return refuse(left ? { code: 'fileRefused', field: 'file', ...left } : { code: 'empty', field: 'file' })
}
