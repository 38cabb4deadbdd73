import { expect, test } from 'vitest'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	contextAt,
	contributorOf,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	HOUR,
	NOW,
	SHEDO,
	seat,
	signing,
	signoff,
	statement,
	TILIA,
} from '#test/support/rules.ts'
import { type AnswerSignoff, answerSignoff, type Signing, silentAssociations, standingSignoffs } from './signoff.ts'

function answered(command: Partial<AnswerSignoff> = {}, by: Actor = delegateOf(SHEDO), about: Signing = signing()) {
	const asked = { associationId: SHEDO, answer: 'signed', reason: '', textHash: 'hash', method: 'web' } as const
	return answerSignoff(by, about, { ...asked, ...command }, contextAt())
}

test('an association signs off the exact text, through its delegate', () => {
	const result = answered({ reason: 'Utan betydelse' })
	expect(eventOf('signoffGiven', result)).toEqual({
		associationId: SHEDO,
		answer: 'signed',
		textHash: 'hash',
		reason: '',
		method: 'web',
	})
	expect(guardsOf(result)).toEqual(['seated', 'stageIn', 'textStands'])
})

test('an association declines with a reason', () => {
	const declined = (reason: string) => answered({ answer: 'declined', reason })
	expect(eventOf('signoffGiven', declined(' Vi saknar punkt 3. '))).toMatchObject({
		answer: 'declined',
		reason: 'Vi saknar punkt 3.',
	})
	expect([declined(''), declined(' \n\u0000')].map(codeOf)).toEqual(['reasonRequired', 'reasonRequired'])
	expect(codeOf(declined('x'.repeat(4001)))).toBe('tooLong')
})

test('an answer can be changed until the deadline, and not at it', () => {
	const about = (dueAt: number) => signing({ dueAt, signoffs: [signoff(SHEDO)] })
	const change = { answer: 'declined', reason: 'Ändrat oss' } as const
	expect(codeOf(answered(change, delegateOf(SHEDO), about(NOW + 1)))).toBe('granted')
	expect(answered(change, delegateOf(SHEDO), about(NOW))).toEqual({
		ok: false,
		reason: { code: 'signingOver', dueAt: NOW },
	})
})

test('the delegate’s answer stands over the deputy’s, about the text as it now is', () => {
	const by = deputyOf(SHEDO)
	const after = (given: Signing['signoffs'][number]) => codeOf(answered({}, by, signing({ signoffs: [given] })))
	expect(codeOf(answered({}, by))).toBe('granted')
	expect(after(signoff(SHEDO, { role: 'deputy' }))).toBe('granted')
	expect(after(signoff(ANBO, { role: 'delegate' }))).toBe('granted')
	expect(after(signoff(SHEDO, { role: 'delegate' }))).toBe('delegateHasSigned')
	expect(after(signoff(SHEDO, { role: 'delegate', method: 'vote' }))).toBe('delegateHasSigned')
	expect(after(signoff(SHEDO, { role: 'delegate', textHash: 'older' }))).toBe('granted')
})

test('nobody signs a text they did not have in front of them', () => {
	expect(codeOf(answered({ textHash: 'older' }))).toBe('textChanged')
})

test('a sign-off asks for a recent sign-in', () => {
	expect(codeOf(answered({}, { ...delegateOf(SHEDO), authenticatedAt: NOW - 12 * HOUR - 1 }))).toBe('reauthenticate')
	expect(codeOf(answered({}, { ...delegateOf(SHEDO), authenticatedAt: 'byToken' }))).toBe('granted')
})

test.each<[string, Actor]>([
	['a contributor', contributorOf(SHEDO)],
	['the delegate of another', delegateOf(ANBO)],
	['the chair', chair],
	['a delegate who was removed', actor(seat('delegate', SHEDO, { endedAt: NOW - 1 }))],
])('%s does not sign for an association', (_, by) => {
	expect(codeOf(answered({}, by))).toBe('notAllowed')
})

test('an association that joined after the ballot does not sign', () => {
	const NEW = 'new' as AssociationId
	expect(codeOf(answered({ associationId: NEW }, delegateOf(NEW)))).toBe('notInElectorate')
})

test('there is nothing to sign before the decision, and nothing more after publishing', () => {
	for (const stage of ['drafting', 'consulting', 'deciding', 'published', 'withdrawn'] as const) {
		const about = signing({ statement: statement(stage) })
		expect(codeOf(answered({}, delegateOf(SHEDO), about))).toBe('wrongStage')
	}
})

test('only answers about the text as it stands count; the others are silent again', () => {
	const about = signing({ signoffs: [signoff(TILIA, { textHash: 'older' }), signoff(ANBO, { answer: 'declined' })] })
	expect(standingSignoffs(about).map(({ associationId }) => associationId)).toEqual([ANBO])
	expect(silentAssociations(about)).toEqual([SHEDO, TILIA])
})
