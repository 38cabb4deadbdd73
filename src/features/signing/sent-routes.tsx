import { ACTS } from '#domain/acts.ts'
import type { ReplyId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { sentViewQuery } from '#read/publication/sent.ts'
import { href, routes } from '#routes'
import { replyAnchor } from '#ui/parts/came-back.tsx'
import { checkReply } from '#usecases/publication/take-reply.ts'
import { replyForm } from './forms.ts'
import { SentPage } from './sent-page.tsx'

const sentPage = page({
	path: routes.sent,
	access: MEMBERS,
	load: ({ params }) => sentViewQuery(params.coalition, params.statement),
	view: SentPage,
})

/** Where members read how an answer was sent and what came back. */
export const sentRoutes: readonly Route[] = [
	sentPage,
	action({
		path: routes.reply,
		does: ACTS.checkReply,
		page: sentPage,
		form: replyForm,
		act: ({ context, params, input: { belongs }, order }) =>
			checkReply(context.deps, order({ replyId: params.reply as ReplyId, belongs: belongs === 'yes' })),
		done: (_value, { params: { coalition, statement, reply }, input: { belongs } }) => {
			const done = belongs === 'yes' ? 'kept' : 'aside'
			return `${href(routes.sent, { coalition, statement }, { done })}#${replyAnchor(reply)}`
		},
	}),
]
