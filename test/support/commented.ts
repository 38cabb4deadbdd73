import type { Database } from '#db/client.ts'

import type { BlockId, BlockVersionId, CommentId, StatementId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type CoalitionWorld, draftStatement, granted, type Member } from '#test/support/world.ts'
import { makeComment, replyToComment, resolveComment, withdrawComment } from '#usecases/comment/comment.ts'

/** Something happens after an act has read and before it writes. */
export function meanwhile(world: CoalitionWorld, happens: () => Promise<unknown>): CoalitionWorld['deps'] {
	let reads = 0
	const read: Database['read'] = async (...queries) => {
		const found = await world.db.read(...queries)
		reads += 1
		if (reads === 1) await happens()
		return found as never
	}
	return { ...world.deps, db: { ...world.db, read } }
}

export type At = {
	readonly statementId: StatementId
	readonly threadId: CommentId
	readonly attention: Member
	readonly anbo: Member
}

const memberOf = ({ members }: CoalitionWorld, index: number): Member => members[index] as Member

export async function versionSaying({ server }: CoalitionWorld, statementId: StatementId, text: string) {
	const sql = 'SELECT id, block_id FROM block_version WHERE statement_id = ? AND content LIKE ?'
	const [row] = await allRows(server.client, sql, [statementId, `%${text}%`])
	return { versionId: row?.id as BlockVersionId, blockId: row?.block_id as BlockId }
}

/** Attention has commented on a position. */
export async function commented(world: CoalitionWorld): Promise<At> {
	const { deps, order } = world
	const [attention, anbo] = [memberOf(world, 0), memberOf(world, 1)]
	const statementId = await draftStatement(world)
	const { versionId } = await versionSaying(world, statementId, 'arvoderade')
	const made = { statementId, associationId: attention.associationId, versionId, text: 'Säg hur mycket.' }
	const { threadId } = granted(await makeComment(deps, order(attention.delegate, made))).value
	return { statementId, threadId, attention, anbo }
}

export const seqOf = async ({ server }: CoalitionWorld, { threadId }: At) =>
	Number((await allRows(server.client, 'SELECT seq FROM comment_thread WHERE id = ?', [threadId]))[0]?.seq)

export const textsIn = async ({ server }: CoalitionWorld, { threadId }: At) =>
	(await allRows(server.client, 'SELECT kind, text FROM comment WHERE thread_id = ? ORDER BY seq', [threadId])).map(
		({ kind, text }) => `${kind}: ${text}`,
	)

export const reply = (
	world: CoalitionWorld,
	{ statementId, threadId }: At,
	member: Member,
	text: string,
	deps = world.deps,
) => {
	const command = { statementId, threadId, associationId: member.associationId, replyTo: null, text }
	return replyToComment(deps, world.order(member.delegate, command))
}

export const resolve = (world: CoalitionWorld, { statementId, threadId }: At, seen: number, deps = world.deps) =>
	resolveComment(deps, world.order(world.chair, { statementId, threadId, text: 'Beloppet står nu i texten.', seen }))

export const withdraw = (world: CoalitionWorld, { statementId, threadId, attention }: At, deps = world.deps) =>
	withdrawComment(deps, world.order(attention.delegate, { statementId, threadId, commentId: threadId }))
