import { FILE_LIMIT, mediaTypeOf } from '#domain/inquiry/file.ts'
import { lengthOf } from '#domain/kernel/pieces.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { toMarkdown } from '#export/markdown.ts'
import type { Context } from '#http/context.ts'
import type { Upload } from '#http/form-body.ts'
import { letterReader } from '#intake/reader.ts'
import { beginning, beginningOf } from '#markup/beginning.ts'
import type { Typed } from '#ui/form-state.ts'
import type { FromWord } from './forms.ts'

/** Bytes: it is held in memory beside what opens it. */
export const UPLOAD_LIMIT = FILE_LIMIT

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A form with the text of the Word file that was sent in it, as if it had been typed. One that no file is sent in stays as it is. */
export async function withWordFile(
	files: readonly Upload[],
	typed: Typed,
	{ deps }: Context,
): Promise<Result<Typed, Rejection>> {
	const [file] = files
	if (file === undefined) return typed.upload === undefined ? ok(typed) : refuse({ code: 'empty', field: 'file' })
	const name = beginning(file.name)
	const refused = (why: Extract<Rejection, { code: 'fileRefused' }>['why']) =>
		refuse({ code: 'fileRefused' as const, field: 'file', name, why })
	if (lengthOf(file.bytes) === 0) return refused('empty')
	if (lengthOf(file.bytes) > FILE_LIMIT) return refused('tooLarge')
	if (mediaTypeOf(file.name) !== WORD) return refused('otherKind')
	const read = await letterReader(deps).statement(file.bytes)
	if (!read.ok) return read.reason === 'busy' ? refuse({ code: 'busy' }) : refused(read.reason)
	const { title, blocks, aside, tracked, gap, comments } = read.value
	if (blocks.length === 0) return refuse({ code: 'empty', field: 'file' })
	const word: FromWord = {
		aside: [...aside],
		tracked,
		gap,
		comments: comments.map(({ author, text, block }) => {
			const said = block === null ? undefined : blocks[block]
			return { author, text, about: said === undefined ? '' : beginningOf(said) }
		}),
	}
	const text = toMarkdown({ title: title ?? '', language: '', blocks })
	return ok({ ...typed, text: [text], word: [JSON.stringify(word)] })
}
