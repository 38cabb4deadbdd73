import type { BlockId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { contestWithheld, takeBackWithheldContest } from '#usecases/publication/contest-withheld.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { blockOf } from './every-deciding-act.ts'
import { decidedStatement, publish } from './signing.ts'
import { type CoalitionWorld, granted, type World } from './world.ts'

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

/** The demonstration's published text lacks a heading. */
export async function withholdInDemonstration({ server, deps, order }: World, chair: PersonId): Promise<void> {
	const { rows } = await server.client.execute(
		`SELECT publication.statement_id, block_id FROM publication JOIN block_version ON block_version.statement_id = publication.statement_id
			WHERE content ->> '$.kind' = 'heading' LIMIT 1`,
	)
	const statementId = String(rows[0]?.statement_id) as StatementId
	const command = { statementId, blockId: String(rows[0]?.block_id) as BlockId, ground: GROUND }
	granted(await redactBlock(deps, order(chair, command, undefined, DEMO_SLUG)))
}

/** A published text without its signature. */
export async function withheldStatement(world: CoalitionWorld): Promise<StatementId> {
	const statementId = await decidedStatement(world)
	granted(await publish(world, statementId))
	const { blockId } = await blockOf(world, 'signature')
	granted(await redactBlock(world.deps, world.order(world.chair, { statementId, blockId, ground: GROUND })))
	return statementId
}

/** The first association says that it does not agree. */
export async function contestedWithheld(world: CoalitionWorld, reason = 'Den som skrev under ville stå kvar.') {
	const statementId = await withheldStatement(world)
	const { associationId, delegate } = firstOf(world)
	granted(await contestWithheld(world.deps, world.order(delegate, { statementId, associationId, reason })))
	return { statementId, associationId, delegate }
}

/** Each act on what is withheld. */
export const WITHHELD_ACTS = {
	redactBlock: {
		prepare: async (world) => {
			const statementId = await decidedStatement(world)
			granted(await publish(world, statementId))
			const { blockId } = await blockOf(world, 'signature')
			const redact = world.order(world.chair, { statementId, blockId, ground: GROUND })
			return () => redactBlock(world.deps, redact)
		},
	},
	contestWithheld: {
		prepare: async (world) => {
			const statementId = await withheldStatement(world)
			const { associationId, delegate } = firstOf(world)
			const contest = world.order(delegate, { statementId, associationId, reason: '' })
			return () => contestWithheld(world.deps, contest)
		},
	},
	takeBackWithheldContest: {
		prepare: async (world) => {
			const { delegate, ...said } = await contestedWithheld(world)
			const takeBack = world.order(delegate, said)
			return () => takeBackWithheldContest(world.deps, takeBack)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
