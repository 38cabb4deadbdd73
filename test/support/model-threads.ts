import type { Thread, ThreadEntry } from '#domain/comment/comment.ts'
import type { EventType } from '#domain/event.ts'
import type { CommentId } from '#domain/kernel/id.ts'
import type { Entry, Of } from './model-entry.ts'

/** What was said about a text, in memory. */
export type Threads = Map<CommentId, Thread>

export type TalkType = Extract<EventType, `comment${string}`>

type Folds = { readonly [Type in TalkType]: (threads: Threads, entry: Of<Type>) => void }

const said = (
	{ personId }: Pick<Entry, 'personId'>,
	id: CommentId,
	kind: ThreadEntry['kind'],
	associationId: ThreadEntry['associationId'],
	text: string,
): ThreadEntry => ({ id, kind, personId, associationId, text, withdrawn: false, hidden: false })

/** The thread a step further, with what was said in it. */
function go(threads: Threads, id: CommentId, change: (thread: Thread) => Partial<Thread>): void {
	const thread = threads.get(id)
	if (!thread) throw new Error(`${id} is not there`)
	threads.set(id, { ...thread, seq: thread.seq + 1, ...change(thread) })
}

const mended = (entries: readonly ThreadEntry[], id: CommentId, more: Partial<ThreadEntry>) =>
	entries.map((each) => (each.id === id ? { ...each, ...more } : each))

export const threadFolds: Folds = {
	commentMade: (threads, entry) => {
		const { threadId, associationId, text } = entry.payload
		const entries = [said(entry, threadId, 'comment', associationId, text)]
		const statementId = entry.statementId as never
		threads.set(threadId, { id: threadId, statementId, seq: 1, resolved: false, agreed: [], wording: 0, entries })
	},
	commentRepliedTo: (threads, entry) => {
		const { threadId, commentId, associationId, text } = entry.payload
		go(threads, threadId, ({ entries }) => {
			return { entries: [...entries, said(entry, commentId, 'comment', associationId, text)] }
		})
	},
	commentChanged: (threads, { payload: { threadId, commentId, text } }) =>
		go(threads, threadId, ({ entries, wording }) => ({
			entries: mended(entries, commentId, { text }),
			wording: wording + (commentId === threadId ? 1 : 0),
		})),
	commentWithdrawn: (threads, { payload: { threadId, commentId } }) =>
		go(threads, threadId, ({ entries }) => ({ entries: mended(entries, commentId, { text: '', withdrawn: true }) })),
	commentResolved: (threads, entry) => {
		const { threadId, commentId, text } = entry.payload
		go(threads, threadId, ({ entries }) => {
			return { resolved: true, entries: [...entries, said(entry, commentId, 'answer', null, text)] }
		})
	},
	commentAgreedWith: (threads, { payload: { threadId, associationId, agrees } }) => {
		const thread = threads.get(threadId)
		if (!thread) throw new Error(`${threadId} is not there`)
		const others = thread.agreed.filter((each) => each !== associationId)
		threads.set(threadId, { ...thread, agreed: agrees ? [...others, associationId] : others })
	},
	commentHidden: (threads, { payload: { threadId, commentId, reason } }) =>
		go(threads, threadId, ({ entries }) => ({ entries: mended(entries, commentId, { hidden: reason !== null }) })),
	commentReopened: (threads, entry) => {
		const { threadId, commentId, associationId, text } = entry.payload
		go(threads, threadId, ({ entries }) => {
			return { resolved: false, entries: [...entries, said(entry, commentId, 'reopening', associationId, text)] }
		})
	},
}
