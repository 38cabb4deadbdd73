import * as z from 'zod'
import type { BlockId, BlockVersionId, InquiryId } from '#domain/kernel/id.ts'
import { TITLE_LIMIT } from '#domain/kernel/text.ts'
import { BLOCK_KINDS, type Block } from '#domain/statement/block.ts'
import { kindSchema, languageSchema } from '#schema/statement.ts'

const TEMPLATES = ['response', 'letter', 'noComment', 'empty'] as const

const title = z.string().trim().min(1).max(TITLE_LIMIT)

export const newStatementForm = z.object({
	title,
	kind: kindSchema,
	language: languageSchema,
	template: z.enum(TEMPLATES),
	inquiry: z
		.string()
		.default('')
		.transform((id) => (id === '' ? null : (id as InquiryId))),
})

export const titleForm = z.object({ title })

/** `take[]`: indexes of lines that were kept aside and are wanted after all. */
export const pasteForm = z.object({
	text: z.string().trim().min(1),
	confirmed: z.string().optional(),
	takeTitle: z.string().optional(),
	'take[]': z.array(z.string()).default([]),
})

const versionId = z.string().transform((id) => id as BlockVersionId)
/** Empty: first. */
const after = z.string().transform((id) => (id === '' ? null : (id as BlockId)))

/** What a pasted text becomes; `residue` are the lines kept aside. */
export type Pasted = {
	readonly title: string | null
	readonly residue: readonly string[]
	readonly blocks: readonly Block[]
}

const blockFields = {
	kind: z.enum(BLOCK_KINDS),
	text: z.string(),
	source: z.string().default(''),
	label: z.string().default(''),
}

type BlockFields = {
	readonly kind: Block['kind']
	readonly text: string
	readonly source: string
	readonly label: string
}

const hasText = (form: BlockFields) => form.text.trim() !== ''

export const editBlockForm = z
	.object({ ...blockFields, basedOn: versionId })
	.refine(hasText, { path: ['text'] })
	.transform((form) => ({ basedOn: form.basedOn, content: blockOf(form) }))

export const addBlockForm = z
	.object({ ...blockFields, after })
	.refine(hasText, { path: ['text'] })
	.transform((form) => ({ after: form.after, content: blockOf(form) }))

export const moveForm = z.object({ after })
/** `original`: the text as it was before the empty line was put into it. */
export const splitForm = z.object({ basedOn: versionId, original: z.string(), text: z.string() })
export const joinForm = z.object({ basedOn: versionId })
export const removalForm = z.object({})

const lines = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')

/** `Name (Area)`, where the area may hold brackets, commas and slashes of its own. */
function memberOf(line: string) {
	const [, name = line, area = ''] = /^(.*?)\s+\((.*)\)$/.exec(line) ?? []
	return { name, area }
}

const cells = (line: string) => line.split('|').map((cell) => cell.trim())

/** A block from one field of text: lists, tables and member lists have a line for each item. */
function blockOf({ kind, text, source, label }: BlockFields): Block {
	switch (kind) {
		case 'list':
			return { kind, items: lines(text) }
		case 'memberList': {
			const [heading = '', ...members] = lines(text)
			return { kind, heading, members: members.map(memberOf) }
		}
		case 'table': {
			const [header = '', ...rest] = lines(text)
			return { kind, header: cells(header), rows: rest.map(cells) }
		}
		case 'quote':
			return source.trim() === '' ? { kind, text: text.trim() } : { kind, text: text.trim(), source: source.trim() }
		case 'footnote':
			return { kind, label: label.trim() || '1', text: text.trim() }
		default:
			return { kind, text: text.trim() }
	}
}
