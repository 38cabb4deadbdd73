import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { OLDER_FILES, type OlderContent } from '#domain/publication/older.ts'
import { keptFile } from '#domain/publication/older-kept.ts'
import type { Block } from '#domain/statement/block.ts'
import { toMarkdown } from '#export/markdown.ts'
import { orderFor } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import type { Upload } from '#http/form-body.ts'
import { type LetterReader, letterReader } from '#intake/reader.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import type { Typed } from '#ui/form-state.ts'
import type { BroughtFile } from '#usecases/inquiry/bring-files.ts'
import { keepOlderFiles } from '#usecases/publication/older-files.ts'

/** A text that was read: as blocks, the title it has, and what was left out of it. */
type ReadText = { readonly title: string | null; readonly blocks: readonly Block[]; readonly aside: readonly string[] }

export const markdownOf = (blocks: readonly Block[]): string => toMarkdown({ title: '', language: '', blocks })

/** What a text in a form stands for, once it was read. */
export const blocksIn = (text: string): Block[] => (text.trim() === '' ? [] : blocksFromMarkdown(text).blocks)

function pasted(text: string): ReadText {
	const { title, blocks, residue } = blocksFromPastedText(text)
	return { title, blocks, aside: residue }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file's text as it is proposed: a Word file by its styles, any other as if it had been pasted. Null: there is none. */
async function proposed(reader: LetterReader, { mediaType, bytes, text }: BroughtFile): Promise<ReadText | null> {
	if (mediaType === WORD) {
		const read = await reader.statement(bytes)
		if (read.ok && read.value.blocks.length > 0) return read.value
	}
	return text.trim() === '' ? null : pasted(text)
}

/**
 * A form as it is shown to be checked: with the files kept that were sent in it, and the text read that was pasted, or else that
 * of the first file that has one. A text that was read before stays as it was written.
 */
export async function readOlder(
	uploads: readonly Upload[],
	typed: Typed,
	context: Context,
): Promise<Result<Typed, Rejection>> {
	const reader = letterReader(context.deps)
	const brought: BroughtFile[] = []
	const kept: string[] = [...(typed['kept[]'] ?? [])]
	if (uploads.length > 0) {
		const order = orderFor(context, typed)
		const open = async (): Promise<Result<readonly BroughtFile[], Rejection>> => {
			const opened = await reader.files(uploads, Math.max(0, OLDER_FILES - kept.length))
			if (!opened.ok) return opened
			const [left] = opened.value.leftOut
			if (left) return refuse({ code: 'fileRefused', field: 'file', ...left })
			brought.push(...opened.value.files)
			return ok(opened.value.files)
		}
		const files = await keepOlderFiles(context.deps, order({ open }))
		if (!files.ok) return files
		for (const { sha256, name, mediaType, size } of files.value) {
			const value = keptFile({ sha256, name, mediaType, size })
			if (!kept.includes(value)) kept.push(value)
		}
	}
	const text = await textOf(reader, typed, brought)
	const [year = ''] = typed.year ?? []
	const [title = ''] = typed.title ?? []
	const [decidedOn = ''] = typed.decidedOn ?? []
	return ok({
		...typed,
		...(text === null ? {} : { text: [markdownOf(under(title.trim(), text))], aside: [text.aside.join('\n')] }),
		title: [title.trim() === '' ? (text?.title ?? '') : title],
		decidedOn: [decidedOn.trim() === '' ? year.trim() : decidedOn],
		'kept[]': kept,
		read: ['1'],
	})
}

/** A line that was taken for the title, where another stands in the form, is part of the text: nothing of it is lost. */
function under(title: string, { title: read, blocks }: ReadText): readonly Block[] {
	return title === '' || read === null || read === title ? blocks : [{ kind: 'heading', text: read }, ...blocks]
}

/** The text that is read now; null where it was read already, or there is none. */
async function textOf(reader: LetterReader, typed: Typed, brought: readonly BroughtFile[]): Promise<ReadText | null> {
	const [text = ''] = typed.text ?? []
	if (text.trim() !== '') return typed.read === undefined ? pasted(text) : null
	for (const file of brought) {
		const found = await proposed(reader, file)
		if (found !== null) return found
	}
	return null
}

type Told = Pick<OlderContent, 'title' | 'kind' | 'language' | 'decidedOn' | 'standsBehind'> & {
	readonly inquiryTitle: string
	readonly sender: string
	readonly references: string
	readonly text: string
	readonly 'kept[]': OlderContent['files']
}

/** What a form says of one. */
export function contentOf(told: Told): OlderContent {
	const { title, kind, language, decidedOn, standsBehind, inquiryTitle, sender, references, text } = told
	const inquiry = { title: inquiryTitle, sender, references }
	return { title, kind, language, decidedOn, inquiry, standsBehind, files: told['kept[]'], blocks: blocksIn(text) }
}
