import { id, values } from '#db/rows.ts'
import type { PersonId, StatementId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { correctOutcomes, expectOutcome, recordOutcomes } from '#usecases/publication/follow-up.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { decidedStatement, publish } from './signing.ts'
import { type CoalitionWorld, granted, type World } from './world.ts'

/** What a bill says of the first position. */
export const BILL = {
	document: {
		kind: 'bill',
		title: 'Prop. 2022/23:7 En god vård',
		url: 'https://www.regeringen.se/prop',
		datedOn: '2022-09-29',
	},
	outcomes: [{ number: 1, outcome: 'partly', page: '12–14', note: 'Utan kravet på tid.' }],
} as const

export async function publishedStatement(world: CoalitionWorld) {
	const statementId = await decidedStatement(world)
	granted(await publish(world, statementId))
	return statementId
}

/** The first position of a published statement is partly heeded by a bill. */
export async function followedStatement(world: CoalitionWorld) {
	const statementId = await publishedStatement(world)
	const record = world.order(world.chair, { statementId, ...BILL })
	const { documentId } = granted(await recordOutcomes(world.deps, record)).value
	return { statementId, documentId }
}

/** The first position of the published statement of the demonstration is partly heeded, and something more is expected. */
export async function followDemonstration({ deps, db, order }: World, chair: PersonId): Promise<void> {
	const [found] = await db.read(values('SELECT statement_id FROM publication', [], id<StatementId>()))
	const [statementId] = found
	if (statementId === undefined) throw new Error('the demonstration has published something')
	const bring = <Command>(command: Command) => order(chair, command, undefined, DEMO_SLUG)
	granted(await recordOutcomes(deps, bring({ statementId, ...BILL })))
	granted(await expectOutcome(deps, bring({ statementId, on: '2030-01-01', what: 'Beslutet' })))
}

/** Each act by which a published statement is followed up. */
export const OUTCOME_ACTS = {
	recordOutcomes: {
		prepare: async (world) => {
			const record = world.order(world.chair, { statementId: await publishedStatement(world), ...BILL })
			return () => recordOutcomes(world.deps, record)
		},
	},
	correctOutcomes: {
		prepare: async (world) => {
			const correct = world.order(world.chair, { ...(await followedStatement(world)), ...BILL, outcomes: [] })
			return () => correctOutcomes(world.deps, correct)
		},
	},
	expectOutcome: {
		prepare: async (world) => {
			const statementId = await publishedStatement(world)
			const expect = world.order(world.chair, { statementId, on: '2030-01-01', what: 'Propositionen' })
			return () => expectOutcome(world.deps, expect)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
