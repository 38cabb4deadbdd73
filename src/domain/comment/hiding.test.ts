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
	secretary,
	statement,
} from '#test/support/rules.ts'
import type { Thread, ThreadEntry } from './comment.ts'
import { hideComment, readsHidden } from './hiding.ts'

const ID = 'first' as CommentId
const AUTHOR = 'author' as PersonId
const entry = (more: Partial<ThreadEntry> = {}): ThreadEntry => ({
	id: ID,
	kind: 'comment',
	personId: AUTHOR,
	associationId: SHEDO,
	text: 'Mer.',
	withdrawn: false,
	hidden: false,
	...more,
})
const thread = (more: Partial<ThreadEntry> = {}): Thread => ({
	id: ID,
	statementId: STATEMENT_ID,
	seq: 1,
	resolved: false,
	agreed: [],
	wording: 0,
	entries: [entry(more)],
})
type Trying = { who?: ReturnType<typeof delegateOf>; about?: Thread; stage?: (typeof STAGES)[number] }
const hide = (
	{ who = chair, about = thread(), stage = 'consulting' }: Trying = {},
	how: { hides?: boolean; reason?: string; commentId?: CommentId } = {},
) =>
	hideComment(
		who,
		statement(stage),
		about,
		{ commentId: ID, hides: true, reason: ' Det nämner en patient. ', ...how },
		contextAt(),
	)

test('the chair hides with a reason, and the association whose words they are is told; and shows again, and it is told of that', () => {
	const hidden = granted(hide())
	const payload = { threadId: ID, commentId: ID, reason: 'Det nämner en patient.' }
	expect(hidden.events).toMatchObject([{ type: 'commentHidden', stream: `comment:${ID}`, payload }])
	const toShedo = [{ kind: 'comments', statementId: STATEMENT_ID, associationId: SHEDO }]
	expect(hidden.notifications).toEqual(toShedo)
	const shown = granted(hide({ about: thread({ hidden: true }) }, { hides: false, reason: '' }))
	expect(shown.events).toMatchObject([{ type: 'commentHidden', payload: { reason: null } }])
	expect(shown.notifications).toEqual(toShedo)
	// And those who agree with it.
	const agreed = { ...thread(), agreed: [ANBO, SHEDO] }
	expect(granted(hide({ about: agreed })).notifications).toEqual([
		...toShedo,
		{ kind: 'comments', statementId: STATEMENT_ID, associationId: ANBO },
	])
	// What was said for the coalition: chair and secretary.
	expect(granted(hide({ about: thread({ associationId: null }) })).notifications).toMatchObject([
		{ associationId: null },
	])
})

test('never without a reason, and the reason that stands is not put another in the place of', () => {
	for (const reason of ['', '  \n ']) expect(codeOf(hide({}, { reason }))).toBe('empty')
	expect(codeOf(hide({}, { reason: 'x'.repeat(4001) }))).toBe('tooLong')
	expect(granted(hide({ about: thread({ hidden: true }) }, { reason: 'Ett annat skäl.' })).events).toEqual([])
	expect(granted(hide({}, { hides: false })).events).toEqual([])
})

test('nobody but the chair hides or shows, in whatever stage; to a stranger there is no comment', () => {
	for (const who of [secretary, delegateOf(SHEDO), deputyOf(SHEDO), contributorOf(SHEDO), delegateOf(ANBO)]) {
		expect(codeOf(hide({ who }))).toBe('notAllowed')
		expect(codeOf(hide({ who, about: thread({ hidden: true }) }, { hides: false }))).toBe('notAllowed')
	}
	expect(codeOf(hide({ who: actor() }))).toBe('notFound')
	expect(STAGES.filter((stage) => codeOf(hide({ stage })) === 'granted')).toEqual(STAGES)
	expect(codeOf(hide({}, { commentId: 'another' as CommentId }))).toBe('notFound')
})

test('an answer is not hidden, and nothing that was taken back; what was hidden and taken back can be shown', () => {
	expect(codeOf(hide({ about: thread({ kind: 'answer', associationId: null }) }))).toBe('answerStands')
	expect(codeOf(hide({ about: thread({ withdrawn: true, text: '' }) }))).toBe('commentWithdrawn')
	expect(codeOf(hide({ about: thread({ withdrawn: true, hidden: true }) }, { hides: false }))).toBe('granted')
})

test('what is hidden is read by whoever said it, by those who vote for the association or one that agrees, by the chair, and by the secretary who answers it', () => {
	const reads = (who: ReturnType<typeof delegateOf>, more: Partial<ThreadEntry> = {}, agreed = [] as AssociationId[]) =>
		readsHidden(who, entry(more), { id: ID, agreed })
	const all = [chair, secretary, delegateOf(SHEDO), deputyOf(SHEDO)]
	expect(all.map((who) => reads(who))).toEqual([true, true, true, true])
	const others = [contributorOf(SHEDO), delegateOf(ANBO), deputyOf(ANBO), actor()]
	expect(others.map((who) => reads(who))).toEqual(others.map(() => false))
	const author = contributorOf(SHEDO)
	expect(reads(author, { personId: author.personId })).toBe(true)
	// Nor does it stay with somebody who has no seat any more.
	expect(reads({ ...actor(), personId: AUTHOR })).toBe(false)
	// Those who agree with what began the thread stand behind it, not behind what was said after.
	expect([delegateOf(ANBO), deputyOf(ANBO)].map((who) => reads(who, {}, [ANBO]))).toEqual([true, true])
	expect(reads(contributorOf(ANBO), {}, [ANBO])).toBe(false)
	expect(reads(delegateOf(ANBO), { id: 'another' as CommentId }, [ANBO])).toBe(false)
	// What was said for the coalition is read by chair and secretary.
	expect([secretary, delegateOf(SHEDO)].map((who) => reads(who, { associationId: null }))).toEqual([true, false])
})
