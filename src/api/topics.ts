import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { topicListQuery } from '#read/coalition/topics.ts'
import { addTopic, changeTopic, chooseTopics } from '#usecases/coalition/topics.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText } from './schemas.ts'

const tag = 'Topics'

const chosen = z.strictObject({
	topicIds: z.array(idOf<TopicId>()).max(200).meta({ description: 'All of them; at most five.' }),
})

export const topicEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.topics,
		access: MEMBERS,
		tag,
		summary: 'What the coalition sorts its statements under, by name',
		output: z.strictObject({
			topics: z.array(
				z.strictObject({
					id: idText,
					slug: z.string().meta({ description: 'In addresses: `archive?topic=`. It stays when the name changes.' }),
					name: z.string(),
					away: z.boolean().meta({ description: 'Put away: it stays where it was chosen, and is chosen no more.' }),
					statements: z.int(),
				}),
			),
		}),
		load: ({ params }) => topicListQuery(params.coalition),
		show: (topics) => ({
			topics: topics.map(({ awayAt, list: _list, positions: _positions, ...topic }) => ({
				...topic,
				away: awayAt !== null,
			})),
		}),
	}),
	reading({
		path: paths.groups,
		access: MEMBERS,
		tag,
		summary: 'The groups that the coalition says its positions are about, by name',
		output: z.strictObject({
			groups: z.array(
				z.strictObject({ id: idText, slug: z.string(), name: z.string(), away: z.boolean(), positions: z.int() }),
			),
		}),
		load: ({ params }) => topicListQuery(params.coalition, 'group'),
		show: (groups) => ({
			groups: groups.map(({ awayAt, list: _list, statements: _statements, ...group }) => ({
				...group,
				away: awayAt !== null,
			})),
		}),
	}),
	writing({
		path: paths.groups,
		does: ACTS.addTopic,
		tag,
		summary: 'Add a group; it is renamed, put away and brought back as a topic is',
		input: z.strictObject({ name: z.string() }),
		gives: { topicId: idText, slug: z.string() },
		act: ({ deps, input, order }) => addTopic(deps, order({ ...input, list: 'group' })),
	}),
	writing({
		path: paths.topics,
		does: ACTS.addTopic,
		tag,
		summary: 'Add a topic',
		input: z.strictObject({ name: z.string() }),
		gives: { topicId: idText, slug: z.string() },
		act: ({ deps, input, order }) => addTopic(deps, order(input)),
	}),
	writing({
		path: paths.topicChanges,
		does: ACTS.changeTopic,
		tag,
		summary: 'Give a topic another name, put it away or bring it back; what is left out stays as it is',
		input: z.strictObject({ name: z.string().exactOptional(), away: z.boolean().exactOptional() }),
		gives: {},
		act: ({ deps, params, input, order }) => changeTopic(deps, order({ topicId: params.topic as TopicId, ...input })),
	}),
	writing({
		path: paths.statementTopics,
		does: ACTS.chooseTopics,
		tag,
		summary:
			'Sort a statement under these topics and no others, in whatever stage it is; its text and record stay as they are',
		input: chosen,
		gives: {},
		act: ({ deps, params, input, order }) =>
			chooseTopics(deps, order({ sorted: { kind: 'statement', id: params.statement as StatementId }, ...input })),
	}),
	writing({
		path: paths.olderTopics,
		does: ACTS.chooseTopics,
		tag,
		summary: 'The same of one from before Samsvar was used',
		input: chosen,
		gives: {},
		act: ({ deps, params, input, order }) =>
			chooseTopics(deps, order({ sorted: { kind: 'older', id: params.older as OlderId }, ...input })),
	}),
]
