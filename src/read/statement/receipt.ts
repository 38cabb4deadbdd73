import { allOf, mapQuery, type Query } from '#db/client.ts'
import { type ActorRef, NOBODY, personExpression, seatedNow } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { isInText } from '#domain/amendment/in-text.ts'
import type { AmendmentState } from '#domain/amendment/state.ts'
import type { AssociationId, BlockId, Instant, PersonId } from '#domain/kernel/id.ts'
import { sameText } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type AmendmentRow, amendmentsQuery, shownTo } from '#read/amendment/amendments.ts'
import { type CommentEntry, type CommentThread, threadsQuery } from '#read/comment/comments.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'

export type ReceiptView = StatementView & {
	readonly amendments: readonly AmendmentRow[]
	readonly threads: readonly CommentThread[]
}

/** What somebody and the associations they speak for contributed to a statement and what came of it; null when the coalition has no such statement. */
export function receiptQuery(
	slug: string,
	statementId: string,
	ref: ActorRef | null,
	now: Instant,
): Query<ReceiptView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), ...contributedBy(ref ?? NOBODY, statementId, now) }),
		({ view, ...contributed }) => view && { ...view, ...contributed },
	)
}

/** What is looked at to tell what came of things. */
type Contributed = Pick<ReceiptView, 'threads' | 'amendments' | 'blocks'>

/** The same without the page about it. */
export function ownReceiptQuery(
	slug: string,
	statementId: string,
	ref: ActorRef | null,
	now: Instant,
): Query<Contributed | null> {
	return mapQuery(
		allOf({ draft: draftQuery(slug, statementId), ...contributedBy(ref ?? NOBODY, statementId, now) }),
		({ draft, ...contributed }) => draft && { blocks: draft.blocks, ...contributed },
	)
}

/** Of what was contributed no more than what somebody did, or an association for which they hold a seat: nothing that others may not see either. */
function contributedBy(ref: ActorRef, statementId: string, now: Instant) {
	const person = personExpression(ref, now)
	const theirs = `(SELECT association_id FROM seat WHERE person_id = ${person.sql} AND ${seatedNow('seat')})`
	const args = [...person.args, now, now]
	const shown = shownTo(ref, now)
	return {
		amendments: amendmentsQuery(statementId, {
			sql: `${shown.sql} AND (amendment.association_id IN ${theirs} OR EXISTS (SELECT 1 FROM amendment_join
				WHERE amendment_join.amendment_id = amendment.id AND amendment_join.association_id IN ${theirs}))`,
			args: [...shown.args, ...args, ...args],
		}),
		threads: threadsQuery(statementId, null, {
			sql: `(EXISTS (SELECT 1 FROM comment AS said WHERE said.thread_id = comment_thread.id AND said.kind <> 'answer'
					AND (said.association_id IN ${theirs} OR (said.association_id IS NULL AND said.person_id = ${person.sql})))
				OR EXISTS (SELECT 1 FROM comment_agreement WHERE comment_agreement.thread_id = comment_thread.id
					AND comment_agreement.association_id IN ${theirs}))`,
			args: [...args, ...person.args, ...args],
		}),
	}
}

/** Who contributed: an association; or, for the coalition, one person. */
export type Contributor =
	| { readonly associationId: AssociationId }
	| { readonly associationId: null; readonly personId: PersonId }

export type Contribution =
	| {
			readonly kind: 'comment'
			/** It was begun, something was said in it, or agreed with. */
			readonly how: 'began' | 'replied' | 'agreed'
			readonly became: 'answered' | 'waiting' | 'withdrawn'
			readonly thread: CommentThread
			/** What was said by the one it is told to, or what they agree with. */
			readonly said: CommentEntry
			/** The last answer, where it stands answered. */
			readonly answer: CommentEntry | null
	  }
	| {
			readonly kind: 'amendment'
			/** It was made, joined, or joined in words that it does not have any more. */
			readonly how: 'made' | 'joined' | 'joinedEarlier'
			readonly became: AmendmentState
			readonly amendment: AmendmentRow
			/** Whether its words stand in the text, and where the first of them does. */
			readonly inText: boolean
			readonly at: BlockId | null
	  }

/** What somebody contributed, with what came of each: amendments by their numbers, then all they said, thread by thread. */
export function contributionsOf({ threads, amendments, blocks }: Contributed, of: Contributor): Contribution[] {
	const mine = ({ associationId, personId }: CommentEntry) =>
		of.associationId === null ? associationId === null && personId === of.personId : associationId === of.associationId
	return [
		...amendments.flatMap((each) => (of.associationId === null ? [] : amended(each, of.associationId, blocks))),
		...threads.flatMap((each) => talked(each, mine, of.associationId)),
	]
}

function talked(
	thread: CommentThread,
	mine: (entry: CommentEntry) => boolean,
	associationId: AssociationId | null,
): Contribution[] {
	const [first] = thread.entries
	// Answers are what others get.
	const own = thread.entries.filter((entry) => entry.kind !== 'answer' && mine(entry))
	const agreed = associationId !== null && thread.agreed.some(({ id }) => id === associationId)
	const behind = first && agreed && !own.includes(first) ? [first] : []
	const answered = thread.resolvedAt !== null
	const answer = answered ? (thread.entries.findLast(({ kind }) => kind === 'answer') ?? null) : null
	return [...behind, ...own].map((said) => ({
		kind: 'comment',
		how: behind.includes(said) ? 'agreed' : said === first ? 'began' : 'replied',
		became: said.withdrawn ? 'withdrawn' : answered ? 'answered' : 'waiting',
		thread,
		said,
		answer,
	}))
}

function amended(
	amendment: AmendmentRow,
	associationId: AssociationId,
	blocks: readonly BlockVersion[],
): Contribution[] {
	const join = amendment.joined.find((each) => each.associationId === associationId)
	const made = amendment.associationId === associationId
	if (!made && !join) return []
	const inText = isInText(amendment, blocks)
	const merged = amendment.merged?.parts.find(({ blockId }) => blocks.some((each) => each.blockId === blockId))
	const there = blocks.find(({ content }) => amendment.wanted.some((each) => sameText(each.content, content)))
	return [
		{
			kind: 'amendment',
			how: made ? 'made' : join?.versionId === amendment.versionId ? 'joined' : 'joinedEarlier',
			became: amendment.state,
			amendment,
			inText,
			at: inText ? ((merged ?? there)?.blockId ?? null) : null,
		},
	]
}
