import fc from 'fast-check'
import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { addDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import { type Plan, planBack, plannedDay, planRest } from './plan.ts'

const days = (plan: Plan | null) =>
	Object.fromEntries((plan?.milestones ?? []).map(({ milestone, on }) => [milestone, on]))

test('counts back from the deadline over weekends and holidays', () => {
	const plan = planBack({ track: 'full', from: '2026-11-23', dueOn: '2027-02-26' })
	expect(plan).toMatchObject({ hurried: false, throughJuly: false })
	expect(days(plan)).toEqual({
		sendOut: '2027-01-14',
		views: '2027-02-04',
		openBallot: '2027-02-10',
		votes: '2027-02-18',
		signoffs: '2027-02-23',
		send: '2027-02-24',
	})
})

test('steps over Christmas and Epiphany', () => {
	const plan = planBack({ track: 'light', from: '2026-12-01', dueOn: '2027-01-08' })
	// Two working days of margin from Friday 8 January: Thursday 7, then Tuesday 5, as Epiphany is off.
	expect(days(plan)).toEqual({ openBallot: '2026-12-17', votes: '2027-01-04', send: '2027-01-05' })
})

test('keeps out of July', () => {
	const plan = planBack({ track: 'full', from: '2026-05-04', dueOn: '2026-08-21' })
	expect(plan).toMatchObject({ throughJuly: false })
	expect(Object.values(days(plan)).filter((date) => date.startsWith('2026-07'))).toEqual([])
})

test('goes through July only where there is no other time, and says so', () => {
	const plan = planBack({ track: 'light', from: '2026-06-26', dueOn: '2026-07-10' })
	expect(plan).toMatchObject({ throughJuly: true })
})

test('shortens every step when time is short, and says so', () => {
	const plan = planBack({ track: 'full', from: '2026-11-23', dueOn: '2026-12-18' })
	expect(plan?.hurried).toBe(true)
	expect(plan?.milestones).toHaveLength(6)
})

test('has no plan for the full track when there is too little time, but one for the light track', () => {
	const week = { from: '2026-11-23', dueOn: '2026-11-30' }
	expect(planBack({ track: 'full', ...week })).toBe(null)
	expect(planBack({ track: 'light', ...week })?.milestones).toHaveLength(3)
	expect(planBack({ track: 'light', from: '2026-11-23', dueOn: '2026-11-24' })).toBe(null)
	expect(planBack({ track: 'light', from: '2026-11-23', dueOn: '2026-11-01' })).toBe(null)
})

const date = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset))

test('every proposed day is a working day, in order, from today to the deadline', () => {
	fc.assert(
		fc.property(fc.constantFrom('full', 'light'), date, fc.integer({ min: 0, max: 500 }), (track, from, length) => {
			const dueOn = addDays(from, length)
			const plan = planBack({ track, from, dueOn })
			if (plan === null) return
			const proposed = plan.milestones.map(({ on }) => on)
			expect(proposed).toEqual(proposed.toSorted())
			expect(proposed.every((on) => on >= from && on <= dueOn && isWorkingDay(on))).toBe(true)
			expect(new Set(proposed).size).toBeGreaterThanOrEqual(proposed.length - 1)
		}),
	)
})

test('later days stay where they are as time passes, for as long as there is enough of it', () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 130, max: 300 }), fc.integer({ min: 0, max: 20 }), (from, length, later) => {
			const dueOn = addDays(from, length)
			const first = planBack({ track: 'full', from, dueOn })
			const second = planBack({ track: 'full', from: addDays(from, later), dueOn })
			expect(first?.hurried).toBe(false)
			expect(second?.milestones).toEqual(first?.milestones)
		}),
	)
})

const drafting = {
	stage: 'drafting',
	track: 'full',
	consultationDueAt: null,
	votesDueAt: null,
	signoffDueAt: null,
} as const
const NOW = swedishInstant('2026-11-23', '10:00')

test('plans what is left after the day that was set', () => {
	const consulting = {
		...drafting,
		stage: 'consulting',
		consultationDueAt: swedishInstant('2026-12-11', '23:59'),
	} as const
	const plan = planRest(consulting, '2027-01-29', NOW)
	expect(plan?.from).toBe('2026-11-23')
	expect(plan?.milestones.map(({ milestone, set }) => [milestone, set])).toEqual([
		['views', true],
		['openBallot', false],
		['votes', false],
		['signoffs', false],
		['send', false],
	])
	expect(plannedDay(plan, 'views')).toBe('2026-12-11')
	expect((plannedDay(plan, 'openBallot') ?? '') > '2026-12-11').toBe(true)
})

test('a deadline that moves moves the plan', () => {
	const before = planRest(drafting, '2027-01-29', NOW)
	const after = planRest(drafting, '2027-02-26', NOW)
	expect((plannedDay(after, 'votes') ?? '') > (plannedDay(before, 'votes') ?? '')).toBe(true)
})

test('nothing is planned for what is published or withdrawn', () => {
	expect(planRest({ ...drafting, stage: 'published' }, '2027-01-29', NOW)).toBe(null)
	expect(planRest({ ...drafting, stage: 'withdrawn' }, '2027-01-29', NOW)).toBe(null)
})
