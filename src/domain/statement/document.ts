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
import { acts, rewriting } from './acts.ts'
import { alignBlocks, namedBlocks } from './alignment.ts'
import type { Block, BlockVersion } from './block.ts'
import { validBlock } from './block-texts.ts'
import type { Draft } from './draft.ts'
import { changeTitle } from './lifecycle.ts'
import { partsOf, stretchOf } from './parts.ts'
import { change, changedSince, orderOf, placed, rearranged, unchanged } from './rearranging.ts'
import { type Became, type Rewriting, rewrite } from './rewrite.ts'
import { joinWithPrevious, splitBlock } from './split-and-join.ts'
import { blockAgain, type Sides, wantedAgain } from './text-history.ts'
import { textMark } from './text-mark.ts'
import { roomFor, versionsOf } from './whole-text.ts'

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

/** Puts blocks into the text. The value is the last of them, after which the next is written; of a position from the bank itself. */
function addBlocks(
	draft: Draft,
	blocks: readonly Block[],
	{ after }: Place,
	newId: NewId,
	sourceOf?: (first: BlockId) => Facts['documentRearranged']['source'],
): Result<Decision<BlockVersion>, Rejection> {
	const room = roomFor(draft.blocks.length + blocks.length)
	if (!room.ok) return room
	const versions = versionsOf(blocks, newId)
	if (!versions.ok) return versions
	const [first, last] = [versions.value[0], versions.value.at(-1)]
	if (!first || !last) return refuse({ code: 'empty', field: 'text' })
	const ids = versions.value.map(({ blockId }) => blockId)
	const order = placed(orderOf(draft), ids, after)
	if (!order) return refuse({ code: 'blockGone' })
	const event = rearranged(draft, 'added', order, versions.value, sourceOf?.(first.blockId))
	return change(sourceOf ? first : last, event)
}

/** A position moves with its sub-points, and nothing but a sub-point is put among those of another. */
function moveBlock(draft: Draft, blockId: BlockId, { after }: Place): Result<Decision<null>, Rejection> {
	const moved = movedWith(draft, blockId)
	if (moved.length === 0) return refuse({ code: 'blockGone' })
	if (after !== null && moved.includes(after)) return unchanged(null)
	const isSubPoint = draft.blocks.find((block) => block.blockId === blockId)?.content.kind === 'subPoint'
	const others = orderOf(draft).filter((candidate) => !moved.includes(candidate))
	const order = placed(others, moved, isSubPoint || after === null ? after : lastOf(draft, after))
	if (!order) return refuse({ code: 'blockGone' })
	if (order.join() === orderOf(draft).join()) return unchanged(null)
	return change(null, rearranged(draft, 'moved', order, []))
}

function movedWith({ blocks }: Draft, blockId: BlockId): BlockId[] {
	const part = stretchOf(blocks, blockId, 'part').map((block) => block.blockId)
	return part[0] === blockId ? part : part.filter((candidate) => candidate === blockId)
}

const lastOf = ({ blocks }: Draft, blockId: BlockId): BlockId =>
	stretchOf(blocks, blockId, 'part').at(-1)?.blockId ?? blockId

function removeBlock(
	draft: Draft,
	{ blockId, basedOn, letGo = false }: Removal,
	judged: readonly BlockId[],
): Result<Decision<null>, Rejection> {
	const current = draft.blocks.find((block) => block.blockId === blockId)
	if (!current) return refuse({ code: 'blockGone' })
	if (basedOn !== undefined && current.id !== basedOn) return refuse(changedSince(current))
	if (judged.includes(blockId) && !letGo) return refuse({ code: 'losesPlace', blocks: [blockId] })
	const order = orderOf(draft).filter((candidate) => candidate !== blockId)
	return change(null, rearranged(draft, 'removed', order, []), [current])
}

/** `basedOn`: the version the person had in front of them; without it, whatever stands there goes. */
type Removal = { readonly blockId: BlockId; readonly basedOn?: BlockVersionId; readonly letGo?: boolean | undefined }

/** `seen`: the stretch of the text that was in front of whoever wrote; left out, all of it as it stands. */
export type Writing<Seen = BlockVersion> = {
	readonly seen?: readonly Seen[] | undefined
	readonly blocks: readonly Block[]
	/** Which of those seen each of these is, null for one of its own; left out, it is found. */
	readonly names?: readonly (BlockId | null)[] | undefined
	/** The title is to be this from now on; left out, it stays. */
	readonly title?: string
} & Answers

/** What the person says where they are asked. */
type Answers = Pick<Rewriting, 'lastWord' | 'letGo'>

/** What is known of a text besides what stands in it. */
export type Known = {
	/** The blocks with stances or comments. */
	readonly judged: readonly BlockId[]
	/** The text on both sides of the change that an edit names; null where it names none, or one that the text never had. */
	readonly named: Sides | null
}

/** Everything that can be done to a document being written. */
export type DocumentEdit<Seen = BlockVersion> =
	| ({ readonly do: 'write' } & Writing<Seen>)
	| { readonly do: 'edit'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly content: Block }
	| { readonly do: 'add'; readonly blocks: readonly Block[]; readonly after: BlockId | null }
	| { readonly do: 'insert'; readonly position: SourcedPosition; readonly after: BlockId | null }
	| { readonly do: 'move'; readonly blockId: BlockId; readonly after: BlockId | null }
	| ({ readonly do: 'remove' } & Removal)
	/** Undoes one change, wherever that does not undo what others did since. `change`: the act that made it. */
	| ({ readonly do: 'takeBack'; readonly change: string } & Answers)
	/** Makes the text what it was after that change. */
	| ({ readonly do: 'restore'; readonly to: string } & Answers)
	/** Makes one block what it was after that change. `basedOn`: what stood of it when that was asked for, null for nothing. */
	| {
			readonly do: 'restoreBlock'
			readonly to: string
			readonly blockId: BlockId
			readonly basedOn: BlockVersionId | null
	  }
	| { readonly do: 'split'; readonly blockId: BlockId; readonly basedOn: BlockVersionId; readonly at: number }
	| { readonly do: 'join'; readonly blockId: BlockId; readonly basedOn: BlockVersionId }

export type Edited = {
	/** The block that was written, where there is one. */
	readonly version: BlockVersion | null
	/** Where whoever wrote said which block each is: what each became, null for gone; and the mark of the text as it stood before. */
	readonly written?: { readonly became: readonly (Became | null)[]; readonly stood: string }
}

/** Edits a document for somebody who may write in it. */
export function editDocument(
	actor: Actor,
	draft: Draft,
	edit: DocumentEdit,
	context: Context,
	known: Known = { judged: [], named: null },
): Result<Decision<Edited>, Rejection> {
	const may = permit(acts.editDocument, actor, context.now, draft)
	if (!may.ok) return may
	const decided = applyEdit(draft, edit, known, context.newId)
	if (!decided.ok) return decided
	if (touchesSeveral(draft, edit, decided.value.guards)) {
		const mayRewrite = permit(rewriting(draft.statement.stage), actor, context.now, draft)
		if (!mayRewrite.ok) return mayRewrite
	}
	const renamed =
		edit.do === 'write' && edit.title !== undefined
			? changeTitle(actor, draft.statement, edit.title, context)
			: unchanged(null)
	if (!renamed.ok) return renamed
	const parts = [decided.value, renamed.value]
	return ok({
		value: decided.value.value,
		events: parts.flatMap(({ events }) => events),
		guards: [...may.value.guards, ...parts.flatMap(({ guards }) => guards)],
	})
}

/** Whether more than one part of the text is written anew or taken away, in whichever way that is asked for. */
function touchesSeveral({ blocks }: Draft, edit: DocumentEdit, guards: readonly Guard[]): boolean {
	if (edit.do !== 'write' && edit.do !== 'takeBack' && edit.do !== 'restore') return false
	const touched = new Set(guards.flatMap((guard) => (guard.kind === 'blockStands' ? [guard.blockId] : [])))
	return partsOf(blocks).filter((part) => part.some(({ blockId }) => touched.has(blockId))).length > 1
}

function applyEdit(
	draft: Draft,
	edit: DocumentEdit,
	{ judged, named }: Known,
	newId: NewId,
): Result<Decision<Edited>, Rejection> {
	switch (edit.do) {
		case 'write': {
			const { seen = draft.blocks, blocks, names } = edit
			const wanted = names ? namedBlocks(seen, blocks, names) : alignBlocks(seen, blocks)
			const rewritten = rewrite(draft, { ...edit, how: 'rewritten', seen, wanted }, judged, newId)
			const stood = textMark(draft.blocks)
			return giving(rewritten, (became) => ({ version: null, ...(names && { written: { became, stood } }) }))
		}
		case 'takeBack': {
			if (named === null) return refuse({ code: 'notFound' })
			const wanted = wantedAgain(named.before)
			return nothingOf(rewrite(draft, { ...edit, how: 'takenBack', seen: named.after, wanted }, judged, newId))
		}
		case 'restore': {
			if (named === null) return refuse({ code: 'notFound' })
			const wanted = wantedAgain(named.after)
			return nothingOf(rewrite(draft, { ...edit, how: 'restored', seen: draft.blocks, wanted }, judged, newId))
		}
		case 'restoreBlock':
			return nothingOf(restoreBlock(draft, edit, named, newId))
		case 'edit':
			return versionOf(editBlock(draft, edit, newId))
		case 'add':
			return versionOf(addBlocks(draft, edit.blocks, edit, newId))
		case 'insert': {
			const { statementId, number } = edit.position
			const source = (blockId: BlockId) => ({ statementId, number, blockId })
			return versionOf(addBlocks(draft, blocksOf(edit.position), edit, newId, source))
		}
		case 'move':
			return nothingOf(moveBlock(draft, edit.blockId, edit))
		case 'remove':
			return nothingOf(removeBlock(draft, edit, judged))
		case 'split':
			return versionOf(splitBlock(draft, edit, newId))
		case 'join':
			return versionOf(joinWithPrevious(draft, edit, newId))
	}
}

/** `named`: the text as it was then; null where the text had no such change. */
function restoreBlock(
	draft: Draft,
	{ blockId, basedOn }: Extract<DocumentEdit, { readonly do: 'restoreBlock' }>,
	named: Sides | null,
	newId: NewId,
): Decided<unknown> {
	const again = named && blockAgain(named.after, draft.blocks, blockId)
	if (!again) return refuse({ code: 'notFound' })
	const current = draft.blocks.find((block) => block.blockId === blockId)
	if (current && current.id !== basedOn) return refuse(changedSince(current))
	if (!current && basedOn !== null) return refuse({ code: 'blockGone' })
	return rewrite(draft, { ...again, how: 'restored' }, [], newId)
}

type Decided<Value> = Result<Decision<Value>, Rejection>

function giving<Value>(decided: Decided<Value>, edited: (value: Value) => Edited): Decided<Edited> {
	return decided.ok ? ok({ ...decided.value, value: edited(decided.value.value) }) : decided
}

const versionOf = (decided: Decided<BlockVersion | null>) => giving(decided, (version) => ({ version }))

const nothingOf = (decided: Decided<unknown>) => giving(decided, () => ({ version: null }))
