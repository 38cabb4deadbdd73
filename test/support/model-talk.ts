import { readAnswers, reopenComment, resolveComment } from '#domain/comment/answer.ts'
import { changeComment, makeComment, replyToComment, withdrawComment } from '#domain/comment/comment.ts'
import { hideComment } from '#domain/comment/hiding.ts'
import type { CommentId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { blocksOf, type ModelStatement } from './model.ts'
import { type Attempt, associationFor, NOTHING, nth, type Step } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import type { TalkType } from './model-threads.ts'

/** Something said about a text, by whoever it is: to an old thread or a new one, mostly for the one they speak for. */
export function talk(about: ModelStatement, ...[view, actor, step, context]: Parameters<Attempt>): ReturnType<Attempt> {
	const { statement, threads } = about
	const all = [...threads.values()]
	// To one's own words one has to be where they are.
	const where = all.filter(({ entries }) => entries.some(({ personId }) => personId === actor.personId))
	const some = step.c === 2 && where.length > 0 ? where : all
	const thread = step.a > 1 ? some.at(-1) : nth(some, step.a)
	const serves = actor.seats.some(({ role }) => COALITION_ROLES.includes(role))
	const associationId = serves && step.b < 4 ? null : associationFor(view, actor, step)
	const said = { associationId, text: `Ord ${context.newId()}` }
	if (!thread || (step.c === 0 && step.flag)) {
		const block = nth(blocksOf(about), step.b)
		const words = block ? textsOf(block.content).join('\n') : ''
		const on = block ? { blockId: block.blockId, versionId: block.id, words } : null
		const quote = step.flag ? { exact: words.slice(step.a, step.a + 20) } : null
		return makeComment(actor, statement, { all: threads.size, own: 0 }, on, { ...said, quote }, context)
	}
	const own = thread.entries.findLast(({ personId }) => personId === actor.personId)
	const commentId = (step.flag ? own?.id : nth(thread.entries, step.b)?.id) ?? thread.id
	switch (step.c) {
		case 1:
			if (serves && step.b > 3)
				return hideComment(actor, statement, thread, { commentId, hides: step.a < 2, reason: said.text }, context)
			return replyToComment(actor, statement, thread, { ...said, replyTo: commentId }, context)
		case 2:
			return changeComment(actor, statement, thread, { commentId, text: said.text }, context)
		case 3:
			return withdrawComment(actor, statement, thread, { commentId }, context)
		case 4:
			return reopenComment(actor, statement, thread, said, context)
		case 5:
			if (step.flag || associationId === null) break
			return readAnswers(actor, statement, 0, { associationId, upTo: view.now }, context)
	}
	const answer = { text: said.text, seen: thread.seq - (step.b === 5 ? 1 : 0) }
	return actor.seats.length === 0 ? NOTHING : resolveComment(actor, statement, thread, answer, context)
}

/** Who tries it, when it is somebody who may. */
export const talkers = ({ c, flag }: Step) =>
	c === 0 || c === 5 || (c === 1 && flag) ? COALITION_ROLES : (['delegate', 'contributor'] as const)

export type Talk = Of<TalkType>
const isTalk = (entry: Entry): entry is Talk => entry.type.startsWith('comment')

/** What was said in the same thread before, first to last. */
export const before = ({ payload }: Talk, log: readonly Entry[]): Talk[] =>
	log.filter(isTalk).filter((entry) => entry.payload.threadId === payload.threadId)

const resolved = (earlier: readonly Talk[]): boolean =>
	earlier.findLast(({ type }) => type === 'commentResolved' || type === 'commentReopened')?.type === 'commentResolved'

export const idOf = ({ payload }: Talk): CommentId => ('commentId' in payload ? payload.commentId : payload.threadId)
const NOT_SAID: readonly TalkType[] = ['commentChanged', 'commentWithdrawn', 'commentHidden', 'commentAgreedWith']
export const saying = ({ type }: Talk) => !NOT_SAID.includes(type)
const gone = (earlier: readonly Talk[], id: CommentId) =>
	earlier.some((entry) => entry.type === 'commentWithdrawn' && entry.payload.commentId === id)

export const talkLaws: Laws = {
	commentMade: (entry, { log }) => ({ 'its thread is new': before(entry, log).length === 0 }),
	commentRepliedTo: (entry, { log }) => {
		const earlier = before(entry, log)
		return {
			'nobody replies to what is answered': !resolved(earlier),
			'it is to something said there': earlier.some((each) => saying(each) && idOf(each) === entry.payload.replyTo),
		}
	},
	commentChanged: (entry, { log }) => {
		const earlier = before(entry, log)
		const last = earlier.filter(saying).at(-1)
		return {
			'nothing was said after it': last !== undefined && idOf(last) === entry.payload.commentId,
			'it is their own': last?.personId === entry.personId,
			'it stands': !gone(earlier, entry.payload.commentId),
		}
	},
	commentWithdrawn: (entry, { log }) => {
		const earlier = before(entry, log)
		const taken = earlier.find((each) => saying(each) && idOf(each) === entry.payload.commentId)
		return {
			'it was said, and no answer': taken !== undefined && taken.type !== 'commentResolved',
			'it stood': !gone(earlier, entry.payload.commentId),
		}
	},
	commentHidden: (entry, { log }) => {
		const earlier = before(entry, log)
		const { commentId, reason } = entry.payload
		const said = earlier.find((each) => saying(each) && idOf(each) === commentId)
		const last = earlier.findLast((each) => each.type === 'commentHidden' && each.payload.commentId === commentId)
		const wasHidden = last?.type === 'commentHidden' && last.payload.reason !== null
		return {
			'it was said, and no answer': said !== undefined && said.type !== 'commentResolved',
			'it was not so already': wasHidden === (reason === null),
			'there is a reason': reason !== '',
		}
	},
	commentResolved: (entry, { log }) => {
		const earlier = before(entry, log)
		return {
			'it was open': !resolved(earlier),
			'something in it stands': earlier.some((each) => saying(each) && !gone(earlier, idOf(each))),
		}
	},
	commentReopened: (entry, { log }) => ({ 'it was answered': resolved(before(entry, log)) }),
}
