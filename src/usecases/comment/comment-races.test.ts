import { expect, test } from 'vitest'
import { allRows, countOf } from '#test/support/all-rows.ts'
import {
	type At,
	commented,
	meanwhile,
	reply,
	resolve,
	seqOf,
	textsIn,
	versionSaying,
	withdraw,
} from '#test/support/commented.ts'
import { codeOf, createCoalitionWorld, granted, openedBallot } from '#test/support/world.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack } from '#usecases/statement/move-statement.ts'
import { agreeWithComment } from './agreement.ts'
import { changeComment, makeComment, reopenComment } from './comment.ts'
import { hideComment } from './hiding.ts'

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

test('an association that agrees with a comment while it is hidden is told that it was', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, threadId, anbo } = await commented(world)
	const { associationId } = anbo
	const agree = world.order(anbo.delegate, { statementId, threadId, associationId, agrees: true, wording: 0 })
	const racing = meanwhile(world, async () => granted(await agreeWithComment(world.deps, agree)))
	const hide = { statementId, threadId, commentId: threadId, hides: true, reason: 'Den nämner en person.' }
	granted(await hideComment(racing, world.order(world.chair, hide)))
	const told = await allRows(
		world.server.client,
		"SELECT association_id AS id FROM outbox WHERE act_id = (SELECT act_id FROM event WHERE type = 'commentHidden')",
	)
	expect(told.map(({ id }) => id)).toContain(associationId)
})
