import type { DomainEvent, Facts } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { blocksOf, type SourcedPosition } from '#domain/position/adopted-position.ts'
import { acts } from './acts.ts'
import type { Block, BlockVersion } from './block.ts'
import { halvesOf, losesMoreThanText, validBlock } from './block-texts.ts'
import { changeTitle } from './lifecycle.ts'
import type { Statement } from './statement.ts'
import { roomFor, writeWhole } from './whole-text.ts'

/** A document being written: its blocks in order, each in its current version. */
export type Draft = { readonly statement: Statement; readonly blocks: readonly BlockVersion[] }

/** Where a new or moved block goes: after that block, or first when null. */
export type Place = { readonly after: BlockId | null }

/** A block edited on its own stream: two people in different blocks never meet. */
function editBlock(
	draft: Draft,
	edit: { readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly content: Block },
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const current = draft.blocks.find((block) => block.blockId === edit.blockId)
	if (!current) return refuse({ code: 'blockGone' })
	const content = validBlock(edit.content)
	if (!content.ok) return content
	const same = JSON.stringify(current.content) === JSON.stringify(content.value)
	if (same) return unchanged(current)
	if (current.id !== edit.basedOn) return refuse(changedSince(current))
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: current.blockId, content: content.value }
	const edited: DomainEvent = {
		type: 'blockEdited',
		stream: streams.block(current.blockId),
		statementId: draft.statement.id,
		payload: { version },
	}
	return change(version, edited, [current])
}

function addBlock(
	draft: Draft,
	block: Block,
	{ after }: Place,
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const room = roomFor(draft.blocks.length + 1)
	if (!room.ok) return room
	const content = validBlock(block)
	if (!content.ok) return content
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: newId<'block'>(), content: content.value }
	const order = placed(orderOf(draft), [version.blockId], after)
	if (!order) return refuse({ code: 'blockGone' })
	return change(version, rearranged(draft, 'added', order, [version]))
}

/** Puts a position from the bank into the text, sub-points and all. */
function insertPosition(
	draft: Draft,
	position: SourcedPosition,
	{ after }: Place,
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const contents = blocksOf(position)
	const room = roomFor(draft.blocks.length + contents.length)
	if (!room.ok) return room
	const versions = contents.map(
		(content): BlockVersion => ({ id: newId<'blockVersion'>(), blockId: newId<'block'>(), content }),
	)
	const [first] = versions
	const order = placed(
		orderOf(draft),
		versions.map(({ blockId }) => blockId),
		after,
	)
	if (!order || !first) return refuse({ code: 'blockGone' })
	const source = { statementId: position.statementId, number: position.number, blockId: first.blockId }
	return change(first, rearranged(draft, 'added', order, versions, source))
}

function moveBlock(draft: Draft, blockId: BlockId, { after }: Place): Result<Decision<null>, Rejection> {
	if (!orderOf(draft).includes(blockId)) return refuse({ code: 'blockGone' })
	if (after === blockId) return unchanged(null)
	const others = orderOf(draft).filter((candidate) => candidate !== blockId)
	const order = placed(others, [blockId], after)
	if (!order) return refuse({ code: 'blockGone' })
	return change(null, rearranged(draft, 'moved', order, []))
}

function removeBlock(draft: Draft, { blockId, basedOn }: Based): Result<Decision<null>, Rejection> {
	const current = draft.blocks.find((block) => block.blockId === blockId)
	if (!current) return refuse({ code: 'blockGone' })
	if (basedOn !== undefined && current.id !== basedOn) return refuse(changedSince(current))
	const order = orderOf(draft).filter((candidate) => candidate !== blockId)
	return change(null, rearranged(draft, 'removed', order, []), [current])
}

/** Splits a block of text before the character at `at`. The second half becomes a block of its own after it. */
function splitBlock(
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
function joinWithPrevious(
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

function changedSince({ blockId, id }: BlockVersion): Rejection {
	return { code: 'blockChanged', blockId, current: id }
}

const orderOf = (draft: Draft): BlockId[] => draft.blocks.map((block) => block.blockId)

function placed(order: readonly BlockId[], blocks: readonly BlockId[], after: BlockId | null): BlockId[] | null {
	if (after === null) return [...blocks, ...order]
	const index = order.indexOf(after)
	return index === -1 ? null : [...order.slice(0, index + 1), ...blocks, ...order.slice(index + 1)]
}

function rearranged(
	{ statement }: Draft,
	how: 'added' | 'moved' | 'split' | 'joined' | 'removed',
	order: readonly BlockId[],
	written: readonly BlockVersion[],
	source?: Facts['documentRearranged']['source'],
): DomainEvent {
	return {
		type: 'documentRearranged',
		stream: streams.document(statement.id),
		statementId: statement.id,
		payload: { how, order, written, ...(source ? { source } : {}) },
	}
}

/** `rewritten`: the blocks whose text the change is made from, which nobody may have changed meanwhile. */
function change<Value>(
	value: Value,
	event: DomainEvent,
	rewritten: readonly BlockVersion[] = [],
): Result<Decision<Value>, Rejection> {
	const stand = rewritten.map((block): Guard => ({ kind: 'blockStands', blockId: block.blockId, versionId: block.id }))
	return ok({ value, events: [event], guards: stand })
}

const unchanged = <Value>(value: Value): Result<Decision<Value>, Rejection> => ok({ value, events: [], guards: [] })

/** `basedOn`: the version the person had in front of them; without it, whatever stands there goes. */
type Based = { readonly blockId: BlockId; readonly basedOn?: BlockVersionId }

/** Everything that can be done to a document being written. */
export type DocumentEdit =
	/** `title`: the title is to be this from now on; left out, it stays. */
	| { readonly do: 'write'; readonly blocks: readonly Block[]; readonly title?: string }
	| { readonly do: 'edit'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly content: Block }
	| { readonly do: 'add'; readonly content: Block; readonly after: BlockId | null }
	| { readonly do: 'insert'; readonly position: SourcedPosition; readonly after: BlockId | null }
	| { readonly do: 'move'; readonly blockId: BlockId; readonly after: BlockId | null }
	| ({ readonly do: 'remove' } & Based)
	| { readonly do: 'split'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly at: number }
	| { readonly do: 'join'; readonly blockId: BlockId; readonly basedOn: BlockVersionId }

/** Edits a document for somebody who may write in it. The value is the block that was written, where there is one. */
export function editDocument(
	actor: Actor,
	draft: Draft,
	edit: DocumentEdit,
	context: Context,
): Result<Decision<{ readonly version: BlockVersion | null }>, Rejection> {
	const may = permit(acts.editDocument, actor, context.now, draft)
	if (!may.ok) return may
	const decided = applyEdit(draft, edit, context.newId)
	if (!decided.ok) return decided
	const renamed =
		edit.do === 'write' && edit.title !== undefined
			? changeTitle(actor, draft.statement, edit.title, context)
			: unchanged(null)
	if (!renamed.ok) return renamed
	const parts = [decided.value, renamed.value]
	return ok({
		value: { version: decided.value.value },
		events: parts.flatMap(({ events }) => events),
		guards: [...may.value.guards, ...parts.flatMap(({ guards }) => guards)],
	})
}

function applyEdit(draft: Draft, edit: DocumentEdit, newId: NewId): Result<Decision<BlockVersion | null>, Rejection> {
	switch (edit.do) {
		case 'write': {
			const written = writeWhole(draft.statement.id, edit.blocks, newId)
			return written.ok ? change(null, written.value) : written
		}
		case 'edit':
			return editBlock(draft, edit, newId)
		case 'add':
			return addBlock(draft, edit.content, edit, newId)
		case 'insert':
			return insertPosition(draft, edit.position, edit, newId)
		case 'move':
			return moveBlock(draft, edit.blockId, edit)
		case 'remove':
			return removeBlock(draft, edit)
		case 'split':
			return splitBlock(draft, edit, newId)
		case 'join':
			return joinWithPrevious(draft, edit, newId)
	}
}
