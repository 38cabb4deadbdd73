import { id, values } from '#db/rows.ts'
import type { OlderId, PersonId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { correctOlderOutcomes, recordOlderOutcomes } from '#usecases/publication/follow-older.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { BILL, followDemonstration } from './followed.ts'
import { importedStatement } from './imported.ts'
import { type CoalitionWorld, granted, type World } from './world.ts'

/** The position of an older statement is partly heeded by a bill. */
export async function followedOlder(world: CoalitionWorld, number: number | null = 3) {
	const { olderId, place } = await importedStatement(world, { number })
	const record = world.order(world.chair, { olderId, ...BILL })
	const { documentId } = granted(await recordOlderOutcomes(world.deps, record)).value
	return { olderId, place, documentId }
}

/** What is published in the demonstration is followed up, and the older statement without a number: its position is partly heeded. */
export async function followDemonstrations(world: World, chair: PersonId): Promise<void> {
	await followDemonstration(world, chair)
	const { deps, db, order } = world
	const [found] = await db.read(values('SELECT id FROM older_statement WHERE number IS NULL', [], id<OlderId>()))
	const [olderId] = found
	if (olderId === undefined) throw new Error('one without a number is brought in')
	granted(await recordOlderOutcomes(deps, order(chair, { olderId, ...BILL }, undefined, DEMO_SLUG)))
}

/** Each act by which an older statement is followed up. */
export const OLDER_OUTCOME_ACTS = {
	recordOlderOutcomes: {
		prepare: async (world) => {
			const { olderId } = await importedStatement(world, { number: null })
			const record = world.order(world.chair, { olderId, ...BILL })
			return () => recordOlderOutcomes(world.deps, record)
		},
	},
	correctOlderOutcomes: {
		prepare: async (world) => {
			const { olderId, documentId } = await followedOlder(world, null)
			const correct = world.order(world.chair, { olderId, documentId, ...BILL, outcomes: [] })
			return () => correctOlderOutcomes(world.deps, correct)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
