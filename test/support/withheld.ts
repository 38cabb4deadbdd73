import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { type CoalitionWorld, granted } from './world.ts'

export const GROUND = 'samtycket togs tillbaka'

/** Withholds every block of a published text that has those words. */
export async function withholdBlocks(world: CoalitionWorld, statementId: StatementId, words: string): Promise<void> {
	const { rows } = await world.server.client.execute({
		sql: 'SELECT DISTINCT block_id FROM block_version WHERE statement_id = ? AND content LIKE ?',
		args: [statementId, `%${words}%`],
	})
	for (const { block_id } of rows) {
		const command = { statementId, blockId: String(block_id) as BlockId, ground: GROUND }
		granted(await redactBlock(world.deps, world.order(world.chair, command)))
	}
}
