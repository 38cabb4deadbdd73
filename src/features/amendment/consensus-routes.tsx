import { ACTS } from '#domain/acts.ts'
import { LISTED_AT_ONCE } from '#domain/amendment/consensus-list.ts'
import type { ConsensusListId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { consensusListsViewQuery, consensusListViewQuery } from '#read/amendment/consensus.ts'
import { href, type Params, routes } from '#routes'
import { answerConsensusList, cancelConsensusList, openConsensusList } from '#usecases/amendment/consensus-list.ts'
import { ConsensusCancellationPage } from './consensus-cancellation-page.tsx'
import { consensusAnswerForm, consensusCancellationForm, consensusListForm } from './consensus-forms.ts'
import { ConsensusListPage } from './consensus-list-page.tsx'
import { ConsensusListsPage } from './consensus-lists-page.tsx'
import { sentIn } from './merging-fields.tsx'

type ListParams = Params<typeof routes.consensusList>

const idsIn = ({ statement, list }: ListParams) => ({
	statementId: statement as StatementId,
	listId: list as ConsensusListId,
})

const loadOne = {
	load: ({ params, now }: Context<ListParams>) =>
		consensusListViewQuery(params.coalition, params.statement, params.list, now),
} as const

const listsPage = page({
	path: routes.consensusLists,
	access: MEMBERS,
	load: ({ params, now }, sent) => {
		const chosen = sentIn(sent)?.chosen.slice(0, LISTED_AT_ONCE)
		const ids = chosen?.map(({ amendmentId }) => amendmentId)
		return consensusListsViewQuery(params.coalition, params.statement, now, ids)
	},
	view: ConsensusListsPage,
})

const listPage = page({ ...loadOne, path: routes.consensusList, access: MEMBERS, view: ConsensusListPage })

const cancellationPage = page({
	...loadOne,
	path: routes.consensusCancellation,
	access: COALITION_ROLES,
	view: ConsensusCancellationPage,
})

export const consensusRoutes: readonly Route[] = [
	listsPage,
	action({
		path: routes.consensusLists,
		does: ACTS.openConsensusList,
		page: listsPage,
		form: consensusListForm,
		confirmed: ({ goes }) => !goes,
		act: ({ context, params, input: { goes: _goes, ...input }, order }) =>
			openConsensusList(context.deps, order({ ...input, statementId: params.statement as StatementId })),
		done: ({ listId }, { params }) => href(routes.consensusList, { ...params, list: listId }, { done: 'opened' }),
	}),
	listPage,
	action({
		path: routes.consensusAnswers,
		does: ACTS.answerConsensusList,
		page: listPage,
		form: consensusAnswerForm,
		act: ({ context, params, input, order }) =>
			answerConsensusList(context.deps, order({ ...input, ...idsIn(params) })),
		done: (_value, { params }) => href(routes.consensusList, params, { done: 'answered' }),
	}),
	cancellationPage,
	action({
		path: routes.consensusCancellation,
		does: ACTS.cancelConsensusList,
		page: cancellationPage,
		form: consensusCancellationForm,
		act: ({ context, params, input, order }) =>
			cancelConsensusList(context.deps, order({ ...input, ...idsIn(params) })),
		done: (_value, { params }) => href(routes.consensusList, params, { done: 'cancelled' }),
	}),
]
