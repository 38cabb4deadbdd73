import { expect, test } from 'vitest'
import { newBallotViewQuery } from '#read/deciding/deciding.ts'
import { planFactsQuery } from '#read/planning/plan.ts'
import { ownTasksQuery } from '#read/planning/tasks.ts'
import { workspaceQuery } from '#read/planning/workspace.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { endSeat, giveSeat, removeAssociation } from '#usecases/members/manage-coalition.ts'

const byPerson = ({ chair }: CoalitionWorld) => ({ by: 'person', id: chair }) as const

async function unrepresented({ deps, clock }: CoalitionWorld, statement: string) {
	const [view] = await deps.db.read(newBallotViewQuery(SLUG, statement, clock.now))
	return view?.unrepresented
}

test('an association without a voice is told of until it has left', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const { associationId, delegateSeat: seatId } = world.members[0] as Member
	const statement = await draftStatement(world)
	granted(await endSeat(deps, order(chair, { seatId })))
	granted(await removeAssociation(deps, order(chair, { associationId })))
	const told = async () => {
		const [{ tasks }, work] = await deps.db.read(
			ownTasksQuery(byPerson(world), clock.now),
			workspaceQuery(SLUG, byPerson(world), clock.now),
		)
		const { associations, represented } = work?.beginnings ?? {}
		return { kinds: tasks.map(({ kind }) => kind), associations, represented }
	}
	expect(await unrepresented(world, statement)).toEqual([associationId])
	expect(await told()).toEqual({ kinds: expect.arrayContaining(['nameDelegates']), associations: 3, represented: 2 })
	clock.now += 7 * DAY
	expect(await unrepresented(world, statement)).toEqual([])
	expect(await told()).toEqual({
		kinds: expect.not.arrayContaining(['nameDelegates']),
		associations: 2,
		represented: 2,
	})
})

test('an association about to leave is represented until it does, and no longer', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	granted(await removeAssociation(deps, order(chair, world.members[0] as Member)))
	const represented = async () => {
		const [work] = await deps.db.read(workspaceQuery(SLUG, byPerson(world), clock.now))
		return [work?.beginnings?.associations, work?.beginnings?.represented]
	}
	expect(await represented()).toEqual([3, 3])
	clock.now += 7 * DAY
	expect(await represented()).toEqual([2, 2])
})

test('who may vote, and whether silence is consent, goes by the bylaws in force', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const { associationId, delegateSeat: seatId } = world.members[0] as Member
	const statement = await draftStatement(world)
	granted(await endSeat(deps, order(chair, { seatId })))
	const seat = {
		personId: chair,
		associationId,
		role: 'delegate',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, order(chair, seat)))
	granted(await changeSettings(deps, order(chair, { preset: 'board' as const })))
	expect(await unrepresented(world, statement)).toEqual([associationId])
	clock.now += 7 * DAY
	expect(await unrepresented(world, statement)).toEqual([])
	granted(await changeSettings(deps, order(chair, { preset: 'secret' as const })))
	const consent = async () => (await deps.db.read(planFactsQuery(SLUG, 'none', clock.now)))[0].silenceIsConsent
	expect(await consent()).toBe(true)
	clock.now += 7 * DAY
	expect(await consent()).toBe(false)
})
