import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Context } from '#domain/deciding/deciding.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import { type Decision, type DomainEvent, type Facts, type Guard, type Notification, streams } from '#domain/event.ts'
import { type Inquiry, isDate } from '#domain/inquiry/inquiry.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { AssociationId, BlockId, BlockVersionId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Actor, COALITION_ROLES, type Role, seatFor, seatForAssociation, WRITERS } from '#domain/members/seats.ts'
import type { BlockVersion } from './block.ts'
import { isEmpty } from './block-texts.ts'
import {
	inStage,
	type Language,
	NOTE_LIMIT,
	optionalText,
	requiredLine,
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
	const title = requiredLine('title', command.title, TITLE_LIMIT)
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
	const may = mayMove(actor, statement, WRITERS, WRITABLE, now)
	if (!may.ok) return may
	const valid = requiredLine('title', title, TITLE_LIMIT)
	if (!valid.ok) return valid
	return moved(statement, may.value, { type: 'titleChanged', payload: { title: valid.value } })
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
	const may = mayMove(actor, statement, COALITION_ROLES, ['drafting'], now)
	if (!may.ok) return may
	if (isEmpty(blocks)) return refuse({ code: 'emptyDocument' })
	const due = dueAt === null ? ok(null) : futureDeadline('dueAt', dueAt, now)
	if (!due.ok) return due
	const notifications = coalition.associations.map(({ id }) => ({
		kind: 'consultation' as const,
		statementId: statement.id,
		associationId: id,
	}))
	return moved(statement, may.value, { type: 'consultationOpened', payload: { dueAt } }, notifications)
}

/** Where a text can be sent back from. */
const REFERABLE: readonly Stage[] = ['consulting', 'deciding', 'signing']

/** Sends the text back to be written on. A ballot or sign-off under way ends without effect. */
export function referBack(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = mayMove(actor, statement, ['chair'], REFERABLE, now)
	if (!may.ok) return may
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	return moved(statement, may.value, { type: 'referredBack', payload: { reason: valid.value } })
}

export function withdraw(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = mayMove(actor, statement, ['chair'], UNPUBLISHED, now)
	if (!may.ok) return may
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	return moved(statement, may.value, { type: 'withdrawn', payload: { reason: valid.value } })
}

/** Notes that the statement was sent: may come before or after publishing. */
export function markAsSent(
	actor: Actor,
	statement: Statement,
	command: Facts['markedAsSent'],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = mayMove(actor, statement, COALITION_ROLES, ['signing', 'published'], now)
	if (!may.ok) return may
	const to = requiredText('to', command.to, NOTE_LIMIT)
	if (!to.ok) return to
	const how = requiredText('how', command.how, NOTE_LIMIT)
	if (!how.ok) return how
	const { sentOn } = command
	if (!isDate(sentOn) || sentOn > swedishDate(now)) return refuse({ code: 'invalid', field: 'sentOn' })
	return moved(statement, may.value, { type: 'markedAsSent', payload: { sentOn, how: how.value, to: to.value } })
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
	const seat = seatForAssociation(actor, associationId, ['delegate', 'deputy'], now)
	if (!seat.ok) return seat
	const stage = inStage(statement, STANCE_STAGES)
	if (!stage.ok) return stage
	const events: DomainEvent[] = []
	for (const { blockId, versionId, stance, reason } of stances) {
		const block = blocks.find((candidate) => candidate.blockId === blockId)
		if (!block) return refuse({ code: 'blockGone' })
		if (block.content.kind !== 'position') return refuse({ code: 'notAPosition' })
		const valid = optionalText('reason', reason, NOTE_LIMIT)
		if (!valid.ok) return valid
		events.push({
			type: 'stanceRecorded',
			stream: streams.stance(statement.id, associationId),
			statementId: statement.id,
			payload: { associationId, blockId, versionId, stance, reason: valid.value },
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

/** Who they are comes first, so that what is typed tells a stranger nothing. */
function mayMove(
	actor: Actor,
	statement: Statement,
	roles: readonly Role[],
	stages: readonly Stage[],
	now: Instant,
): Result<Guard[], Rejection> {
	const seat = seatFor(actor, roles, now)
	if (!seat.ok) return seat
	const stage = inStage(statement, stages)
	if (!stage.ok) return stage
	return ok([seated(seat.value.id, now), { kind: 'stageIn', statementId: statement.id, stages }])
}

function moved(
	{ id }: Statement,
	guards: readonly Guard[],
	fact: Move,
	notifications: readonly Notification[] = [],
): Result<Decision<null>, Rejection> {
	const event: DomainEvent = { ...fact, stream: streams.statement(id), statementId: id }
	return ok({ value: null, events: [event], guards, notifications })
}

const seated = (seatId: SeatId, now: Instant): Guard => ({ kind: 'seated', seatId, now })
