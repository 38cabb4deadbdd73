import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { replaceSeat } from '#domain/members/arranging.ts'
import { endSeat, type GiveSeat, giveSeat } from '#domain/members/membership.ts'
import type { Seat } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	ANBO,
	actor,
	ballot,
	chair,
	coalition,
	contextAt,
	DAY,
	eventOf,
	guardsOf,
	MEMBERS,
	NOW,
	SHEDO,
	seat,
	statement,
	TILIA,
	VOICES,
	version,
} from '#test/support/rules.ts'
import { PRESETS } from './bylaws.ts'
import { decideBallot } from './closing.ts'
import { openBallot } from './opening.ts'
import { type Asked, associationsWithVoice } from './voice.ts'

const asked: Asked = { from: NOW, until: NOW + 7 * DAY, bylaws: PRESETS.standard, associations: MEMBERS }
const dora = 'dora' as PersonId
const her = (more: Partial<Seat> = {}) => seat('delegate', SHEDO, { personId: dora, ...more })
const couldAnswer = (seats: readonly Seat[], time: Partial<Asked> = {}) =>
	associationsWithVoice(seats, { ...asked, ...time }).has(SHEDO)

test('an association has a voice from a seat that votes and was given before it was asked', () => {
	expect([...associationsWithVoice(VOICES, asked)]).toEqual([...MEMBERS])
	expect(couldAnswer([her()])).toBe(true)
	expect(couldAnswer([her({ role: 'deputy' })])).toBe(true)
	expect(couldAnswer([her({ role: 'contributor' })])).toBe(false)
	expect(couldAnswer([her({ associationId: ANBO })])).toBe(false)
	expect(couldAnswer([her({ givenAt: NOW + 1 })])).toBe(false)
})

test('it has one only if there was somebody all the time', () => {
	expect(couldAnswer([her({ until: NOW + 7 * DAY })])).toBe(true)
	expect(couldAnswer([her({ until: NOW + 7 * DAY - 1 })])).toBe(false)
	expect(couldAnswer([her({ endedAt: NOW + DAY })])).toBe(false)
	expect(couldAnswer([her({ from: NOW + DAY })])).toBe(false)
	const next = seat('delegate', SHEDO, { from: NOW + DAY, personId: 'next' as PersonId })
	expect(couldAnswer([her({ until: NOW + DAY }), next])).toBe(true)
	expect(couldAnswer([her({ until: NOW + DAY - 1 }), next])).toBe(false)
})

test('an erased person has none, from the moment on when they were erased', () => {
	expect(couldAnswer([her({ erasedAt: NOW - 1 })])).toBe(false)
	expect(couldAnswer([her({ erasedAt: NOW + DAY })])).toBe(false)
	expect(couldAnswer([her({ erasedAt: NOW + 7 * DAY })])).toBe(true)
})

test('a seat for the coalition takes the voice of whoever votes for an association, unless the bylaws let them', () => {
	const office = seat('secretary', null, { personId: dora, givenAt: NOW + DAY })
	expect(couldAnswer([her(), office])).toBe(false)
	expect(couldAnswer([her(), office], { bylaws: PRESETS.board })).toBe(true)
	expect(couldAnswer([her(), { ...office, givenAt: NOW + 8 * DAY }])).toBe(true)
	expect(couldAnswer([her(), { ...office, endedAt: NOW - 1 }])).toBe(true)
})

const proposal = {
	statement: statement('drafting'),
	coalition: coalition(),
	blocks: [version('Vi är positiva.')],
	textHash: 'hash',
	salts: { title: 'salt 0', blocks: ['salt 1'] },
	position: 7,
	list: null,
	unreached: ALL_REACHED,
}

test('where silence is to be consent, nothing is opened while somebody could not object', () => {
	const opened = (track: 'light' | 'full', seats: readonly Seat[]) =>
		openBallot(chair, { ...proposal, seats }, { track, closesAt: NOW + 7 * DAY }, contextAt())
	const some = VOICES.filter(({ associationId }) => associationId === ANBO)
	expect(codeOf(opened('light', VOICES))).toBe('granted')
	expect(opened('light', some)).toEqual({
		ok: false,
		reason: { code: 'nobodyToObject', associations: ['Shedo', 'Tilia'] },
	})
	expect(codeOf(opened('full', some))).toBe('granted')
})

test('silence of an association that could not have objected is no consent', () => {
	const closesAt = NOW + 7 * DAY
	const light = ballot({ track: 'light', opensAt: NOW, closesAt, closedAt: closesAt })
	const counted = (seats: readonly Seat[], no = false) => {
		const vote = { associationId: ANBO, choice: 'no', signs: false, role: 'delegate', seatId: null } as const
		return eventOf('ballotDecided', decideBallot(light, { votes: no ? [vote] : [], papers: [], seats }, contextAt()))
	}
	const [one, ...others] = VOICES as [Seat, ...Seat[]]
	const lost = [{ ...one, endedAt: NOW + DAY }, ...others]
	expect(counted(VOICES).outcome).toMatchObject({ result: 'adopted', quorum: 0 })
	expect(counted(lost)).toMatchObject({ outcome: { result: 'noQuorum', silent: 3, quorum: 3 }, signing: null })
	expect(counted(lost, true).outcome).toMatchObject({ result: 'rejected' })
})

const during = (seats: readonly Seat[], questions: readonly Asked[] = [asked]) => {
	return {
		coalition: coalition(),
		seats: [seat('chair'), ...seats],
		asked: questions,
		position: 7,
		unreached: ALL_REACHED,
	}
}
const end = (seats: readonly Seat[], questions?: readonly Asked[]) =>
	endSeat(chair, during(seats, questions), her().id, contextAt(NOW + DAY))
const give = (more: Partial<GiveSeat>) => {
	const given = {
		personId: dora,
		associationId: null,
		role: 'secretary',
		from: NOW,
		until: null,
		invite: false,
	} as const
	return giveSeat(chair, during([her()]), { ...given, ...more }, contextAt(NOW + DAY))
}

test('nobody takes from an association its last voice in what it is asked', () => {
	expect(end([her()])).toEqual({ ok: false, reason: { code: 'lastToAnswer', until: asked.until } })
	const longer = { ...asked, until: asked.until + DAY }
	expect(end([her()], [asked, longer, asked])).toMatchObject({ reason: { until: longer.until } })
	expect(codeOf(end([her()], []))).toBe('granted')
	expect(codeOf(end([her(), seat('deputy', SHEDO, { personId: 'pia' as PersonId })]))).toBe('granted')
	expect(codeOf(end([her()], [{ ...asked, associations: [TILIA] }]))).toBe('granted')
	const { id: replaces } = her()
	const given = { personId: 'eva' as PersonId, associationId: SHEDO, role: 'delegate', from: NOW } as const
	const over = { ...given, until: null, invite: false, replaces }
	expect(codeOf(replaceSeat(chair, during([her()]), over, contextAt(NOW + DAY)))).toBe('lastToAnswer')
	expect(codeOf(give({}))).toBe('lastToAnswer')
	expect(codeOf(give({ personId: 'eva' as PersonId }))).toBe('granted')
})

test('what was asked meanwhile is seen when it is saved', () => {
	expect(guardsOf(end([her()], []))).toEqual(['seated', 'nothingAskedSince'])
	expect(guardsOf(give({ personId: 'eva' as PersonId }))).toEqual(['seated', 'nothingAskedSince'])
	expect(guardsOf(give({ role: 'contributor', associationId: SHEDO }))).toEqual(['seated'])
})

test('whoever holds the seat may end it', () => {
	const both = { ...actor(seat('chair')), personId: dora }
	const ended = endSeat(both, during([her()]), her().id, contextAt(NOW + DAY))
	expect(granted(ended).notifications).toEqual([])
})
