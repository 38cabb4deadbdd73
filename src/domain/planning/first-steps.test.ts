import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Beginnings, firstSteps } from './first-steps.ts'

const nothing: Beginnings = {
	associations: 0,
	represented: 0,
	settingsSeenAt: null,
	inquiries: 0,
	statements: 0,
	written: 0,
	decided: 0,
	reachable: true,
}
const next = (found: Partial<Beginnings>) =>
	firstSteps({ ...nothing, ...found }).find(({ state }) => state === 'next')?.step

test('leads from an empty coalition to a published statement, a step at a time', () => {
	expect(next({})).toBe('nameAssociations')
	expect(next({ associations: 2, represented: 1 })).toBe('seatDelegates')
	const seated = { associations: 2, represented: 2 }
	expect(next(seated)).toBe('lookOverSettings')
	const seen = { ...seated, settingsSeenAt: 1 }
	expect(next(seen)).toBe('takeInInquiry')
	expect(next({ ...seen, inquiries: 1 })).toBe('beginText')
	expect(next({ ...seen, statements: 1 })).toBe('beginText')
	const written = { ...seen, statements: 1, written: 1 }
	expect(next(written)).toBe('openBallot')
	expect(next({ ...written, decided: 1 })).toBe('publish')
})

test('puts a card first for whoever could not come in again', () => {
	expect(next({ reachable: false })).toBe('printOwnCard')
	expect(firstSteps(nothing).map(({ step }) => step)).not.toContain('printOwnCard')
})

test('always has one next step, and everything before it done', () => {
	const small = fc.nat({ max: 2 })
	const found = fc.record({
		associations: small,
		represented: small,
		settingsSeenAt: fc.option(fc.nat()),
		inquiries: small,
		statements: small,
		written: small,
		decided: small,
		reachable: fc.boolean(),
	})
	fc.assert(
		fc.property(found, (beginnings) => {
			const states = firstSteps(beginnings).map(({ state }) => state)
			expect(states.filter((state) => state === 'next')).toHaveLength(1)
			expect(states.slice(0, states.indexOf('next')).every((state) => state === 'done')).toBe(true)
		}),
	)
})
