import { expect, test } from 'vitest'
import { codeOf } from '#test/support/result.ts'
import { ANBO, ballot, NOW, SHEDO, TILIA, version } from '#test/support/rules.ts'
import { type Confirmed, concernsBefore, confirmsConcerns, type Heard, isConcerned } from './before-ballot.ts'

const heard = {
	stage: 'consulting',
	consultationDueAt: NOW,
	stanced: [SHEDO],
	commented: [ANBO, TILIA],
	unanswered: 0,
	undecided: 0,
} as const
const about = (more: Partial<Heard> = {}, text = 'Vi är positiva.') =>
	concernsBefore({ ...heard, ...more }, ballot().electorate, [version(text)], NOW)
const confirming = (concerns: ReturnType<typeof about>, confirmed: Confirmed) =>
	codeOf(confirmsConcerns(concerns, confirmed))

test('nothing speaks against a ballot when all were asked, had the time, have spoken and been answered', () => {
	expect(isConcerned(about())).toBe(false)
	expect(confirming(about(), null)).toBe('granted')
})

test.each([
	['nobody was asked', about({ stage: 'drafting' }), { unasked: true, silent: [], runsUntil: null }],
	['views can still be given', about({ consultationDueAt: NOW + 1 }), { runsUntil: NOW + 1 }],
	['somebody is silent', about({ commented: [ANBO] }), { silent: [TILIA] }],
	['comments wait', about({ unanswered: 2 }), { unanswered: 2 }],
	['amendments are not decided', about({ unanswered: 1, undecided: 2 }), { unanswered: 3, undecided: 2 }],
	['something is to be filled in', about({}, 'Vi tycker [skriv vad].'), { placeholders: ['skriv vad'] }],
])('it is said, and is to be said yes to, that %s', (_what, concerns, found) => {
	expect(concerns).toMatchObject(found)
	expect(confirming(concerns, null)).toBe('notConfirmed')
	expect(confirming(concerns, { silent: concerns.silent, unanswered: concerns.unanswered })).toBe('granted')
})

test('a yes to less is none to more, and a yes to more is one to less', () => {
	const concerns = about({ commented: [], unanswered: 2 })
	expect(confirming(concerns, { silent: [ANBO, TILIA], unanswered: 1 })).toBe('notConfirmed')
	expect(confirming(concerns, { silent: [ANBO], unanswered: 2 })).toBe('notConfirmed')
	expect(confirming(concerns, { silent: [ANBO, TILIA, SHEDO], unanswered: 3 })).toBe('granted')
})
