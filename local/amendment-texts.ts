import { readFile } from 'node:fs/promises'
import { text as allOf } from 'node:stream/consumers'
import * as z from 'zod'
import type { Choices } from '#domain/amendment/merging.ts'
import type { Piece } from '#domain/amendment/piece.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { paragraphsOf } from '#markup/paragraphs.ts'
import { blockSchema, blockVersionSchema } from '#schema/statement.ts'
import { codeOf } from './error-code.ts'

/** Longest input. Bytes. */
const LIMIT = 50_000_000

const named = z.object({ blockId: blockVersionSchema.shape.blockId.nullable(), content: blockSchema })

/** A text in any of the forms it may come in: Markdown or HTML, its paragraphs, or blocks. */
const textSchema = z.union([z.string(), z.array(z.string()), z.array(z.union([named, blockSchema]))], {
	error: 'a text is a string of Markdown or HTML, a list of paragraphs, or a list of blocks',
})
type Text = z.infer<typeof textSchema>

const choiceSchema = z.union(
	[
		z.strictObject({ side: z.string() }),
		z.strictObject({ all: z.array(z.string()) }),
		z.strictObject({ base: z.literal(true) }),
		z.strictObject({ text: z.string() }),
	],
	{ error: 'a choice is {"side": ID}, {"all": [ID…]}, {"base": true} or {"text": WORDS}' },
)

export const diffSchema = z.strictObject({ old: textSchema, new: textSchema })
export const rewriteSchema = z.strictObject({ base: textSchema, amended: textSchema, now: textSchema })
export const mergeSchema = z.strictObject({
	base: textSchema,
	amendments: z.array(z.union([z.strictObject({ id: z.string(), text: textSchema }), textSchema])),
	choices: z.record(z.string(), choiceSchema).default({}) satisfies z.ZodType<Choices>,
})

/** A text as pieces, and how pieces are given back in the form that it came in. */
export type Read = {
	readonly pieces: readonly Piece[]
	readonly back: (pieces: readonly Piece[]) => unknown
	readonly form: 'text' | 'blocks'
}

export function readText(text: Text): Read {
	if (typeof text === 'string') {
		const { paragraphs, between } = paragraphsOf(text)
		return { form: 'text', pieces: paragraphs, back: (pieces) => pieces.join(between) }
	}
	const strings = text.flatMap((each) => (typeof each === 'string' ? [each] : []))
	if (strings.length === text.length) return { form: 'text', pieces: strings, back: (pieces) => pieces }
	const pieces = text.flatMap((each): Piece[] => {
		if (typeof each === 'string') return []
		return ['content' in each ? each : { blockId: null, content: each }]
	})
	const bare = text.every((each) => typeof each === 'object' && !('content' in each))
	return {
		form: 'blocks',
		pieces,
		back: (all) => all.map((piece) => (bare && typeof piece === 'object' ? piece.content : piece)),
	}
}

/** The texts of one question, which are all strings or all blocks. */
export function readTexts(texts: readonly Text[]): Result<readonly Read[], string> {
	const all = texts.map(readText)
	const forms = new Set(all.flatMap(({ form, pieces }) => (pieces.length === 0 ? [] : [form])))
	return forms.size > 1 ? refuse('Either all texts are paragraphs or all are blocks.') : ok(all)
}

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'There is no file',
	EISDIR: 'That is a folder, not a file:',
	EACCES: 'This user may not read',
}

async function contentOf(file: string): Promise<Result<string, string>> {
	try {
		const content = file === '-' ? await allOf(process.stdin) : await readFile(file, 'utf8')
		return content.length > LIMIT ? refuse(`${file} is longer than ${LIMIT} characters`) : ok(content)
	} catch (error) {
		return refuse(`${REASONS[codeOf(error)] ?? 'Cannot read'} ${file}`)
	}
}

/** What a file holds: JSON, or where its name says so a text as it is. */
async function readValue(file: string): Promise<Result<unknown, string>> {
	const content = await contentOf(file)
	if (!content.ok || /\.(?:md|markdown|html?|txt)$/i.test(file)) return content
	try {
		return ok(JSON.parse(content.value))
	} catch (error) {
		return refuse(`${file} holds no JSON: ${error instanceof Error ? error.message : ''}`)
	}
}

/**
 * The questions of a command: of one file, an object or a list of them, and then the answers are a list too; of several files, one
 * of whose parts each is, in the order that `parts` puts them together.
 */
export async function questionsOf<Question>(
	files: readonly string[],
	schema: z.ZodType<Question>,
	parts: (values: readonly unknown[]) => unknown,
): Promise<Result<{ readonly questions: readonly Question[]; readonly listed: boolean }, string>> {
	const values: unknown[] = []
	for (const file of files) {
		const value = await readValue(file)
		if (!value.ok) return value
		values.push(value.value)
	}
	const [only] = values
	const asked = values.length === 1 ? only : parts(values)
	const listed = Array.isArray(asked)
	const questions: Question[] = []
	for (const [index, each] of (listed ? asked : [asked]).entries()) {
		const parsed = schema.safeParse(each)
		if (!parsed.success) {
			const [issue] = parsed.error.issues
			const where = [...(listed ? [index] : []), ...(issue?.path ?? [])].join('.')
			return refuse(`${files.join(' ')}: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'not understood'}`)
		}
		questions.push(parsed.data)
	}
	return ok({ questions, listed })
}
