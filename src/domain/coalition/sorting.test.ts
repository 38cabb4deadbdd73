import { expect, test } from 'vitest'
import type { OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, eventOf, NOW, SHEDO, secretary, stranger } from '#test/support/rules.ts'
import { CHOSEN_LIMIT, chooseTopics, type Sorted } from './sorting.ts'
import type { Topic } from './topics.ts'

const idOf = (name: string) => name as TopicId
const topic = (name: string, awayAt: Topic['awayAt'] = null): Topic => ({
	id: idOf(name),
	list: 'topic',
	slug: name,
	name,
	awayAt,
})
const topics = [topic('lss'), topic('unga'), topic('gammalt', NOW), ...[1, 2, 3, 4].map((at) => topic(`t${at}`))]

const STATEMENT: Sorted = { kind: 'statement', id: 'statement' as StatementId }
const OLDER: Sorted = { kind: 'older', id: 'older' as OlderId }

const chosen = (names: readonly string[], had: readonly string[] = [], by: Actor = chair, sorted: Sorted = STATEMENT) =>
	chooseTopics(by, topics, had.map(idOf), { sorted, topicIds: names.map(idOf) }, contextAt())

test('a statement is sorted under what was chosen, each once and in the order of the list', () => {
	const decided = chosen(['unga', 'lss', 'unga'])
	expect(eventOf('topicsChosen', decided)).toEqual({ olderId: null, topicIds: ['lss', 'unga'] })
	expect(granted(decided).events).toMatchObject([{ statementId: 'statement', stream: 'sorting:statement' }])
	expect(eventOf('topicsChosen', chosen([], ['lss'])).topicIds).toEqual([])
	expect(granted(chosen(['unga', 'lss'], ['lss', 'unga'])).events).toEqual([])
})

test('so is one from before Samsvar was used, apart from what is done with its text', () => {
	const decided = chosen(['lss'], [], chair, OLDER)
	expect(eventOf('topicsChosen', decided)).toEqual({ olderId: 'older', topicIds: ['lss'] })
	expect(granted(decided).events).toMatchObject([{ statementId: null, stream: 'sorting:older' }])
})

test('only so many, and only those that there are', () => {
	const five = ['lss', 'unga', 't1', 't2', 't3']
	expect(five).toHaveLength(CHOSEN_LIMIT)
	expect(chosen(five).ok).toBe(true)
	expect(codeOf(chosen([...five, 't4']))).toBe('tooManyTopics')
	expect(codeOf(chosen(['lss', 'annan samverkans']))).toBe('invalid')
})

test('one that was put away stays where it is, and is not chosen anew', () => {
	expect(codeOf(chosen(['gammalt']))).toBe('invalid')
	expect(chosen(['gammalt', 'lss'], ['gammalt']).ok).toBe(true)
	expect(chosen([], ['gammalt']).ok).toBe(true)
})

test('choosing is for chair and secretary', () => {
	expect(chosen(['lss'], [], secretary).ok).toBe(true)
	expect(codeOf(chosen(['lss'], [], delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(chosen(['lss'], [], stranger))).toBe('notFound')
})
