import { expect, test } from 'vitest'
import type { AssociationId, BlockId, BlockVersionId, CommentId, PersonId } from '#domain/kernel/id.ts'
import { STAGES, type Stage } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
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
	NOW,
	SHEDO,
	STATEMENT_ID,
	seat,
	secretary,
	statement,
	TILIA,
} from '#test/support/rules.ts'
import { readAnswers, reopenComment, resolveComment } from './answer.ts'
import {
	COMMENT_LIMIT,
	changeComment,
	ENTRIES_LIMIT,
	makeComment,
	OWN_THREADS_LIMIT,
	replyToComment,
	THREADS_LIMIT,
	type Thread,
	type ThreadEntry,
	withdrawComment,
} from './comment.ts'

const FIRST = 'first' as CommentId
const ON = { blockId: 'block' as BlockId, versionId: 'version' as BlockVersionId }
const READ = { ...ON, words: 'De ska vara arvoderade, och ha samma stöd.' }
const consulting = statement('consulting')

const entry = (more: Partial<ThreadEntry> = {}): ThreadEntry => ({
	id: FIRST,
	kind: 'comment',
	personId: 'person' as PersonId,
	associationId: SHEDO,
	text: 'Säg hur mycket.',
	withdrawn: false,
	hidden: false,
	...more,
})
const thread = (more: Partial<Thread> = {}): Thread => ({
	id: FIRST,
	statementId: STATEMENT_ID,
	seq: 1,
	resolved: false,
	agreed: [],
	wording: 0,
	entries: [entry()],
	...more,
})
const second = entry({ id: 'second' as CommentId, personId: 'other' as PersonId, associationId: ANBO, text: 'Ja.' })

const comment = (who = delegateOf(SHEDO), associationId: AssociationId | null = SHEDO, text = ' Säg hur mycket. ') =>
	makeComment(who, consulting, FEW, READ, { associationId, text }, contextAt())
const reply = (about: Thread, text = 'Ja.') =>
	replyToComment(delegateOf(ANBO), consulting, about, { associationId: ANBO, replyTo: null, text }, contextAt())
const resolve = (about: Thread, seen = about.seq) =>
	resolveComment(chair, consulting, about, { text: 'Det står där nu.', seen }, contextAt())

test('a comment is about words that stand in the block, or about all of it', () => {
	const about = (exact: string, on: typeof READ | null = READ) => {
		const said = { associationId: SHEDO, text: 'Hur mycket?', quote: { exact } }
		return makeComment(delegateOf(SHEDO), consulting, FEW, on, said, contextAt())
	}
	const quote = { exact: 'vara arvoderade', prefix: 'De ska ', suffix: ', och ha samma stöd.' }
	expect(eventOf('commentMade', about(' vara  arvoderade '))).toMatchObject({ ...ON, quote })
	expect(eventOf('commentMade', about(' '))).not.toHaveProperty('quote')
	expect(codeOf(about('vara gratis'))).toBe('wordsNotThere')
	expect(codeOf(about('arvoderade', null))).toBe('wordsNotThere')
	// Who they are comes first.
	const words = { associationId: SHEDO, text: 'Hur?', quote: { exact: 'vara gratis' } }
	expect(codeOf(makeComment(delegateOf(ANBO), consulting, FEW, READ, words, contextAt()))).toBe('notAllowed')
})

function grantedIn(act: (stage: Stage) => Parameters<typeof codeOf>[0]): Stage[] {
	const codes = STAGES.map((stage) => [stage, codeOf(act(stage))] as const)
	for (const [, code] of codes) expect(['granted', 'wrongStage']).toContain(code)
	return codes.filter(([, code]) => code === 'granted').map(([stage]) => stage)
}

const FEW = { all: 1, own: 0 }

test('delegate, deputy and contributor comment for their association; chair and secretary for the coalition', () => {
	for (const who of [delegateOf(SHEDO), deputyOf(SHEDO), contributorOf(SHEDO)]) {
		expect(eventOf('commentMade', comment(who))).toEqual({
			threadId: 'id-1',
			associationId: SHEDO,
			...ON,
			text: 'Säg hur mycket.',
		})
		expect(codeOf(comment(who, ANBO))).toBe('notAllowed')
		expect(codeOf(comment(who, null))).toBe('notAllowed')
	}
	for (const who of [chair, secretary]) {
		expect(eventOf('commentMade', comment(who, null)).associationId).toBeNull()
		expect(codeOf(comment(who, SHEDO))).toBe('notAllowed')
	}
	expect(codeOf(comment(actor(), SHEDO))).toBe('notFound')
})

test('comments are taken while the text can be changed; answers and withdrawals until it is decided', () => {
	const at = (stage: Stage) => statement(stage)
	const said = { associationId: SHEDO, text: 'Säg hur mycket.' }
	const who = delegateOf(SHEDO)
	const taken = ['drafting', 'consulting']
	expect(grantedIn((stage) => makeComment(who, at(stage), FEW, null, said, contextAt()))).toEqual(taken)
	expect(
		grantedIn((stage) => replyToComment(who, at(stage), thread(), { ...said, replyTo: null }, contextAt())),
	).toEqual(taken)
	const reworded = { commentId: FIRST, text: 'Säg ett belopp.' }
	expect(grantedIn((stage) => changeComment(who, at(stage), thread(), reworded, contextAt()))).toEqual(taken)
	const resolved = thread({ resolved: true })
	expect(grantedIn((stage) => reopenComment(who, at(stage), resolved, said, contextAt()))).toEqual(taken)
	const answered = [...taken, 'deciding']
	const answer = { text: 'Ja.', seen: 1 }
	expect(grantedIn((stage) => resolveComment(chair, at(stage), thread(), answer, contextAt()))).toEqual(answered)
	expect(grantedIn((stage) => withdrawComment(who, at(stage), thread(), { commentId: FIRST }, contextAt()))).toEqual(
		answered,
	)
	const read = { associationId: SHEDO, upTo: NOW }
	expect(grantedIn((stage) => readAnswers(who, at(stage), 0, read, contextAt()))).toEqual(answered)
})

test('what was decided on must hold when it is written: the seat and the stage', () => {
	const guards = guardsOf(comment())
	expect(guards).toEqual(['seated', 'stageIn'])
	expect(guardsOf(resolve(thread()))).toEqual(['seated', 'stageIn'])
})

test('a text is needed, and has a limit; so have threads and what is in them', () => {
	expect(codeOf(comment(undefined, undefined, ' \n '))).toBe('empty')
	expect(codeOf(comment(undefined, undefined, 'å'.repeat(COMMENT_LIMIT)))).toBe('granted')
	expect(codeOf(comment(undefined, undefined, 'å'.repeat(COMMENT_LIMIT + 1)))).toBe('tooLong')
	const said = { associationId: SHEDO, text: 'En till.' }
	const after = (all: number, own: number) =>
		codeOf(makeComment(delegateOf(SHEDO), consulting, { all, own }, null, said, contextAt()))
	expect(after(THREADS_LIMIT - 1, OWN_THREADS_LIMIT - 1)).toBe('granted')
	expect(after(THREADS_LIMIT, 0)).toBe('tooManyComments')
	expect(after(OWN_THREADS_LIMIT, OWN_THREADS_LIMIT)).toBe('tooManyOwnComments')
	const full = thread({ entries: Array.from({ length: ENTRIES_LIMIT }, () => entry()) })
	expect([codeOf(reply(full)), codeOf(resolve(full))]).toEqual(['tooManyComments', 'tooManyComments'])
})

test('a reply tells chair and secretary, and the other associations in the thread, once each', () => {
	const third = { ...second, id: 'third' as CommentId, associationId: TILIA }
	const gone = { ...second, id: 'gone' as CommentId, associationId: 'gone' as AssociationId, withdrawn: true }
	const said = reply(thread({ entries: [entry(), second, third, third, gone] }))
	expect(granted(said).notifications).toEqual(
		[null, SHEDO, TILIA].map((associationId) => ({ kind: 'comments', statementId: STATEMENT_ID, associationId })),
	)
	expect(granted(resolve(thread({ entries: [entry(), second] }))).notifications).toEqual(
		[SHEDO, ANBO].map((associationId) => ({ kind: 'comments', statementId: STATEMENT_ID, associationId })),
	)
	const changed = { commentId: FIRST, text: 'Annat.' }
	expect(
		granted(changeComment(delegateOf(SHEDO), consulting, thread(), changed, contextAt())).notifications,
	).toBeUndefined()
})

test('one rewords what one wrote oneself, as long as it is the last that was said', () => {
	const change = (about: Thread, who = delegateOf(SHEDO), text = 'Säg ett belopp.') =>
		changeComment(who, consulting, about, { commentId: FIRST, text }, contextAt())
	expect(eventOf('commentChanged', change(thread())).text).toBe('Säg ett belopp.')
	expect(granted(change(thread(), delegateOf(SHEDO), 'Säg hur mycket. ')).events).toEqual([])
	expect(codeOf(change(thread({ entries: [entry(), second] })))).toBe('commentAnswered')
	expect(codeOf(change(thread({ entries: [entry({ withdrawn: true, text: '' })] })))).toBe('commentWithdrawn')
	expect(codeOf(change(thread({ entries: [entry({ personId: 'other' as PersonId })] })))).toBe('notYourComment')
	expect(codeOf(change(thread(), chair))).toBe('notAllowed')
	expect(codeOf(change(thread({ entries: [second] })))).toBe('notFound')
})

test('a comment is taken back by whoever wrote it, or by the delegate or deputy in whose name it stands', () => {
	const mine = thread()
	const others = thread({ entries: [entry({ personId: 'other' as PersonId })] })
	const take = (about: Thread, who = delegateOf(SHEDO)) =>
		withdrawComment(who, consulting, about, { commentId: FIRST }, contextAt())
	expect(eventOf('commentWithdrawn', take(mine, contributorOf(SHEDO)))).toEqual({ threadId: FIRST, commentId: FIRST })
	for (const who of [delegateOf(SHEDO), deputyOf(SHEDO)]) expect(codeOf(take(others, who))).toBe('granted')
	expect(codeOf(take(others, contributorOf(SHEDO)))).toBe('notYourComment')
	for (const who of [delegateOf(ANBO), chair]) expect(codeOf(take(mine, who))).toBe('notAllowed')
	expect(granted(take(thread({ entries: [entry({ withdrawn: true })] }))).events).toEqual([])
	const ofCoalition = thread({ entries: [entry({ associationId: null })] })
	expect([codeOf(take(ofCoalition, secretary)), codeOf(take(ofCoalition))]).toEqual(['granted', 'notAllowed'])
	const notTheirs = thread({ entries: [entry({ associationId: null, personId: 'other' as PersonId })] })
	expect(codeOf(take(notTheirs, secretary))).toBe('notYourComment')
	const answer = thread({ entries: [entry({ kind: 'answer', associationId: null })] })
	expect(codeOf(take(answer, chair))).toBe('notYourComment')
})

test('an answer resolves what was read, and only chair and secretary give one', () => {
	expect(eventOf('commentResolved', resolve(thread()))).toEqual({
		threadId: FIRST,
		commentId: 'id-1',
		text: 'Det står där nu.',
	})
	expect(codeOf(resolve(thread({ seq: 3 }), 2))).toBe('commentsSince')
	expect(codeOf(resolve(thread({ resolved: true })))).toBe('commentResolved')
	expect(codeOf(resolve(thread({ entries: [entry({ withdrawn: true })] })))).toBe('commentWithdrawn')
	const byDelegate = resolveComment(delegateOf(SHEDO), consulting, thread(), { text: 'Ja.', seen: 1 }, contextAt())
	expect(codeOf(byDelegate)).toBe('notAllowed')
	const silent = resolveComment(chair, consulting, thread(), { text: ' ', seen: 1 }, contextAt())
	expect(codeOf(silent)).toBe('empty')
})

test('a resolved thread takes no reply, and is opened again with what remains', () => {
	const resolved = thread({ resolved: true })
	expect(codeOf(reply(resolved))).toBe('commentResolved')
	const reopen = (about: Thread, text = 'Inte för resor.') =>
		reopenComment(delegateOf(SHEDO), consulting, about, { associationId: SHEDO, text }, contextAt())
	expect(eventOf('commentReopened', reopen(resolved)).text).toBe('Inte för resor.')
	expect(codeOf(reopen(thread()))).toBe('commentOpen')
	expect(codeOf(reopen(resolved, ''))).toBe('empty')
})

test('somebody who speaks for two associations replies for the one they name', () => {
	const both = actor(seat('delegate', SHEDO), seat('contributor', ANBO))
	for (const associationId of [SHEDO, ANBO]) {
		const said = replyToComment(both, consulting, thread(), { associationId, replyTo: null, text: 'Ja.' }, contextAt())
		expect(eventOf('commentRepliedTo', said)).toMatchObject({ associationId, replyTo: FIRST })
		expect(granted(said).guards[0]).toMatchObject({ kind: 'seated', seatId: expect.stringContaining(associationId) })
	}
})
