import { expect, test } from 'vitest'
import type { CoalitionId, TopicId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	chair,
	contextAt,
	delegateOf,
	eventOf,
	NOW,
	operator,
	SHEDO,
	secretary,
	stranger,
} from '#test/support/rules.ts'
import { addTopic, changeTopic, TOPIC_NAME, TOPICS_KEPT, TOPICS_LIMIT, type Topic } from './topics.ts'

const COALITION = 'coalition' as CoalitionId

const topic = (name: string, more: Partial<Topic> = {}): Topic => ({
	id: `topic-${name}` as TopicId,
	list: 'topic',
	slug: name.toLowerCase(),
	name,
	awayAt: null,
	...more,
})
const many = (count: number, more: Partial<Topic> = {}) =>
	Array.from({ length: count }, (_, at) => topic(`A${at}`, more))

const added = (name: string, topics: readonly Topic[] = [], by: Actor = chair) =>
	addTopic(by, COALITION, topics, { name }, contextAt())
const changed = (change: { name?: string; away?: boolean }, topics: readonly Topic[], by: Actor = chair) =>
	changeTopic(by, COALITION, topics, { topicId: topics[0]?.id ?? ('none' as TopicId), ...change }, contextAt())

const slugOf = (name: string, topics?: readonly Topic[]) => granted(added(name, topics)).value.slug

test('a topic is on one line, and its address is made of its name', () => {
	expect(eventOf('topicAdded', added('  Brukar\n inflytande '))).toMatchObject({
		name: 'Brukar inflytande',
		slug: 'brukar-inflytande',
	})
	expect(codeOf(added('  '))).toBe('empty')
	expect(codeOf(added('å'.repeat(TOPIC_NAME + 1)))).toBe('tooLong')
	expect(added('å'.repeat(TOPIC_NAME)).ok).toBe(true)
	expect(codeOf(added('– !'))).toBe('invalid')
})

test('no two are read alike, put away or not', () => {
	const topics = [topic('Tvångsvård'), topic('LSS', { awayAt: NOW })]
	for (const like of ['tvångsvård', 'TVÅNGSVÅRD ', 'Tva\u030angsvård', 'Tvångs\u200bvård', 'Ｔvångsvård'])
		expect(codeOf(added(like, topics)), like).toBe('topicExists')
	expect(added('lss', topics)).toMatchObject({ reason: { code: 'topicExists', name: 'LSS', away: true } })
	expect(added('Tvangsvard', topics).ok).toBe(true)
	expect(codeOf(changed({ name: 'lss' }, topics))).toBe('topicExists')
	expect(changed({ name: 'tvångsvård' }, topics).ok).toBe(true)
})

test('no address is another’s, also where names are written in letters that addresses do not have', () => {
	expect(slugOf('Tvangsvard', [topic('x', { slug: 'tvangsvard' })])).toBe('tvangsvard-2')
	expect(slugOf('精神', [topic('x', { slug: 'amne' }), topic('y', { slug: 'amne-2' })])).toBe('amne-3')
	expect(slugOf(`${'&'.repeat(59)}å`).length).toBeLessThanOrEqual(TOPIC_NAME)
})

test('a new name leaves the address, and nothing happens where nothing changes', () => {
	const topics = [topic('Psykiatri')]
	expect(eventOf('topicChanged', changed({ name: 'Vuxenpsykiatri' }, topics))).toEqual({
		topicId: topics[0]?.id,
		name: 'Vuxenpsykiatri',
		away: false,
	})
	expect(granted(changed({ name: 'Psykiatri', away: false }, topics)).events).toEqual([])
	expect(codeOf(changed({ name: 'X' }, []))).toBe('notFound')
})

test('one is put away and brought back', () => {
	expect(eventOf('topicChanged', changed({ away: true }, [topic('LSS')]))).toMatchObject({ away: true })
	const away = [topic('LSS', { awayAt: NOW })]
	expect(eventOf('topicChanged', changed({ away: false }, away))).toMatchObject({ away: false })
	expect(eventOf('topicChanged', changed({ name: 'LSS och SoL' }, away))).toMatchObject({ away: true })
})

test('only so many are in use, and only so many are kept', () => {
	expect(codeOf(added('Ett till', many(TOPICS_LIMIT)))).toBe('tooManyTopics')
	expect(added('Ett till', many(TOPICS_LIMIT - 1)).ok).toBe(true)
	expect(codeOf(changed({ away: false }, [topic('LSS', { awayAt: NOW }), ...many(TOPICS_LIMIT)]))).toBe('tooManyTopics')
	expect(added('Ett till', many(TOPICS_KEPT - 1, { awayAt: NOW })).ok).toBe(true)
	expect(codeOf(added('Ett till', many(TOPICS_KEPT, { awayAt: NOW })))).toBe('tooManyTopics')
})

test('they are for chair and secretary', () => {
	const topics = [topic('LSS')]
	expect(added('X', [], secretary).ok && changed({ name: 'X' }, topics, secretary).ok).toBe(true)
	for (const who of [delegateOf(SHEDO), operator, stranger]) {
		expect(added('LSS', topics, who)).toEqual(changed({ name: 'X' }, topics, who))
		expect(['notAllowed', 'notFound', 'operatorOnly']).toContain(codeOf(added('X', [], who)))
	}
})
