import { expect, test } from 'vitest'
import type { AssociationId } from '#domain/kernel/id.ts'
import { codeOf } from '#test/support/result.ts'
import {
	ANBO,
	BALLOT_ID,
	chair,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	HOUR,
	NOW,
	SHEDO,
	secretary,
	statement,
	TILIA,
} from '#test/support/rules.ts'
import { remind, remindInTime, type Waiting } from './remind.ts'
import { firstReminder } from './reminding.ts'

const silent = (associationId: AssociationId, reached = true) => ({ associationId, name: associationId, reached })

const from = NOW - 5 * DAY
const dueAt = NOW + 5 * DAY

/** A ballot that is half over, of which two have not voted, and no mail reaches a third. */
const waiting = (more: Partial<Waiting> = {}): Waiting => ({
	...({ ask: 'ballot', ballotId: BALLOT_ID, from, dueAt, closedAt: null, lastAt: null } as const),
	remindAt: firstReminder(from, dueAt),
	silent: [silent(SHEDO), silent(ANBO, false), silent(TILIA)],
	...more,
})
const deciding = statement('deciding')
const press = (more: Partial<Waiting> = {}, by = chair) => remind(by, deciding, waiting(more), contextAt())

test('chair and secretary remind all that have not answered and whom mail reaches, and the next by itself comes a day after', () => {
	for (const by of [chair, secretary]) {
		const pressed = press({}, by)
		expect(pressed).toMatchObject({ ok: true, value: { value: { reminded: 2 } } })
		expect(pressed.ok && pressed.value.notifications).toMatchObject([
			{ kind: 'reminder', associationId: SHEDO, ballotId: BALLOT_ID },
			{ kind: 'reminder', associationId: TILIA, ballotId: BALLOT_ID },
		])
		expect(guardsOf(pressed)).toEqual(['seated', 'stageIn', 'stageIn', 'ballotOpen'])
		const payload = eventOf('reminded', pressed)
		expect(payload).toMatchObject({ ask: 'ballot', moment: null, associations: [SHEDO, TILIA] })
		expect(payload.nextAt).toBeGreaterThanOrEqual(NOW + DAY)
	}
	expect(codeOf(press({}, delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(remind(chair, statement('drafting'), waiting(), contextAt()))).toBe('wrongStage')
})

test('nobody is reminded twice in 24 hours, and nobody where all have answered, it is over, or no mail reaches them', () => {
	const lastAt = NOW - DAY + 1
	expect(press({ lastAt })).toMatchObject({ reason: { code: 'remindedLately', at: lastAt, again: NOW + 1 } })
	expect(codeOf(press({ lastAt: NOW - DAY }))).toBe('granted')
	expect(codeOf(press({ silent: [], lastAt }))).toBe('allHaveAnswered')
	expect(codeOf(press({ silent: [silent(ANBO, false)] }))).toBe('nobodyReached')
	expect(codeOf(press({ dueAt: NOW }))).toBe('ballotOver')
	expect(codeOf(press({ closedAt: NOW - HOUR }))).toBe('ballotOver')
	expect(codeOf(press({ ask: 'signoff', ballotId: null, dueAt: NOW }))).toBe('signingOver')
})

test('views that are wanted by a day that has passed, or by none, are asked for again all the same', () => {
	const consulting = statement('consulting')
	for (const due of [NOW - DAY, null]) {
		const late = waiting({ ask: 'consultation', ballotId: null, dueAt: due })
		expect(codeOf(remind(chair, consulting, late, contextAt()))).toBe('granted')
	}
})

test('when it is time those are reminded who are silent then, and where none is, it is noted all the same', () => {
	expect(remindInTime(deciding, waiting(), contextAt(NOW - 2 * DAY))).toMatchObject({ value: { events: [] } })
	const inTime = remindInTime(deciding, waiting(), contextAt())
	expect(eventOf('reminded', inTime)).toMatchObject({ moment: 'halfway', associations: [SHEDO, TILIA] })
	const none = remindInTime(deciding, waiting({ silent: [silent(ANBO, false)] }), contextAt())
	expect(eventOf('reminded', none)).toMatchObject({ moment: 'halfway', associations: [] })
	expect(none.ok && none.value.notifications).toEqual([])
	// What is over is asked about no more.
	const over = remindInTime(deciding, waiting({ closedAt: NOW - HOUR }), contextAt())
	expect(eventOf('reminded', over)).toMatchObject({ moment: null, associations: [], nextAt: null })
})
