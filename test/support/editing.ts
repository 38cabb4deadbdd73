import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { type DocumentEdit, editDocument } from '#domain/statement/document.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { changesOf, type Sides, type TextChange } from '#domain/statement/text-history.ts'
import { chair, contextAt, eventOf, statement, version } from './rules.ts'

export const id = (text: string) => text as BlockId
/** The first version of a block. */
export const at = (text: string) => `${text}-v1` as BlockVersionId
export const OLD = 'older' as BlockVersionId
export const THREE = [version('Ett.', 'a'), version('Två och tre.', 'b'), version('Fyra.', 'c')]
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** An edit of a text of three paragraphs, or of another, decided. */
export function edited(
	edit: DocumentEdit,
	blocks: readonly BlockVersion[] = THREE,
	by: Actor = chair,
	stage: Stage = 'drafting',
) {
	return editDocument(by, { statement: statement(stage), blocks }, edit, contextAt())
}

export const rearranged = (edit: DocumentEdit, blocks?: readonly BlockVersion[]) =>
	eventOf('documentRearranged', edited(edit, blocks))

/** The text on both sides of the change that an act made, out of all that it had; null where it made none. */
export const sidesIn = (changes: readonly TextChange[], actId: string): Sides | null =>
	[...changesOf(changes)].find(({ change }) => change.actId === actId) ?? null
