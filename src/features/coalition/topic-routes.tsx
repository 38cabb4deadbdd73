import { ACTS } from '#domain/acts.ts'
import type { OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { sortingQuery, topicListQuery, topicViewQuery } from '#read/coalition/topics.ts'
import { href, routes } from '#routes'
import { partIn } from '#ui/part.ts'
import { addTopic, changeTopic, chooseTopics } from '#usecases/coalition/topics.ts'
import { SortingPage } from './sorting-page.tsx'
import { sortingForm, topicForm, useForm } from './topic-forms.ts'
import { TopicPage, TopicsPage } from './topics-page.tsx'

// Ids in a form and a path are looked for among the coalition's own.
const idOf = ({ topic }: { readonly topic: string }) => topic as TopicId

const listPage = page({
	path: routes.settingsTopics,
	access: COALITION_ROLES,
	load: ({ params }) => topicListQuery(params.coalition),
	view: (view) => <TopicsPage {...view} list="topic" />,
})

const groupsPage = page({
	path: routes.settingsGroups,
	access: COALITION_ROLES,
	load: ({ params }) => topicListQuery(params.coalition, 'group'),
	view: (view) => <TopicsPage {...view} list="group" />,
})

const topicPage = page({
	path: routes.topic,
	access: COALITION_ROLES,
	load: ({ params, url }) => topicViewQuery(params.coalition, params.topic, partIn(url.searchParams)),
	view: TopicPage,
})

const statementPage = page({
	path: routes.statementTopics,
	access: MEMBERS,
	load: ({ params, url }) => sortingQuery(params.coalition, 'statement', params.statement, partIn(url.searchParams)),
	view: (view) => {
		const { params } = view
		const to = (query = {}) => href(routes.statementTopics, params, query)
		return SortingPage({ ...view, own: href(routes.statement, params), to })
	},
})

const olderPage = page({
	path: routes.olderTopics,
	access: MEMBERS,
	load: ({ params, url }) => sortingQuery(params.coalition, 'older', params.older, partIn(url.searchParams)),
	view: (view) => {
		const { params } = view
		const to = (query = {}) => href(routes.olderTopics, params, query)
		return SortingPage({ ...view, own: href(routes.olderStatement, params), to })
	},
})

/** Where the coalition's topics are kept, and chosen. */
export const topicRoutes: readonly Route[] = [
	listPage,
	action({
		path: routes.settingsTopics,
		does: ACTS.addTopic,
		page: listPage,
		form: topicForm,
		act: ({ context, input, order }) => addTopic(context.deps, order(input)),
		done: ({ topicId }, { params }) => href(routes.settingsTopics, params, { added: topicId }),
	}),
	groupsPage,
	action({
		path: routes.settingsGroups,
		does: ACTS.addTopic,
		page: groupsPage,
		form: topicForm,
		act: ({ context, input, order }) => addTopic(context.deps, order({ ...input, list: 'group' })),
		done: ({ topicId }, { params }) => href(routes.settingsGroups, params, { added: topicId }),
	}),
	topicPage,
	action({
		path: routes.topic,
		does: ACTS.changeTopic,
		page: topicPage,
		form: topicForm,
		act: ({ context, params, input, order }) => changeTopic(context.deps, order({ topicId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.topic, params, { done: 'renamed' }),
	}),
	action({
		path: routes.topicUse,
		does: ACTS.changeTopic,
		page: topicPage,
		form: useForm,
		act: ({ context, params, input, order }) => changeTopic(context.deps, order({ topicId: idOf(params), ...input })),
		done: (_value, { params, input: { away } }) =>
			href(routes.topic, { coalition: params.coalition, topic: params.topic }, { done: away ? 'away' : 'back' }),
	}),
	statementPage,
	action({
		path: routes.statementTopics,
		does: ACTS.chooseTopics,
		page: statementPage,
		form: sortingForm,
		act: ({ context, params, input, order }) => {
			const sorted = { kind: 'statement', id: params.statement as StatementId } as const
			return chooseTopics(context.deps, order({ sorted, topicIds: input['topics[]'] as TopicId[] }))
		},
		done: (_value, { params }) => href(routes.statementTopics, params, { done: 'chosen' }),
	}),
	olderPage,
	action({
		path: routes.olderTopics,
		does: ACTS.chooseTopics,
		page: olderPage,
		form: sortingForm,
		act: ({ context, params, input, order }) => {
			const sorted = { kind: 'older', id: params.older as OlderId } as const
			return chooseTopics(context.deps, order({ sorted, topicIds: input['topics[]'] as TopicId[] }))
		},
		done: (_value, { params }) => href(routes.olderTopics, params, { done: 'chosen' }),
	}),
]
