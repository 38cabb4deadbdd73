import { expect, test } from 'vitest'
import type { AssociationId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ballot,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	MEMBERS,
	NOW,
	SHEDO,
	secretary,
	statement,
	VOICES,
	version,
} from '#test/support/rules.ts'
import type { Choice } from './ballot.ts'
import { PRESETS, type Preset } from './bylaws.ts'
import { enterMeetingDecision, type MeetingDecision } from './meeting.ts'
import { type OpenBallot, openBallot } from './opening.ts'
import type { Proposal } from './proposal.ts'

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
	statement: statement('consulting'),
	coalition: coalition(),
	blocks: [version('Vi är positiva.')],
	textHash: 'hash',
	salts: { title: 'salt 0', blocks: ['salt 1'] },
	position: 7,
	list: null,
	...more,
})
const under = (preset: Preset) => proposal({ coalition: coalition({ preset }) })

function opened(command: Partial<OpenBallot> = {}, about = proposal(), by = chair) {
	const asked = { track: 'full', closesAt: NOW + 7 * DAY, signoffDueAt: NOW + 14 * DAY, ...command } as const
	return openBallot(by, { ...about, seats: VOICES }, asked, contextAt())
}

test('opening a ballot fixes the text, the bylaws and who may vote', () => {
	const result = opened({}, under('board'))
	expect(eventOf('revisionFixed', result)).toMatchObject({
		...{ title: 'Ett svar', language: 'sv', textHash: 'hash' },
		salts: { title: 'salt 0', blocks: ['salt 1'] },
	})
	expect(eventOf('ballotOpened', result)).toEqual({
		ballotId: granted(result).value.ballotId,
		subject: { kind: 'text' },
		textHash: 'hash',
		track: 'full',
		closesAt: NOW + 7 * DAY,
		signoffDueAt: NOW + 14 * DAY,
		bylaws: PRESETS.board,
		electorate: ballot().electorate,
		urgent: null,
	})
	expect(granted(result).notifications?.map((notification) => notification.kind)).toEqual([
		'ballot',
		'ballot',
		'ballot',
	])
})

test('neither text nor members may change between reading and opening', () => {
	expect(guardsOf(opened())).toEqual(['seated', 'stageIn', 'unchangedSince', 'coalitionUnchangedSince'])
	expect(granted(opened()).guards).toContainEqual({ kind: 'unchangedSince', statementId: 'statement', position: 7 })
})

test('only the chair opens a ballot, and only on a text that is being written', () => {
	expect(codeOf(opened({}, proposal(), secretary))).toBe('notAllowed')
	expect(codeOf(opened({}, proposal(), delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(opened({}, proposal({ statement: statement('drafting') })))).toBe('granted')
	for (const stage of ['deciding', 'signing', 'published', 'withdrawn'] as const) {
		expect(codeOf(opened({}, proposal({ statement: statement(stage) })))).toBe('wrongStage')
	}
})

test('there must be a text to ask about and somebody to ask', () => {
	expect(codeOf(opened({}, proposal({ blocks: [] })))).toBe('emptyDocument')
	expect(codeOf(opened({}, proposal({ blocks: [version(' '), version('')] })))).toBe('emptyDocument')
	expect(codeOf(opened({}, proposal({ coalition: coalition({ associations: [] }) })))).toBe('noAssociations')
})

const urgent = 'Svaret ska vara inne på fredag.'

test('there is the time that the bylaws promise, or a reason that is published', () => {
	const soon = { closesAt: NOW + 7 * DAY - 1 }
	expect(opened(soon)).toEqual({
		ok: false,
		reason: { code: 'tooLittleTime', field: 'closesAt', days: 7, earliest: NOW + 7 * DAY, remedy: 'reason' },
	})
	expect(codeOf(opened({ ...soon, urgent: ' ' }))).toBe('tooLittleTime')
	expect(codeOf(opened({ ...soon, urgent: 'x'.repeat(4001) }))).toBe('tooLong')
	expect(eventOf('ballotOpened', opened({ ...soon, urgent: ` ${urgent} ` })).urgent).toBe(urgent)
	expect(eventOf('ballotOpened', opened({ urgent })).urgent).toBe(null)
	const toSign = { signoffDueAt: NOW + 10 * DAY - 1 }
	expect(opened(toSign)).toMatchObject({ reason: { field: 'signoffDueAt', days: 3, earliest: NOW + 10 * DAY } })
	expect(eventOf('ballotOpened', opened({ ...toSign, urgent })).urgent).toBe(urgent)
	expect(eventOf('ballotOpened', opened({ signoffDueAt: undefined })).signoffDueAt).toBe(NOW + 10 * DAY)
})

test('where silence is consent no reason is good enough for less time', () => {
	const light = { track: 'light', closesAt: NOW + 7 * DAY - 1, urgent } as const
	expect(opened(light)).toMatchObject({ reason: { code: 'tooLittleTime', remedy: 'fullTrack' } })
	expect(eventOf('ballotOpened', opened({ ...light, closesAt: NOW + 7 * DAY })).urgent).toBe(null)
})

test('a ballot closes after it opens, and sign-off is due after it closes', () => {
	expect(codeOf(opened({ closesAt: NOW }))).toBe('deadlinePassed')
	expect(codeOf(opened({ closesAt: NOW + 1, urgent }))).toBe('granted')
	expect(codeOf(opened({ closesAt: NOW + 4000 * DAY }))).toBe('invalid')
	expect(codeOf(opened({ signoffDueAt: NOW + 7 * DAY - 1 }))).toBe('deadlineOrder')
	expect(codeOf(opened({ signoffDueAt: Number.NaN }))).toBe('deadlineOrder')
	expect(codeOf(opened({ signoffDueAt: NOW + 4000 * DAY }))).toBe('invalid')
})

test('sign-off can be due when the ballot closes only where yes votes carry it', () => {
	const together = { closesAt: NOW + 7 * DAY, signoffDueAt: NOW + 7 * DAY, urgent }
	expect(codeOf(opened(together, under('standard')))).toBe('granted')
	expect(codeOf(opened(together, under('secret')))).toBe('deadlineOrder')
})

test('the light track has one deadline, where the bylaws let silence be consent', () => {
	const light = { track: 'light', signoffDueAt: 0 } as const
	expect(eventOf('ballotOpened', opened(light))).toMatchObject({ track: 'light', signoffDueAt: NOW + 7 * DAY })
	expect(codeOf(opened(light, under('board')))).toBe('granted')
	expect(codeOf(opened(light, under('writtenProcedure')))).toBe('silenceNotConsent')
	expect(codeOf(opened(light, under('secret')))).toBe('silenceNotConsent')
})

const votes = (choices: Record<string, Choice>): MeetingDecision['votes'] =>
	Object.entries(choices).map(([id, choice]) => ({ associationId: id as AssociationId, choice }))

function entered(command: Partial<MeetingDecision> = {}, about = proposal(), by = chair) {
	const decision = {
		heldOn: '2022-10-10',
		minutes: ' § 7, protokoll 2022-10-10 ',
		votes: votes({ shedo: 'yes', anbo: 'yes', tilia: 'no' }),
		signoffDueAt: NOW + 3 * DAY,
		...command,
	}
	return enterMeetingDecision(by, about, decision, contextAt(), '2022-10-14')
}

const told = MEMBERS.map((associationId) => {
	return { kind: 'meetingVote', statementId: 'statement', ballotId: 'id-1', associationId }
})

test('a decision taken at a meeting is entered with its minutes, counted, and sign-off follows', () => {
	const result = entered()
	expect(eventOf('meetingDecisionEntered', result)).toMatchObject({
		heldOn: '2022-10-10',
		minutes: '§ 7, protokoll 2022-10-10',
		outcome: { yes: 2, no: 1, silent: 0, quorum: 2, result: 'adopted' },
	})
	expect(granted(result).notifications).toEqual(told)
	expect(guardsOf(result)).toEqual(['seated', 'stageIn', 'unchangedSince', 'coalitionUnchangedSince'])
})

test('every association is told how it is said to have voted where the meeting did not adopt the text, too', () => {
	const rejected = entered({ votes: votes({ shedo: 'no', anbo: 'no' }) })
	expect(eventOf('meetingDecisionEntered', rejected).outcome.result).toBe('rejected')
	expect(granted(rejected).notifications).toEqual(told)
	const thin = entered({ votes: votes({ shedo: 'yes' }) })
	expect(eventOf('meetingDecisionEntered', thin).outcome.result).toBe('noQuorum')
	expect(eventOf('meetingDecisionEntered', entered({ votes: [] })).outcome).toMatchObject({ silent: 3 })
})

test.each<[string, Partial<MeetingDecision>]>([
	['empty', { minutes: ' ' }],
	['tooLong', { minutes: 'x'.repeat(4001) }],
	['invalid', { heldOn: '2022-10-15' }],
	['invalid', { heldOn: '2022-02-30' }],
	['deadlinePassed', { signoffDueAt: NOW }],
	['notInElectorate', { votes: votes({ stranger: 'yes' }) }],
	['notInElectorate', { votes: [...votes({ shedo: 'yes' }), ...votes({ shedo: 'no' })] }],
])('a meeting decision is refused as %s: %j', (code, command) => {
	expect(codeOf(entered(command))).toBe(code)
})

test('a meeting held today can be entered today', () => {
	expect(codeOf(entered({ heldOn: '2022-10-14' }))).toBe('granted')
})

test('how each voted at a meeting is not entered where the bylaws keep votes secret', () => {
	expect(codeOf(entered({}, under('secret')))).toBe('ballotIsSecret')
})

test('only the chair enters what a meeting decided, and only about a text that is being written', () => {
	expect(codeOf(entered({}, proposal(), secretary))).toBe('notAllowed')
	expect(codeOf(entered({}, proposal({ statement: statement('signing') })))).toBe('wrongStage')
})

test('after a meeting there is the time to sign that the bylaws promise, or a reason that is published', () => {
	const soon = { signoffDueAt: NOW + 3 * DAY - 1 }
	expect(codeOf(entered(soon))).toBe('tooLittleTime')
	expect(eventOf('meetingDecisionEntered', entered({ ...soon, urgent })).urgent).toBe(urgent)
	expect(eventOf('meetingDecisionEntered', entered()).urgent).toBe(null)
})
