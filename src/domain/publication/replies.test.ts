import { expect, test } from 'vitest'
import type { ReplyId, ResponseId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, eventOf, NOW, SHEDO, STATEMENT_ID, secretary } from '#test/support/rules.ts'
import { checkReply, takeReply, WAITING_REPLIES_LIMIT } from './replies.ts'
import type { GivenReply, ReplyStatus } from './reply.ts'

const letter = { id: 'letter' as ResponseId, statementId: STATEMENT_ID }
const given: GivenReply = {
	...{ kind: 'bounce', from: 'mx@example.org', proven: false, checks: { spf: null, dkim: null, dmarc: null } },
	...{ subject: 'Nej', text: 'Kom inte fram.', about: [], files: [], leftOut: [] },
}
const take = (more: Partial<GivenReply> = {}, waiting = 0) =>
	takeReply(letter, waiting, { ...given, ...more }, contextAt())
const check = (belongs: boolean, status: ReplyStatus = 'waiting', by = chair) =>
	checkReply(by, { id: 'reply' as ReplyId, statementId: STATEMENT_ID, status }, belongs, contextAt())

test('what comes back is an event about its letter, tells nobody and needs nobody', () => {
	expect(granted(take())).toMatchObject({
		guards: [],
		events: [{ stream: 'response:letter', statementId: STATEMENT_ID }],
	})
	expect('notifications' in granted(take())).toBe(false)
	expect(eventOf('replyTaken', take())).toEqual({ ...given, replyId: 'id-1', responseId: 'letter' })
})

test('of what anybody can write as long as they like, so much is kept as is read', () => {
	const about = Array.from({ length: 30 }, () => ({ address: 'a'.repeat(999), said: 'å\n'.repeat(999) }))
	const kept = eventOf('replyTaken', take({ about, subject: `Nej\n${'x'.repeat(999)}`, from: 'b'.repeat(999) }))
	expect(kept.about).toHaveLength(20)
	expect(kept.about[0]?.said).toHaveLength(400)
	expect([kept.about[0]?.address.length, kept.subject.length, kept.from.length]).toEqual([254, 300, 254])
	expect(kept.subject).not.toContain('\n')
	expect(codeOf(take({ text: 'å'.repeat(200_001) }))).toBe('tooLong')
})

test('when more wait than anybody looks at, no more is taken', () => {
	expect(codeOf(take({}, WAITING_REPLIES_LIMIT - 1))).toBe('granted')
	expect(codeOf(take({}, WAITING_REPLIES_LIMIT))).toBe('tooManyTries')
})

test('chair and secretary say what belongs there, and can say otherwise later', () => {
	expect(eventOf('replyChecked', check(true, 'waiting', secretary))).toEqual({ replyId: 'reply', belongs: true })
	expect(granted(check(true)).guards).toMatchObject([{ kind: 'seated', now: NOW }])
	expect(eventOf('replyChecked', check(false, 'kept'))).toMatchObject({ belongs: false })
	expect(eventOf('replyChecked', check(true, 'aside'))).toMatchObject({ belongs: true })
	expect(granted(check(false, 'aside')).events).toEqual([])
	expect(codeOf(check(true, 'waiting', delegateOf(SHEDO)))).toBe('notAllowed')
})
