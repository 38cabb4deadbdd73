import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { ConsensusListId } from '#domain/kernel/id.ts'
import { ANBO, BALLOT_ID, contextAt, DAY, eventOf, guardsOf, SHEDO, statement, TILIA } from '#test/support/rules.ts'
import { remindOfAmendments, type WaitingOnAmendments } from './remind-of-amendments.ts'
import { firstReminder, listReminder } from './reminding.ts'

const from = swedishInstant('2026-11-02', '19:00')
const dueAt = swedishInstant('2026-11-16', '19:00')
const listId = 'list' as ConsensusListId
const consulting = statement('consulting')

/** One of them has no address. */
const silent = [SHEDO, ANBO, TILIA].map((associationId) => {
	return { associationId, name: associationId, reached: associationId !== ANBO }
})
const times = { from, dueAt, closedAt: null, lastAt: null } as const
const ballot: WaitingOnAmendments = {
	...{ ...times, by: { kind: 'ballot', ballotId: BALLOT_ID }, ask: 'ballot', ballotId: BALLOT_ID },
	...{ remindAt: firstReminder(from, dueAt), silent },
}
const list: WaitingOnAmendments = {
	...{ ...times, by: { kind: 'list', listId }, ask: 'list', ballotId: null },
	...{ remindAt: listReminder(from, dueAt), silent },
}
const remindAt = (waiting: WaitingOnAmendments | null, date: string, time = '08:00') =>
	remindOfAmendments(consulting, waiting, contextAt(swedishInstant(date, time)))

test('of a ballot on amendments those whom mail reaches are reminded as of one on the text, while it is open', () => {
	const halfway = remindAt(ballot, '2026-11-09')
	const nextAt = swedishInstant('2026-11-14', '08:00')
	expect(eventOf('amendmentBallotReminded', halfway)).toEqual({
		...{ ballotId: BALLOT_ID, moment: 'halfway', associations: [SHEDO, TILIA], nextAt },
	})
	expect(guardsOf(halfway)).toEqual(['ballotOpen'])
	expect(halfway.ok && halfway.value.notifications).toMatchObject([
		{ kind: 'amendmentReminder', associationId: SHEDO, ballotId: BALLOT_ID },
		{ kind: 'amendmentReminder', associationId: TILIA, ballotId: BALLOT_ID },
	])
	expect(remindAt(ballot, '2026-11-09', '07:59')).toMatchObject({ ok: true, value: { events: [] } })
	expect(remindAt(null, '2026-11-09')).toMatchObject({ ok: true, value: { events: [] } })
})

test('of a list they are reminded once, two days before it is settled, and late where nothing ran then', () => {
	expect(remindAt(list, '2026-11-09')).toMatchObject({ ok: true, value: { events: [] } })
	for (const date of ['2026-11-14', '2026-11-16']) {
		const told = remindAt(list, date)
		expect(eventOf('consensusListReminded', told)).toEqual({
			...{ listId, moment: 'twoDays', associations: [SHEDO, TILIA], nextAt: null },
		})
		expect(guardsOf(told)).toEqual(['listAsks'])
	}
	// Of a short time that which is left.
	expect(listReminder(from, from + 2 * DAY)).toBe(swedishInstant('2026-11-04', '08:00'))
	expect(listReminder(from, from + DAY)).toBeNull()
})

test('a list is reminded of two days before it is settled though the clocks change meanwhile, which makes a day of 23 hours', () => {
	const [opened, settled] = [swedishInstant('2026-03-19', '10:00'), swedishInstant('2026-03-30', '11:00')]
	expect(listReminder(opened, settled)).toBe(swedishInstant('2026-03-28', '08:00'))
	expect(listReminder(swedishInstant('2026-03-28', '07:00'), settled)).toBe(swedishInstant('2026-03-29', '08:00'))
})

test('nobody is reminded of what is over, nor to answer what they have answered', () => {
	for (const waiting of [ballot, list]) {
		expect(remindAt(waiting, '2026-11-17')).toMatchObject({
			ok: true,
			value: { events: [{ payload: { moment: null, associations: [], nextAt: null } }], notifications: [], guards: [] },
		})
		const closed = { ...waiting, closedAt: swedishInstant('2026-11-08', '08:00') }
		expect(remindAt(closed, '2026-11-14')).toMatchObject({
			ok: true,
			value: { events: [{ payload: { moment: null, associations: [] } }], notifications: [] },
		})
		expect(remindAt({ ...waiting, silent: [] }, '2026-11-14')).toMatchObject({ ok: true, value: { notifications: [] } })
	}
})
