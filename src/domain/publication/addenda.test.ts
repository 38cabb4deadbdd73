import { expect, test } from 'vitest'
import type { AddendumId, AssociationId } from '#domain/kernel/id.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import { codeOf } from '#test/support/result.ts'
import {
	ANBO,
	ballot,
	chair,
	contextAt,
	contributorOf,
	DAY,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	MEMBERS,
	NOW,
	SHEDO,
	seat,
	secretary,
	statement,
	TILIA,
} from '#test/support/rules.ts'
import { answerAddendum, type ProposeAddendum, proposeAddendum, takeBackAddendum } from './addenda.ts'
import { ADDENDUM_LAPSES_MS, type Addendum, type Amendable, LEFT_BEFORE_MS } from './addendum.ts'
import { planAddendum } from './publish-addendum.ts'

const delegates = MEMBERS.map((associationId): Seat => seat('delegate', associationId))

function about(more: Partial<Amendable> = {}): Amendable {
	return {
		statement: statement('published'),
		ballot: ballot({ opensAt: NOW - 20 * DAY, closesAt: NOW - 10 * DAY }),
		signed: MEMBERS,
		declined: [],
		members: MEMBERS,
		left: [],
		length: 4,
		seats: delegates,
		addenda: [],
		position: 7,
		...more,
	}
}

const CORRECTION: ProposeAddendum = {
	kind: 'correction',
	reason: ' Fel myndighet. ',
	stretch: { first: 1, last: 2 },
	blocks: [{ kind: 'paragraph', text: 'Rätt myndighet.' }],
	closesAt: NOW + 7 * DAY,
	urgent: '',
}
const WITHDRAWAL: ProposeAddendum = { ...CORRECTION, kind: 'withdrawal', stretch: null, blocks: [] }

function addendum(more: Partial<Addendum> = {}): Addendum {
	return {
		id: 'addendum' as AddendumId,
		kind: 'correction',
		reason: 'Fel myndighet.',
		stretch: { first: 1, last: 1 },
		blocks: [],
		openedAt: NOW - DAY,
		closesAt: NOW + 6 * DAY,
		urgent: null,
		takenBackAt: null,
		ordinal: null,
		answers: [],
		...more,
	}
}

const said = (associationId: AssociationId, answer: 'agreed' | 'objected' = 'agreed', role = 'delegate' as const) => ({
	...{ associationId, answer, role },
	reason: '',
	at: NOW,
})

const propose = (command: Partial<ProposeAddendum> = {}, by: Actor = chair, to = about()) =>
	proposeAddendum(by, to, { ...CORRECTION, ...command }, contextAt())

const answer = (by: Actor, of = addendum(), associationId: AssociationId = SHEDO, to = about()) =>
	answerAddendum(by, to, of, { associationId, answer: 'objected', reason: ' Nej. ' }, contextAt())

const published = { coalition: 'NSPH', label: 'X 1:1', year: 1, number: 1, textHash: 't', recordHash: 'r' }
const publish = (of: Addendum, to: Partial<Amendable> = {}, by: Actor = chair, now = NOW) =>
	planAddendum(by, about({ addenda: [of], ...to }), published, of, now)

test('the chair asks every member of the electorate, with a reason and what should stand', () => {
	const asked = propose()
	expect(eventOf('addendumProposed', asked)).toMatchObject({
		...{ kind: 'correction', reason: 'Fel myndighet.', stretch: { first: 1, last: 2 }, urgent: null },
		blocks: [{ content: { kind: 'paragraph', text: 'Rätt myndighet.' } }],
	})
	expect(guardsOf(asked)).toEqual(['seated', 'stageIn', 'seatsUnchangedSince'])
	const left = about({ members: [SHEDO, ANBO] })
	const told = propose({}, chair, left)
	expect(told.ok && told.value.notifications?.map(({ kind }) => kind)).toEqual(['addendum', 'addendum'])
})

test.each([
	['notAllowed', {}, secretary, {}],
	['notAllowed', {}, delegateOf(SHEDO), {}],
	['wrongStage', {}, chair, { statement: statement('signing') }],
	['empty', { reason: ' ' }, chair, {}],
	['empty', { stretch: null }, chair, {}],
	['empty', { blocks: [] }, chair, {}],
	['invalid', { stretch: { first: 4, last: 4 } }, chair, {}],
	['invalid', { stretch: { first: 2, last: 1 } }, chair, {}],
	['tooLong', { blocks: Array.from({ length: 51 }, () => ({ kind: 'paragraph', text: 'a' }) as const) }, chair, {}],
	['deadlinePassed', { closesAt: NOW }, chair, {}],
	['tooLittleTime', { closesAt: NOW + 7 * DAY - 1 }, chair, {}],
	['addendumStands', {}, chair, { addenda: [addendum()] }],
	['addendumStands', {}, chair, { addenda: [addendum({ closesAt: NOW })] }],
	['statementWithdrawn', {}, chair, { addenda: [addendum({ kind: 'withdrawal', ordinal: 1 })] }],
	['granted', {}, chair, { addenda: [addendum({ ordinal: 1 }), addendum({ takenBackAt: NOW })] }],
	['granted', {}, chair, { addenda: [addendum({ closesAt: NOW - ADDENDUM_LAPSES_MS })] }],
] as const)('a proposal is %s: %j', (code, command, by, more) => {
	expect(codeOf(propose(command, by, about(more)))).toBe(code)
})

test('no reason is good enough for less time where silence lets it pass; a withdrawal may be urgent in public', () => {
	const soon = { closesAt: NOW + DAY, urgent: 'Beslutet fattas i morgon.' }
	expect(codeOf(propose(soon))).toBe('tooLittleTime')
	expect(codeOf(propose({ ...WITHDRAWAL, closesAt: NOW + DAY }))).toBe('tooLittleTime')
	expect(eventOf('addendumProposed', propose({ ...WITHDRAWAL, ...soon })).urgent).toBe('Beslutet fattas i morgon.')
})

test('silence lets a correction pass only where each could have objected', () => {
	const seats = delegates.filter(({ associationId }) => associationId !== ANBO)
	expect(codeOf(propose({}, chair, about({ seats })))).toBe('nobodyToObject')
	expect(codeOf(propose(WITHDRAWAL, chair, about({ seats })))).toBe('granted')
	expect(codeOf(propose({}, chair, about({ seats, members: [SHEDO, TILIA] })))).toBe('granted')
	const over = addendum({ closesAt: NOW })
	expect(codeOf(publish(over))).toBe('granted')
	const since = delegates.map((each) => (each.associationId === ANBO ? { ...each, givenAt: NOW - 1 } : each))
	expect(codeOf(publish(over, { seats: since }))).toBe('nobodyToObject')
})

test('an association objects without having to say why, and its latest answer is what counts', () => {
	expect(eventOf('addendumAnswered', answer(delegateOf(SHEDO)))).toMatchObject({ answer: 'objected', reason: 'Nej.' })
	expect(codeOf(answer(delegateOf(SHEDO), addendum({ answers: [said(SHEDO)] })))).toBe('granted')
	expect(codeOf(answer(deputyOf(SHEDO), addendum({ answers: [said(SHEDO)] })))).toBe('delegateHasSigned')
})

test.each([
	['notAllowed', chair, addendum()],
	['notAllowed', delegateOf(ANBO), addendum()],
	['notAllowed', contributorOf(SHEDO), addendum()],
	['reauthenticate', { ...delegateOf(SHEDO), authenticatedAt: NOW - DAY }, addendum()],
	['addendumOver', delegateOf(SHEDO), addendum({ closesAt: NOW })],
	['addendumOver', delegateOf(SHEDO), addendum({ takenBackAt: NOW })],
	['addendumOver', delegateOf(SHEDO), addendum({ ordinal: 1 })],
	['seatedSince', delegateOf(SHEDO), addendum({ openedAt: -1_000_000 * DAY })],
] as const)('an answer is refused as %s', (code, by, of) => {
	expect(codeOf(answer(by, of))).toBe(code)
})

test('an association that had no vote on the text does not answer', () => {
	const others = about({ ballot: ballot({ electorate: [] }) })
	expect(codeOf(answer(delegateOf(SHEDO), addendum(), SHEDO, others))).toBe('notInElectorate')
})

test('the chair takes it back until it is published, and those who were asked are told', () => {
	const back = takeBackAddendum(chair, about(), addendum({ closesAt: NOW }), contextAt())
	expect(back.ok && [back.value.notifications?.length, back.value.undoes]).toEqual([3, ['addendum']])
	expect(codeOf(takeBackAddendum(secretary, about(), addendum(), contextAt()))).toBe('notAllowed')
	expect(codeOf(takeBackAddendum(chair, about(), addendum({ ordinal: 1 }), contextAt()))).toBe('addendumOver')
})

test('one objection stops a correction, and silence until the end lets it pass', () => {
	const over = { closesAt: NOW }
	expect(codeOf(publish(addendum({ answers: [said(SHEDO), said(ANBO)] })))).toBe('awaitingAnswers')
	expect(codeOf(publish(addendum({ answers: [said(SHEDO), said(ANBO), said(TILIA)] })))).toBe('granted')
	expect(codeOf(publish(addendum({ answers: [said(SHEDO)], ...over })))).toBe('granted')
	expect(codeOf(publish(addendum({ answers: [said(SHEDO, 'objected'), said(ANBO)], ...over })))).toBe(
		'correctionObjectedTo',
	)
})

test('a withdrawal takes the agreement of more than half of those that signed, and silence is none', () => {
	const withdrawal = (...answers: ReturnType<typeof said>[]) =>
		addendum({ kind: 'withdrawal', stretch: null, closesAt: NOW, answers })
	expect(codeOf(publish(withdrawal()))).toBe('tooFewAgree')
	expect(codeOf(publish(withdrawal(said(SHEDO))))).toBe('tooFewAgree')
	expect(codeOf(publish(withdrawal(said(SHEDO), said(ANBO), said(TILIA, 'objected'))))).toBe('granted')
	expect(codeOf(publish(withdrawal(said(SHEDO), said(ANBO)), { signed: [TILIA] }))).toBe('tooFewAgree')
	expect(codeOf(publish(withdrawal(said(SHEDO)), { signed: [SHEDO] }))).toBe('granted')
})

test('who left long before it was proposed does not count, and who is removed for it, or since, does', () => {
	const openedAt = NOW - DAY
	const asked = addendum({ kind: 'withdrawal', stretch: null, openedAt, closesAt: NOW, answers: [said(SHEDO)] })
	const gone = (at: number): Partial<Amendable> => ({
		members: [SHEDO],
		left: [ANBO, TILIA].map((associationId) => ({ associationId, at })),
	})
	expect(codeOf(publish(asked))).toBe('tooFewAgree')
	expect(codeOf(publish(asked, gone(openedAt - LEFT_BEFORE_MS)))).toBe('granted')
	expect(codeOf(publish(asked, gone(openedAt - LEFT_BEFORE_MS + 1)))).toBe('tooFewAgree')
	expect(codeOf(publish(asked, gone(NOW)))).toBe('tooFewAgree')
	// Nor where silence was consent.
	const light = { ballot: ballot({ track: 'light' }), signed: [SHEDO] }
	expect(codeOf(publish(asked, { ...light, ...gone(openedAt - LEFT_BEFORE_MS) }))).toBe('granted')
	// Where all of them have left, nobody is there to take it back in their name.
	expect(codeOf(publish(asked, { ...gone(openedAt - LEFT_BEFORE_MS), signed: [ANBO, TILIA] }))).toBe('tooFewAgree')
	const plan = publish(asked, gone(openedAt - LEFT_BEFORE_MS))
	if (!plan.ok) throw new Error(plan.reason.code)
	const { needed, associations } = plan.value.record
	expect([needed, associations.filter(({ counted }) => counted).length]).toEqual([1, 1])
	expect(associations.filter(({ answer, counted }) => answer === 'left' && !counted)).toHaveLength(2)
})

test('where silence was consent to the text, all that did not decline count, not the one that signed', () => {
	const light = { ballot: ballot({ track: 'light' }), signed: [SHEDO] }
	const one = addendum({ kind: 'withdrawal', closesAt: NOW, answers: [said(SHEDO)] })
	expect(codeOf(publish(one, light))).toBe('tooFewAgree')
	expect(codeOf(publish(one, { ...light, declined: [ANBO, TILIA] }))).toBe('granted')
})

test.each([
	['notAllowed', addendum({ closesAt: NOW }), secretary],
	['reauthenticate', addendum({ closesAt: NOW }), { ...chair, authenticatedAt: NOW - DAY }],
	['addendumOver', addendum({ closesAt: NOW, takenBackAt: NOW }), chair],
	['addendumOver', addendum({ closesAt: NOW, ordinal: 1 }), chair],
	['addendumOver', addendum({ closesAt: NOW - ADDENDUM_LAPSES_MS }), chair],
] as const)('publication is refused as %s', (code, of, by) => {
	expect(codeOf(publish(of, {}, by))).toBe(code)
})

test('the record says what each association answered, and which of them were not asked', () => {
	const of = addendum({ closesAt: NOW, answers: [said(SHEDO)] })
	const plan = publish(of, { members: [SHEDO, ANBO], addenda: [addendum({ ordinal: 1 }), of] })
	if (!plan.ok) throw new Error(plan.reason.code)
	const { record, guards } = plan.value
	expect(record).toMatchObject({ format: 'samsvar-addendum/1', kind: 'correction', ordinal: 2, needed: null })
	expect(Object.fromEntries(record.associations.map((each) => [each.name, each.answer]))).toEqual(
		Object.fromEntries(
			about().ballot.electorate.map(({ associationId, name }) => [
				name,
				associationId === SHEDO ? 'agreed' : associationId === ANBO ? 'silent' : 'left',
			]),
		),
	)
	expect(guards.map(({ kind }) => kind)).toEqual(['seated', 'stageIn', 'unchangedSince', 'seatsUnchangedSince'])
})
