import { expect, test } from 'vitest'
import { codeOf } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	coalition,
	contest,
	DAY,
	MEMBERS,
	NOW,
	SHEDO,
	signing,
	signoff,
	TILIA,
} from '#test/support/rules.ts'
import { planPublication, readyToPublish } from './publication.ts'

const signoffs = MEMBERS.map((id) => signoff(id))
const contests = [contest(TILIA), contest(ANBO, { role: 'deputy' }), contest(SHEDO, { standing: false })]

test('nothing is published while an association says that its vote was not entered rightly, however late it is', () => {
	const about = signing({ signoffs, contests })
	const refusal = { ok: false, reason: { code: 'votesContested', associations: ['AnBo', 'Tilia'] } }
	expect(readyToPublish(about, NOW)).toEqual(refusal)
	expect(readyToPublish(about, NOW + 365 * DAY)).toEqual(refusal)
	const none = { blocks: [], salts: null, votes: [], stances: [], meeting: null, editorialChanges: [], inquiry: null }
	const publishable = { ...none, coalition: coalition(), signing: about, lastNumber: 0, position: 0 }
	expect(planPublication(chair, publishable, 'hash', NOW)).toEqual(refusal)
})

test('it is published when what was said is taken back, or nothing was', () => {
	expect(codeOf(readyToPublish(signing({ signoffs, contests: contests.slice(2) }), NOW))).toBe('granted')
	expect(codeOf(readyToPublish(signing({ signoffs, contests: [] }), NOW))).toBe('granted')
})

test('after a meeting the silent have the time that they were told, also where a slip was mended and asked about sooner', () => {
	const sooner = { dueAt: NOW, signoffs: [signoff(SHEDO)] }
	const dueAt = NOW + 14 * DAY
	expect(readyToPublish(signing({ ...sooner, contests: [] }), NOW)).toEqual({
		ok: false,
		reason: { code: 'awaitingSignoffs', missing: [ANBO, TILIA], dueAt },
	})
	expect(codeOf(readyToPublish(signing({ ...sooner, contests: [] }), dueAt))).toBe('granted')
	expect(codeOf(readyToPublish(signing(sooner), NOW))).toBe('granted')
})
