import type { ActKind } from '#domain/acts.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { ActId, AssociationId, SeatId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { readImage } from '#intake/image/read.ts'
import {
	changeSettings,
	changeSlug,
	chooseAccent,
	describeLogo,
	offerEnglish,
	takeLogo,
} from '#usecases/coalition/change-settings.ts'
import { moveAssociation, renameAssociation, seatPerson } from '#usecases/members/arrange-members.ts'
import {
	addAssociation,
	changeAssociation,
	contestSeat,
	createCoalition,
	endSeat,
	giveSeat,
	keepAssociation,
	leaveSeat,
	removeAssociation,
	takeBackSeat,
} from '#usecases/members/manage-coalition.ts'
import { mendName, proposeAddress, withdrawAddress } from '#usecases/members/mend-directory.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import type { Outcome } from '#usecases/perform.ts'
import { allRows } from './all-rows.ts'
import { PICTURES } from './pictures.ts'
import { type CoalitionWorld, granted, type Member } from './world.ts'

type Send = () => Outcome<unknown>

/** An act about to be done: all that must come before it is done, and `send` does it, under the same key each time. */
export type PreparedAct = { readonly preset?: Preset; readonly prepare: (world: CoalitionWorld) => Promise<Send> }

export function firstOf({ members }: CoalitionWorld): Member {
	const [member] = members
	if (!member) throw new Error('the world has no members')
	return member
}

/** Gives the first association's delegate one more seat. */
async function seated(world: CoalitionWorld, role: Role, associationId: AssociationId): Promise<SeatId> {
	const { deps, order, chair, clock } = world
	const seat = { personId: firstOf(world).delegate, associationId, role, from: clock.now } as const
	return granted(await giveSeat(deps, order(chair, { ...seat, until: null, invite: false }))).value.seatId
}

/** One of each kind of act on the coalition itself and who is in it. */
export const COALITION_ACTS = {
	createCoalition: {
		prepare: async ({ deps, order, operator, chair }) => {
			const settings = {
				name: 'Ett till',
				seriesPrefix: 'ETT',
				preset: 'standard',
				language: 'sv',
				listed: true,
			} as const
			const found = order(operator, { settings, demo: false, chair }, undefined, 'ett-till')
			return () => createCoalition(deps, found, [])
		},
	},
	addAssociation: {
		prepare: async ({ deps, order, chair }) => {
			const add = order(chair, { name: 'Hjärnkoll', area: '' })
			return () => addAssociation(deps, add)
		},
	},
	tellByHand: {
		prepare: async (world) => {
			const { deps, order, chair } = world
			const { associationId, delegate } = firstOf(world)
			await deps.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [delegate] }])
			granted(await changeSettings(deps, order(chair, { preset: 'board' as const })))
			const [row] = await allRows(world.server.client, "SELECT act_id FROM outbox WHERE kind = 'bylaws'")
			const actId = String(row?.act_id) as ActId
			const tell = order(chair, { actId, notice: 'bylaws' as const, about: associationId })
			return () => tellByHand(deps, tell)
		},
	},
	mendName: {
		prepare: async (world) => {
			const mend = world.order(world.chair, { seatId: firstOf(world).delegateSeat, name: 'Dísa Attention' })
			return () => mendName(world.deps, mend)
		},
	},
	proposeAddress: {
		prepare: async (world) => {
			const propose = world.order(world.chair, { seatId: firstOf(world).delegateSeat, email: 'ny@example.org' })
			return () => proposeAddress(world.deps, propose)
		},
	},
	withdrawAddress: {
		prepare: async (world) => {
			const { deps, order, chair } = world
			const seatId = firstOf(world).delegateSeat
			granted(await proposeAddress(deps, order(chair, { seatId, email: 'ny@example.org' })))
			const withdraw = order(chair, { seatId })
			return () => withdrawAddress(deps, withdraw)
		},
	},
	keepAssociation: {
		prepare: async (world) => {
			const { deps, order, chair } = world
			const { associationId } = firstOf(world)
			granted(await removeAssociation(deps, order(chair, { associationId })))
			const keep = order(chair, { associationId })
			return () => keepAssociation(deps, keep)
		},
	},
	takeInRoster: {
		prepare: async ({ deps, order, chair }) => {
			// People are entered before the act, each under an id that follows from the order.
			const list = { text: 'Balans;bipolär sjukdom\nTilia;unga', columns: [], mark: null }
			const take = order(chair, list)
			return () => takeInRoster(deps, take)
		},
	},
	changeSettings: {
		prepare: async ({ deps, order, chair }) => {
			const change = order(chair, { name: 'NSPH i länet', preset: 'board' as const })
			return () => changeSettings(deps, change)
		},
	},
	chooseAccent: {
		prepare: async ({ deps, order, chair }) => {
			const choose = order(chair, { colour: '#1f4e8c' })
			return () => chooseAccent(deps, choose)
		},
	},
	offerEnglish: {
		prepare: async ({ deps, order, chair }) => {
			const offer = order(chair, { offered: false })
			return () => offerEnglish(deps, offer)
		},
	},
	describeLogo: {
		prepare: async ({ deps, order, chair }) => {
			granted(await takeLogo(deps, order(chair, { open: () => readImage(PICTURES.png), alt: '' })))
			const describe = order(chair, { alt: 'Två ringar' })
			return () => describeLogo(deps, describe)
		},
	},
	changeSlug: {
		prepare: async ({ deps, order, chair }) => {
			const change = order(chair, { slug: 'nsph-lan' })
			return () => changeSlug(deps, change, [])
		},
	},
	giveSeat: {
		prepare: async (world) => {
			const { deps, order, chair, clock } = world
			const { associationId } = firstOf(world)
			const seat = {
				personId: chair,
				associationId,
				role: 'deputy',
				from: clock.now,
				until: null,
				invite: true,
			} as const
			const give = order(chair, seat)
			return () => giveSeat(deps, give)
		},
	},
	endSeat: {
		prepare: async (world) => {
			const end = world.order(world.chair, { seatId: firstOf(world).delegateSeat })
			return () => endSeat(world.deps, end)
		},
	},
	contestSeat: {
		prepare: async (world) => {
			const { deps, order, chair, clock } = world
			const { associationId, delegate } = firstOf(world)
			const seat = { associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
			const { seatId } = granted(await giveSeat(deps, order(chair, { ...seat, personId: chair }))).value
			const contest = order(delegate, { seatId })
			return () => contestSeat(deps, contest)
		},
	},
	leaveSeat: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const leave = world.order(delegate, { seatId: await seated(world, 'deputy', associationId) })
			return () => leaveSeat(world.deps, leave)
		},
	},
	takeBackSeat: {
		prepare: async (world) => {
			const { deps, order, chair } = world
			const { associationId, delegate } = firstOf(world)
			const held = 'SELECT id FROM seat WHERE association_id = ? AND person_id = ? AND role = ? AND ended_at IS NULL'
			const [seat] = await allRows(world.server.client, held, [associationId, delegate, 'delegate'])
			const seatId = String(seat?.id) as SeatId
			granted(await endSeat(deps, order(chair, { seatId })))
			// Who takes it back may have got another since, and loses that.
			await seated(world, 'delegate', associationId)
			const take = order(delegate, { seatId })
			return () => takeBackSeat(deps, take)
		},
	},
	changeAssociation: {
		prepare: async (world) => {
			const { associationId } = firstOf(world)
			const change = world.order(world.chair, { id: associationId, name: 'Attention i länet', area: 'npf', order: 1 })
			return () => changeAssociation(world.deps, change)
		},
	},
	renameAssociation: {
		prepare: async (world) => {
			const { associationId } = firstOf(world)
			const rename = world.order(world.chair, { associationId, name: 'Attention i länet', area: 'npf' })
			return () => renameAssociation(world.deps, rename)
		},
	},
	moveAssociation: {
		prepare: async (world) => {
			const move = world.order(world.chair, { associationId: firstOf(world).associationId, direction: 'down' } as const)
			return () => moveAssociation(world.deps, move)
		},
	},
	removeAssociation: {
		prepare: async (world) => {
			const remove = world.order(world.chair, { associationId: firstOf(world).associationId })
			return () => removeAssociation(world.deps, remove)
		},
	},
	seatPerson: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const who = { kind: 'known', id: delegate } as const
			const seat = world.order(world.chair, {
				who,
				associationId,
				role: 'deputy',
				until: null,
				replaces: null,
			} as const)
			return () => seatPerson(world.deps, seat)
		},
	},
	chooseLogo: {
		prepare: async ({ deps, order, chair }) => {
			const take = order(chair, { open: () => readImage(PICTURES.png), alt: 'Två ringar' })
			return () => takeLogo(deps, take)
		},
	},
} satisfies Partial<Record<ActKind, PreparedAct>>
