import { agreeWithComment } from '#domain/comment/agreement.ts'
import { hideComment, readsHidden } from '#domain/comment/hiding.ts'
import type { AssociationId, CommentId, PersonId } from '#domain/kernel/id.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { type Attempt, actorIn, associationFor, NOTHING, nth, on, PEOPLE } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { heldBy } from './model-log.ts'
import { seatHeld, type View } from './model-store.ts'
import { idOf, before as saidBefore, saying, type Talk } from './model-talk.ts'

/** What is tried with what others said: that it is hidden or shown again, and that an association agrees with it. */
export const HIDING_ACTS = {
	hideComment: on(STAGES, ({ statement, threads }, _view, actor, { a, b, c, flag }, context) => {
		const all = [...threads.values()]
		const thread = a > 1 ? all.at(-1) : nth(all, a)
		const commentId = nth(thread?.entries ?? [], b)?.id ?? ('none' as CommentId)
		const command = { commentId, hides: flag || c > 3, reason: c === 0 ? ' ' : 'Den nämner en person.' }
		return thread ? hideComment(actor, statement, thread, command, context) : NOTHING
	}),
	agreeWithComment: on(['drafting', 'consulting'], ({ statement, threads }, view, actor, step, context) => {
		const all = [...threads.values()]
		const thread = step.a > 1 ? all.at(-1) : nth(all, step.a)
		if (!thread) return NOTHING
		const stale = step.c === 5
		const wording = thread.wording - (stale ? 1 : 0)
		const said = { associationId: associationFor(view, actor, step), agrees: step.c > 1, wording }
		const decided = agreeWithComment(actor, statement, thread, said, context)
		// Which words somebody had read is not in the log.
		if (stale && decided.ok && decided.value.events.length > 0) throw new Error('agreed with words that were not read')
		return decided
	}),
} satisfies Record<string, Attempt>

/** The associations that agreed with what began a thread, and did not take it back. */
function agreeing(log: readonly Entry[], threadId: CommentId): AssociationId[] {
	const last = new Map<AssociationId, boolean>()
	for (const { type, payload } of log)
		if (type === 'commentAgreedWith' && payload.threadId === threadId) last.set(payload.associationId, payload.agrees)
	return [...last].flatMap(([id, agrees]) => (agrees ? [id] : []))
}

/** In whose name it was said; null: the coalition's. */
const ownerOf = (said: Talk | undefined) =>
	said && 'associationId' in said.payload ? said.payload.associationId : null

const isHidden = (log: readonly Entry[], id: CommentId) => {
	const last = log.findLast((e): e is Of<'commentHidden'> => e.type === 'commentHidden' && e.payload.commentId === id)
	return last !== undefined && last.payload.reason !== null
}

const isGone = (log: readonly Entry[], id: CommentId) =>
	log.some((e) => e.type === 'commentWithdrawn' && e.payload.commentId === id)

/** What must be true of what is hidden, and of what associations agree with. */
export const hidingLaws: Laws = {
	commentHidden: (entry, { log }) => {
		const { threadId, commentId, reason } = entry.payload
		const said = saidBefore(entry, log).find((each) => saying(each) && idOf(each) === commentId)
		const owner = ownerOf(said)
		const behind = commentId === threadId ? agreeing(log, threadId) : []
		const told = (id: AssociationId | null) =>
			entry.told.some((each) => each.kind === 'comments' && each.associationId === id)
		return {
			'what was taken back is not hidden besides': reason === null || !isGone(log, commentId),
			'all read why': reason === null || reason.trim() !== '',
			'those in whose name it was said are told': told(owner),
			'those who agree with it are told': behind.every((id) => told(id)),
		}
	},
	commentAgreedWith: (entry, { log }) => {
		const { threadId, associationId, agrees } = entry.payload
		const [first] = saidBefore(entry, log)
		return {
			'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
			'with what another said': first !== undefined && ownerOf(first) !== associationId,
			'not so already': agreeing(log, threadId).includes(associationId) !== agrees,
			'nobody stands behind what they cannot read': !agrees || (!isHidden(log, threadId) && !isGone(log, threadId)),
		}
	},
	commentChanged: (entry, { log }) => ({
		'not under the names of those who agree with what it said':
			entry.payload.commentId !== entry.payload.threadId || agreeing(log, entry.payload.threadId).length === 0,
	}),
}

/** Who reads what is hidden and is not to, and who is to and does not. */
export function misread(view: View, log: readonly Entry[]): string[] {
	const threads = [...view.statements.values()].flatMap((about) => [...about.threads.values()])
	const held = (personId: PersonId) =>
		view.seats.filter((seat) => seat.personId === personId && seatHeld(view, seat.id, view.now))
	return threads.flatMap((thread) =>
		thread.entries
			.filter(({ id }) => isHidden(log, id))
			.flatMap((entry) =>
				PEOPLE.flatMap((personId) => {
					const seats = held(personId)
					const behind = [entry.associationId, ...(entry.id === thread.id ? agreeing(log, thread.id) : [])]
					const may = seats.some(({ role, associationId }) => {
						const votes = (role === 'delegate' || role === 'deputy') && behind.includes(associationId)
						return role === 'chair' || role === 'secretary' || votes || entry.personId === personId
					})
					const reads = readsHidden({ ...actorIn(view, personId), seats }, entry, thread)
					return reads === may ? [] : [`${personId} reads ${entry.id}: ${reads}`]
				}),
			),
	)
}
