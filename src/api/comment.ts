import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { ENTRY_KINDS } from '#domain/comment/comment.ts'
import { type Reader, wordingOf, wordsFor } from '#domain/comment/hiding.ts'
import { placeNow } from '#domain/comment/quote.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, BlockVersionId, CommentId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { wordsOf } from '#markup/block-words.ts'
import { type CommentEntry, type CommentsView, type CommentThread, commentsViewQuery } from '#read/comment/comments.ts'
import { agreeWithComment } from '#usecases/comment/agreement.ts'
import { readAnswers } from '#usecases/comment/answers-read.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from '#usecases/comment/comment.ts'
import { hideComment } from '#usecases/comment/hiding.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { block, idOf, idText, instant, instantText, nothingMore, role } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Comments'

const associationId = idOf<AssociationId>()
	.nullable()
	.meta({ description: 'Whose comment it is; null for chair and secretary.' })
const text = z.string()

const entry = z
	.strictObject({
		id: idText,
		kind: z.enum(ENTRY_KINDS).meta({
			description: '`answer`: what was done, which resolves the thread. `reopening`: what remains.',
		}),
		replyTo: idText.nullable(),
		associationId: idText.nullable(),
		association: z.string().nullable(),
		role: role.nullable(),
		name: z.string().meta({ description: 'Of the person; empty when they were erased.' }),
		text: z.string().meta({ description: 'As typed, not Markdown. Empty when it was taken back.' }),
		withdrawn: z.boolean(),
		hidden: z.boolean().meta({
			description:
				'By the chair: `text` is empty but for whoever said it, those who vote for the association, and the chair.',
		}),
		hidings: z
			.array(z.strictObject({ at: instantText, by: z.string(), reason: z.string(), shownAt: instantText.nullable() }))
			.meta({ description: 'Each time it was hidden: when, by whom, why, and when it was shown again.' }),
		at: instantText,
		changedAt: instantText.nullable(),
	})
	.meta({ id: 'CommentEntry' })

const quote = z.strictObject({
	exact: z.string(),
	prefix: z.string().default(''),
	suffix: z.string().default(''),
})

const thread = z
	.strictObject({
		id: idText,
		seq: z.int().meta({ description: 'How far it has come: what an answer is to say it has `seen`.' }),
		open: z.boolean(),
		resolvedAt: instantText.nullable(),
		blockId: idText.nullable().meta({ description: 'Null: about the whole text.' }),
		versionId: idText.nullable(),
		about: block.nullable().meta({ description: 'The block as it was read.' }),
		quote: quote
			.extend({ stands: z.boolean().meta({ description: 'False: the words are not in the block as it is now.' }) })
			.nullable()
			.meta({ description: 'The words of the block that it is about; null: all of it.' }),
		stale: z.boolean().meta({ description: 'The block was changed or removed after it was read.' }),
		agreed: z
			.array(z.strictObject({ associationId: idText, association: z.string() }))
			.meta({ description: 'Which associations agree with what began it.' }),
		wording: z.int().meta({ description: 'How many times what began it was reworded.' }),
		entries: z.array(entry),
	})
	.meta({ id: 'CommentThread' })

const when = (at: number | null) => (at === null ? null : isoInstant(at))

function showThreads({ blocks, threads }: CommentsView, reader: Reader): z.output<typeof thread>[] {
	const current = new Set(blocks.map(({ id }) => id))
	const now = new Map(blocks.map(({ blockId, content }) => [blockId, wordsOf(content)]))
	return threads.map((each) => {
		const { id, seq, resolvedAt, about, quote: words, agreed, entries } = each
		return {
			id,
			seq,
			open: resolvedAt === null && entries.some(({ withdrawn }) => !withdrawn),
			resolvedAt: when(resolvedAt),
			blockId: about?.blockId ?? null,
			versionId: about?.id ?? null,
			about: about && block.parse(about.content),
			quote: words && {
				...words,
				stands: about !== null && placeNow(wordsOf(about.content), now.get(about.blockId) ?? '', words) !== null,
			},
			stale: about !== null && !current.has(about.id),
			agreed: agreed.map(({ id: associationId, name }) => ({ associationId, association: name })),
			wording: wordingOf(each),
			entries: entries.map((one) => showEntry(one, each, reader)),
		}
	})
}

function showEntry(one: CommentEntry, of: CommentThread, reader: Reader): z.output<typeof entry> {
	const { personId: _id, earlier: _earlier, kept: _kept, person, at, changedAt, hidings, ...rest } = one
	return {
		...rest,
		text: wordsFor(one, of, reader)?.text ?? '',
		name: person,
		at: isoInstant(at),
		changedAt: when(changedAt),
		hidings: hidings.map((each) => ({ ...each, at: isoInstant(each.at), shownAt: when(each.shownAt) })),
	}
}

type ThreadParams = { readonly coalition: string; readonly statement: string; readonly thread: string }

const idsIn = (params: ThreadParams) => ({ statementId: idIn(params), threadId: params.thread as CommentId })
const commentIn = ({ comment }: { readonly comment: string }) => ({ commentId: comment as CommentId })

const gives = { commentId: idText }

export const commentEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.comments,
		access: MEMBERS,
		tag,
		summary: 'Everything said about the text, in threads as they were begun',
		output: z.strictObject({ threads: z.array(thread) }),
		load: ({ params, now }) => commentsViewQuery(params.coalition, params.statement, now),
		show: (view, { entry: { personId, seats } }) => ({ threads: showThreads(view, { personId, seats }) }),
	}),
	writing({
		does: ACTS.makeComment,
		tag,
		path: paths.comments,
		summary: 'Comment on a block, in the version that was read, or on the whole text',
		input: z.strictObject({
			associationId,
			versionId: idOf<BlockVersionId>()
				.nullable()
				.default(null)
				.meta({ description: 'The version of the block you read, which may have been changed since.' }),
			quote: quote.nullable().default(null).meta({
				description:
					'The words of the block that it is about, as a text-quote selector of the Web Annotation Data Model: plain text of that version, with what stands around it where the words are there twice.',
			}),
			text,
		}),
		gives: { threadId: idText },
		act: ({ deps, params, input, order }) => makeComment(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		does: ACTS.replyToComment,
		tag,
		path: paths.commentReplies,
		summary: 'Reply in a thread that is open',
		input: z.strictObject({ associationId, replyTo: idOf<CommentId>().nullable().default(null), text }),
		gives,
		act: ({ deps, params, input, order }) => replyToComment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		does: ACTS.agreeWithComment,
		tag,
		path: paths.commentAgreements,
		summary: 'Say that your association agrees with another’s comment, or take that back',
		input: z.strictObject({
			associationId: idOf<AssociationId>(),
			agrees: z.boolean(),
			wording: z.int().min(0).default(0).meta({ description: 'The `wording` of the thread you read.' }),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => agreeWithComment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		tag,
		does: ACTS.resolveComment,
		path: paths.commentAnswers,
		summary: 'Resolve a thread with an answer; refused when something was said that you have not seen',
		input: z.strictObject({
			text,
			seen: z.int().min(0).meta({ description: 'The `seq` of the thread you read.' }),
		}),
		gives,
		act: ({ deps, params, input, order }) => resolveComment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		does: ACTS.reopenComment,
		tag,
		path: paths.commentReopenings,
		summary: 'Open a resolved thread again, saying what remains',
		input: z.strictObject({ associationId, text }),
		gives,
		act: ({ deps, params, input, order }) => reopenComment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		does: ACTS.changeComment,
		tag,
		path: paths.commentWordings,
		summary: 'Reword your own comment, as long as nothing was said after it',
		input: z.strictObject({ text }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			changeComment(deps, order({ ...idsIn(params), ...commentIn(params), ...input })),
	}),
	writing({
		does: ACTS.withdrawComment,
		tag,
		path: paths.commentWithdrawals,
		summary: 'Take a comment back: your own, or your association’s as its delegate or deputy',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => withdrawComment(deps, order({ ...idsIn(params), ...commentIn(params) })),
	}),
	writing({
		does: ACTS.hideComment,
		tag,
		path: paths.commentHidings,
		summary: 'Hide what was said, for a reason that all read, or show it again',
		input: z.strictObject({
			hides: z.boolean().default(true),
			reason: z.string().default('').meta({ description: 'Required where it is hidden.' }),
		}),
		gives: {},
		act: ({ deps, params, input, order }) =>
			hideComment(deps, order({ ...idsIn(params), ...commentIn(params), ...input })),
	}),
	writing({
		tag,
		does: ACTS.readAnswers,
		path: paths.answersRead,
		summary: 'Note that an association has read the answers to its comments, up to an instant',
		input: z.strictObject({ associationId: idOf<AssociationId>(), upTo: instant }),
		gives: {},
		act: ({ deps, params, input, order }) => readAnswers(deps, order({ statementId: idIn(params), ...input })),
	}),
]
