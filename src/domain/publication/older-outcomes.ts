import type { Member } from '#domain/coalition/coalition.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { DecisionDocumentId, OlderId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { Block } from '#domain/statement/block.ts'
import type { OlderStatement } from './older.ts'
import { olderActs } from './older-acts.ts'
import type { DocumentOutcomes } from './outcome.ts'
import { type OutcomesRead, tellsTheSame, validOutcomes } from './outcomes.ts'

/** An older statement, and the members in whose name it stands. */
type Followed = { readonly older: OlderStatement; readonly members: readonly Member[] }

/** Records what a document tells of an older statement's positions. As all that is said of it, on the chair's word, and all are told. */
export function recordOlderOutcomes(
	actor: Actor,
	{ older, members }: Followed,
	command: OutcomesRead,
	{ now, newId }: Context,
): Result<Decision<{ readonly documentId: DecisionDocumentId }>, Rejection> {
	const may = permit(olderActs.recordOlderOutcomes, actor, now)
	if (!may.ok) return may
	if (older.removedAt !== null) return refuse({ code: 'notFound' })
	const read = validOutcomes(numbersOf(older), command, now)
	if (!read.ok) return read
	if (read.value.outcomes.length === 0) return refuse({ code: 'empty', field: 'outcomes' })
	const documentId = newId<'decisionDocument'>()
	const payload = { olderId: older.id, documentId, ...read.value }
	return ok(
		told(members, { documentId }, about(older.id, { type: 'olderOutcomesRecorded', payload }), may.value.guards),
	)
}

/** Records anew what a document tells, in place of what was recorded from it; of no position, if it was the wrong one. */
export function correctOlderOutcomes(
	actor: Actor,
	{ older, members }: Followed,
	before: DocumentOutcomes,
	command: OutcomesRead,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.correctOlderOutcomes, actor, now)
	if (!may.ok) return may
	if (older.removedAt !== null) return refuse({ code: 'notFound' })
	const read = validOutcomes(numbersOf(older), command, now)
	if (!read.ok) return read
	if (tellsTheSame(before, read.value)) return ok({ value: null, events: [], guards: [] })
	const payload = { olderId: older.id, documentId: before.documentId, ...read.value }
	return ok(told(members, null, about(older.id, { type: 'olderOutcomesCorrected', payload }), may.value.guards))
}

/**
 * What is taken back as the text is corrected: what was recorded of a position that reads otherwise then, or is no longer there.
 * Else “heeded” would stand beside something that the document never spoke of.
 */
export function outcomesOutdated(
	older: OlderStatement,
	documents: readonly DocumentOutcomes[],
	blocks: readonly Block[],
): DomainEvent[] {
	const said = (text: readonly Block[]) =>
		adoptedPositions(text).map(({ number, text: position, subPoints }) => JSON.stringify([number, position, subPoints]))
	const now = new Set(said(blocks))
	const stays = new Set(said(older.content.blocks).flatMap((each, index) => (now.has(each) ? [index + 1] : [])))
	return documents.flatMap(({ documentId, document, outcomes }) => {
		const left = outcomes.filter(({ number }) => stays.has(number))
		if (left.length === outcomes.length) return []
		const payload = { olderId: older.id, documentId, document, outcomes: left }
		return [about(older.id, { type: 'olderOutcomesCorrected', payload })]
	})
}

const numbersOf = ({ content }: OlderStatement) => adoptedPositions(content.blocks).map(({ number }) => number)

type Fact = {
	[T in 'olderOutcomesRecorded' | 'olderOutcomesCorrected']: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['olderOutcomesRecorded' | 'olderOutcomesCorrected']

const about = (id: OlderId, fact: Fact): DomainEvent => ({ ...fact, stream: streams.outcomes(id), statementId: null })

function told<Value>(
	members: readonly Member[],
	value: Value,
	event: DomainEvent,
	guards: readonly Guard[],
): Decision<Value> {
	const notifications = members.map(({ id }) => ({ kind: 'older' as const, associationId: id }))
	return { value, events: [event], guards, notifications }
}
