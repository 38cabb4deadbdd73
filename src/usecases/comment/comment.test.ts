import { expect, test } from 'vitest'

import { OWN_THREADS_LIMIT, THREADS_LIMIT } from '#domain/comment/comment.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { commented, reply, resolve, versionSaying } from '#test/support/commented.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { codeOf, createCoalitionWorld, granted } from '#test/support/world.ts'
import { readAnswers } from './answers-read.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from './comment.ts'

test('what is commented on must be of that text, and what is replied to of that thread', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const first = await commented(world)
	const { versionId } = await versionSaying(world, first.statementId, 'arvoderade')
	const second = await commented(world)
	const { attention, statementId } = second
	const comment = { statementId, associationId: attention.associationId, versionId, text: 'Fel text.' }
	expect(codeOf(await makeComment(deps, order(attention.delegate, comment)))).toBe('blockGone')
	const elsewhere = { statementId, threadId: first.threadId, associationId: attention.associationId, text: 'Fel.' }
	expect(codeOf(await replyToComment(deps, order(attention.delegate, { ...elsewhere, replyTo: null })))).toBe(
		'notFound',
	)
	const within = { ...elsewhere, threadId: second.threadId, replyTo: first.threadId }
	expect(codeOf(await replyToComment(deps, order(attention.delegate, within)))).toBe('notFound')
})

test('the same form pressed twice comments once, and the same answer given again after a reopening is an answer', async () => {
	await using world = await createCoalitionWorld()
	const { deps, formOrder, order, chair } = world
	const at = await commented(world)
	const { statementId, threadId, attention } = at
	const comment = { statementId, associationId: attention.associationId, versionId: null, text: 'Bra text.' }
	const twice = await Promise.all([1, 2].map(() => makeComment(deps, formOrder(attention.delegate, comment, 'form-1'))))
	expect(new Set(twice.map((outcome) => granted(outcome).value.threadId)).size).toBe(1)
	expect(await countOf(world.server.client, 'FROM comment_thread')).toBe(2)

	const answer = formOrder(chair, { statementId, threadId, text: 'Ändrat.', seen: 1 }, 'form-2')
	granted(await resolveComment(deps, answer))
	expect(granted(await resolveComment(deps, answer)).replayed).toBe(true)
	granted(await reopenComment(deps, order(chair, { statementId, threadId, associationId: null, text: 'För tidigt.' })))
	expect(codeOf(await resolveComment(deps, answer))).toBe('commentsSince')
})

test('only whoever wrote a comment rewords it; they and their delegate take it back; an answer is nobody’s to take back', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const at = await commented(world)
	const { statementId, threadId, attention, anbo } = at
	const change = { statementId, threadId, commentId: threadId, text: 'Annat.' }
	expect(codeOf(await changeComment(deps, order(anbo.delegate, change)))).toBe('notAllowed')
	expect(codeOf(await changeComment(deps, order(chair, change)))).toBe('notAllowed')
	expect(
		codeOf(await withdrawComment(deps, order(anbo.delegate, { statementId, threadId, commentId: threadId }))),
	).toBe('notAllowed')
	granted(await changeComment(deps, order(attention.delegate, change)))
	const { commentId } = granted(await resolve(world, at, 2)).value
	expect(codeOf(await withdrawComment(deps, order(chair, { statementId, threadId, commentId })))).toBe('notYourComment')
	expect(codeOf(await changeComment(deps, order(chair, { ...change, commentId })))).toBe('notYourComment')
})

test('answers are read up to the one that was shown, and never back', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, clock } = world
	const { statementId, attention, anbo } = await commented(world)
	const read = (upTo: number, member = attention) =>
		readAnswers(deps, order(attention.delegate, { statementId, associationId: member.associationId, upTo }))
	granted(await read(clock.now))
	granted(await read(clock.now - 5))
	expect(codeOf(await read(clock.now + 1))).toBe('invalid')
	expect(codeOf(await read(clock.now, anbo))).toBe('notAllowed')
	expect(await allRows(world.server.client, 'SELECT up_to FROM answers_read')).toEqual([{ up_to: clock.now }])
})

test('comments that were taken back take no room, and one association does not use up that of the others', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, db } = world
	const { statementId, attention, anbo } = await commented(world)
	const begun = (associationId: string, withdrawnAt: number | null, count: number) => ({
		sql: `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
			INSERT INTO comment (id, thread_id, statement_id, seq, kind, association_id, person_id, act_id, text, at, withdrawn_at)
			SELECT ? || i, ? || i, ?, 1, 'comment', ?, 'p', 'a', '', 0, ? FROM n`,
		args: [
			count,
			`${associationId}-${withdrawnAt}-`,
			`${associationId}-${withdrawnAt}-`,
			statementId,
			associationId,
			withdrawnAt,
		],
	})
	const say = async ({ associationId, delegate }: typeof attention) => {
		const comment = { statementId, associationId, versionId: null, text: 'En till.' }
		return codeOf(await makeComment(deps, order(delegate, comment)))
	}
	await db.write([begun(attention.associationId, 1, THREADS_LIMIT)])
	expect(await say(attention)).toBe('granted')
	await db.write([begun(attention.associationId, null, OWN_THREADS_LIMIT)])
	expect(await say(attention)).toBe('tooManyOwnComments')
	expect(await say(anbo)).toBe('granted')
	await db.write([begun('others', null, THREADS_LIMIT)])
	expect(await say(anbo)).toBe('tooManyComments')
})

test('a rebuild gives the threads again, with what was said before it was reworded', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const at = await commented(world)
	const { statementId, threadId, attention } = at
	const change = { statementId, threadId, commentId: threadId }
	granted(await changeComment(deps, order(attention.delegate, { ...change, text: 'Säg ett belopp.' })))
	granted(await reply(world, at, at.anbo, 'Ja.'))
	granted(await resolve(world, at, 3))
	granted(await reopenComment(deps, order(chair, { statementId, threadId, associationId: null, text: 'Inte än.' })))
	granted(await readAnswers(deps, order(attention.delegate, { ...attention, statementId, upTo: world.clock.now })))
	const before = await snapshot(server.client)
	await rebuild(server.client)
	expect(await snapshot(server.client)).toEqual(before)
	const [first] = await allRows(server.client, 'SELECT earlier FROM comment WHERE id = ?', [threadId])
	expect(JSON.parse(String(first?.earlier))).toEqual([{ text: 'Säg hur mycket.', at: world.clock.now }])
})
