import type { Decision } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from './block.ts'
import { halvesOf, losesMoreThanText, validBlock } from './block-texts.ts'
import type { Draft } from './draft.ts'
import { change, changedSince, orderOf, placed, rearranged } from './rearranging.ts'
import { roomFor } from './whole-text.ts'

/** Splits a block of text before the character at `at`. The second half becomes a block of its own after it. */
export function splitBlock(
	draft: Draft,
	cut: { readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly at: number },
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const current = draft.blocks.find((block) => block.blockId === cut.blockId)
	if (!current) return refuse({ code: 'blockGone' })
	if (current.id !== cut.basedOn) return refuse(changedSince(current))
	const { content } = current
	// Two footnotes with one label could not be told apart.
	if (!('text' in content) || content.kind === 'footnote') return refuse({ code: 'cannotSplit' })
	const halves = halvesOf(content.text, cut.at)
	if (!halves) return refuse({ code: 'cannotSplit' })
	const room = roomFor(draft.blocks.length + 1)
	if (!room.ok) return room
	const [head, tail] = halves
	const first: BlockVersion = { ...current, id: newId<'blockVersion'>(), content: { ...content, text: head } }
	const second: BlockVersion = {
		id: newId<'blockVersion'>(),
		blockId: newId<'block'>(),
		content: { ...content, text: tail },
	}
	const order = placed(orderOf(draft), [second.blockId], current.blockId)
	if (!order) return refuse({ code: 'blockGone' })
	return change(second, rearranged(draft, 'split', order, [first, second]), [current])
}

/** Joins a block of text with the one before it, which keeps its kind. Refuses where more than the text would be lost. */
export function joinWithPrevious(
	draft: Draft,
	join: { readonly blockId: BlockId; readonly basedOn: BlockVersionId },
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const index = draft.blocks.findIndex((block) => block.blockId === join.blockId)
	const current = draft.blocks[index]
	if (!current) return refuse({ code: 'blockGone' })
	if (current.id !== join.basedOn) return refuse(changedSince(current))
	const previous = draft.blocks[index - 1]
	if (!previous || !('text' in previous.content) || !('text' in current.content)) return refuse({ code: 'cannotJoin' })
	if (losesMoreThanText(previous.content, current.content)) return refuse({ code: 'cannotJoin' })
	const text = [previous.content.text, current.content.text].filter((part) => part !== '').join(' ')
	const joined = validBlock({ ...previous.content, text })
	if (!joined.ok) return joined
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: previous.blockId, content: joined.value }
	const order = orderOf(draft).filter((candidate) => candidate !== current.blockId)
	return change(version, rearranged(draft, 'joined', order, [version]), [previous, current])
}
