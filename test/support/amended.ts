import { id, row, rows, values } from '#db/rows.ts'
import type { AddendumId, AssociationId, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { ProposeAddendum } from '#domain/publication/addenda.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { answerAddendum, proposeAddendum, publishAddendum, takeBackAddendum } from '#usecases/publication/addenda.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { publishedStatement } from './followed.ts'
import { type CoalitionWorld, DAY, granted, type Member, type World } from './world.ts'

/** A correction of the first block, with as long to answer as the bylaws promise. */
export function correctionAt(now: number): ProposeAddendum {
	return {
		kind: 'correction',
		reason: 'Fel myndighet nämndes.',
		stretch: { first: 0, last: 0 },
		blocks: [{ kind: 'paragraph', text: 'Regionen, inte kommunen.' }],
		closesAt: now + 7 * DAY,
		urgent: '',
	}
}

export function withdrawalAt(now: number): ProposeAddendum {
	const reason = 'Underlaget var fel.'
	return { kind: 'withdrawal', reason, stretch: null, blocks: [], closesAt: now + 7 * DAY, urgent: '' }
}

type Proposed = { readonly statementId: StatementId; readonly addendumId: AddendumId }

/** What the chair has put before the associations about a published statement; of a new one unless one is named. */
export async function proposed(
	world: CoalitionWorld,
	of: (now: number) => ProposeAddendum = correctionAt,
	about?: StatementId,
): Promise<Proposed> {
	const statementId = about ?? (await publishedStatement(world))
	const order = world.order(world.chair, { statementId, ...of(world.clock.now) })
	return { statementId, ...granted(await proposeAddendum(world.deps, order)).value }
}

export function answering(
	world: CoalitionWorld,
	{ delegate, associationId }: Member,
	at: Proposed,
	answer: 'agreed' | 'objected' = 'agreed',
	reason = '',
) {
	return answerAddendum(world.deps, world.order(delegate, { ...at, associationId, answer, reason }))
}

/** One that all have agreed to, so that it can be published. */
export async function agreed(world: CoalitionWorld, of = correctionAt, about?: StatementId): Promise<Proposed> {
	const at = await proposed(world, of, about)
	for (const member of world.members) granted(await answering(world, member, at))
	return at
}

/** A published correction or withdrawal. */
export async function added(world: CoalitionWorld, of = correctionAt, about?: StatementId): Promise<Proposed> {
	const at = await agreed(world, of, about)
	granted(await publishAddendum(world.deps, world.order(world.chair, at)))
	return at
}

/** The published statement of the demonstration is corrected, and a withdrawal of it waits for answers. */
export async function amendDemonstration({ deps, db, order, clock }: World, chair: PersonId): Promise<void> {
	const [[statementId], speakers] = await db.read(
		values('SELECT statement_id FROM publication', [], id<StatementId>()),
		rows(
			`SELECT association_id, person_id, MIN(role) FROM seat WHERE role IN ('delegate', 'deputy') AND ended_at IS NULL
				AND association_id IN (SELECT association_id FROM elector JOIN publication ON ballot_id = (SELECT ballot_id
					FROM statement WHERE id = publication.statement_id)) GROUP BY association_id`,
			[],
			row({ associationId: id<AssociationId>(), personId: id<PersonId>() }),
		),
	)
	if (statementId === undefined) throw new Error('the demonstration has published something')
	const bring = <Command>(person: PersonId, command: Command) => order(person, command, undefined, DEMO_SLUG)
	const propose = (of: ProposeAddendum) => proposeAddendum(deps, bring(chair, { statementId, ...of }))
	const at = { statementId, ...granted(await propose(correctionAt(clock.now))).value }
	for (const { associationId, personId } of speakers) {
		const answer = { ...at, associationId, answer: 'agreed', reason: '' } as const
		granted(await answerAddendum(deps, bring(personId, answer)))
	}
	granted(await publishAddendum(deps, bring(chair, at)))
	granted(await propose(withdrawalAt(clock.now)))
}

/** Each act by which something is added to a published statement. A withdrawal, which can be proposed in a world where somebody cannot object. */
export const ADDENDUM_ACTS = {
	proposeAddendum: {
		prepare: async (world) => {
			const statementId = await publishedStatement(world)
			const propose = world.order(world.chair, { statementId, ...correctionAt(world.clock.now) })
			return () => proposeAddendum(world.deps, propose)
		},
	},
	answerAddendum: {
		prepare: async (world) => {
			const at = await proposed(world, withdrawalAt)
			const [member] = world.members
			if (!member) throw new Error('somebody to answer')
			const { associationId } = member
			const answer = world.order(member.delegate, { ...at, associationId, answer: 'agreed' as const, reason: '' })
			return () => answerAddendum(world.deps, answer)
		},
	},
	takeBackAddendum: {
		prepare: async (world) => {
			const takeBack = world.order(world.chair, await proposed(world, withdrawalAt))
			return () => takeBackAddendum(world.deps, takeBack)
		},
	},
	publishAddendum: {
		prepare: async (world) => {
			const at = await proposed(world, withdrawalAt)
			for (const member of world.members) await answering(world, member, at)
			const publish = world.order(world.chair, at)
			return () => publishAddendum(world.deps, publish)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
