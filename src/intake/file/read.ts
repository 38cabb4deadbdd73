import { FILE_LIMIT, type FileGap, type FileRefusal, type MediaType, mediaTypeOf } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Effort, freshEffort } from '#intake/effort.ts'
import { beginningOf, decodeText } from './plain.ts'

/** A file that was opened: what it is, and the text that was read in it. */
export type FileReading = {
	readonly mediaType: MediaType
	readonly text: string
	/** Why there is no text, or not all. */
	readonly gap: FileGap | null
}

const WORD: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Opens a file and reads its text. What it is, its bytes say; the name must not say something else. A file whose text
 * cannot be read is taken all the same; one that is broken, locked or made to do harm is not. What reads PDF and Word is
 * loaded when the first of them comes. `effort`: what is left for it, of what the files of one form may cost.
 */
export async function readFile(
	name: string,
	bytes: Uint8Array<ArrayBuffer>,
	effort: Effort = freshEffort(),
): Promise<Result<FileReading, FileRefusal>> {
	if (bytes.length === 0) return refuse('empty')
	if (bytes.length > FILE_LIMIT) return refuse('tooLarge')
	const kind = kindOf(bytes)
	const named = mediaTypeOf(name)
	if (kind === 'pdf') {
		if (isNamedOtherwise(name, named, 'application/pdf')) return refuse('notAsNamed')
		const { readPdf } = await import('./pdf.ts')
		return reading('application/pdf', await readPdf(bytes, effort))
	}
	if (kind === 'zip') {
		const { readDocx } = await import('./docx.ts')
		const read = await readDocx(bytes, effort)
		return read.ok && isNamedOtherwise(name, named, WORD) ? refuse('notAsNamed') : reading(WORD, read)
	}
	if (kind === 'ole') return refuse(isLocked(bytes) ? 'locked' : 'otherKind')
	if (named === 'application/pdf' || named === WORD) return refuse('notAsNamed')
	// A mail has files of its own, which nothing takes out of one that is uploaded.
	const isNoText = named === 'message/rfc822' || (named === null && hasEnding(name))
	const text = isNoText ? null : decodeText(bytes)
	if (text === null) return refuse('otherKind')
	return reading(named ?? 'text/plain', ok({ text, gap: null }))
}

function reading(
	mediaType: MediaType,
	read: Result<{ readonly text: string; readonly gap: FileGap | null }, FileRefusal>,
): Result<FileReading, FileRefusal> {
	if (!read.ok) return read
	const { text, whole } = beginningOf(read.value.text.replaceAll('\0', ''))
	const gap = read.value.gap ?? (text === '' ? 'noText' : whole ? null : 'onlyBeginning')
	return ok({ mediaType, text, gap })
}

/** By how the bytes begin. A PDF may have something before its mark. */
function kindOf(bytes: Uint8Array<ArrayBuffer>): 'pdf' | 'zip' | 'ole' | 'other' {
	const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)
	if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)) return 'zip'
	if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
	return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : 'other'
}

/** Office's older files and its encrypted ones are both of this kind; only the latter have a stream of that name. */
function isLocked(bytes: Uint8Array<ArrayBuffer>): boolean {
	return new TextDecoder('latin1').decode(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
}

const hasEnding = (name: string) => /\.[a-z][a-z0-9]{0,8}\s*$/i.test(name)

/** No ending says nothing. */
function isNamedOtherwise(name: string, named: MediaType | null, is: MediaType): boolean {
	return named === null ? hasEnding(name) : named !== is
}
