import { expect, test } from 'vitest'
import { codeOf } from '#test/support/result.ts'
import { ANBO, ballot, NOW, SHEDO, TILIA, version } from '#test/support/rules.ts'
import {
	type AdoptedAmendment,
	type Confirmed,
	concernsBefore,
	confirmsConcerns,
	type Heard,
	isConcerned,
} from './before-ballot.ts'

const heard = {
	stage: 'consulting',
	consultationDueAt: NOW,
	stanced: [SHEDO],
	commented: [ANBO, TILIA],
	unanswered: 0,
	undecided: 0,
} as const
const about = (more: Partial<Heard> = {}, text = 'Vi är positiva.', adopted: readonly AdoptedAmendment[] = []) =>
	concernsBefore({ ...heard, ...more }, ballot().electorate, { blocks: [version(text)], adopted }, NOW)
/** An amendment to the text that was adopted. */
const wanting = (words: string, merged: AdoptedAmendment['merged'] = null): AdoptedAmendment => {
	const seen = [version('Vi är positiva.')]
	const wanted = seen.map(({ blockId }) => ({ blockId, content: { kind: 'paragraph', text: words } as const }))
	return { number: 4, seen, wanted, merged, byAssociations: false, decidedAt: NOW }
}
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
	[
		'what was adopted is not in the text',
		about({ undecided: 1 }, undefined, [wanting('Vi är nöjda.')]),
		{ unanswered: 2, leftOut: [4] },
	],
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

test('what was adopted and stands in the text, by whatever way, is not asked about; nor what was merged, whatever became of it since', () => {
	expect(about({}, 'Vi är nöjda.', [wanting('Vi är nöjda.')]).leftOut).toEqual([])
	const { blockId, id } = version('Vi är mycket nöjda.')
	const part = { kind: 'words', blockId, versionId: id, removed: 'positiva', inserted: 'nöjda' } as const
	const merged = { outcome: 'adopted', parts: [part] } as const
	expect(about({}, 'Vi är mycket nöjda.', [wanting('Vi är nöjda.', merged)]).leftOut).toEqual([])
	const later = { ...merged, parts: [{ ...part, versionId: 'before' as typeof id }] }
	// Taken out again after it was merged, it is asked about.
	expect(about({}, 'Vi är negativa.', [wanting('Vi är nöjda.', later)]).leftOut).toEqual([4])
})
