import type { BlockVersion } from '#domain/statement/block.ts'
import type { Language } from '#domain/statement/statement.ts'

/** Who has taken a stance on a block or commented on it. `association`: null where it was in the coalition's name. */
export type Judgement = {
	readonly blockId: string
	readonly what: 'stance' | 'comment'
	readonly association: string | null
}

/** The text as it stands in the record, with what others think of its parts. */
export type Standing = { readonly blocks: readonly BlockVersion[]; readonly judgements: readonly Judgement[] }

/** What the page gives its script. */
export type Given = Standing & {
	readonly statement: string
	/** Of the text. */
	readonly language: Language
	/** Of the page. */
	readonly lang: Language
	readonly paths: {
		readonly save: string
		readonly text: string
		readonly positions: string
		readonly insert: string
		readonly back: string
		/** Where others write in the same text; null: everybody saves for themselves. */
		readonly room: string | null
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
