import { expect, test } from 'vitest'
import type { AssociationId, CommentId, PersonId } from '#domain/kernel/id.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	contextAt,
	contributorOf,
	delegateOf,
	deputyOf,
	SHEDO,
	STATEMENT_ID,
	statement,
} from '#test/support/rules.ts'
import { agreeWithComment } from './agreement.ts'
import { changeComment, type Thread } from './comment.ts'

const ID = 'first' as CommentId
const thread = (agreed: readonly AssociationId[] = [], withdrawn = false, wording = 0, hidden = false): Thread => ({
	id: ID,
	statementId: STATEMENT_ID,
	seq: 1,
	resolved: false,
	agreed,
	wording,
	entries: [
		{ id: ID, kind: 'comment', personId: 'person' as PersonId, associationId: SHEDO, text: 'Mer.', withdrawn, hidden },
	],
})

type Trying = { who?: ReturnType<typeof delegateOf>; about?: Thread; agrees?: boolean; stage?: (typeof STAGES)[number] }
const agree = (
	{ who = delegateOf(ANBO), about = thread(), agrees = true, stage = 'consulting' }: Trying = {},
	of = ANBO,
) => agreeWithComment(who, statement(stage), about, { associationId: of, agrees, wording: 0 }, contextAt())

test('an association agrees with another’s comment, once, and takes it back; nobody is mailed', () => {
	const { events, notifications } = granted(agree())
	expect(events).toMatchObject([
		{ type: 'commentAgreedWith', payload: { threadId: ID, associationId: ANBO, agrees: true } },
	])
	// Not on the thread's own stream: an answer that is being written is to what was said.
	expect(events[0]?.stream).not.toBe(`comment:${ID}`)
	expect(notifications).toBeUndefined()
	expect(granted(agree({ about: thread([ANBO]) })).events).toEqual([])
	expect(granted(agree({ about: thread([ANBO]), agrees: false })).events).toMatchObject([
		{ payload: { agrees: false } },
	])
	expect(granted(agree({ agrees: false })).events).toEqual([])
})

test('whoever votes for an association agrees for it, and for no other; a contributor and the chair for none', () => {
	for (const who of [delegateOf(ANBO), deputyOf(ANBO)]) expect(codeOf(agree({ who }))).toBe('granted')
	expect(codeOf(agree({ who: contributorOf(ANBO) }))).toBe('notAllowed')
	expect(codeOf(agree({ who: chair }))).toBe('notAllowed')
	expect(codeOf(agree({ who: delegateOf(SHEDO) }))).toBe('notAllowed')
	expect(codeOf(agree({ who: actor() }))).toBe('notFound')
	expect(codeOf(agree({ who: delegateOf(SHEDO) }, SHEDO))).toBe('ownComment')
	expect(STAGES.filter((stage) => codeOf(agree({ stage })) === 'granted')).toEqual(['drafting', 'consulting'])
})

test('what is agreed with are words: not other ones than were read, none that were taken back, and they are not changed under it', () => {
	expect(codeOf(agree({ about: thread([], false, 1) }))).toBe('commentsSince')
	expect(codeOf(agree({ about: thread([], true) }))).toBe('commentWithdrawn')
	expect(codeOf(agree({ about: thread([], false, 0, true) }))).toBe('commentHidden')
	// What was said before it was hidden can be taken back.
	expect(codeOf(agree({ about: thread([ANBO], false, 0, true), agrees: false }))).toBe('granted')
	const mine = delegateOf(SHEDO)
	const reword = (agreed: readonly AssociationId[]) => {
		const about = thread(agreed)
		const entries = about.entries.map((entry) => ({ ...entry, personId: mine.personId }))
		const change = { commentId: ID, text: 'Mindre.' }
		return changeComment(mine, statement('consulting'), { ...about, entries }, change, contextAt())
	}
	expect(codeOf(reword([]))).toBe('granted')
	expect(codeOf(reword([ANBO]))).toBe('commentAnswered')
})
