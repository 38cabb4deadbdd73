import { expect, test } from 'vitest'
import { codeOf, granted } from '#test/support/result.ts'
import {
	contextAt,
	delegateOf,
	eventOf,
	guardsOf,
	inquiry,
	inquiryFacts,
	SHEDO,
	secretary,
} from '#test/support/rules.ts'
import { changeInquiry, declineInquiry, moveDueDate, receiveInquiry } from './handling.ts'

test('the secretary takes an inquiry in, as the facts were typed', () => {
	const received = receiveInquiry(secretary, { ...inquiryFacts, title: ' God vård ' }, contextAt())
	expect(eventOf('inquiryReceived', received)).toEqual({
		inquiryId: 'id-1',
		facts: { ...inquiryFacts, title: 'God vård' },
	})
	expect(granted(received).value).toEqual({ inquiryId: 'id-1' })
	expect(guardsOf(received)).toEqual(['seated'])
})

test('a delegate does not handle inquiries', () => {
	expect(codeOf(receiveInquiry(delegateOf(SHEDO), inquiryFacts, contextAt()))).toBe('notAllowed')
})

test('correcting an inquiry leaves its deadline, which only moves with its history', () => {
	const changed = changeInquiry(
		secretary,
		inquiry(),
		{ ...inquiryFacts, sender: 'Regeringen', dueOn: '2030-01-01' },
		[],
		contextAt(),
	)
	expect(eventOf('inquiryChanged', changed).facts).toEqual({ ...inquiryFacts, sender: 'Regeringen' })
})

test('a deadline moves to a date or to none, with a note', () => {
	const moved = moveDueDate(secretary, inquiry(), '2022-12-24', ' Förlängd ', contextAt())
	expect(eventOf('dueDateMoved', moved)).toEqual({ inquiryId: 'inquiry', dueOn: '2022-12-24', note: 'Förlängd' })
	expect(eventOf('dueDateMoved', moveDueDate(secretary, inquiry(), null, '', contextAt())).dueOn).toBeNull()
})

test('a deadline moved to where it is has not moved', () => {
	expect(granted(moveDueDate(secretary, inquiry(), inquiryFacts.dueOn, 'x', contextAt())).events).toEqual([])
})

test('a deadline is a real date, and its note bounded', () => {
	expect(codeOf(moveDueDate(secretary, inquiry(), '2022-02-30', '', contextAt()))).toBe('invalid')
	expect(codeOf(moveDueDate(secretary, inquiry(), '2022-12-24', 'x'.repeat(4001), contextAt()))).toBe('tooLong')
})

test('an inquiry is declined with a reason, and only before it was taken on', () => {
	expect(eventOf('inquiryDeclined', declineInquiry(secretary, inquiry(), ' Ingen tid ', contextAt()))).toEqual({
		inquiryId: 'inquiry',
		reason: 'Ingen tid',
	})
	expect(codeOf(declineInquiry(secretary, inquiry(), ' ', contextAt()))).toBe('empty')
	for (const status of ['accepted', 'answered', 'declined'] as const) {
		expect(codeOf(declineInquiry(secretary, inquiry({ status }), 'Ingen tid', contextAt()))).toBe('inquiryClosed')
	}
})
