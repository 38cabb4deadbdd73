import type { BlockVersion } from '#domain/statement/block.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { KeptBy } from './kept.ts'

/** Who has said something of a block: some of them by name, null for the coalition, and how many more there are. */
export type Voices = { readonly names: readonly (string | null)[]; readonly more: number }

/** Who has taken a stance on a block or commented on it. */
export type Judged = { readonly blockId: string; readonly stances: Voices; readonly comments: Voices }

/** The text as it stands in the record, with who has judged its parts. */
export type Standing = {
	readonly blocks: readonly BlockVersion[]
	readonly judged: readonly Judged[]
	/** Several may write in it at once. Told where it is asked for. */
	readonly isTyped?: boolean
}

/** What is written becomes a proposal, and the text itself is not changed by it. */
export type Proposal = {
	/** Where what was written is looked over. */
	readonly review: string
	/** The block that somebody wants to write in. */
	readonly at: string | null
	/** What goes along with it. */
	readonly fields: Readonly<Record<string, string>>
	/** What was written before, when somebody comes back to write on; and which page kept it. */
	readonly before: KeptBy | null
}

/** What the page gives its script. */
export type Given = Standing & {
	/** What is written in, as this browser calls what it keeps of it. */
	readonly statement: string
	readonly proposal?: Proposal
	readonly title: string
	/** Of the text. */
	readonly language: Language
	/** Of the page. */
	readonly lang: Language
	/** Where it is told which positions are like adopted ones, and taken that it is meant; with what is said there. */
	readonly likenesses: {
		readonly at: string
		readonly words: Readonly<Record<'compare' | 'mean' | 'meant' | 'here' | 'some' | 'close' | 'failed', string>>
	}
	/** What positions of the bank are sorted by; `names` of choices that have another than the record's. */
	readonly bank: Readonly<
		Record<
			'topic' | 'group' | 'level',
			{ readonly label: string; readonly any: string; readonly names?: Readonly<Record<string, string>> }
		>
	>
	/** Texts that the coalition keeps; `keep`: where a part becomes one, null for those who may not. */
	readonly standard: {
		readonly list: string
		readonly keep: string | null
		readonly words: Readonly<Record<'item' | 'title' | 'insert' | 'none' | 'failed' | 'inserted' | 'save', string>>
	}
	readonly paths: {
		readonly save: string
		readonly text: string
		readonly positions: string
		readonly insert: string
		readonly back: string
		/** Where others write in the same text; null: everybody saves for themselves. */
		readonly room: string | null
		/** What is said about the text. */
		readonly beside: string
		readonly signIn: string
	}
}

export function givenIn(root: HTMLElement): Given {
	return JSON.parse(root.dataset.editor ?? '')
}

/** Whether an answer is the text as it stands, and not a page that leads somewhere else. */
export function isStanding(answer: unknown): answer is Standing {
	return typeof answer === 'object' && answer !== null && 'blocks' in answer && Array.isArray(answer.blocks)
}
