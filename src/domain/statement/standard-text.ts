import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, StandardTextId } from '#domain/kernel/id.ts'
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

/** A text that a coalition keeps to use again. */
export type StandardText = {
	readonly id: StandardTextId
	readonly name: string
	readonly use: StandardUse
	readonly blocks: readonly Block[]
	readonly away: boolean
}

/** Longest name, longest text, in characters; most that a coalition has in use. */
export const STANDARD_NAME = 80
export const STANDARD_TEXT = 20_000
export const STANDARD_TEXTS = 100

type Words = { readonly name: string; readonly blocks: readonly Block[] }

/** Keeps a text under a name. `texts`: those that are kept. */
export function keepStandardText(
	actor: Actor,
	coalition: CoalitionId,
	texts: readonly StandardText[],
	{ use, ...words }: Words & { readonly use: StandardUse },
	{ now, newId }: Context,
): Result<Decision<{ readonly textId: StandardTextId }>, Rejection> {
	const may = permit(acts.keepStandardText, actor, now)
	if (!may.ok) return may
	const valid = validWords(words, texts)
	if (!valid.ok) return valid
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

/** Changes its name, what it says, or both; takes it away, or brings it back. Texts that it was put into stay as they are. */
export function changeStandardText(
	actor: Actor,
	coalition: CoalitionId,
	texts: readonly StandardText[],
	command: { readonly textId: StandardTextId; readonly away?: boolean } & Partial<Words>,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeStandardText, actor, now)
	if (!may.ok) return may
	const text = texts.find(({ id }) => id === command.textId)
	if (!text) return refuse({ code: 'notFound' })
	const others = texts.filter((each) => each !== text)
	const { name = text.name, blocks = text.blocks, away = text.away } = command
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

const hasRoom = (texts: readonly StandardText[]): Result<null, Rejection> =>
	texts.filter(({ away }) => !away).length >= STANDARD_TEXTS
		? refuse({ code: 'tooManyStandardTexts', limit: STANDARD_TEXTS })
		: ok(null)

function validWords({ name, blocks }: Words, others: readonly StandardText[]): Result<Words, Rejection> {
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
		valid.push(each.value)
	}
	const length = valid.reduce((sum, block) => sum + lengthOf(block), 0)
	if (length > STANDARD_TEXT) return refuse({ code: 'tooLong', field: 'text', limit: STANDARD_TEXT, length })
	if (valid.every((block) => textsOf(block).every((text) => text.trim() === ''))) {
		return refuse({ code: 'empty', field: 'text' })
	}
	return ok({ name: line.value, blocks: valid })
}
