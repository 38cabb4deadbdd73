import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { ActorRef } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { isInText } from '#domain/amendment/in-text.ts'
import type { AmendmentState } from '#domain/amendment/state.ts'
import type { AssociationId, BlockId, Instant, PersonId } from '#domain/kernel/id.ts'
import { sameText } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import {
	type AllAmendmentsView,
	type AmendmentRow,
	allAmendmentsQuery,
	amendmentsForAllQuery,
} from '#read/amendment/amendments.ts'
import { type CommentEntry, type CommentThread, threadsQuery } from '#read/comment/comments.ts'

export type ReceiptView = AllAmendmentsView & { readonly threads: readonly CommentThread[] }

/** What was contributed to a statement and what came of it; null when the coalition has no such statement. */
export function receiptQuery(
	slug: string,
	statementId: string,
	ref: ActorRef | null,
	now: Instant,
): Query<ReceiptView | null> {
	return mapQuery(
		allOf({ view: allAmendmentsQuery(slug, statementId, ref, now), threads: threadsQuery(statementId, null) }),
		({ view, threads }) => view && { ...view, threads },
	)
}

/** What is looked at to tell what came of things. */
type Contributed = Pick<ReceiptView, 'threads' | 'amendments' | 'blocks'>

/** The same with all amendments, what waits in associations with them: to be shown as `seenBy` says. */
export function receiptForAllQuery(slug: string, statementId: string): Query<Contributed | null> {
	return mapQuery(
		allOf({
			draft: draftQuery(slug, statementId),
			amendments: amendmentsForAllQuery(slug, statementId),
			threads: threadsQuery(statementId, null),
		}),
		({ draft, amendments, threads }) => draft && amendments && { blocks: draft.blocks, amendments, threads },
	)
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

/** What somebody contributed, with what came of each: amendments by their numbers, then comments as they were begun. */
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
	const said = own.find(({ withdrawn }) => !withdrawn) ?? own[0] ?? (agreed ? first : undefined)
	if (!first || !said) return []
	const answered = thread.resolvedAt !== null
	const gone = said.withdrawn
	return [
		{
			kind: 'comment',
			how: own.length === 0 ? 'agreed' : said === first ? 'began' : 'replied',
			became: gone ? 'withdrawn' : answered ? 'answered' : 'waiting',
			thread,
			said,
			answer: answered ? (thread.entries.findLast(({ kind }) => kind === 'answer') ?? null) : null,
		},
	]
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
