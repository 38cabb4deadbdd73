import { expect, test } from 'vitest'
import type { AmendmentId, AmendmentVersionId, AssociationId, BallotId } from '#domain/kernel/id.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { ALL, amendment, MUST, SHALL, TEXT, words } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	ballot,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	MEMBERS,
	member,
	NOW,
	SHEDO,
	secretary,
	statement,
	TILIA,
} from '#test/support/rules.ts'
import { PRESETS, type Preset } from './bylaws.ts'
import {
	bylawsForAmendment,
	type OpenAmendmentBallot,
	openAmendmentBallot,
	type PutToVote,
} from './opening-on-amendment.ts'

const draft: Draft = { statement: statement('drafting'), blocks: TEXT }
const known = (more: Partial<PutToVote> = {}): PutToVote => ({
	...{ draft, coalition: coalition(), amendment: SHALL, against: null, textHash: 'hash', position: 7 },
	...more,
})
const put = ({ id: amendmentId, versionId }: { id: AmendmentId; versionId: AmendmentVersionId }) => ({
	amendmentId,
	versionId,
})

function opened(command: Partial<OpenAmendmentBallot> = {}, about = known(), by = chair) {
	const asked = { versionId: SHALL.versionId, against: null, closesAt: NOW + 7 * DAY, ...command }
	return openAmendmentBallot(by, about, asked, contextAt())
}
const overMust = { against: put(MUST) }
const both = known({ against: MUST })

test('an amendment is put to all, in the words that it has, and the text stays where it is', () => {
	const result = opened()
	expect(eventOf('ballotOpened', result)).toEqual({
		ballotId: granted(result).value.ballotId,
		subject: { kind: 'amendment', ...put(SHALL), against: null },
		textHash: 'hash',
		track: 'full',
		closesAt: NOW + 7 * DAY,
		signoffDueAt: NOW + 7 * DAY,
		bylaws: { ...PRESETS.standard, yesCarriesSignoff: false, silenceIsConsent: false, editorialChanges: false },
		electorate: ballot().electorate,
		urgent: null,
	})
	expect(granted(result).events.map(({ type, stream }) => `${type} ${stream.split(':')[0]}`)).toEqual([
		'ballotOpened ballot',
		'amendmentPutToBallot amendment',
	])
	expect(granted(result).notifications?.map(({ kind }) => kind)).toEqual(MEMBERS.map(() => 'ballot'))
	expect(guardsOf(result)).toEqual(['seated', 'stageIn', 'coalitionUnchangedSince'])
})

test('between two the one that more want goes on, whatever majority adopts a text', () => {
	const strict = { ...PRESETS.standard, majority: 'twoThirds' } as const
	expect(eventOf('ballotOpened', opened(overMust, both))).toMatchObject({
		subject: { ...put(SHALL), against: put(MUST) },
		bylaws: { majority: 'simple' },
	})
	expect(bylawsForAmendment(strict, null).majority).toBe('twoThirds')
	expect(bylawsForAmendment(strict, put(MUST)).majority).toBe('simple')
})

test('two are put against each other only where they want different things of the same words', () => {
	const elsewhere = { ...ALL, state: 'open' } as const
	expect(codeOf(opened({ against: put(elsewhere) }, known({ against: elsewhere })))).toBe('notOpposed')
	const same = amendment(4, ANBO, words('Regionen ska agera nu.'))
	expect(codeOf(opened({ against: put(same) }, known({ against: same })))).toBe('notOpposed')
	expect(codeOf(opened({ against: put(SHALL) }, known({ against: SHALL })))).toBe('notOpposed')
	expect(codeOf(opened(overMust, known({ against: null })))).toBe('notFound')
	expect(codeOf(opened(overMust, both))).toBe('granted')
})

test('only what is open, in the words that were read, and that nobody is asked about already', () => {
	const asked = { kind: 'ballot', ballotId: 'other' as BallotId, secret: false } as const
	const but = (more: object) => known({ amendment: { ...SHALL, ...more } })
	expect(codeOf(opened({}, but({ asked })))).toBe('amendmentAsked')
	expect(codeOf(opened({}, but({ state: 'prepared' })))).toBe('notFound')
	for (const state of ['withdrawn', 'adopted', 'rejected'] as const)
		expect(codeOf(opened({}, but({ state })))).toBe('amendmentState')
	expect(codeOf(opened({ versionId: 'former' as AmendmentVersionId }))).toBe('amendmentChanged')
	expect(codeOf(opened(overMust, known({ against: { ...MUST, asked } })))).toBe('amendmentAsked')
	expect(codeOf(opened({ against: { ...put(MUST), versionId: 'former' as AmendmentVersionId } }, both))).toBe(
		'amendmentChanged',
	)
})

test('the chair alone, while the text is written, with the time that the bylaws promise or a reason', () => {
	expect(codeOf(opened({}, known(), secretary))).toBe('notAllowed')
	expect(codeOf(opened({}, known(), delegateOf(SHEDO)))).toBe('notAllowed')
	for (const stage of ['deciding', 'signing', 'published', 'withdrawn'] as const)
		expect(codeOf(opened({}, known({ draft: { ...draft, statement: statement(stage) } })))).toBe('wrongStage')
	expect(codeOf(opened({ closesAt: NOW + 2 * DAY }))).toBe('tooLittleTime')
	const hasty = opened({ closesAt: NOW + 2 * DAY, urgent: 'Svaret ska in.' })
	expect(eventOf('ballotOpened', hasty)).toMatchObject({ urgent: 'Svaret ska in.' })
	expect(codeOf(opened({ closesAt: NOW }))).toBe('deadlinePassed')
	expect(codeOf(opened({ closesAt: NOW + 60 * DAY }))).toBe('granted')
	const most = { code: 'tooMuchTime', field: 'closesAt', days: 60, latest: NOW + 60 * DAY }
	expect(opened({ closesAt: NOW + 60 * DAY + 1 })).toEqual({ ok: false, reason: most })
})

test('it is asked of the members in force, who are enough to keep a secret', () => {
	const under = (preset: Preset, ids: readonly AssociationId[] = MEMBERS) =>
		known({ coalition: coalition({ preset, associations: coalition().associations.slice(0, ids.length) }) })
	expect(codeOf(opened({}, known({ coalition: coalition({ associations: [] }) })))).toBe('noAssociations')
	expect(codeOf(opened({}, under('secret', [SHEDO, ANBO])))).toBe('tooFewForSecrecy')
	const FIVE = [SHEDO, ANBO, TILIA, 'rsmh', 'balans'] as const
	const among = (count: number) =>
		coalition({ preset: 'secret', associations: FIVE.slice(0, count).map((id) => member(id as AssociationId)) })
	const secretly = (count: number, more: Partial<PutToVote> = {}) => known({ coalition: among(count), ...more })
	// One of them stands behind it, and has said how it votes.
	expect(opened({}, secretly(3))).toMatchObject({ reason: { code: 'tooFewUncommitted', least: 3, uncommitted: 2 } })
	expect(codeOf(opened({}, secretly(4)))).toBe('granted')
	expect(codeOf(opened(overMust, secretly(4, { against: MUST })))).toBe('tooFewUncommitted')
	expect(codeOf(opened(overMust, secretly(5, { against: MUST })))).toBe('granted')
	const joined = [TILIA, ANBO].map((associationId) => ({ associationId, versionId: SHALL.versionId }))
	expect(codeOf(opened({}, secretly(5, { amendment: { ...SHALL, joined } })))).toBe('tooFewUncommitted')
})
