import { noneStanding } from '#domain/amendment/consensus-asking.ts'
import type { StandingList } from '#domain/amendment/consensus-list.ts'
import { noneOpen } from '#domain/deciding/opening-on-amendment.ts'
import type { DomainEvent, Facts } from '#domain/event.ts'
import type { Inquiry } from '#domain/inquiry/inquiry.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard, Notification } from '#domain/kernel/decision.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredLine, requiredText, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { Block } from './block.ts'
import { type Language, type Statement, type StatementKind, type Track, WRITABLE } from './statement.ts'
import { writeWhole } from './whole-text.ts'

export type StartStatement = {
	readonly kind: StatementKind
	readonly language: Language
	readonly title: string
	readonly track: Track
}

/** Starts a statement, in answer to an inquiry or on the coalition's own initiative. `blocks`: what its text starts from. */
export function startStatement(
	actor: Actor,
	inquiry: Inquiry | null,
	command: StartStatement,
	{ now, newId }: Context,
	blocks: readonly Block[] = [],
): Result<Decision<{ readonly statementId: StatementId }>, Rejection> {
	const may = permit(acts.startStatement, actor, now)
	if (!may.ok) return may
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
	const written = writeWhole(statementId, blocks, newId)
	if (!written.ok) return written
	const events = [started, ...accepted, ...(blocks.length > 0 ? [written.value] : [])]
	return ok({ value: { statementId }, events, guards: may.value.guards })
}

export function changeTitle(
	actor: Actor,
	statement: Statement,
	title: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeTitle, actor, now, { statement })
	if (!may.ok) return may
	const valid = requiredLine('title', title, TITLE_LIMIT)
	if (!valid.ok) return valid
	return moved(statement, may.value.guards, { type: 'titleChanged', payload: { title: valid.value } })
}

/** How many ballots on amendments are not counted, and how far the log was read. */
export type KnownOfVotes = { readonly ballots: number; readonly position: number }

/**
 * Sends the text back to be written on. A ballot on it or a sign-off under way ends without effect. Not out of a consultation while
 * associations vote on an amendment: whoever sees such a vote going wrong would call it off by that, and put it anew.
 */
export function referBack(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
	votes: KnownOfVotes,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.referBack, actor, now, { statement })
	if (!may.ok) return may
	const free = noVoteRuns(statement, votes)
	if (!free.ok) return free
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	const guards = [...may.value.guards, ...free.value]
	return takenBack(statement, moved(statement, guards, { type: 'referredBack', payload: { reason: valid.value } }))
}

/** Nobody ends a vote on an amendment by what is done to the text. Gives what must still hold as it is saved: that none was opened meanwhile. */
function noVoteRuns(
	{ id, stage }: Statement,
	{ ballots, position }: KnownOfVotes,
): Result<readonly Guard[], Rejection> {
	const none = noneOpen(ballots)
	if (!none.ok) return none
	return ok(WRITABLE.includes(stage) ? [{ kind: 'unchangedSince', statementId: id, position }] : [])
}

/** Not while associations vote on amendments or are asked about a list of them: a list is ended by itself, and all are told; a vote by its time. */
export function withdraw(
	actor: Actor,
	statement: Statement,
	reason: string,
	{ now }: Context,
	{ list, ...votes }: KnownOfVotes & { readonly list: StandingList | null },
): Result<Decision<null>, Rejection> {
	const may = permit(acts.withdrawStatement, actor, now, { statement })
	if (!may.ok) return may
	const free = noVoteRuns(statement, votes)
	if (!free.ok) return free
	const none = noneStanding(list)
	if (!none.ok) return none
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	const guards = [...may.value.guards, ...free.value]
	return takenBack(statement, moved(statement, guards, { type: 'withdrawn', payload: { reason: valid.value } }))
}

/** Papers of a secret ballot that lost its effect before they were counted are of no use but to find out who voted how. */
function takenBack({ id }: Statement, decided: ReturnType<typeof moved>): ReturnType<typeof moved> {
	return decided.ok ? ok({ ...decided.value, papers: { kind: 'uncounted', statementId: id } }) : decided
}

type Move = {
	[T in 'titleChanged' | 'consultationOpened' | 'referredBack' | 'withdrawn' | 'markedAsSent']: {
		readonly type: T
		readonly payload: Facts[T]
	}
}['titleChanged' | 'consultationOpened' | 'referredBack' | 'withdrawn' | 'markedAsSent']

export function moved(
	{ id }: Statement,
	guards: readonly Guard[],
	fact: Move,
	notifications: readonly Notification[] = [],
): Result<Decision<null>, Rejection> {
	const event: DomainEvent = { ...fact, stream: streams.statement(id), statementId: id }
	return ok({ value: null, events: [event], guards, notifications })
}
