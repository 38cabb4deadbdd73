import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { type HandOverCommand, handOver, handOverLeft } from '#usecases/statement/hand-over.ts'
import { allRows } from './all-rows.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { type CoalitionWorld, draftStatement } from './world.ts'

/** A text that somebody typed a paragraph more in. */
async function typedIn(world: CoalitionWorld): Promise<HandOverCommand> {
	const statementId = await draftStatement(world)
	const stands = await allRows(
		world.server.client,
		`SELECT block.id, version_id FROM statement JOIN json_each(block_order) AS placed JOIN block ON block.id = placed.value
			WHERE statement.id = ? ORDER BY placed.key`,
		[statementId],
	)
	const typed = { blockId: null, content: { kind: 'paragraph', text: 'Ett stycke till.' } } as const
	return {
		statementId,
		room: 'room',
		version: 1,
		text: {
			seen: stands.map(({ version_id: id }) => String(id) as BlockVersionId),
			blocks: [...stands.map(({ id }) => ({ blockId: String(id) as BlockId, content: null })), typed],
			letGo: [],
			writers: [{ personId: firstOf(world).delegate, blocks: [stands.length] }],
		},
	}
}

/** The acts by which what several typed is taken over. */
export const TYPED_ACTS = {
	handOver: {
		prepare: async (world) => {
			const hand = world.order(firstOf(world).delegate, await typedIn(world))
			return () => handOver(world.deps, hand)
		},
	},
	handOverLeft: {
		prepare: async (world) => {
			const hand = Object.assign(world.order(world.chair, await typedIn(world)), { actor: { by: 'clock' } })
			return () => handOverLeft(world.deps, hand)
		},
	},
} satisfies Readonly<Record<string, PreparedAct>>
