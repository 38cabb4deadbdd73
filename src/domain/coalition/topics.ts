import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, Instant, TopicId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { requiredLine } from '#domain/kernel/text.ts'
import { type Permit, permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { slugFrom } from './slug.ts'
import { topicActs } from './topic-acts.ts'

/** The coalition's own lists: topics of its statements, and groups that its positions are about. */
export const TOPIC_LISTS = ['topic', 'group'] as const
export type TopicList = (typeof TOPIC_LISTS)[number]

/** What a coalition sorts by. It is the coalition's own word, and no part of what is published. */
export type Topic = {
	readonly id: TopicId
	readonly list: TopicList
	/** In addresses; made of its first name, and never another's. */
	readonly slug: string
	readonly name: string
	/** It stays where it was chosen, and is chosen no more; null: it is in use. */
	readonly awayAt: Instant | null
}

/** Longest name, in characters. */
export const TOPIC_NAME = 60

/** Most in use of a list, and most of all there are, those that were put away with them. All groups stand beside each position. */
export const TOPICS_LIMIT = 40
const GROUPS_LIMIT = 12
export const TOPICS_KEPT = 200

const limitOf = (list: TopicList): number => (list === 'group' ? GROUPS_LIMIT : TOPICS_LIMIT)

/** Longest slug before what tells it from another's. */
const SLUG_LENGTH = 56

type TopicFact = {
	[T in 'topicAdded' | 'topicChanged']: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['topicAdded' | 'topicChanged']

/** Adds one to the list. */
export function addTopic(
	actor: Actor,
	coalition: CoalitionId,
	topics: readonly Topic[],
	command: { readonly name: string; readonly list?: TopicList },
	{ now, newId }: Context,
): Result<Decision<{ readonly topicId: TopicId; readonly slug: string }>, Rejection> {
	const may = permit(topicActs.addTopic, actor, now)
	if (!may.ok) return may
	const { list = 'topic' } = command
	const listed = topics.filter((topic) => topic.list === list)
	const name = freeName(command.name, listed)
	if (!name.ok) return name
	const room = hasRoom(listed, list)
	if (!room.ok) return room
	if (listed.length >= TOPICS_KEPT) return refuse({ code: 'tooManyTopics', field: '', limit: TOPICS_KEPT })
	const value = { topicId: newId<'topic'>(), slug: freeSlug(name.value, topics) }
	const payload = { ...value, name: name.value, ...(list === 'group' && { list }) }
	return onList(coalition, value, may.value, { type: 'topicAdded', payload })
}

/** Gives one another name, puts it away, or brings it back. Its address stays. */
export function changeTopic(
	actor: Actor,
	coalition: CoalitionId,
	topics: readonly Topic[],
	command: { readonly topicId: TopicId; readonly name?: string; readonly away?: boolean },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(topicActs.changeTopic, actor, now)
	if (!may.ok) return may
	const topic = topics.find(({ id }) => id === command.topicId)
	if (!topic) return refuse({ code: 'notFound' })
	const others = topics.filter((each) => each !== topic && each.list === topic.list)
	const name = freeName(command.name ?? topic.name, others)
	if (!name.ok) return name
	const { away = topic.awayAt !== null } = command
	const room = topic.awayAt !== null && !away ? hasRoom(others, topic.list) : ok(null)
	if (!room.ok) return room
	if (name.value === topic.name && away === (topic.awayAt !== null)) return ok({ value: null, events: [], guards: [] })
	const payload = { topicId: topic.id, name: name.value, away }
	return onList(coalition, null, may.value, { type: 'topicChanged', payload })
}

/** A name as it is kept, if no other topic has it; also one that was put away has its name still. */
function freeName(typed: string, others: readonly Topic[]): Result<string, Rejection> {
	const line = requiredLine('name', typed.replace(/\s+/g, ' '), TOPIC_NAME)
	if (!line.ok) return line
	if (!/[\p{L}\p{N}]/u.test(line.value)) return refuse({ code: 'invalid', field: 'name' })
	const like = others.find(({ name }) => folded(name) === folded(line.value))
	return like ? refuse({ code: 'topicExists', field: 'name', name: like.name, away: like.awayAt !== null }) : line
}

/** Two names that are read alike: capitals, what is not seen, and other forms of the same letters make no difference. */
const folded = (name: string): string =>
	name
		.normalize('NFKC')
		.toLocaleLowerCase('sv')
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim()

const hasRoom = (topics: readonly Topic[], list: TopicList): Result<null, Rejection> =>
	topics.filter(({ awayAt }) => awayAt === null).length >= limitOf(list)
		? refuse({ code: 'tooManyTopics', field: '', limit: limitOf(list) })
		: ok(null)

function freeSlug(name: string, topics: readonly Topic[]): string {
	const taken = new Set(topics.map(({ slug }) => slug))
	const first = slugFrom(name).slice(0, SLUG_LENGTH).replace(/-+$/, '') || 'amne'
	if (!taken.has(first)) return first
	for (let next = 2; ; next += 1) {
		if (!taken.has(`${first}-${next}`)) return `${first}-${next}`
	}
}

function onList<Value>(
	coalition: CoalitionId,
	value: Value,
	{ guards }: Permit,
	fact: TopicFact,
): Result<Decision<Value>, Rejection> {
	return ok({ value, events: [{ ...fact, stream: streams.topics(coalition), statementId: null }], guards })
}
