import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { AddendumId, StatementId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { withNotices } from '#export/record.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { catalogue } from '#i18n/index.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import { type AddendaView, addendaViewQuery, addendumViewQuery } from '#read/publication/addenda.ts'
import { href, routes } from '#routes'
import { answerAddendum, proposeAddendum, publishAddendum, takeBackAddendum } from '#usecases/publication/addenda.ts'
import { AddendaPage } from './addenda-page.tsx'
import { addendumAnswerForm, addendumForm } from './addendum-forms.ts'
import { AddendumPage } from './addendum-page.tsx'
import { NewAddendumPage } from './new-addendum-page.tsx'

type One = { readonly statement: string; readonly addendum: string }

const idOf = ({ statement }: { readonly statement: string }) => statement as StatementId
const both = (params: One) => ({ statementId: idOf(params), addendumId: params.addendum as AddendumId })

/** The published text with a notice in the place of what is withheld. */
function wholeOf(about: AddendaView['about']) {
	if (about === null) return []
	const { text, withheld } = about
	return withNotices(text.blocks, withheld, catalogue(text.language).publicPages.statement.withheld)
}

const addendaPage = page({
	path: routes.addenda,
	access: MEMBERS,
	load: ({ params, now }) => addendaViewQuery(params.coalition, params.statement, now),
	view: AddendaPage,
})

const newAddendumPage = page({
	path: routes.newAddendum,
	access: ACTS.proposeAddendum.by,
	load: ({ params, now }) => addendaViewQuery(params.coalition, params.statement, now),
	view: (view) => NewAddendumPage({ ...view, whole: wholeOf(view.data.about) }),
})

const addendumPage = page({
	path: routes.addendum,
	access: MEMBERS,
	load: ({ params, now }) => addendumViewQuery(params.coalition, params.statement, params.addendum, now),
	view: (view) => AddendumPage({ ...view, whole: wholeOf(view.data.about) }),
})

const pressed = z.object({})

/** Where members correct what they published, or take it back. */
export const addendumRoutes: readonly Route[] = [
	addendaPage,
	newAddendumPage,
	action({
		path: routes.addenda,
		does: ACTS.proposeAddendum,
		page: newAddendumPage,
		form: addendumForm,
		confirmed: ({ confirmed }) => confirmed === 'yes',
		act: ({ context, params, input, order }) => {
			const { confirmed: _confirmed, text, ...proposed } = input
			const { blocks } = blocksFromMarkdown(text)
			return proposeAddendum(context.deps, order({ statementId: idOf(params), ...proposed, blocks }))
		},
		done: ({ addendumId }, { params }) =>
			href(routes.addendum, { ...params, addendum: addendumId }, { done: 'proposed' }),
	}),
	addendumPage,
	action({
		path: routes.addendumAnswers,
		does: ACTS.answerAddendum,
		page: addendumPage,
		form: addendumAnswerForm,
		act: ({ context, params, input, order }) => answerAddendum(context.deps, order({ ...both(params), ...input })),
		done: (_value, { params }) => href(routes.addendum, params, { done: 'answered' }),
	}),
	action({
		path: routes.addendumTakingBack,
		does: ACTS.takeBackAddendum,
		page: addendumPage,
		form: pressed,
		act: ({ context, params, order }) => takeBackAddendum(context.deps, order(both(params))),
		done: (_value, { params }) => href(routes.addendum, params, { done: 'takenBack' }),
	}),
	action({
		path: routes.addendumPublication,
		does: ACTS.publishAddendum,
		page: addendumPage,
		form: pressed,
		act: ({ context, params, order }) => publishAddendum(context.deps, order(both(params))),
		done: (_value, { params }) => href(routes.addendum, params, { done: 'published' }),
	}),
]
