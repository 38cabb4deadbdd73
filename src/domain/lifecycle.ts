import type { BlockVersion } from './block.ts'
import type { Coalition } from './coalition.ts'
import type { Context } from './deciding.ts'
import { type Decision, type DomainEvent, type Facts, type Guard, streams } from './event.ts'
import type { AssociationId, BlockId, BlockVersionId, Instant, StatementId } from './id.ts'
import { type Inquiry, isDate } from './inquiry.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Actor, COALITION_ROLES, seatFor, seatForAssociation, WRITERS } from './seats.ts'
import type { StanceChoice } from './stance.ts'
import {
	inStage,
	type Language,
	NOTE_LIMIT,
	requiredText,
	type Stage,
	type Statement,
	type StatementKind,
	TITLE_LIMIT,
	type Track,
	UNPUBLISHED,
	WRITABLE,
} from './statement.ts'

export type StartStatement = {
	readonly kind: StatementKind
	readonly language: Language
	readonly title: string
	readonly track: Track
}

/** Starts a statement, in answer to an inquiry or on the coalition's own initiative. */
export function startStatement(
	actor: Actor,
	inquiry: Inquiry | null,
	command: StartStatement,
	{ now, newId }: Context,
): Result<Decision<{ readonly statementId: StatementId }>, Rejection> {
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
	if (inquiry?.status === 'declined') return refuse({ code: 'inquiryClosed' })
	const title = requiredText('title', command.title, TITLE_LIMIT)
	if (!title.ok) return title
	const statementId = newId<'statement'>()
	const started: DomainEvent = {
		type: 'statementStarted',
		stream: streams.statement(statementId),
		statementId,
		payload: { ...command, title: title.value, inquiryId: inquiry?.id ?? null },
	}
	const accepted: DomainEvent[] =
		inquiry && inquiry.status === 'received'
			? [
					{
						type: 'inquiryAccepted',
						stream: streams.inquiry(inquiry.id),
						statementId: null,
						payload: { inquiryId: inquiry.id, track: command.track },
					},
				]
			: []
	return ok({ value: { statementId }, events: [started, ...accepted], guards: [seated(seat.value.id, now)] })
}

export function changeTitle(
	actor: Actor,
	statement: Statement,
	title: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const valid = requiredText('title', title, TITLE_LIMIT)
	if (!valid.ok) return valid
	return move(actor, statement, WRITERS, WRITABLE, now, { type: 'titleChanged', payload: { title: valid.value } })
}

/** Opens the consultation: the associations are asked for their views. `dueAt` is when they are wanted. */
export function openConsultation(
	actor: Actor,
	statement: Statement,
	coalition: Coalition,
	blocks: readonly BlockVersion[],
	dueAt: Instant | null,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	if (blocks.length === 0) return refuse({ code: 'emptyDocument' })
	if (dueAt !== null && dueAt <= now) return refuse({ code: 'deadlinePassed', field: 'dueAt' })
	const moved = move(actor, statement, COALITION_ROLES, ['drafting'], now, {
		type: 'consultationOpened',
		payload: { dueAt },
	})
	if (!moved.ok) return moved
	const notices = coalition.associations.map(({ id }) => ({
		kind: 'consultation' as const,
		statementId: statement.id,
		associationId: id,
	}))
	return ok({ ...moved.value, notices })
}

/** Sends the text back to be written on. A ballot or sign-off under way ends without effect. */
export function referBack(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	const from: Stage[] = ['consulting', 'deciding', 'signing']
	return move(actor, statement, ['chair'], from, now, { type: 'referredBack', payload: { reason: valid.value } })
}

export function withdraw(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	return move(actor, statement, ['chair'], UNPUBLISHED, now, { type: 'withdrawn', payload: { reason: valid.value } })
}

/** Notes that the statement was sent: may come before or after publishing. */
export function markAsSent(
	actor: Actor,
	statement: Statement,
	command: Facts['markedAsSent'],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const to = requiredText('to', command.to, NOTE_LIMIT)
	if (!to.ok) return to
	const how = requiredText('how', command.how, NOTE_LIMIT)
	if (!how.ok) return how
	if (!isDate(command.sentOn)) return refuse({ code: 'invalid', field: 'sentOn' })
	const payload = { sentOn: command.sentOn, how: how.value, to: to.value }
	return move(actor, statement, COALITION_ROLES, ['signing', 'published'], now, { type: 'markedAsSent', payload })
}

export type RecordStance = {
	readonly associationId: AssociationId
	readonly blockId: BlockId
	/** The version the association read. */
	readonly versionId: BlockVersionId
	readonly stance: StanceChoice
	readonly reason: string
}

/** Where stances can be recorded and changed. */
export const STANCE_STAGES: readonly Stage[] = ['consulting', 'deciding']

/** Records what an association thinks of one or more positions. */
export function recordStances(
	actor: Actor,
	statement: Statement,
	blocks: readonly BlockVersion[],
	associationId: AssociationId,
	stances: readonly Omit<RecordStance, 'associationId'>[],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const seat = seatForAssociation(actor, associationId, ['delegate', 'deputy', 'contributor'], now)
	if (!seat.ok) return seat
	const stage = inStage(statement, STANCE_STAGES)
	if (!stage.ok) return stage
	const events: DomainEvent[] = []
	for (const { blockId, versionId, stance, reason } of stances) {
		const block = blocks.find((candidate) => candidate.blockId === blockId)
		if (!block) return refuse({ code: 'blockGone' })
		if (block.content.kind !== 'position') return refuse({ code: 'notAPosition' })
		const length = [...reason].length
		if (length > NOTE_LIMIT) return refuse({ code: 'tooLong', field: 'reason', limit: NOTE_LIMIT, length })
		events.push({
			type: 'stanceRecorded',
			stream: streams.stance(statement.id, associationId),
			statementId: statement.id,
			payload: { associationId, blockId, versionId, stance, reason: reason.normalize('NFC').trim() },
		})
	}
	const guards: Guard[] = [
		seated(seat.value.id, now),
		{ kind: 'stageIn', statementId: statement.id, stages: STANCE_STAGES },
	]
	return ok({ value: null, events, guards })
}

type Move = {
	[T in 'titleChanged' | 'consultationOpened' | 'referredBack' | 'withdrawn' | 'markedAsSent']: {
		readonly type: T
		readonly payload: Facts[T]
	}
}['titleChanged' | 'consultationOpened' | 'referredBack' | 'withdrawn' | 'markedAsSent']

function move(
	actor: Actor,
	statement: Statement,
	roles: Parameters<typeof seatFor>[1],
	stages: readonly Stage[],
	now: Instant,
	fact: Move,
): Result<Decision<null>, Rejection> {
	const seat = seatFor(actor, roles, now)
	if (!seat.ok) return seat
	const stage = inStage(statement, stages)
	if (!stage.ok) return stage
	return ok({
		value: null,
		events: [{ ...fact, stream: streams.statement(statement.id), statementId: statement.id }],
		guards: [seated(seat.value.id, now), { kind: 'stageIn', statementId: statement.id, stages }],
	})
}

const seated = (seatId: Extract<Guard, { kind: 'seated' }>['seatId'], now: Instant): Guard => ({
	kind: 'seated',
	seatId,
	now,
})
