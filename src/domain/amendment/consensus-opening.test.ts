import { expect, test } from 'vitest'
import type { AmendmentVersionId, ConsensusListId } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { asked, LISTED, listOf, opening, THANKS } from '#test/support/consensus-rules.ts'
import { amendment, block, MUST, SHALL, TEXT, words } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	NOW,
	SHEDO,
	secretary,
	statement,
	stranger,
	TILIA,
	VOICES,
} from '#test/support/rules.ts'
import { LISTED_AT_ONCE } from './consensus-list.ts'
import { cancelConsensusList } from './consensus-opening.ts'

const LATER = amendment(3, TILIA, words('Regionen bör agera nu.', 'Vi tackar alla för ordet.'))

test('chair or secretary asks all about what goes together, in the words that were read, and all are told', () => {
	const opened = granted(opening([LATER, SHALL], { who: secretary }))
	const items = [SHALL, LATER].map(({ id, versionId }) => ({ amendmentId: id, versionId }))
	expect(opened.events).toMatchObject([
		{ type: 'consensusListOpened', payload: { items, closesAt: NOW + 7 * DAY, electorate: { length: 3 } } },
	])
	expect(opened.notifications).toEqual(
		[SHEDO, ANBO, TILIA].map((associationId) => ({ kind: 'consensusList', statementId: 'statement', associationId })),
	)
	expect(codeOf(opening([SHALL], { who: delegateOf(SHEDO) }))).toBe('notAllowed')
	expect(codeOf(opening([SHALL], { who: stranger }))).toBe('notFound')
	const stages = STAGES.filter((stage) => opening([SHALL], { stage }).ok)
	expect(stages).toEqual(['drafting', 'consulting'])
})

test('nobody is asked in words that were not read, nor about what is decided, asked about or somebody else’s to see', () => {
	const reworded = { ...SHALL, versionId: 'other' as AmendmentVersionId }
	expect(codeOf(opening([reworded], { chosen: [{ amendmentId: SHALL.id, versionId: SHALL.versionId }] }))).toBe(
		'amendmentsMoved',
	)
	expect(codeOf(opening([{ ...SHALL, state: 'rejected' }]))).toBe('amendmentsMoved')
	expect(codeOf(opening([{ ...SHALL, state: 'prepared' }]))).toBe('notFound')
	const elsewhere = { kind: 'list', listId: 'other' as ConsensusListId } as const
	expect(codeOf(opening([{ ...SHALL, asked: elsewhere }]))).toBe('amendmentAsked')
	expect(codeOf(opening([]))).toBe('empty')
})

test('what could not be adopted together, or not in the text as it is, is not asked about together', () => {
	expect(opening([SHALL, MUST])).toEqual({
		ok: false,
		reason: { code: 'amendmentsCollide', numbers: [1, 2], adopted: [] },
	})
	const stands = [block('a', 'Regionen får agera nu.', 2), ...TEXT.slice(1)]
	expect(opening([SHALL], { stands })).toEqual({ ok: false, reason: { code: 'amendmentsInTheWay', numbers: [1] } })
	const adopted: typeof MUST = { ...MUST, state: 'adopted' }
	expect(opening([SHALL, THANKS], { adopted: [adopted] })).toEqual({
		ok: false,
		reason: { code: 'amendmentsCollide', numbers: [1], adopted: [2] },
	})
	expect(codeOf(opening([THANKS], { adopted: [adopted] }))).toBe('granted')
	const many = Array.from({ length: LISTED_AT_ONCE + 1 }, (_, at) =>
		amendment(at + 1, SHEDO, words('Regionen ska agera nu.')),
	)
	expect(codeOf(opening(many.slice(1)))).toBe('granted')
	expect(codeOf(opening(many))).toBe('tooLong')
})

test('silence is consent only where the bylaws say so, after all the time they give, of those that could have spoken', () => {
	expect(codeOf(opening([SHALL], { about: coalition({ preset: 'writtenProcedure' }) }))).toBe('silenceNotConsent')
	expect(opening([SHALL], { closesAt: NOW + 7 * DAY - 1 })).toMatchObject({
		reason: { code: 'tooLittleTime', days: 7, remedy: 'none' },
	})
	expect(codeOf(opening([SHALL], { closesAt: NOW }))).toBe('deadlinePassed')
	const some: readonly Seat[] = VOICES.filter(({ associationId }) => associationId !== ANBO)
	expect(opening([SHALL], { seats: some })).toMatchObject({
		reason: { code: 'nobodyToObject', associations: ['AnBo'] },
	})
	expect(codeOf(opening([SHALL], { standing: { id: 'other' as ConsensusListId, closesAt: NOW } }))).toBe(
		'consensusListStands',
	)
})

test('a list is cancelled as a whole, with a reason that all are told, and only before its time is up', () => {
	const cancelling = (list = LISTED, who = chair, reason = 'Fel yrkanden.', at = NOW) =>
		cancelConsensusList(who, statement('consulting'), list, reason, contextAt(at))
	const cancelled = granted(cancelling())
	expect(cancelled.events).toMatchObject([{ type: 'consensusListCancelled', payload: { reason: 'Fel yrkanden.' } }])
	expect(cancelled.notifications).toMatchObject([SHEDO, ANBO, TILIA, null].map((associationId) => ({ associationId })))
	expect(cancelled.undoes).toEqual(['consensusList'])
	expect(codeOf(cancelling(LISTED, chair, ' '))).toBe('empty')
	expect(codeOf(cancelling(LISTED, delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(cancelling(LISTED, chair, 'Fel.', asked.closesAt))).toBe('consensusListOver')
	expect(codeOf(cancelling(listOf({ cancelledAt: NOW })))).toBe('consensusListOver')
})

test('it asks for sixty days at most', () => {
	expect(codeOf(opening([SHALL], { closesAt: NOW + 60 * DAY }))).toBe('granted')
	expect(codeOf(opening([SHALL], { closesAt: NOW + 61 * DAY }))).toBe('tooMuchTime')
})
