import type {
	BlockId,
	BlockVersionId,
	InquiryId,
	PersonId,
	RevisionId,
	StandardTextId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from './block.ts'
import type { TextSalts } from './salts.ts'
import type { StandardUse } from './standard-use.ts'
import type { Language, StatementKind, Track } from './statement.ts'

/** How the parts of a text can be arranged anew. */
export const REARRANGED = [
	'added',
	'moved',
	'split',
	'joined',
	'removed',
	'rewritten',
	'takenBack',
	'restored',
	'typed',
	'merged',
	'unmerged',
] as const

/** What can happen: a text, from its start until it is decided on or given up. */
export type FactsOfStatement = {
	statementStarted: {
		readonly inquiryId: InquiryId | null
		readonly kind: StatementKind
		readonly language: Language
		readonly title: string
		readonly track: Track
	}
	titleChanged: { readonly title: string }
	/** The whole document at once: from a template, a paste, or another text in its place. */
	documentWritten: { readonly blocks: readonly BlockVersion[] }
	/** Blocks were added, moved, split, joined, removed or written anew: the new order, and the versions that are new. */
	documentRearranged: {
		readonly how: (typeof REARRANGED)[number]
		/** The blocks that the text has after it; left out where these are the same in the same order. */
		readonly order?: readonly BlockId[]
		readonly written: readonly BlockVersion[]
		/** The position came from the bank: of which statement, under which number there, and which block it became. */
		readonly source?: { readonly statementId: StatementId; readonly number: number; readonly blockId: BlockId }
		/** Who typed it, where several could at once, and which of the versions each of them wrote in; of who only moved or took away, none. */
		readonly writers?: readonly { readonly personId: PersonId; readonly versions: readonly BlockVersionId[] }[]
	}
	blockEdited: { readonly version: BlockVersion }
	/** The text as it stood, fixed under its hash. */
	revisionFixed: {
		readonly revisionId: RevisionId
		readonly title: string
		readonly language: Language
		readonly blocks: readonly BlockVersion[]
		readonly textHash: string
		/** What the hash was made with; left out of a text that was fixed before there were salts. */
		readonly salts?: TextSalts
	}
	referredBack: { readonly reason: string }
	withdrawn: { readonly reason: string }
	/** The coalition keeps a text that it uses again. */
	standardTextKept: {
		readonly textId: StandardTextId
		readonly name: string
		readonly use: StandardUse
		readonly blocks: readonly Block[]
	}
	/** What it is called and says from then on, and whether it is taken away. */
	standardTextChanged: {
		readonly textId: StandardTextId
		readonly name: string
		readonly blocks: readonly Block[]
		readonly away: boolean
	}
}
