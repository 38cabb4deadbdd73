import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard, Notification } from '#domain/kernel/decision.ts'
import type {
	AssociationId,
	BlockId,
	BlockVersionId,
	CommentId,
	Instant,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { seatFor, seatForAssociation } from '#domain/members/authority.ts'
import { type Actor, COALITION_ROLES, type Role, type Seat } from '#domain/members/seats.ts'
import { inStage } from '#domain/statement/in-stage.ts'
import { type Stage, type Statement, WRITABLE } from '#domain/statement/statement.ts'

/** Where comments are taken: while the text can still be changed, so that each can come to something. */
export const COMMENT_STAGES: readonly Stage[] = WRITABLE

/** Where they can still be answered or taken back: whoever is to vote should know what came of what they said. */
export const ANSWER_STAGES: readonly Stage[] = [...WRITABLE, 'deciding']

/** Longest comment or answer. Characters. */
export const COMMENT_LIMIT = NOTE_LIMIT
/** Most threads about one statement, and most entries in one of them. Not exact when several write at once. */
export const THREADS_LIMIT = 500
export const ENTRIES_LIMIT = 100

/** How long a notification waits for others to go in the same mail, and how far apart a reader's mails about one text are. */
export const GATHERED_MS = 10 * 60_000
export const BETWEEN_MAILS_MS = 3 * 60 * 60_000

/** Those who speak for an association about a text, with or without a vote. */
const SPEAKERS: readonly Role[] = ['delegate', 'deputy', 'contributor']

/** `answer`: what was done, which resolves the thread. `reopening`: what remains, which opens it again. */
export const ENTRY_KINDS = ['comment', 'answer', 'reopening'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One thing that was said in a thread. */
export type ThreadEntry = {
	readonly id: CommentId
	readonly kind: EntryKind
	readonly personId: PersonId
	/** Null: said by chair or secretary, for the coalition. */
	readonly associationId: AssociationId | null
	/** Empty when it was taken back. */
	readonly text: string
	readonly withdrawn: boolean
}

/** A comment with what was said about it, in order. Its id is that of the first comment. */
export type Thread = {
	readonly id: CommentId
	readonly statementId: StatementId
	/** How far its stream has come: what somebody has read when they answer. */
	readonly seq: number
	readonly resolved: boolean
	readonly entries: readonly ThreadEntry[]
}

/** The version of a block that was read, and the block. */
export type CommentedBlock = { readonly blockId: BlockId; readonly versionId: BlockVersionId }

export type MakeComment = {
	/** Whose view it is; null for chair and secretary. */
	readonly associationId: AssociationId | null
	readonly text: string
}

/**
 * Comments on a block, in the version that was read, or on the whole text when `on` is null. The block may have been changed
 * or removed meanwhile: what somebody wrote about it is not lost for that.
 */
export function makeComment(
	actor: Actor,
	statement: Statement,
	threads: number,
	on: CommentedBlock | null,
	command: MakeComment,
	{ now, newId }: Context,
): Result<Decision<{ readonly threadId: CommentId }>, Rejection> {
	const may = maySpeak(actor, statement, command.associationId, COMMENT_STAGES, now)
	if (!may.ok) return may
	if (threads >= THREADS_LIMIT) return refuse({ code: 'tooManyComments', limit: THREADS_LIMIT })
	const text = requiredText('text', command.text, COMMENT_LIMIT)
	if (!text.ok) return text
	const threadId = newId<'comment'>()
	const { associationId } = command
	return ok({
		value: { threadId },
		events: [
			onThread(statement.id, threadId, {
				type: 'commentMade',
				payload: {
					threadId,
					associationId,
					blockId: on?.blockId ?? null,
					versionId: on?.versionId ?? null,
					text: text.value,
				},
			}),
		],
		guards: may.value,
		notifications: [toStewards(statement.id)],
	})
}

/** Replies in a thread that is open; `replyTo` names the entry that is replied to. */
export function replyToComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	command: MakeComment & { readonly replyTo: CommentId | null },
	{ now, newId }: Context,
): Result<Decision<{ readonly commentId: CommentId }>, Rejection> {
	const { associationId, replyTo } = command
	const may = maySpeak(actor, statement, associationId, COMMENT_STAGES, now)
	if (!may.ok) return may
	if (thread.resolved) return refuse({ code: 'commentResolved' })
	const entry = thread.entries.find(({ id }) => id === (replyTo ?? thread.id))
	if (!entry) return refuse({ code: 'notFound' })
	const text = roomFor(thread, command.text)
	if (!text.ok) return text
	const commentId = newId<'comment'>()
	const payload = { threadId: thread.id, commentId, replyTo: entry.id, associationId, text: text.value }
	return ok({
		value: { commentId },
		events: [onThread(statement.id, thread.id, { type: 'commentRepliedTo', payload })],
		guards: may.value,
		notifications: [toStewards(statement.id), ...toOthers(thread, associationId)],
	})
}

/** Rewords one's own comment, as long as nothing has been said after it. */
export function changeComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ commentId, text }: { readonly commentId: CommentId; readonly text: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const entry = thread.entries.find(({ id }) => id === commentId)
	if (!entry) return unknown(actor, now)
	const may = maySpeak(actor, statement, entry.associationId, COMMENT_STAGES, now)
	if (!may.ok) return may
	if (entry.personId !== actor.personId || entry.kind === 'answer') return refuse({ code: 'notYourComment' })
	if (entry.withdrawn) return refuse({ code: 'commentWithdrawn' })
	const valid = requiredText('text', text, COMMENT_LIMIT)
	if (!valid.ok) return valid
	if (valid.value === entry.text) return ok({ value: null, events: [], guards: [] })
	if (thread.entries.at(-1) !== entry) return refuse({ code: 'commentAnswered' })
	const payload = { threadId: thread.id, commentId, text: valid.value }
	return ok({
		value: null,
		events: [onThread(statement.id, thread.id, { type: 'commentChanged', payload })],
		guards: may.value,
	})
}

/**
 * Takes a comment back: whoever wrote it, or the association's delegate or deputy, in whose name it stands. What others said
 * about it stays.
 */
export function withdrawComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ commentId }: { readonly commentId: CommentId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const entry = thread.entries.find(({ id }) => id === commentId)
	if (!entry) return unknown(actor, now)
	const may = maySpeak(actor, statement, entry.associationId, ANSWER_STAGES, now)
	if (!may.ok) return may
	if (entry.kind === 'answer' || !mayTakeBack(actor, entry, now)) return refuse({ code: 'notYourComment' })
	if (entry.withdrawn) return ok({ value: null, events: [], guards: [] })
	const payload = { threadId: thread.id, commentId }
	return ok({
		value: null,
		events: [onThread(statement.id, thread.id, { type: 'commentWithdrawn', payload })],
		guards: may.value,
	})
}

/** Whether somebody may take back what was said: an answer nobody, since it can be opened again. */
export function mayTakeBack(
	{ personId, seats }: Pick<Actor, 'personId' | 'seats'>,
	entry: Pick<ThreadEntry, 'personId' | 'associationId' | 'kind'>,
	now: Instant,
): boolean {
	if (entry.kind === 'answer') return false
	const own = seats.filter(({ associationId }) => associationId === entry.associationId)
	const actor: Actor = { personId, seats: own, operator: false, authenticatedAt: now }
	if (entry.associationId === null) return entry.personId === personId && seatFor(actor, COALITION_ROLES, now).ok
	const roles: readonly Role[] = entry.personId === personId ? SPEAKERS : ['delegate', 'deputy']
	return seatForAssociation(actor, entry.associationId, roles, now).ok
}

/** The seat from which somebody speaks for an association, or for the coalition, and that the stage is still one for it. */
export function maySpeak(
	actor: Actor,
	statement: Statement,
	associationId: AssociationId | null,
	stages: readonly Stage[],
	now: Instant,
): Result<Guard[], Rejection> {
	const seat: Result<Seat, Rejection> =
		associationId === null
			? seatFor(actor, COALITION_ROLES, now)
			: seatForAssociation(actor, associationId, SPEAKERS, now)
	if (!seat.ok) return seat
	const stage = inStage(statement, stages)
	if (!stage.ok) return stage
	return ok([
		{ kind: 'seated', seatId: seat.value.id, now },
		{ kind: 'stageIn', statementId: statement.id, stages },
	])
}

/** A text that fits, in a thread that has room for it. */
export function roomFor({ entries }: Thread, text: string): Result<string, Rejection> {
	if (entries.length >= ENTRIES_LIMIT) return refuse({ code: 'tooManyComments', limit: ENTRIES_LIMIT })
	return requiredText('text', text, COMMENT_LIMIT)
}

/** For somebody who never had a seat in the coalition, and for somebody who asks for what is not there. */
function unknown(actor: Actor, now: Instant): Result<never, Rejection> {
	const seat = seatFor(actor, [...COALITION_ROLES, ...SPEAKERS], now)
	return seat.ok ? refuse({ code: 'notFound' }) : seat
}

type OnThread = {
	[T in DomainEvent['type']]: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['commentMade' | 'commentRepliedTo' | 'commentChanged' | 'commentWithdrawn' | 'commentResolved' | 'commentReopened']

export function onThread(statementId: StatementId, threadId: CommentId, fact: OnThread): DomainEvent {
	return { ...fact, stream: streams.comment(threadId), statementId }
}

export function toStewards(statementId: StatementId): Notification {
	return { kind: 'comments', statementId, associationId: null }
}

/** The associations that take part in the thread, but for the one that speaks now. */
export function toOthers({ statementId, entries }: Thread, speaker: AssociationId | null): Notification[] {
	const taking = entries.filter(({ withdrawn }) => !withdrawn).map(({ associationId }) => associationId)
	return [...new Set(taking)].flatMap((associationId): Notification[] =>
		associationId === null || associationId === speaker ? [] : [{ kind: 'comments', statementId, associationId }],
	)
}
