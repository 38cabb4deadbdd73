import * as z from 'zod'
import { FILE_GAPS } from '#domain/inquiry/file.ts'
import type { BlockId, BlockVersionId, InquiryId, StandardTextId } from '#domain/kernel/id.ts'
import { TITLE_LIMIT } from '#domain/kernel/text.ts'
import type { Block } from '#domain/statement/block.ts'
import type { LastWord } from '#domain/statement/rewrite.ts'
import { kindSchema, languageSchema } from '#schema/statement.ts'

const TEMPLATES = ['response', 'letter', 'noComment', 'empty'] as const

const title = z.string().trim().min(1).max(TITLE_LIMIT)

export const newStatementForm = z.object({
	title,
	kind: kindSchema,
	language: languageSchema,
	/** One of these, or the coalition's own by its id. */
	template: z.union([z.enum(TEMPLATES), z.uuid().transform((id) => ({ own: id as StandardTextId }))]),
	inquiry: z
		.string()
		.default('')
		.transform((id) => (id === '' ? null : (id as InquiryId))),
})

export const titleForm = z.object({ title })

/** Ids of versions, parted by spaces. */
export const seenIn = (ids: string): BlockVersionId[] => ids.split(' ').filter((id) => id !== '') as BlockVersionId[]

/** What stands for a part that others took away, among the versions that were seen of theirs. */
const GONE = 'gone'

/** What a form says where the person was asked: who is to have the last word, and that parts may go. */
export const answers = {
	keep: z.enum(['mine', 'theirs']).optional(),
	'against[]': z.array(z.string()).default([]),
	letGo: z.string().optional(),
}

type Answers = {
	readonly keep?: LastWord['side'] | undefined
	readonly 'against[]': string[]
	readonly letGo?: string | undefined
}

export function answersIn({ keep, 'against[]': against, letGo }: Answers) {
	const versions = against.map((id) => (id === GONE ? null : (id as BlockVersionId)))
	return { lastWord: keep && { side: keep, against: versions }, letGo: letGo !== undefined }
}

const seen = z.string().transform(seenIn)
const written = z.string().refine((text) => text.trim() !== '')

/** `show`: what changes is to be shown, and nothing saved yet. */
export const writingForm = z.object({ seen, text: written, show: z.string().optional(), ...answers })

const fromWord = z.object({
	aside: z.array(z.string()),
	tracked: z.boolean(),
	gap: z.enum(FILE_GAPS).nullable(),
	comments: z.array(z.object({ author: z.string(), text: z.string(), about: z.string() })),
})

/** What a Word file held beside the text that was read in it. `about`: how the part begins that a comment is said of. */
export type FromWord = z.output<typeof fromWord>

/** Null: the text is no Word file's, or what is said of it cannot be read. */
export function fromWordIn(sent: string | undefined): FromWord | null {
	try {
		return fromWord.parse(JSON.parse(sent ?? ''))
	} catch {
		return null
	}
}

/** Whether its file held comments. */
export const hasComments = (word: FromWord | null): boolean => word !== null && word.comments.length > 0

/** `word`: of a text that was read in a Word file. `take[]`: indexes of lines that were kept aside and are wanted after all. */
export const pasteForm = z.object({
	text: z.string().trim().min(1),
	word: z.string().optional().transform(fromWordIn),
	confirmed: z.string().optional(),
	takeTitle: z.string().optional(),
	'take[]': z.array(z.string()).default([]),
	seen: seen.optional(),
	...answers,
})

/** Empty: first. */
const after = z.string().transform((id) => (id === '' ? null : (id as BlockId)))

/** What a pasted text becomes; `residue` are the lines kept aside. */
export type Pasted = {
	readonly title: string | null
	readonly residue: readonly string[]
	readonly blocks: readonly Block[]
	/** What else its file held, where it was read in one. */
	readonly word: FromWord | null
}

/** `positions`: each line is one. `next`: another is to be written after it. */
const WAYS_TO_ADD = ['text', 'positions'] as const
export const addForm = z.object({ as: z.enum(WAYS_TO_ADD), text: written, after, next: z.string().optional() })

export const moveForm = z.object({ after })
export const removalForm = z.object({ seen, letGo: answers.letGo })
export const takingBackForm = z.object(answers)

/** `block`: the one part of the text that is wanted again; empty for all of it. `basedOn`: what stood of that part, empty for nothing. */
export const restorationForm = z.object({ block: z.string().default(''), basedOn: z.string().default(''), ...answers })
