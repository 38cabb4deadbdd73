import { type Block, type BlockVersion, normaliseText } from './block.ts'
import type { Context } from './deciding.ts'
import { type Decision, type DomainEvent, streams } from './event.ts'
import type { BlockId, BlockVersionId, NewId } from './id.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Actor, seatFor, WRITERS } from './seats.ts'
import { inStage, type Statement, WRITABLE } from './statement.ts'

/** Longest text of one block. Characters. */
export const BLOCK_LIMIT = 20_000
/** Most blocks in one document. */
export const BLOCKS_LIMIT = 1_000

/** A document being written: its blocks in order, each in its current version. */
export type Draft = { readonly statement: Statement; readonly blocks: readonly BlockVersion[] }

/** Where a new or moved block goes: after that block, or first when null. */
export type Place = { readonly after: BlockId | null }

/** Every text in a block, so that limits and normalisation treat all kinds alike. */
export function textsOf(block: Block): readonly string[] {
	switch (block.kind) {
		case 'list':
			return block.items
		case 'memberList':
			return [block.heading, ...block.members.flatMap((member) => [member.name, member.area])]
		case 'table':
			return [...block.header, ...block.rows.flat()]
		case 'quote':
			return [block.text, block.source ?? '']
		case 'footnote':
			return [block.label, block.text]
		default:
			return [block.text]
	}
}

function mapTexts(block: Block, change: (text: string) => string): Block {
	switch (block.kind) {
		case 'list':
			return { ...block, items: block.items.map(change) }
		case 'memberList': {
			const members = block.members.map((member) => ({ name: change(member.name), area: change(member.area) }))
			return { ...block, heading: change(block.heading), members }
		}
		case 'table':
			return { ...block, header: block.header.map(change), rows: block.rows.map((row) => row.map(change)) }
		case 'quote':
			return block.source === undefined
				? { ...block, text: change(block.text) }
				: { ...block, text: change(block.text), source: change(block.source) }
		case 'footnote':
			return { ...block, label: change(block.label), text: change(block.text) }
		default:
			return { ...block, text: change(block.text) }
	}
}

/** A block fit to be stored: normalised, and within the limits. */
export function validBlock(block: Block): Result<Block, Rejection> {
	const normal = mapTexts(block, normaliseText)
	const length = textsOf(normal).reduce((sum, text) => sum + [...text].length, 0)
	return length > BLOCK_LIMIT ? refuse({ code: 'tooLong', field: 'text', limit: BLOCK_LIMIT, length }) : ok(normal)
}

/** The whole document written at once, in place of what was there. */
function writeDocument(
	{ statement }: Draft,
	blocks: readonly Block[],
	newId: NewId,
): Result<Decision<null>, Rejection> {
	if (blocks.length > BLOCKS_LIMIT) {
		return refuse({ code: 'tooLong', field: 'blocks', limit: BLOCKS_LIMIT, length: blocks.length })
	}
	const versions: BlockVersion[] = []
	for (const block of blocks) {
		const valid = validBlock(block)
		if (!valid.ok) return valid
		versions.push({ id: newId<'blockVersion'>(), blockId: newId<'block'>(), content: valid.value })
	}
	return change(statement, null, {
		type: 'documentWritten',
		stream: streams.document(statement.id),
		statementId: statement.id,
		payload: { blocks: versions },
	})
}

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
	if (same) return unchanged(draft.statement, current)
	if (current.id !== edit.basedOn) {
		return refuse({ code: 'blockChanged', blockId: current.blockId, current: current.id })
	}
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: current.blockId, content: content.value }
	return change(draft.statement, version, {
		type: 'blockEdited',
		stream: streams.block(current.blockId),
		statementId: draft.statement.id,
		payload: { version },
	})
}

function addBlock(
	draft: Draft,
	block: Block,
	{ after }: Place,
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	if (draft.blocks.length >= BLOCKS_LIMIT) {
		return refuse({ code: 'tooLong', field: 'blocks', limit: BLOCKS_LIMIT, length: draft.blocks.length + 1 })
	}
	const content = validBlock(block)
	if (!content.ok) return content
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: newId<'block'>(), content: content.value }
	const order = placed(orderOf(draft), version.blockId, after)
	if (!order) return refuse({ code: 'blockGone' })
	return change(draft.statement, version, rearranged(draft, 'added', order, [version]))
}

function moveBlock(draft: Draft, blockId: BlockId, { after }: Place): Result<Decision<null>, Rejection> {
	if (after === blockId) return unchanged(draft.statement, null)
	if (!orderOf(draft).includes(blockId)) return refuse({ code: 'blockGone' })
	const others = orderOf(draft).filter((candidate) => candidate !== blockId)
	const order = placed(others, blockId, after)
	if (!order) return refuse({ code: 'blockGone' })
	return change(draft.statement, null, rearranged(draft, 'moved', order, []))
}

function removeBlock(draft: Draft, blockId: BlockId): Result<Decision<null>, Rejection> {
	const order = orderOf(draft).filter((candidate) => candidate !== blockId)
	if (order.length === draft.blocks.length) return refuse({ code: 'blockGone' })
	return change(draft.statement, null, rearranged(draft, 'removed', order, []))
}

/** Splits a block of text before the character at `at` (a UTF-16 index). The second half becomes a block of its own after it. */
function splitBlock(
	draft: Draft,
	cut: { readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly at: number },
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const current = draft.blocks.find((block) => block.blockId === cut.blockId)
	if (!current) return refuse({ code: 'blockGone' })
	if (current.id !== cut.basedOn) {
		return refuse({ code: 'blockChanged', blockId: current.blockId, current: current.id })
	}
	const { content } = current
	if (!('text' in content)) return refuse({ code: 'cannotSplit' })
	const head = content.text.slice(0, cut.at).trimEnd()
	const tail = content.text.slice(cut.at).trimStart()
	if (head === '' || tail === '') return refuse({ code: 'cannotSplit' })
	const first: BlockVersion = { ...current, id: newId<'blockVersion'>(), content: { ...content, text: head } }
	const second: BlockVersion = {
		id: newId<'blockVersion'>(),
		blockId: newId<'block'>(),
		content: { ...content, text: tail },
	}
	const order = placed(orderOf(draft), second.blockId, current.blockId)
	if (!order) return refuse({ code: 'blockGone' })
	return change(draft.statement, second, rearranged(draft, 'split', order, [first, second]))
}

/** Joins a block of text with the one before it, which keeps its kind. */
function joinWithPrevious(
	draft: Draft,
	join: { readonly blockId: BlockId; readonly basedOn: BlockVersionId },
	newId: NewId,
): Result<Decision<BlockVersion>, Rejection> {
	const index = draft.blocks.findIndex((block) => block.blockId === join.blockId)
	const current = draft.blocks[index]
	if (!current) return refuse({ code: 'blockGone' })
	if (current.id !== join.basedOn) {
		return refuse({ code: 'blockChanged', blockId: current.blockId, current: current.id })
	}
	const previous = draft.blocks[index - 1]
	if (!previous || !('text' in previous.content) || !('text' in current.content)) return refuse({ code: 'cannotJoin' })
	const joined = validBlock({ ...previous.content, text: `${previous.content.text} ${current.content.text}` })
	if (!joined.ok) return joined
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: previous.blockId, content: joined.value }
	const order = orderOf(draft).filter((candidate) => candidate !== current.blockId)
	return change(draft.statement, version, rearranged(draft, 'joined', order, [version]))
}

const orderOf = (draft: Draft): BlockId[] => draft.blocks.map((block) => block.blockId)

function placed(order: readonly BlockId[], blockId: BlockId, after: BlockId | null): BlockId[] | null {
	if (after === null) return [blockId, ...order]
	const index = order.indexOf(after)
	return index === -1 ? null : [...order.slice(0, index + 1), blockId, ...order.slice(index + 1)]
}

function rearranged(
	{ statement }: Draft,
	how: 'added' | 'moved' | 'split' | 'joined' | 'removed',
	order: readonly BlockId[],
	written: readonly BlockVersion[],
): DomainEvent {
	return {
		type: 'documentRearranged',
		stream: streams.document(statement.id),
		statementId: statement.id,
		payload: { how, order, written },
	}
}

function change<Value>(statement: Statement, value: Value, event: DomainEvent): Result<Decision<Value>, Rejection> {
	const stage = inStage(statement, WRITABLE)
	if (!stage.ok) return stage
	return ok({ value, events: [event], guards: [{ kind: 'stageIn', statementId: statement.id, stages: WRITABLE }] })
}

function unchanged<Value>(statement: Statement, value: Value): Result<Decision<Value>, Rejection> {
	const stage = inStage(statement, WRITABLE)
	return stage.ok ? ok({ value, events: [], guards: [] }) : stage
}

/** Everything that can be done to a document being written. */
export type DocumentEdit =
	| { readonly do: 'write'; readonly blocks: readonly Block[] }
	| { readonly do: 'edit'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly content: Block }
	| { readonly do: 'add'; readonly content: Block; readonly after: BlockId | null }
	| { readonly do: 'move'; readonly blockId: BlockId; readonly after: BlockId | null }
	| { readonly do: 'remove'; readonly blockId: BlockId }
	| { readonly do: 'split'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly at: number }
	| { readonly do: 'join'; readonly blockId: BlockId; readonly basedOn: BlockVersionId }

/** Edits a document for somebody who may write in it. The value is the block that was written, where there is one. */
export function editDocument(
	actor: Actor,
	draft: Draft,
	edit: DocumentEdit,
	{ now, newId }: Context,
): Result<Decision<{ readonly version: BlockVersion | null }>, Rejection> {
	const seat = seatFor(actor, WRITERS, now)
	if (!seat.ok) return seat
	const decided = applyEdit(draft, edit, newId)
	if (!decided.ok) return decided
	const { value, events, guards } = decided.value
	return ok({ value: { version: value }, events, guards: [...guards, { kind: 'seated', seatId: seat.value.id, now }] })
}

function applyEdit(draft: Draft, edit: DocumentEdit, newId: NewId): Result<Decision<BlockVersion | null>, Rejection> {
	switch (edit.do) {
		case 'write':
			return writeDocument(draft, edit.blocks, newId)
		case 'edit':
			return editBlock(draft, edit, newId)
		case 'add':
			return addBlock(draft, edit.content, edit, newId)
		case 'move':
			return moveBlock(draft, edit.blockId, edit)
		case 'remove':
			return removeBlock(draft, edit.blockId)
		case 'split':
			return splitBlock(draft, edit, newId)
		case 'join':
			return joinWithPrevious(draft, edit, newId)
	}
}
