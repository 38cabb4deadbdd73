import { expect, test } from 'vitest'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { asked, LISTED, listOf } from '#test/support/consensus-rules.ts'
import { SHALL } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, actor, chair, contextAt, delegateOf, NOW, SHEDO, seat, stranger } from '#test/support/rules.ts'
import { type AnswerConsensusList, answerConsensusList } from './consensus-answering.ts'

const no = { amendmentId: SHALL.id, objects: true, reason: ' För dyrt. ' }

const answering = (
	said: AnswerConsensusList['said'] = [no],
	{ who = delegateOf(SHEDO), list = LISTED, at = NOW, associationId = SHEDO } = {},
) => answerConsensusList(who, list, { associationId, said }, contextAt(at))

test('an association says what it objects to, and why, and agrees to the rest', () => {
	expect(granted(answering())).toMatchObject({
		events: [
			{
				type: 'consensusListAnswered',
				stream: 'consensusAnswer:list:shedo',
				payload: { associationId: SHEDO, objections: [{ amendmentId: SHALL.id, reason: 'För dyrt.' }] },
			},
		],
		guards: [{ kind: 'seated' }, { kind: 'listAsks', listId: 'list', now: NOW }],
	})
	expect(granted(answering([]))).toMatchObject({ events: [{ payload: { objections: [] } }] })
	expect(granted(answering([{ ...no, reason: '' }]))).toMatchObject({
		events: [{ payload: { objections: [{ reason: '' }] } }],
	})
	expect(codeOf(answering([{ ...no, objects: false }]))).toBe('reasonWithoutObjection')
	expect(codeOf(answering([{ ...no, reason: 'x'.repeat(5001) }]))).toBe('tooLong')
	expect(codeOf(answering([{ ...no, amendmentId: 'other' as AmendmentId }]))).toBe('notFound')
})

test('only who speaks for an association of the electorate, from a seat it had when it was asked, answers', () => {
	const whoever = (...seats: Parameters<typeof seat>[]) => actor(...seats.map((each) => seat(...each)))
	expect(codeOf(answering([no], { who: stranger }))).toBe('notFound')
	expect(codeOf(answering([no], { who: chair }))).toBe('notAllowed')
	expect(codeOf(answering([no], { who: delegateOf(ANBO) }))).toBe('notAllowed')
	expect(codeOf(answering([no], { who: whoever(['contributor', SHEDO]) }))).toBe('notAllowed')
	expect(codeOf(answering([no], { who: whoever(['delegate', SHEDO, { givenAt: NOW + 1 }]), at: NOW + 2 }))).toBe(
		'seatedSince',
	)
	expect(codeOf(answering([no], { who: whoever(['delegate', SHEDO], ['secretary']) }))).toBe('officersDoNotVote')
	const without = listOf({ electorate: LISTED.electorate.slice(1) })
	expect(codeOf(answering([no], { list: without }))).toBe('notInElectorate')
})

test('the latest answer counts until the time is up; a deputy’s does not stand over the delegate’s', () => {
	const deputy = actor(seat('deputy', SHEDO))
	const said = (role: 'delegate' | 'deputy') => listOf({ answers: [{ associationId: SHEDO, objections: [], role }] })
	expect(codeOf(answering([no], { list: said('deputy') }))).toBe('granted')
	expect(codeOf(answering([no], { who: deputy, list: said('deputy') }))).toBe('granted')
	expect(codeOf(answering([no], { who: deputy, list: said('delegate') }))).toBe('delegateHasSpoken')
	expect(codeOf(answering([no], { at: asked.closesAt - 1 }))).toBe('granted')
	expect(answering([no], { at: asked.closesAt })).toMatchObject({
		reason: { code: 'consensusListOver', cancelled: false },
	})
	expect(answering([no], { list: listOf({ cancelledAt: NOW }) })).toMatchObject({
		reason: { code: 'consensusListOver', cancelled: true },
	})
	expect(codeOf(answering([no], { list: listOf({ settledAt: NOW }) }))).toBe('consensusListOver')
})
