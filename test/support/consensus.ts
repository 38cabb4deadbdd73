import type { AmendmentId, AmendmentVersionId, ConsensusListId, StatementId } from '#domain/kernel/id.ts'
import { proposeAmendment } from '#usecases/amendment/amendment.ts'
import { answerConsensusList, cancelConsensusList, openConsensusList } from '#usecases/amendment/consensus-list.ts'
import { settleConsensusList } from '#usecases/amendment/settle-due-lists.ts'
import { newPosition, versionNow } from './amending.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { type CoalitionWorld, DAY, draftStatement, granted, type Member } from './world.ts'

export type ListedAmendment = { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }

/** The association puts an amendment forward: a new position that says this. */
export async function putForward(
	world: CoalitionWorld,
	statementId: StatementId,
	text: string,
	{ associationId, delegate }: Member = firstOf(world),
): Promise<ListedAmendment> {
	const order = world.order(delegate, { statementId, associationId, ...newPosition(text) })
	const { amendmentId } = granted(await proposeAmendment(world.deps, order)).value
	return { amendmentId, versionId: await versionNow(world, amendmentId) }
}

export type OpenedList = {
	readonly statementId: StatementId
	readonly listId: ConsensusListId
	readonly items: readonly ListedAmendment[]
	readonly closesAt: number
}

/** The chair asks all associations about so many amendments, for a week. */
export async function openedList(
	world: CoalitionWorld,
	texts: readonly string[] = ['Kommunen ska betala resor.', 'Alla ska få lön.'],
	on?: StatementId,
): Promise<OpenedList> {
	const statementId = on ?? (await draftStatement(world))
	const items: ListedAmendment[] = []
	for (const text of texts) items.push(await putForward(world, statementId, text))
	const closesAt = world.clock.now + 7 * DAY
	const open = world.order(world.chair, { statementId, chosen: items, closesAt })
	const { listId } = granted(await openConsensusList(world.deps, open)).value
	return { statementId, listId, items, closesAt }
}

/** An association objects to these, and agrees to the rest. */
export function objecting(
	world: CoalitionWorld,
	{ statementId, listId }: OpenedList,
	{ associationId, delegate }: Member,
	to: readonly ListedAmendment[],
	reason = '',
) {
	const said = to.map(({ amendmentId }) => ({ amendmentId, objects: true, reason }))
	return answerConsensusList(world.deps, world.order(delegate, { statementId, listId, associationId, said }))
}

/** Settles the list by the clock, as the job does. */
export function settling(world: CoalitionWorld, { statementId, listId }: OpenedList) {
	const order = world.order(world.chair, { statementId, listId })
	return settleConsensusList(world.deps, { ...order, actor: { by: 'clock' } })
}

/** By bylaws that no other act is tried under, so that nobody has lost a seat. */
const WHERE_ALL_CAN_SPEAK = { preset: 'board' } as const

/** Each act on lists of amendments. */
export const CONSENSUS_ACTS = {
	openConsensusList: {
		...WHERE_ALL_CAN_SPEAK,
		prepare: async (world) => {
			const statementId = await draftStatement(world)
			const chosen = [await putForward(world, statementId, 'Kommunen ska betala resor.')]
			const open = world.order(world.chair, { statementId, chosen, closesAt: world.clock.now + 7 * DAY })
			return () => openConsensusList(world.deps, open)
		},
	},
	answerConsensusList: {
		...WHERE_ALL_CAN_SPEAK,
		prepare: async (world) => {
			const { statementId, listId, items } = await openedList(world)
			const { associationId, delegate } = firstOf(world)
			const said = items.slice(0, 1).map(({ amendmentId }) => ({ amendmentId, objects: true, reason: 'För dyrt.' }))
			const answer = world.order(delegate, { statementId, listId, associationId, said })
			return () => answerConsensusList(world.deps, answer)
		},
	},
	cancelConsensusList: {
		...WHERE_ALL_CAN_SPEAK,
		prepare: async (world) => {
			const { statementId, listId } = await openedList(world)
			const cancel = world.order(world.chair, { statementId, listId, reason: 'Fel yrkanden.' })
			return () => cancelConsensusList(world.deps, cancel)
		},
	},
	settleConsensusList: {
		...WHERE_ALL_CAN_SPEAK,
		prepare: async (world) => {
			const { statementId, listId, closesAt } = await openedList(world)
			world.clock.now = closesAt
			const settle = Object.assign(world.order(world.chair, { statementId, listId }), { actor: { by: 'clock' } })
			return () => settleConsensusList(world.deps, settle)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
