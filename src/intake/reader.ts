import { FILES_LIMIT, type FileRefusal } from '#domain/inquiry/file.ts'
import { type Pieces, whole } from '#domain/kernel/pieces.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type DeliveryReport, readReport } from './delivery-report.ts'
import { askedElsewhere, type Elsewhere } from './elsewhere.ts'
import { type Opened, openedFiles, readFiles, type Sent, type Upload } from './file/open-files.ts'
import type { WrittenInWord } from './file/statement.ts'
import { inTurn } from './in-turn.ts'
import { type MailReading, readAnswer, readMail } from './mail.ts'
import type { NoticeReading } from './notice.ts'
import { readAnew, readParts } from './read-parts.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Reads what comes in. `busy`: it never came to be one's turn, and nothing was read; the same may be asked again. */
export type LetterReader = {
	/** No more than `most` are taken. */
	readonly files: (uploads: readonly Upload[], most?: number) => Promise<Result<Opened, Rejection>>
	/** A Word file as a statement's text. */
	readonly statement: (bytes: Pieces) => Promise<Result<WrittenInWord, FileRefusal | 'busy'>>
	/** A mail as a letter that somebody sent on; `empty` where it is none that could be read. */
	readonly letter: (raw: Bytes) => Promise<Result<MailReading, Rejection>>
	/** A mail as an answer to one of ours. */
	readonly answer: (raw: Bytes) => Promise<Result<MailReading, Rejection>>
	/** Null: it is no report of what became of a mail. */
	readonly report: (raw: Bytes) => Promise<Result<DeliveryReport | null, Rejection>>
	/** What a notice states, in all its texts. Read once, and kept here. */
	readonly parts: (texts: readonly string[]) => Promise<NoticeReading>
}

/**
 * Where there is somebody elsewhere who reads, asks them: what is read in the thread that answers pages keeps everybody
 * waiting. Where there is nobody, or they cannot be reached, it is read here.
 */
export function letterReader({ reader: elsewhere }: { readonly reader?: Elsewhere | undefined }): LetterReader {
	const mail = async (kind: 'letter' | 'answer', raw: Bytes, here: (raw: Bytes) => Promise<MailReading | null>) => {
		const read = await askedElsewhere(elsewhere, { kind, asked: raw }, () => here(raw))
		return read === null ? refuse<Rejection>({ code: 'empty', field: 'text' }) : unlessBusy(read)
	}
	return {
		files: async (uploads, most = FILES_LIMIT) => {
			if (uploads.length === 0) return ok(openedFiles([], []))
			const asked: Sent = { uploads, most }
			const read = await askedElsewhere(elsewhere, { kind: 'files', asked }, () => readFiles(asked))
			return read === undefined ? busy : ok(openedFiles(uploads, read))
		},
		statement: async (bytes) => {
			// What reads Word is loaded when the first file comes.
			const here = async () => {
				const { readStatement } = await import('./file/statement.ts')
				return inTurn(() => readStatement(whole(bytes)))
			}
			return (await askedElsewhere(elsewhere, { kind: 'statement', asked: bytes }, here)) ?? refuse('busy')
		},
		letter: (raw) => mail('letter', raw, readMail),
		answer: (raw) => mail('answer', raw, readAnswer),
		report: async (raw) =>
			unlessBusy(await askedElsewhere(elsewhere, { kind: 'report', asked: raw }, () => readReport(raw))),
		parts: (texts) =>
			readParts(texts, async (asked) => {
				const here = () => readAnew(asked)
				return (await askedElsewhere(elsewhere, { kind: 'parts', asked }, here)) ?? here()
			}),
	}
}

const busy = refuse<Rejection>({ code: 'busy' })

const unlessBusy = <Value>(read: Value | undefined): Result<Value, Rejection> => (read === undefined ? busy : ok(read))
