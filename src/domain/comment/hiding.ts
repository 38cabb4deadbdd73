import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, CommentId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import { type Actor, COALITION_ROLES, type Seat, VOTERS } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { onThread, type Thread, type ThreadEntry, toStewards } from './comment.ts'

export type HideComment = {
	readonly commentId: CommentId
	/** False: it is shown again. */
	readonly hides: boolean
	/** Why it is hidden, for all to read. Not asked for where it is shown again. */
	readonly reason: string
}

/**
 * Hides what somebody said, or shows it again. All see that it is hidden, by whom and why, and whoever said it or agrees with it is told. An answer is not
 * hidden: those who asked are owed it. Nor does what is hidden stop waiting for its answer.
 */
export function hideComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ commentId, hides, reason: given }: HideComment,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.hideComment, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	const entry = thread.entries.find(({ id }) => id === commentId)
	if (!entry) return refuse({ code: 'notFound' })
	if (entry.kind === 'answer') return refuse({ code: 'answerStands' })
	if (entry.hidden === hides) return ok({ value: null, events: [], guards: [] })
	if (hides && entry.withdrawn) return refuse({ code: 'commentWithdrawn' })
	const reason = hides ? requiredText('reason', given, NOTE_LIMIT) : ok(null)
	if (!reason.ok) return reason
	const payload = { threadId: thread.id, commentId, reason: reason.value }
	const { associationId } = entry
	const behind = behindOf(entry, thread).filter((id) => id !== associationId)
	return ok({
		value: null,
		events: [onThread(statement.id, thread.id, { type: 'commentHidden', payload })],
		guards: may.value.guards,
		notifications: [
			associationId === null
				? toStewards(statement.id)
				: { kind: 'comments', statementId: statement.id, associationId },
			...behind.map((id) => ({ kind: 'comments' as const, statementId: statement.id, associationId: id })),
		],
	})
}

/** Somebody who reads, with the seats they hold now. */
export type Reader = Pick<Actor, 'personId'> & { readonly seats: readonly Pick<Seat, 'role' | 'associationId'>[] }

/** What is read of a thread to tell whose its words are. */
type Among<Association> = { readonly id: CommentId; readonly agreed: readonly Association[] }

/** The associations that agree with something that was said: with what began the thread. */
const behindOf = <Association>({ id }: Pick<ThreadEntry, 'id'>, thread: Among<Association>): readonly Association[] =>
	id === thread.id ? thread.agreed : []

/**
 * Whether somebody reads what is hidden: whoever said it, those who vote for the association in whose name it stands or one that agrees with
 * it, the chair, who may show it again, and the secretary, who is to answer it. `seats`: held now.
 */
export function readsHidden(
	{ personId, seats }: Reader,
	entry: Pick<ThreadEntry, 'id' | 'personId' | 'associationId'>,
	thread: Among<AssociationId>,
): boolean {
	if (entry.personId === personId) return seats.length > 0
	const behind: readonly (AssociationId | null)[] = [entry.associationId, ...behindOf(entry, thread)]
	return seats.some(
		({ role, associationId }) =>
			COALITION_ROLES.includes(role) || (VOTERS.includes(role) && behind.includes(associationId)),
	)
}

/** What was said, and what it said before it was reworded, first to last. */
type Words<Earlier> = { readonly text: string; readonly earlier: readonly Earlier[] }
/** Something said. The words of what is hidden stand apart, as `kept`. */
type Said<Earlier> = Words<Earlier> & { readonly hidden: boolean; readonly kept: Words<Earlier> | null }

/** What something in a thread says to somebody; null: it is hidden from them. */
export function wordsFor<Earlier>(
	entry: Said<Earlier> & Pick<ThreadEntry, 'id' | 'personId' | 'associationId'>,
	{ id, agreed }: Among<{ readonly id: AssociationId }>,
	reader: Reader | null,
): Words<Earlier> | null {
	if (!entry.hidden) return entry
	const thread = { id, agreed: agreed.map((each) => each.id) }
	return reader !== null && readsHidden(reader, entry, thread) ? entry.kept : null
}

/** How often what began a thread was reworded: which of its wordings somebody has read. */
export const wordingOf = ({ entries: [first] }: { readonly entries: readonly Said<unknown>[] }): number =>
	(first?.kept ?? first)?.earlier.length ?? 0
