import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, Instant, StandardTextId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { requiredLine } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { Block } from './block.ts'
import { lengthOf, textsOf, validBlock } from './block-texts.ts'
import type { StandardUse } from './standard-use.ts'
import { roomFor } from './whole-text.ts'

/** A text that a coalition keeps, as far as the others must be told from it. */
export type NamedText = { readonly id: StandardTextId; readonly name: string; readonly away: boolean }

/** A text that a coalition keeps to use again. `changedAt`: since when it is as it is. */
export type StandardText = NamedText & {
	readonly use: StandardUse
	readonly blocks: readonly Block[]
	readonly changedAt: Instant
}

/** Longest name, longest text, in characters; most that a coalition has in use; most that it ever keeps, with those that were taken away. */
export const STANDARD_NAME = 80
export const STANDARD_TEXT = 20_000
export const STANDARD_TEXTS = 100
export const STANDARD_TEXTS_KEPT = 200

type Words = { readonly name: string; readonly blocks: readonly Block[] }

/** Keeps a text under a name. `texts`: those that are kept. */
export function keepStandardText(
	actor: Actor,
	coalition: CoalitionId,
	texts: readonly NamedText[],
	{ use, ...words }: Words & { readonly use: StandardUse },
	{ now, newId }: Context,
): Result<Decision<{ readonly textId: StandardTextId }>, Rejection> {
	const may = permit(acts.keepStandardText, actor, now)
	if (!may.ok) return may
	const valid = validWords(words, texts)
	if (!valid.ok) return valid
	if (texts.length >= STANDARD_TEXTS_KEPT) {
		return refuse({ code: 'tooManyStandardTexts', limit: STANDARD_TEXTS_KEPT, kept: true })
	}
	const room = hasRoom(texts)
	if (!room.ok) return room
	const textId = newId<'standardText'>()
	const event: DomainEvent = {
		type: 'standardTextKept',
		stream: streams.standardTexts(coalition),
		statementId: null,
		payload: { textId, name: valid.value.name, use, blocks: valid.value.blocks },
	}
	return ok({ value: { textId }, events: [event], guards: may.value.guards })
}

type Changed = Partial<Words> & {
	readonly away?: boolean
	/** Since when it was as it was read. Left out, where nothing of what it says is changed. */
	readonly seen?: Instant
}

/**
 * Changes its name, what it says, or both; takes it away, or brings it back. Texts that it was put into stay as they are. What somebody else
 * wrote in it after it was read is not written over. `others`: those that are kept beside it.
 */
export function changeStandardText(
	actor: Actor,
	coalition: CoalitionId,
	others: readonly NamedText[],
	text: StandardText,
	command: Changed,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeStandardText, actor, now)
	if (!may.ok) return may
	const { name = text.name, blocks = text.blocks, away = text.away, seen } = command
	const isRead =
		seen === undefined ? command.name === undefined && command.blocks === undefined : seen === text.changedAt
	if (!isRead) return refuse({ code: 'standardTextRewritten' })
	const valid = validWords({ name, blocks }, others)
	if (!valid.ok) return valid
	const room = text.away && !away ? hasRoom(others) : ok(null)
	if (!room.ok) return room
	const next = { textId: text.id, ...valid.value, away }
	const stands = { textId: text.id, name: text.name, blocks: text.blocks, away: text.away }
	if (JSON.stringify(next) === JSON.stringify(stands)) return ok({ value: null, events: [], guards: [] })
	const event: DomainEvent = {
		type: 'standardTextChanged',
		stream: streams.standardTexts(coalition),
		statementId: null,
		payload: next,
	}
	return ok({ value: null, events: [event], guards: may.value.guards })
}

const hasRoom = (texts: readonly NamedText[]): Result<null, Rejection> =>
	texts.filter(({ away }) => !away).length >= STANDARD_TEXTS
		? refuse({ code: 'tooManyStandardTexts', limit: STANDARD_TEXTS, kept: false })
		: ok(null)

function validWords({ name, blocks }: Words, others: readonly NamedText[]): Result<Words, Rejection> {
	const line = requiredLine('name', name.replace(/\s+/g, ' '), STANDARD_NAME)
	if (!line.ok) return line
	const folded = (text: string) => text.normalize('NFKC').toLocaleLowerCase('sv')
	// One that was taken away gives its name free.
	const like = others.find((each) => !each.away && folded(each.name) === folded(line.value))
	if (like) return refuse({ code: 'topicExists', field: 'name', name: like.name, away: false })
	const valid: Block[] = []
	for (const block of blocks) {
		const each = validBlock(block, STANDARD_TEXT)
		if (!each.ok) return each
		// What is empty would be put into every text that it is used in.
		if (textsOf(each.value).some((text) => text.trim() !== '')) valid.push(each.value)
	}
	const room = roomFor(valid.length)
	if (!room.ok) return room
	const length = valid.reduce((sum, block) => sum + lengthOf(block), 0)
	if (length > STANDARD_TEXT) return refuse({ code: 'tooLong', field: 'text', limit: STANDARD_TEXT, length })
	if (valid.length === 0) return refuse({ code: 'empty', field: 'text' })
	return ok({ name: line.value, blocks: valid })
}
