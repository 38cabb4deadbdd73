import { expect, test } from 'vitest'
import type { BallotId } from '#domain/kernel/id.ts'
import { asAdopted, asked, listOf, THANKS } from '#test/support/consensus-rules.ts'
import { block, MUST, SHALL, TEXT, words } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, chair, contextAt, DAY, NOW, SHEDO, statement, TILIA, VOICES } from '#test/support/rules.ts'
import type { ConsensusAnswer, EarlierObjection } from './consensus-list.ts'
import { settleConsensusList } from './consensus-settling.ts'
import { reopenAmendment } from './deciding.ts'

type Tried = {
	readonly answers?: readonly ConsensusAnswer[]
	readonly stands?: typeof TEXT
	readonly seats?: typeof VOICES
	readonly at?: number
	readonly amendments?: readonly (typeof SHALL)[]
	readonly adopted?: readonly (typeof SHALL)[]
	readonly earlier?: readonly EarlierObjection[]
	readonly decided?: { readonly byAssociations: boolean; readonly decidedAt: number }
}

const settling = ({ answers = [], stands = TEXT, seats = VOICES, at = asked.closesAt, ...more }: Tried = {}) =>
	settleConsensusList(
		{ statement: statement('consulting'), blocks: stands },
		listOf({ answers }),
		{
			amendments: more.amendments ?? [SHALL, THANKS],
			adopted: (more.adopted ?? []).map((each) => ({ ...asAdopted(each), byAssociations: true, ...more.decided })),
			earlier: more.earlier ?? [],
			seats,
			position: 7,
		},
		contextAt(at),
	)

const outcomesOf = (done: ReturnType<typeof settling>) => {
	const [settled, ...decided] = granted(done).events
	return {
		outcomes: settled?.type === 'consensusListSettled' ? settled.payload.outcomes.map(({ outcome }) => outcome) : [],
		decided: decided.map(({ payload }) => payload),
	}
}

const objecting = (associationId: typeof SHEDO): ConsensusAnswer => ({
	associationId,
	objections: [{ amendmentId: SHALL.id, reason: 'För dyrt.' }],
	role: 'delegate',
})

test('what nobody objected to is adopted when the time is up, by the list and not by a person, and all are told', () => {
	expect(codeOf(settling({ at: asked.closesAt - 1 }))).toBe('timeToObject')
	const done = settling()
	expect(outcomesOf(done)).toMatchObject({
		outcomes: ['adopted', 'adopted'],
		decided: [
			{ amendmentId: SHALL.id, versionId: SHALL.versionId, outcome: 'adopted', note: '', own: false, listId: 'list' },
			{ amendmentId: THANKS.id, outcome: 'adopted', listId: 'list' },
		],
	})
	expect(granted(done).guards).toEqual([{ kind: 'unchangedSince', statementId: 'statement', position: 7 }])
	expect(granted(done).notifications).toMatchObject(
		[SHEDO, ANBO, TILIA, null].map((associationId) => ({ associationId })),
	)
})

test('an objection takes only its own amendment out, which stays open', () => {
	const { outcomes, decided } = outcomesOf(settling({ answers: [objecting(ANBO)] }))
	expect(outcomes).toEqual(['objected', 'adopted'])
	expect(decided).toMatchObject([{ amendmentId: THANKS.id }])
	const agreed = { ...objecting(ANBO), objections: [] }
	expect(outcomesOf(settling({ answers: [agreed] })).outcomes).toEqual(['adopted', 'adopted'])
})

const EDITED = [block('a', 'Regionen får agera nu.', 2), ...TEXT.slice(1)]

test('nobody takes an amendment off a list by writing in its words', () => {
	expect(outcomesOf(settling({ stands: EDITED })).outcomes).toEqual(['adopted', 'adopted'])
})

test('what contradicts another that was adopted meanwhile stays open, whatever stands in the text, until that is in it', () => {
	const adopted = [{ ...MUST, state: 'adopted' as const }]
	expect(outcomesOf(settling({ adopted })).outcomes).toEqual(['inTheWay', 'adopted'])
	expect(outcomesOf(settling({ adopted, stands: EDITED })).outcomes).toEqual(['inTheWay', 'adopted'])
	const merged = adopted.map((each) => ({ ...each, merged: { outcome: 'adopted' as const, parts: [] } }))
	expect(outcomesOf(settling({ adopted: merged })).outcomes).toEqual(['adopted', 'adopted'])
})

test('what chair or secretary adopts alone while the list asks takes nothing off it', () => {
	const adopted = [{ ...MUST, state: 'adopted' as const }]
	const tried = (byAssociations: boolean, decidedAt: number) =>
		outcomesOf(settling({ adopted, decided: { byAssociations, decidedAt } })).outcomes[0]
	const { openedAt, closesAt } = listOf()
	expect(tried(false, closesAt - 1)).toBe('adopted')
	expect(tried(false, openedAt)).toBe('adopted')
	expect(tried(false, openedAt - 1)).toBe('inTheWay')
	expect(tried(true, closesAt - 1)).toBe('inTheWay')
})

test('whoever writes in the words of what is adopted makes no room there for another', () => {
	const adopted = [{ ...MUST, state: 'adopted' as const }]
	const stands = [block('a', 'Regionen ska agera nu.', 2), ...TEXT.slice(1)]
	expect(outcomesOf(settling({ adopted, stands })).outcomes).toEqual(['inTheWay', 'adopted'])
	// Also where that one saw less of the text.
	const narrow = adopted.map((each) => ({ ...each, seen: TEXT.slice(0, 1), wanted: each.wanted.slice(0, 1) }))
	const wide = { ...SHALL, wanted: words('Regionen ska agera nu.', 'Vi tackar alla för ordet.') }
	expect(outcomesOf(settling({ adopted: narrow, stands, amendments: [wide] })).outcomes[0]).toBe('inTheWay')
})

test('who objected to the same words in an earlier list does so until they answer', () => {
	const { id: amendmentId, versionId } = SHALL
	const before = { amendmentId, versionId, listId: 'before', associationId: ANBO, association: 'AnBo', reason: '' }
	const earlier = [before as EarlierObjection]
	expect(outcomesOf(settling({ earlier })).outcomes).toEqual(['objected', 'adopted'])
	const agreed = { ...objecting(ANBO), objections: [] }
	expect(outcomesOf(settling({ earlier, answers: [agreed] })).outcomes).toEqual(['adopted', 'adopted'])
	const reworded = [{ ...before, versionId: 'other' } as EarlierObjection]
	expect(outcomesOf(settling({ earlier: reworded })).outcomes).toEqual(['adopted', 'adopted'])
})

test('what is no longer as it was asked about stays open, and so does what is asked about elsewhere', () => {
	const asking = { kind: 'ballot', ballotId: 'ballot' as BallotId, secret: false } as const
	expect(outcomesOf(settling({ amendments: [{ ...SHALL, asked: asking }, THANKS] })).outcomes).toEqual([
		'inTheWay',
		'adopted',
	])
	const decided = { ...SHALL, state: 'rejected' as const }
	expect(outcomesOf(settling({ amendments: [decided, THANKS] })).outcomes).toEqual(['inTheWay', 'adopted'])
})

test('where somebody could not have objected for a part of the time, silence adopts nothing', () => {
	const seats = VOICES.map((each) => (each.associationId === ANBO ? { ...each, endedAt: NOW + DAY } : each))
	const { outcomes, decided } = outcomesOf(settling({ seats, answers: [objecting(SHEDO)] }))
	expect(outcomes).toEqual(['objected', 'unheard'])
	expect(decided).toEqual([])
	expect(granted(settling({ seats })).events[0]).toMatchObject({ payload: { unheard: [ANBO] } })
})

test('a list is settled once', () => {
	const about = { amendments: [SHALL], adopted: [], earlier: [], seats: VOICES, position: 7 }
	const draft = { statement: statement('consulting'), blocks: TEXT }
	for (const over of [{ settledAt: asked.closesAt }, { cancelledAt: NOW }])
		expect(granted(settleConsensusList(draft, listOf(over), about, contextAt(asked.closesAt))).events).toEqual([])
})

test('what all have adopted together the chair does not take back', () => {
	const adopted = { ...SHALL, state: 'adopted' as const }
	const reopening = (amendment: typeof SHALL) =>
		codeOf(reopenAmendment(chair, statement('consulting'), amendment, contextAt()))
	expect(reopening(adopted)).toBe('granted')
	expect(reopening({ ...adopted, adoptedBy: listOf().id })).toBe('adoptedByList')
})
