import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Block } from '#domain/statement/block.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import { type EditDocumentCommand, editDocument } from '#usecases/statement/edit-document.ts'
import { type Endpoint, type Sent, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { block, idOf, idText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Text'

const letGo = z
	.boolean()
	.default(false)
	.meta({ description: 'Parts may leave the text though others have stances or comments on them.' })

const wholeText = z
	.union([
		z.strictObject({ blocks: z.array(block), letGo }),
		z.strictObject({ markdown: z.string(), letGo }),
		z.strictObject({
			letGo,
			pasted: z.string().meta({ description: 'As copied from a web page, a mail or a word processor.' }),
		}),
	])
	.meta({ id: 'WholeText' })

type WholeText = {
	readonly title: string | null
	readonly residue: readonly string[]
	readonly blocks: readonly Block[]
}

/** `residue`: lines of a paste that are taken to be the web page's, not the text's. */
function blocksOf(input: z.output<typeof wholeText>): WholeText {
	if ('blocks' in input) return { title: null, residue: [], blocks: input.blocks }
	if ('markdown' in input) return { residue: [], ...blocksFromMarkdown(input.markdown) }
	return blocksFromPastedText(input.pasted)
}

const basedOn = idOf<BlockVersionId>().meta({ description: 'The version you read.' })
const after = idOf<BlockId>().nullable().meta({ description: 'The block it goes after; null for first.' })

/** The version that came of an edit; none where nothing is left to show. */
const gives = { blockId: idText.nullable(), versionId: idText.nullable() }

type BlockParams = { readonly coalition: string; readonly statement: string; readonly block: string }

const blockIn = (params: BlockParams) => params.block as BlockId

async function edited(
	{ deps, params, order }: Omit<Sent<typeof paths.blocks, unknown>, 'input'>,
	edit: EditDocumentCommand['edit'],
) {
	const result = await editDocument(deps, order({ statementId: idIn(params), edit }))
	if (!result.ok) return result
	const { version } = result.value.value
	return ok({ ...result.value, value: { blockId: version?.blockId ?? null, versionId: version?.id ?? null } })
}

const common = { does: ACTS.editDocument, tag, gives } as const

export const textEndpoints: readonly Endpoint[] = [
	writing({
		path: paths.text,
		does: ACTS.editDocument,
		tag,
		summary: 'Write the whole text, from blocks, from Markdown or from pasted text; what is the same stays what it was',
		input: wholeText,
		texts: {
			'text/markdown': (markdown) => ({ markdown, letGo: false }),
			'text/plain': (pasted) => ({ pasted, letGo: false }),
		},
		gives: {
			title: z
				.string()
				.nullable()
				.meta({ description: 'The title found in the text. It is not made the statement’s.' }),
			residue: z.array(z.string()).meta({ description: 'Lines left out as the web page’s own.' }),
			blocks: z.int().meta({ description: 'How many blocks it became.' }),
		},
		act: async ({ deps, params, input, order }) => {
			const { title, residue, blocks } = blocksOf(input)
			const edit = { do: 'write', blocks, letGo: input.letGo } as const
			const result = await editDocument(deps, order({ statementId: idIn(params), edit }))
			if (!result.ok) return result
			return ok({ ...result.value, value: { title, residue: [...residue], blocks: blocks.length } })
		},
	}),
	writing({
		...common,
		path: paths.blocks,
		summary: 'Add a block',
		input: z.strictObject({ content: block, after }),
		act: (sent) => edited(sent, { do: 'add', blocks: [sent.input.content], after: sent.input.after }),
	}),
	writing({
		...common,
		path: paths.blockVersions,
		summary: 'Change a block; refused when somebody else changed it since the version you read',
		input: z.strictObject({ basedOn, content: block }),
		act: (sent) => edited(sent, { do: 'edit', blockId: blockIn(sent.params), ...sent.input }),
	}),
	writing({
		...common,
		path: paths.blockMoves,
		summary: 'Move a block',
		input: z.strictObject({ after }),
		act: (sent) => edited(sent, { do: 'move', blockId: blockIn(sent.params), ...sent.input }),
	}),
	writing({
		...common,
		path: paths.blockSplits,
		summary: 'Split a block of text; the new block is its second half',
		input: z.strictObject({
			basedOn,
			at: z.int().min(0).meta({ description: 'Before this character (UTF-16 index).' }),
		}),
		act: (sent) => edited(sent, { do: 'split', blockId: blockIn(sent.params), ...sent.input }),
	}),
	writing({
		...common,
		path: paths.blockJoins,
		summary: 'Join a block of text with the one before it',
		input: z.strictObject({ basedOn }),
		act: (sent) => edited(sent, { do: 'join', blockId: blockIn(sent.params), ...sent.input }),
	}),
	writing({
		...common,
		path: paths.blockRemovals,
		summary: 'Remove a block',
		input: z.strictObject({ basedOn, letGo }),
		act: (sent) => edited(sent, { do: 'remove', blockId: blockIn(sent.params), ...sent.input }),
	}),
]
