import * as z from 'zod'
import { AMENDMENT_OUTCOMES } from '#domain/amendment/state.ts'
import type { AmendmentVersionId, AssociationId, BlockVersionId, CommentId } from '#domain/kernel/id.ts'

/** Which ways there are to want a text otherwise. `position`: a new one; `add`: something else that is new. */
export const WAYS_TO_AMEND = ['change', 'remove', 'add', 'position'] as const
export type WayToAmend = (typeof WAYS_TO_AMEND)[number]

/** Ids of versions, parted by spaces. */
export const seenIn = (ids: string): BlockVersionId[] => ids.split(' ').filter((id) => id !== '') as BlockVersionId[]

const associationId = z.string().transform((id) => id as AssociationId)
const versionId = z.string().transform((id) => id as AmendmentVersionId)

/** `confirmed`: what changes has been shown. Nothing but a change has to be: what else is wanted stands in the form as it was typed. */
const written = {
	way: z.enum(WAYS_TO_AMEND),
	seen: z.string().transform(seenIn),
	text: z.string().default(''),
	reason: z.string(),
	confirmed: z.string().optional(),
	/** The change is to be shown once more. */
	again: z.string().optional(),
}

/** `as`: the association in whose name. */
export const amendmentForm = z
	.object({ as: associationId, ...written, comment: z.string().default('') })
	.transform(({ as, comment, ...form }) => ({
		...form,
		associationId: as,
		/** Of which it is made. */
		commentId: comment === '' ? null : (comment as CommentId),
	}))
export const wordingForm = z.object({ versionId, ...written })
export const versionForm = z.object({ versionId })
export const joiningForm = z.object({ associationId, versionId })
export const leavingForm = z.object({ associationId })
export const decisionForm = z.object({ versionId, outcome: z.enum(AMENDMENT_OUTCOMES), note: z.string().default('') })
export const plainForm = z.object({})
