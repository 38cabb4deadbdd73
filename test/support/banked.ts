import type { PersonId, StandardTextId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { addTopic } from '#usecases/coalition/topics.ts'
import { meanLikeness } from '#usecases/position/mean-likeness.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'
import { changeStandardText, keepStandardText } from '#usecases/statement/standard-texts.ts'
import { allRows } from './all-rows.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { decidedStatement, publish } from './signing.ts'
import { type CoalitionWorld, draftStatement, granted, type World } from './world.ts'

/** A group, added by the chair. */
export async function addedGroup({ deps, order, chair }: CoalitionWorld, name = 'Närstående'): Promise<TopicId> {
	return granted(await addTopic(deps, order(chair, { name, list: 'group' as const }))).value.topicId
}

/** A standard text, written by the chair. */
export async function keptText(
	{ deps, order, chair }: CoalitionWorld,
	name = 'Om oss',
	use: 'insert' | 'start' = 'insert',
): Promise<StandardTextId> {
	const blocks = [{ kind: 'paragraph', text: `${name}: vi är nio föreningar.` }] as const
	return granted(await keepStandardText(deps, order(chair, { name, use, blocks }))).value.textId
}

/** A published statement, whose positions are in the bank. */
export async function banked(world: CoalitionWorld): Promise<StatementId> {
	const source = await decidedStatement(world)
	granted(await publish(world, source))
	return source
}

/** A block of a text that is a position, in its version. */
export async function positionOf({ server }: World, statement: StatementId) {
	const [found] = await allRows(
		server.client,
		`SELECT block.id, version_id FROM block JOIN block_version ON block_version.id = version_id
			WHERE block.statement_id = ? AND content ->> '$.kind' = 'position'`,
		[statement],
	)
	return { blockId: String(found?.id), versionId: String(found?.version_id) }
}

/** Eight standard texts in the demonstration. */
export async function keepForDemonstration({ deps, order }: World, chair: PersonId): Promise<void> {
	for (let at = 1; at <= 8; at += 1) {
		const blocks = [{ kind: 'paragraph', text: `Text ${at}` }] as const
		const text = { name: `Standardtext ${at}`, use: 'insert', blocks } as const
		granted(await keepStandardText(deps, order(chair, text, undefined, DEMO_SLUG)))
	}
}

/** Each act on the bank and on standard texts, but for inserting. */
export const BANK_ACTS = {
	sortPositions: {
		prepare: async (world) => {
			const adoptedIn = await banked(world)
			const groupIds = [await addedGroup(world)]
			const sort = world.order(world.chair, {
				positions: [{ adoptedIn, number: 1, groupIds, level: 'system' as const }],
			})
			return () => sortPositions(world.deps, sort)
		},
	},
	meanLikeness: {
		prepare: async (world) => {
			const adoptedIn = await banked(world)
			const statementId = await draftStatement(world)
			const { blockId, versionId } = await positionOf(world, statementId)
			const about = { blockId: blockId as never, versionId: versionId as never, adoptedIn, number: 1 }
			const mean = world.order(world.chair, { statementId, ...about, meant: true })
			return () => meanLikeness(world.deps, mean)
		},
	},
	keepStandardText: {
		prepare: async ({ deps, order, chair }) => {
			const blocks = [{ kind: 'paragraph', text: 'Vi är nio föreningar.' }] as const
			const keep = order(chair, { name: 'Om oss', use: 'insert' as const, blocks })
			return () => keepStandardText(deps, keep)
		},
	},
	changeStandardText: {
		prepare: async (world) => {
			const textId = await keptText(world)
			const change = world.order(world.chair, { textId, name: 'Vilka vi är', seen: world.clock.now })
			return () => changeStandardText(world.deps, change)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
