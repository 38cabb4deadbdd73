import * as z from 'zod'
import type { AssociationId, BlockVersionId, CommentId } from '#domain/kernel/id.ts'

const text = z.string()
/** Empty: for the coalition. */
const as = z
	.string()
	.default('')
	.transform((id) => (id === '' ? null : (id as AssociationId)))

const none = z.string().default('')

/**
 * `on`: the version of the block that was read; empty for the whole text. `words`: of it, those that the comment is about, with what
 * stood before and after them where a script knows that; empty for all of it.
 */
export const commentForm = z
	.object({ as, text, on: none, words: none, wordsBefore: none, wordsAfter: none })
	.transform((form) => ({
		associationId: form.as,
		text: form.text,
		versionId: form.on === '' ? null : (form.on as BlockVersionId),
		quote: form.words.trim() === '' ? null : { exact: form.words, prefix: form.wordsBefore, suffix: form.wordsAfter },
	}))

/** Several comments, each a text and, under the same place in the other list, what it is on. */
export const commentsForm = z
	.object({ as, 'text[]': z.array(text).default([]), 'on[]': z.array(z.string()).default([]) })
	.transform((form) => ({
		associationId: form.as,
		comments: form['text[]'].map((said, index) => ({
			text: said,
			versionId: form['on[]'][index] ? (form['on[]'][index] as BlockVersionId) : null,
		})),
	}))

/** `replyTo`: empty for the first comment of the thread. */
export const replyForm = z.object({ as, text, replyTo: z.string().default('') }).transform((form) => ({
	associationId: form.as,
	text: form.text,
	replyTo: form.replyTo === '' ? null : (form.replyTo as CommentId),
}))

/** `seen`: how far the thread had come when it was read. */
export const answerForm = z.object({ text, seen: z.coerce.number().int().min(0) })

export const reopeningForm = z.object({ as, text }).transform((form) => ({ associationId: form.as, text: form.text }))

/** `agrees`: empty where it is taken back. `wording`: how often the comment had been reworded. */
export const agreementForm = z
	.object({ association: z.string(), agrees: none, wording: z.coerce.number().int().min(0) })
	.transform(({ association, agrees, wording }) => ({
		associationId: association as AssociationId,
		agrees: agrees !== '',
		wording,
	}))

/** `hides`: empty where it is shown again. */
export const hidingForm = z
	.object({ hides: none, reason: none })
	.transform(({ hides, reason }) => ({ hides: hides !== '', reason }))

export const wordingForm = z.object({ text })

export const withdrawalForm = z.object({})

export const readingForm = z.object({
	association: z.string().transform((id) => id as AssociationId),
	upTo: z.coerce.number().int().min(0),
})
