import { expect, test } from 'vitest'
import { openBallot } from '#domain/deciding/opening.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	member,
	NOW,
	SHEDO,
	seat,
	secretary,
	statement,
	TILIA,
	version,
} from '#test/support/rules.ts'
import type { Coalition } from './coalition.ts'
import { bylawsOf, electorateOf, newcomersOf } from './in-force.ts'
import { changeSettings } from './settings.ts'

const { name, seriesPrefix, language, listed } = coalition()
const seated = [seat('chair'), seat('delegate', SHEDO)]

function choose(about: Coalition, preset: Coalition['preset'], now = NOW, seats = seated) {
	const decided = changeSettings(
		chair,
		{ coalition: about, seats, texts: [] },
		{ name, seriesPrefix, preset, language, listed },
		contextAt(now),
	)
	const { former } = eventOf('coalitionChanged', decided)
	const told = (granted(decided).notifications ?? []).map(({ kind }) => kind)
	return { chosen: { ...about, preset, former }, told }
}

const names = (about: Coalition, now = NOW) => electorateOf(about, now).map(({ associationId }) => associationId)

test('other bylaws are in force a week after they were chosen, and every association is told', () => {
	const { chosen, told } = choose(coalition(), 'board')
	expect(chosen.former).toEqual({ preset: 'standard', until: NOW + 7 * DAY })
	expect(told).toEqual(['bylaws', 'bylaws', 'bylaws'])
	expect(bylawsOf(chosen, NOW + 7 * DAY - 1).preset).toBe('standard')
	expect(bylawsOf(chosen, NOW + 7 * DAY).preset).toBe('board')
})

test('those in force, chosen again, were never replaced; a third choice counts from when it was made', () => {
	const { chosen } = choose(coalition(), 'board')
	expect(choose(chosen, 'standard', NOW + DAY)).toMatchObject({
		chosen: { former: null },
		told: Array(3).fill('bylaws'),
	})
	expect(choose(chosen, 'secret', NOW + DAY).chosen.former).toEqual({ preset: 'standard', until: NOW + 8 * DAY })
	expect(choose(chosen, 'secret', NOW + 9 * DAY).chosen.former).toEqual({ preset: 'board', until: NOW + 16 * DAY })
})

test('a change of anything else leaves a choice waiting as it is, and tells nobody', () => {
	const { chosen } = choose(coalition(), 'board')
	expect(choose(chosen, 'board', NOW + DAY)).toEqual({ chosen, told: [] })
	expect(choose(chosen, 'board', NOW + 7 * DAY)).toMatchObject({ chosen: { former: null }, told: [] })
})

test('bylaws are in force at once while nobody has had a seat for an association', () => {
	expect(choose(coalition(), 'board', NOW, [seat('chair')])).toMatchObject({ chosen: { former: null }, told: [] })
	const over = [seat('delegate', SHEDO, { endedAt: NOW - 1 })]
	expect(choose(coalition(), 'board', NOW, over).chosen.former).not.toBeNull()
})

test('an association is in ballots opened a week after it was added', () => {
	const about = coalition({
		associations: [member(SHEDO), member(ANBO, { joinedAt: NOW - 7 * DAY }), member(TILIA, { joinedAt: NOW })],
	})
	expect(names(about)).toEqual([SHEDO, ANBO])
	expect(newcomersOf(about, NOW)).toEqual([{ id: TILIA, name: TILIA, from: NOW + 7 * DAY }])
	expect(names(about, NOW + 7 * DAY - 1)).toEqual([SHEDO, ANBO])
	expect(names(about, NOW + 7 * DAY)).toEqual([SHEDO, ANBO, TILIA])
	expect(newcomersOf(about, NOW + 7 * DAY)).toEqual([])
})

test('in a coalition’s first days all are in', () => {
	const about = coalition({ associations: [SHEDO, ANBO].map((id) => member(id, { joinedAt: NOW - 6 * DAY })) })
	expect(names(about)).toEqual([SHEDO, ANBO])
	expect(newcomersOf(about, NOW)).toEqual([])
	expect(names(coalition({ associations: [] }))).toEqual([])
})

test('a ballot is decided by the bylaws and among the members that all have known of', () => {
	const { chosen } = choose(coalition(), 'board')
	const late = member('late' as AssociationId, { joinedAt: NOW })
	const about = { ...chosen, associations: [...chosen.associations, late] }
	const draft = {
		statement: statement('drafting'),
		blocks: [version('Ett')],
		textHash: 'hash',
		position: 1,
		list: null,
		salts: { title: 's', blocks: ['t'] },
	}
	const opened = (now: number) => {
		const command = { track: 'full', closesAt: now + 7 * DAY } as const
		return eventOf(
			'ballotOpened',
			openBallot(chair, { ...draft, coalition: about, seats: [] }, command, contextAt(now)),
		)
	}
	expect(opened(NOW + 7 * DAY - 1)).toMatchObject({ bylaws: { preset: 'standard' }, electorate: { length: 3 } })
	expect(opened(NOW + 7 * DAY)).toMatchObject({ bylaws: { preset: 'board' }, electorate: { length: 4 } })
})

test('a secretary chooses bylaws like a chair, and a delegate does not', () => {
	const settings = { name, seriesPrefix, preset: 'board', language, listed } as const
	expect(
		changeSettings(secretary, { coalition: coalition(), seats: seated, texts: [] }, settings, contextAt()).ok,
	).toBe(true)
	expect(
		changeSettings(delegateOf(SHEDO), { coalition: coalition(), seats: seated, texts: [] }, settings, contextAt()).ok,
	).toBe(false)
})
