import type { ActId, AmendmentId, AmendmentVersionId, AssociationId, PersonId, StatementId } from '#domain/kernel/id.ts'
import {
	changeAmendment,
	decideAmendment,
	joinAmendment,
	leaveAmendment,
	proposeAmendment,
	putForwardAmendment,
	reopenAmendment,
	withdrawAmendment,
} from '#usecases/amendment/amendment.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import { proposeAmendments } from '#usecases/amendment/several.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { allRows } from './all-rows.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { type CoalitionWorld, draftStatement, granted, type Member, type World } from './world.ts'

/** A new position, after all there is. */
export const newPosition = (text = 'Kommunen ska betala resor.') =>
	({
		seen: [],
		want: { put: 'after', blocks: [{ kind: 'position', text }] },
		reason: 'Utan resor kommer ingen.',
	}) as const

/** The version of an amendment that counts. */
export async function versionNow(
	{ server }: Pick<World, 'server'>,
	amendmentId: AmendmentId,
): Promise<AmendmentVersionId> {
	const [found] = await allRows(server.client, 'SELECT version_id FROM amendment WHERE id = ?', [amendmentId])
	return String(found?.version_id) as AmendmentVersionId
}

type Amended = {
	readonly statementId: StatementId
	readonly amendmentId: AmendmentId
	readonly versionId: AmendmentVersionId
	readonly mine: Member
	readonly other: Member
}

/** The first association has put an amendment forward. */
export async function amended(world: CoalitionWorld, statementId?: StatementId): Promise<Amended> {
	const mine = firstOf(world)
	const [, other] = world.members
	if (!other) throw new Error('there is a second association')
	const on = statementId ?? (await draftStatement(world))
	const { associationId, delegate } = mine
	const order = world.order(delegate, { statementId: on, associationId, ...newPosition() })
	const { amendmentId } = granted(await proposeAmendment(world.deps, order)).value
	return { statementId: on, amendmentId, versionId: await versionNow(world, amendmentId), mine, other }
}

/** Somebody with a seat as contributor of an association. */
export async function contributorIn(
	{ deps, order, chair, clock }: CoalitionWorld,
	associationId: AssociationId,
): Promise<PersonId> {
	const personId = granted(await createPerson(deps, { name: 'Moa Medarbetare', emails: ['moa@example.org'] }))
	const seat = { personId, associationId, role: 'contributor', from: clock.now, until: null, invite: false } as const
	granted(await giveSeat(deps, order(chair, seat)))
	return personId
}

/** A contributor of the first association has prepared one. */
async function prepared(world: CoalitionWorld) {
	const mine = firstOf(world)
	const { associationId } = mine
	const moa = await contributorIn(world, associationId)
	const statementId = await draftStatement(world)
	const order = world.order(moa, { statementId, associationId, ...newPosition() })
	const { amendmentId } = granted(await proposeAmendment(world.deps, order)).value
	return { statementId, amendmentId, versionId: await versionNow(world, amendmentId), mine, moa }
}

const rejected = (at: Amended) =>
	({
		statementId: at.statementId,
		amendmentId: at.amendmentId,
		versionId: at.versionId,
		outcome: 'rejected',
		note: 'För dyrt.',
	}) as const

/** One amendment with a new position is put into the text. */
const merging = ({ statementId, amendmentId, versionId }: Amended) =>
	({ statementId, chosen: [{ amendmentId, versionId }], seen: [], choices: {}, note: '', letGo: false }) as const

/** The act that merged something last. */
export async function mergingNow({ server }: Pick<World, 'server'>): Promise<ActId> {
	const [found] = await allRows(server.client, 'SELECT act_id FROM amendment_merge ORDER BY rowid DESC LIMIT 1')
	return String(found?.act_id) as ActId
}

/** Each act on amendments. */
export const AMENDMENT_ACTS = {
	proposeAmendment: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const command = { statementId: await draftStatement(world), associationId, ...newPosition() }
			const propose = world.order(delegate, command)
			return () => proposeAmendment(world.deps, propose)
		},
	},
	proposeAmendments: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const { seen, want, reason } = newPosition()
			const placed = want.blocks.map((content) => ({ was: null, content }))
			const command = { statementId: await draftStatement(world), associationId, seen, reasons: { new: reason } }
			const propose = world.order(delegate, { ...command, want: { put: 'placed', placed } as const })
			return () => proposeAmendments(world.deps, propose)
		},
	},
	putForwardAmendment: {
		prepare: async (world) => {
			const { statementId, amendmentId, versionId, mine } = await prepared(world)
			const put = world.order(mine.delegate, { statementId, amendmentId, versionId })
			return () => putForwardAmendment(world.deps, put)
		},
	},
	changeAmendment: {
		prepare: async (world) => {
			const { statementId, amendmentId, versionId, mine } = await amended(world)
			const change = { statementId, amendmentId, versionId, ...newPosition('Regionen ska betala resor.') }
			const reword = world.order(mine.delegate, change)
			return () => changeAmendment(world.deps, reword)
		},
	},
	withdrawAmendment: {
		prepare: async (world) => {
			const { statementId, amendmentId, mine } = await amended(world)
			const withdraw = world.order(mine.delegate, { statementId, amendmentId })
			return () => withdrawAmendment(world.deps, withdraw)
		},
	},
	joinAmendment: {
		prepare: async (world) => {
			const { statementId, amendmentId, versionId, other } = await amended(world)
			const { associationId, delegate } = other
			const join = world.order(delegate, { statementId, amendmentId, versionId, associationId })
			return () => joinAmendment(world.deps, join)
		},
	},
	leaveAmendment: {
		prepare: async (world) => {
			const { statementId, amendmentId, versionId, other } = await amended(world)
			const { associationId, delegate } = other
			const at = { statementId, amendmentId, associationId }
			granted(await joinAmendment(world.deps, world.order(delegate, { ...at, versionId })))
			const leave = world.order(delegate, at)
			return () => leaveAmendment(world.deps, leave)
		},
	},
	decideAmendment: {
		prepare: async (world) => {
			const decide = world.order(world.chair, rejected(await amended(world)))
			return () => decideAmendment(world.deps, decide)
		},
	},
	mergeAmendments: {
		prepare: async (world) => {
			const merge = world.order(world.chair, merging(await amended(world)))
			return () => mergeAmendments(world.deps, merge)
		},
	},
	undoMerging: {
		prepare: async (world) => {
			const at = await amended(world)
			granted(await mergeAmendments(world.deps, world.order(world.chair, merging(at))))
			const undo = world.order(world.chair, { statementId: at.statementId, merging: await mergingNow(world) })
			return () => undoMerging(world.deps, undo)
		},
	},
	reopenAmendment: {
		prepare: async (world) => {
			const at = await amended(world)
			granted(await decideAmendment(world.deps, world.order(world.chair, rejected(at))))
			const reopen = world.order(world.chair, { statementId: at.statementId, amendmentId: at.amendmentId })
			return () => reopenAmendment(world.deps, reopen)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
