import type { DomainEvent } from '#domain/event.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Notification } from '#domain/kernel/decision.ts'
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
import { permit } from '#domain/members/authority.ts'
import { type Actor, ASSOCIATION_ROLES, isSeated, VOTERS } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Quoting, quoted } from './quote.ts'

/** Longest comment or answer. Characters. */
export const COMMENT_LIMIT = NOTE_LIMIT
/**
 * Most threads that stand about one statement, most that one association begins, so that nobody alone uses up the room of
 * all, and most entries in one. Not exact when several write at once.
 */
export const THREADS_LIMIT = 1000
export const OWN_THREADS_LIMIT = 100
export const ENTRIES_LIMIT = 100

/** How long a notification waits for others to go in the same mail. */
export const GATHERED_MS = 10 * 60_000

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
	/** By the chair, from all but those whose words they are. */
	readonly hidden: boolean
}

/** A comment with what was said about it, in order. Its id is that of the first comment. */
export type Thread = {
	readonly id: CommentId
	readonly statementId: StatementId
	/** How far its stream has come: what somebody has read when they answer. */
	readonly seq: number
	readonly resolved: boolean
	/** Which associations agree with what began it, and how many times that was reworded. */
	readonly agreed: readonly AssociationId[]
	readonly wording: number
	readonly entries: readonly ThreadEntry[]
}

/** How many threads stand about a statement: in which somebody said something and did not take it back. */
export type StandingThreads = {
	readonly all: number
	/** Begun by the association, or for the coalition. */
	readonly own: number
}

/** The version of a block that was read, and the block. */
export type CommentedBlock = { readonly blockId: BlockId; readonly versionId: BlockVersionId }

/** The same with its plain text, in which a comment may be about some of the words. */
export type ReadBlock = CommentedBlock & { readonly words: string }

export type MakeComment = {
	/** Whose view it is; null for chair and secretary. */
	readonly associationId: AssociationId | null
	readonly text: string
}

/** `quote`: the words that it is about, of a block; left out or null: all of it. */
export type NewComment = MakeComment & { readonly quote?: Quoting | null }

/**
 * Comments on a block, in the version that was read, or on the whole text when `on` is null. The block may have been changed
 * or removed meanwhile: what somebody wrote about it is not lost for that. Words that it is about stood in that version.
 */
export function makeComment(
	actor: Actor,
	statement: Statement,
	threads: StandingThreads,
	on: ReadBlock | null,
	command: NewComment,
	{ now, newId }: Context,
): Result<Decision<{ readonly threadId: CommentId }>, Rejection> {
	const may = permit(acts.makeComment, actor, now, { statement, associationId: command.associationId })
	if (!may.ok) return may
	if (threads.own >= OWN_THREADS_LIMIT) return refuse({ code: 'tooManyOwnComments', limit: OWN_THREADS_LIMIT })
	if (threads.all >= THREADS_LIMIT) return refuse({ code: 'tooManyComments', limit: THREADS_LIMIT })
	const text = requiredText('text', command.text, COMMENT_LIMIT)
	if (!text.ok) return text
	const quote = command.quote ? quoted(on?.words ?? '', command.quote) : ok(null)
	if (!quote.ok) return quote
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
					...(quote.value && { quote: quote.value }),
				},
			}),
		],
		guards: may.value.guards,
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
	const may = permit(acts.replyToComment, actor, now, { statement, associationId })
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
		guards: may.value.guards,
		notifications: [toStewards(statement.id), ...toOthers(thread, associationId)],
	})
}

/** Rewords one's own comment, as long as nothing has been said after it and nobody agrees with it. */
export function changeComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ commentId, text }: { readonly commentId: CommentId; readonly text: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const entry = thread.entries.find(({ id }) => id === commentId)
	if (!entry) return unknown(acts.changeComment, actor, now)
	const may = permit(acts.changeComment, actor, now, { statement, associationId: entry.associationId })
	if (!may.ok) return may
	if (entry.personId !== actor.personId || entry.kind === 'answer') return refuse({ code: 'notYourComment' })
	if (entry.withdrawn) return refuse({ code: 'commentWithdrawn' })
	const valid = requiredText('text', text, COMMENT_LIMIT)
	if (!valid.ok) return valid
	if (valid.value === entry.text) return ok({ value: null, events: [], guards: [] })
	// Nor under the names of those who agree with what it said.
	const isAgreedWith = entry.id === thread.id && thread.agreed.length > 0
	if (thread.entries.at(-1) !== entry || isAgreedWith) return refuse({ code: 'commentAnswered' })
	const payload = { threadId: thread.id, commentId, text: valid.value }
	return ok({
		value: null,
		events: [onThread(statement.id, thread.id, { type: 'commentChanged', payload })],
		guards: may.value.guards,
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
	if (!entry) return unknown(acts.withdrawComment, actor, now)
	const may = permit(acts.withdrawComment, actor, now, { statement, associationId: entry.associationId })
	if (!may.ok) return may
	if (entry.kind === 'answer' || !mayTakeBack(actor, entry, now)) return refuse({ code: 'notYourComment' })
	if (entry.withdrawn) return ok({ value: null, events: [], guards: [] })
	const payload = { threadId: thread.id, commentId }
	return ok({
		value: null,
		events: [onThread(statement.id, thread.id, { type: 'commentWithdrawn', payload })],
		guards: may.value.guards,
	})
}

/** Whether somebody may take back what was said: an answer nobody, since it can be opened again. */
export function mayTakeBack(
	{ personId, seats }: Pick<Actor, 'personId' | 'seats'>,
	entry: Pick<ThreadEntry, 'personId' | 'associationId' | 'kind'>,
	now: Instant,
): boolean {
	if (entry.kind === 'answer') return false
	const roles = seats
		.filter((seat) => seat.associationId === entry.associationId && isSeated(seat, now))
		.map(({ role }) => role)
	const own = entry.personId === personId
	if (entry.associationId === null) return own && roles.length > 0
	return roles.some((role) => (own ? ASSOCIATION_ROLES : VOTERS).includes(role))
}

/** A text that fits, in a thread that has room for it. */
export function roomFor({ entries }: Thread, text: string): Result<string, Rejection> {
	if (entries.length >= ENTRIES_LIMIT) return refuse({ code: 'tooManyComments', limit: ENTRIES_LIMIT })
	return requiredText('text', text, COMMENT_LIMIT)
}

/** For somebody who never had a seat in the coalition, and for somebody who asks for what is not there. */
function unknown(act: DeclaredAct, actor: Actor, now: Instant): Result<never, Rejection> {
	const may = permit(act, actor, now)
	return may.ok ? refuse({ code: 'notFound' }) : may
}

type OnThread = {
	[T in DomainEvent['type']]: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}[Exclude<Extract<DomainEvent['type'], `comment${string}`>, 'commentAgreedWith'>]

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
