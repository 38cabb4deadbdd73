import { expect, test } from 'vitest'
import type { Database } from '#db/client.ts'

import { THREADS_LIMIT } from '#domain/comment/comment.ts'
import type { BlockId, BlockVersionId, CommentId, StatementId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { snapshot } from '#test/support/snapshot.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	openedBallot,
} from '#test/support/world.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack } from '#usecases/statement/move-statement.ts'
import { readAnswers } from './answers-read.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from './comment.ts'

/** Something happens after an act has read and before it writes. */
function meanwhile(world: CoalitionWorld, happens: () => Promise<unknown>): CoalitionWorld['deps'] {
	let reads = 0
	const read: Database['read'] = async (...queries) => {
		const found = await world.db.read(...queries)
		reads += 1
		if (reads === 1) await happens()
		return found as never
	}
	return { ...world.deps, db: { ...world.db, read } }
}

type At = {
	readonly statementId: StatementId
	readonly threadId: CommentId
	readonly attention: Member
	readonly anbo: Member
}

const memberOf = ({ members }: CoalitionWorld, index: number): Member => members[index] as Member

async function versionSaying({ server }: CoalitionWorld, statementId: StatementId, text: string) {
	const sql = 'SELECT id, block_id FROM block_version WHERE statement_id = ? AND content LIKE ?'
	const [row] = await allRows(server.client, sql, [statementId, `%${text}%`])
	return { versionId: row?.id as BlockVersionId, blockId: row?.block_id as BlockId }
}

/** Attention has commented on a position. */
async function commented(world: CoalitionWorld): Promise<At> {
	const { deps, order } = world
	const [attention, anbo] = [memberOf(world, 0), memberOf(world, 1)]
	const statementId = await draftStatement(world)
	const { versionId } = await versionSaying(world, statementId, 'arvoderade')
	const made = { statementId, associationId: attention.associationId, versionId, text: 'Säg hur mycket.' }
	const { threadId } = granted(await makeComment(deps, order(attention.delegate, made))).value
	return { statementId, threadId, attention, anbo }
}

const seqOf = async ({ server }: CoalitionWorld, { threadId }: At) =>
	Number((await allRows(server.client, 'SELECT seq FROM comment_thread WHERE id = ?', [threadId]))[0]?.seq)

const textsIn = async ({ server }: CoalitionWorld, { threadId }: At) =>
	(await allRows(server.client, 'SELECT kind, text FROM comment WHERE thread_id = ? ORDER BY seq', [threadId])).map(
		({ kind, text }) => `${kind}: ${text}`,
	)

const reply = (
	world: CoalitionWorld,
	{ statementId, threadId }: At,
	member: Member,
	text: string,
	deps = world.deps,
) => {
	const command = { statementId, threadId, associationId: member.associationId, replyTo: null, text }
	return replyToComment(deps, world.order(member.delegate, command))
}

const resolve = (world: CoalitionWorld, { statementId, threadId }: At, seen: number, deps = world.deps) =>
	resolveComment(deps, world.order(world.chair, { statementId, threadId, text: 'Beloppet står nu i texten.', seen }))

const withdraw = (world: CoalitionWorld, { statementId, threadId, attention }: At, deps = world.deps) =>
	withdrawComment(deps, world.order(attention.delegate, { statementId, threadId, commentId: threadId }))

test('a reply that comes while the thread is answered is refused, and nothing of it is kept', async () => {
	await using world = await createCoalitionWorld()
	const at = await commented(world)
	const racing = meanwhile(world, async () => granted(await resolve(world, at, 1)))
	expect(codeOf(await reply(world, at, at.anbo, 'Vi håller med.', racing))).toBe('commentResolved')
	expect(await textsIn(world, at)).toEqual(['comment: Säg hur mycket.', 'answer: Beloppet står nu i texten.'])
})

test('an answer is to what was read: a reply, a rewording or a withdrawal meanwhile refuses it', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const happenings = {
		reply: async (at: At) => granted(await reply(world, at, at.anbo, 'Och resor.')),
		rewording: async ({ statementId, threadId, attention }: At) => {
			const reworded = { statementId, threadId, commentId: threadId, text: 'Säg ett belopp.' }
			granted(await changeComment(deps, order(attention.delegate, reworded)))
		},
		withdrawal: async (at: At) => granted(await withdraw(world, at)),
	}
	for (const [what, happens] of Object.entries(happenings)) {
		const at = await commented(world)
		const refused = await resolve(
			world,
			at,
			1,
			meanwhile(world, () => happens(at)),
		)
		expect([what, codeOf(refused)]).toEqual([what, what === 'withdrawal' ? 'commentWithdrawn' : 'commentsSince'])
		expect(await allRows(world.server.client, "SELECT 1 FROM comment WHERE kind = 'answer'")).toEqual([])
	}
})

test('a comment taken back while it is answered stays taken back, and its answer stands', async () => {
	await using world = await createCoalitionWorld()
	const at = await commented(world)
	const racing = meanwhile(world, async () => granted(await resolve(world, at, 1)))
	granted(await withdraw(world, at, racing))
	expect(await textsIn(world, at)).toEqual(['comment: ', 'answer: Beloppet står nu i texten.'])
})

test('nobody rewords a comment that was replied to meanwhile', async () => {
	await using world = await createCoalitionWorld()
	const at = await commented(world)
	const { statementId, threadId, attention } = at
	const change = world.order(attention.delegate, { statementId, threadId, commentId: threadId, text: 'Något annat.' })
	const racing = meanwhile(world, async () => granted(await reply(world, at, at.anbo, 'Vi håller med.')))
	expect(codeOf(await changeComment(racing, change))).toBe('commentAnswered')
	expect(await textsIn(world, at)).toEqual(['comment: Säg hur mycket.', 'comment: Vi håller med.'])
})

test('no comment and no reply gets in while the text is put to the vote; an answer does', async () => {
	await using world = await createCoalitionWorld()
	const { order, attention } = { ...world, ...(await commented(world)) }
	const at = await commented(world)
	const open = async () => openedBallot(world, at.statementId)
	const comment = {
		statementId: at.statementId,
		associationId: attention.associationId,
		versionId: null,
		text: 'Sent.',
	}
	const racing = meanwhile(world, open)
	expect(codeOf(await makeComment(racing, order(attention.delegate, comment)))).toBe('wrongStage')
	expect(codeOf(await reply(world, at, at.anbo, 'Sent.'))).toBe('wrongStage')
	granted(await resolve(world, at, 1))
	const reopening = { statementId: at.statementId, threadId: at.threadId, associationId: null, text: 'Nej.' }
	expect(codeOf(await reopenComment(world.deps, order(world.chair, reopening)))).toBe('wrongStage')
	granted(await referBack(world.deps, order(world.chair, { statementId: at.statementId, reason: 'Mer att göra.' })))
	granted(await reopenComment(world.deps, order(world.chair, reopening)))
})

test('a delegate whose seat is ended while they write says nothing', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const at = await commented(world)
	const { anbo, statementId } = at
	const end = async () => granted(await endSeat(deps, order(chair, { seatId: anbo.delegateSeat })))
	const comment = { statementId, associationId: anbo.associationId, versionId: null, text: 'Från ingen.' }
	expect(codeOf(await makeComment(meanwhile(world, end), order(anbo.delegate, comment)))).toBe('notAllowed')
	expect(await countOf(world.server.client, 'FROM comment')).toBe(1)
})

test('a comment on a block that is removed while it is written is kept, with what the text said', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const { statementId, anbo } = await commented(world)
	const { versionId, blockId } = await versionSaying(world, statementId, 'finansiering')
	const edit = { do: 'remove', blockId } as const
	const remove = async () => granted(await editDocument(deps, order(chair, { statementId, edit })))
	const comment = { statementId, associationId: anbo.associationId, versionId, text: 'I tre år.' }
	const { threadId } = granted(await makeComment(meanwhile(world, remove), order(anbo.delegate, comment))).value
	const kept = await allRows(
		server.client,
		'SELECT content FROM comment_thread JOIN block_version ON block_version.id = version_id WHERE comment_thread.id = ?',
		[threadId],
	)
	expect(String(kept[0]?.content)).toContain('långsiktig finansiering')
})

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

test('forty comment and reply at once, and all is kept', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const at = await commented(world)
	const { statementId, attention, anbo } = at
	const said = await Promise.all(
		Array.from({ length: 40 }, (_, index) => {
			const { associationId, delegate } = index % 2 === 0 ? attention : anbo
			const text = `Synpunkt ${index}`
			return index % 4 === 0
				? reply(world, at, index % 8 === 0 ? attention : anbo, text)
				: makeComment(deps, order(delegate, { statementId, associationId, versionId: null, text }))
		}),
	)
	for (const outcome of said) granted<unknown>(outcome as never)
	expect(await countOf(world.server.client, 'FROM comment')).toBe(41)
	expect(await seqOf(world, at)).toBe(11)
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

test('a text takes as many threads as its limit, and says so', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, db } = world
	const { statementId, attention } = await commented(world)
	await db.write([
		{
			sql: `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
				INSERT INTO comment_thread (id, statement_id, seq, at) SELECT 'full-' || i, ?, 1, 0 FROM n`,
			args: [THREADS_LIMIT - 1, statementId],
		},
	])
	const comment = { statementId, associationId: attention.associationId, versionId: null, text: 'En till.' }
	expect(codeOf(await makeComment(deps, order(attention.delegate, comment)))).toBe('tooManyComments')
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
