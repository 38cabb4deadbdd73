import fc from 'fast-check'
import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { DAY, HOUR } from '#test/support/rules.ts'
import { type Asking, dueReminder, firstReminder, momentsOf, nextReminder } from './reminding.ts'

const at = swedishInstant

/** The moments of what is asked from one wall-clock time to another, as Swedish wall-clock times. */
function momentsFrom(from: readonly [string, string], due: readonly [string, string]) {
	const told = (instant: number) => new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
	return momentsOf(at(...from), at(...due)).map((each) => `${each.moment} ${told(each.at).slice(0, 16)}`)
}

test('who has not answered is reminded half-way, two days before and on the last day, in the morning', () => {
	expect(momentsFrom(['2026-11-02', '19:00'], ['2026-11-16', '23:59'])).toEqual([
		'halfway 2026-11-09 08:00',
		'twoDays 2026-11-14 08:00',
		'lastDay 2026-11-16 08:00',
	])
})

test('what ends before noon is reminded of the morning before, since that morning leaves no time', () => {
	expect(momentsFrom(['2026-11-02', '19:00'], ['2026-11-16', '10:00']).at(-1)).toBe('lastDay 2026-11-15 08:00')
	expect(momentsFrom(['2026-11-02', '19:00'], ['2026-11-16', '12:00']).at(-1)).toBe('lastDay 2026-11-16 08:00')
})

test('of a short time the last remains, and of a day nothing', () => {
	expect(momentsFrom(['2026-11-02', '19:00'], ['2026-11-04', '20:00'])).toEqual(['lastDay 2026-11-04 08:00'])
	expect(momentsFrom(['2026-11-02', '07:00'], ['2026-11-03', '20:00'])).toEqual(['lastDay 2026-11-03 08:00'])
	expect(momentsFrom(['2026-11-02', '09:00'], ['2026-11-03', '20:00'])).toEqual([])
	expect(momentsOf(at('2026-11-02', '09:00'), null)).toEqual([])
	expect(firstReminder(at('2026-11-02', '09:00'), null)).toBeNull()
})

/** From any minute of two years, for any time up to two months: over both changes of the clock. */
const times = fc.record({
	from: fc.integer({ min: 0, max: 730 * 24 * 60 }).map((minutes) => at('2026-01-01', '00:00') + minutes * 60_000),
	lasts: fc.integer({ min: 0, max: 60 * DAY }),
})

test('no moment comes twice, within a day of another or of what was asked, or when less than four hours are left', () => {
	fc.assert(
		fc.property(times, ({ from, lasts }) => {
			const moments = momentsOf(from, from + lasts)
			expect(new Set(moments.map(({ moment }) => moment)).size).toBe(moments.length)
			for (const [index, each] of moments.entries()) {
				expect(each.at - (moments[index - 1]?.at ?? from)).toBeGreaterThanOrEqual(DAY)
				expect(from + lasts - each.at).toBeGreaterThanOrEqual(4 * HOUR)
			}
			// Whoever has some days is always reminded near their end.
			if (lasts > 3 * DAY) expect(moments.at(-1)?.moment).toBe('lastDay')
			if (lasts > 10 * DAY) expect(moments[0]?.moment).toBe('halfway')
		}),
	)
})

const asking = (from: number, dueAt: number | null, more: Partial<Asking> = {}): Asking => {
	const remindAt = firstReminder(from, dueAt)
	return { ask: 'ballot', ballotId: null, from, dueAt, closedAt: null, remindAt, lastAt: null, ...more }
}

test('however seldom the jobs run and whenever somebody presses, each goes once, in time, and a day from the others', () => {
	// Most come each minute, some after long; now and then somebody presses, where it is not refused.
	const steps = fc.array(fc.record({ wait: fc.constantFrom(1, 1, 60, 600, 3000), press: fc.boolean() }), {
		minLength: 30,
		maxLength: 60,
	})
	fc.assert(
		fc.property(times, steps, ({ from, lasts }, run) => {
			const dueAt = from + lasts
			let now = from
			let state = asking(from, dueAt)
			const sent: { readonly at: number; readonly pressed: boolean }[] = []
			const told: string[] = []
			for (const { wait, press } of run) {
				// Time goes on to what is due, or by what is waited.
				now = wait === 1 ? Math.max(now, state.remindAt ?? now) + 60_000 : now + wait * 60_000
				const due = dueReminder(state, now)
				if (due) {
					expect(due.nextAt === null || due.nextAt > (state.remindAt ?? 0)).toBe(true)
					state = { ...state, remindAt: due.nextAt, lastAt: due.moment === null ? state.lastAt : now }
					if (due.moment !== null) {
						told.push(due.moment)
						sent.push({ at: now, pressed: false })
					}
				} else if (press && now < dueAt && now - (state.lastAt ?? 0) >= DAY) {
					state = { ...state, remindAt: nextReminder(state, now), lastAt: now }
					sent.push({ at: now, pressed: true })
				}
			}
			expect(new Set(told).size).toBe(told.length)
			for (const [index, each] of sent.entries()) {
				expect(each.at).toBeLessThan(dueAt)
				const before = sent[index - 1]
				// The job may come a little later after one moment than after the next.
				if (before)
					expect(each.at - before.at).toBeGreaterThanOrEqual(before.pressed || each.pressed ? DAY : DAY - HOUR)
			}
		}),
	)
})

test('a reminder that goes a minute late does not push away the one a day after it', () => {
	const [from, dueAt] = [at('2026-11-02', '19:00'), at('2026-11-16', '10:00')]
	const state = { ...asking(from, dueAt), remindAt: at('2026-11-14', '08:00'), lastAt: at('2026-11-09', '08:01') }
	const next = at('2026-11-15', '08:00')
	expect(dueReminder(state, at('2026-11-14', '08:01'))).toEqual({ moment: 'twoDays', nextAt: next })
	const after = { ...state, remindAt: next, lastAt: at('2026-11-14', '08:01') }
	expect(dueReminder(after, next)).toEqual({ moment: 'lastDay', nextAt: null })
})

test('what was to be told when nothing ran is told once, and the moments after it when they come', () => {
	const from = at('2026-11-02', '19:00')
	const dueAt = at('2026-11-16', '23:59')
	const late = at('2026-11-15', '12:00')
	expect(dueReminder(asking(from, dueAt), late)).toEqual({ moment: 'twoDays', nextAt: null })
	expect(dueReminder(asking(from, dueAt), at('2026-11-12', '12:00'))).toEqual({
		moment: 'halfway',
		nextAt: at('2026-11-14', '08:00'),
	})
	expect(dueReminder(asking(from, dueAt), at('2026-11-09', '07:59'))).toBeNull()
})

test('where the time was changed meanwhile nobody is reminded at the former moment, and the next is reckoned anew', () => {
	const from = at('2026-11-02', '19:00')
	const before = asking(from, at('2026-11-16', '23:59'))
	const longer = { ...before, dueAt: at('2026-11-30', '23:59') }
	expect(dueReminder(longer, at('2026-11-09', '08:00'))).toEqual({ moment: null, nextAt: at('2026-11-16', '08:00') })
	// Longer after the last: those that were told this morning are told no more today, of whatever was half-way meanwhile.
	const told = { ...longer, remindAt: at('2026-11-16', '09:00'), lastAt: at('2026-11-16', '08:00') }
	expect(dueReminder(told, at('2026-11-16', '09:00'))).toEqual({ moment: null, nextAt: at('2026-11-28', '08:00') })
	const again = { ...told, remindAt: at('2026-11-16', '08:00') }
	expect(dueReminder(again, at('2026-11-16', '09:00'))).toEqual({ moment: null, nextAt: at('2026-11-28', '08:00') })
	const over = { ...before, closedAt: at('2026-11-08', '10:00') }
	expect(dueReminder(over, at('2026-11-09', '08:00'))).toEqual({ moment: null, nextAt: null })
	expect(dueReminder(before, at('2026-11-17', '08:00'))).toEqual({ moment: null, nextAt: null })
})
