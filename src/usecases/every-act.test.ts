import { beforeAll, expect, test } from 'vitest'
import { ACTS, type ActKind } from '#domain/acts.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { TOLD_A_DAY } from '#domain/kernel/telling.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { EVERY_ACT } from '#test/support/every-act.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted } from '#test/support/world.ts'
import { createCoalition, endSeat, giveSeat } from './members/manage-coalition.ts'
import type { Order } from './perform.ts'
import { createPerson } from './person/people.ts'

type Outsiders = { readonly stranger: PersonId; readonly left: PersonId; readonly elsewhere: PersonId }

const worlds = new Map<Preset, Promise<CoalitionWorld & Outsiders>>()

/** One world for each set of bylaws: whoever is refused changes nothing in it. */
function worldUnder(preset: Preset) {
	const world = worlds.get(preset) ?? createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], preset).then(withOutsiders)
	worlds.set(preset, world)
	return world
}

beforeAll(() => async () => {
	for (const world of worlds.values()) await (await world)[Symbol.asyncDispose]()
})

async function withOutsiders(world: CoalitionWorld): Promise<CoalitionWorld & Outsiders> {
	const { deps, order, operator, chair, clock } = world
	const person = async (name: string) => granted(await createPerson(deps, { name, emails: [] }))
	const left = await person('Lars Lämnat')
	const seat = {
		personId: left,
		associationId: null,
		role: 'chair',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	const { seatId } = granted(await giveSeat(deps, order(chair, seat))).value
	granted(await endSeat(deps, order(chair, { seatId })))
	const elsewhere = await person('Eva Annanstans')
	const settings = { name: 'En annan', seriesPrefix: 'EA', preset: 'standard', language: 'sv', listed: true } as const
	granted(
		await createCoalition(deps, order(operator, { settings, demo: false, chair: elsewhere }, undefined, 'annan'), []),
	)
	return { ...world, stranger: await person('Sten Okänd'), left, elsewhere }
}

test.each(Object.entries(EVERY_ACT))(
	'%s tells nobody anything who has no seat here, or none any more',
	async (kind, act) => {
		const world = await worldUnder(act.preset ?? 'standard')
		let last: Order<unknown> | undefined
		const order: typeof world.order = (...given) => {
			const made = world.order(...given)
			last = made
			return made
		}
		const send = await act.prepare({ ...world, order })
		const before = await countOf(world.server.client, 'FROM act')
		const answerTo = async (id: PersonId) => {
			Object.assign(last ?? {}, { actor: { by: 'person', id } })
			return codeOf(await send())
		}
		const { by, orBy }: DeclaredAct = ACTS[kind as ActKind]
		const forOperators = by.length === 0 && orBy !== 'former'
		expect(await answerTo(world.stranger)).toBe(forOperators ? 'operatorOnly' : 'notFound')
		expect(await answerTo(world.elsewhere)).toBe(forOperators ? 'operatorOnly' : 'notFound')
		// Of what is for those who had a seat, it is not this one.
		const other = orBy === 'former' ? 'notFound' : 'notAllowed'
		expect(await answerTo(world.left)).toBe(forOperators ? 'operatorOnly' : other)
		expect(await countOf(world.server.client, 'FROM act')).toBe(before)
	},
)

/** Each needs an act that is bounded: an association leaves before it is kept, and a chair is seated before one is unseated. */
const NEEDS_A_BOUNDED: readonly string[] = ['keepAssociation', 'endSeat']

test.each(Object.entries(EVERY_ACT).filter(([kind]) => serves(ACTS[kind as ActKind])))(
	'%s tells all of nothing that it may not tell without end',
	async (kind, act) => {
		const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], act.preset ?? 'standard')
		await using _ended = world
		granted(await (await act.prepare(world))())
		const notices = await allRows(
			world.server.client,
			'SELECT DISTINCT outbox.kind FROM outbox JOIN act ON act.id = outbox.act_id WHERE act.kind = ?',
			[kind],
		)
		const { tells = [] }: DeclaredAct = ACTS[kind as ActKind]
		const bounded = notices.map((notice) => String(notice.kind)).filter((notice) => notice in TOLD_A_DAY)
		expect(
			NEEDS_A_BOUNDED.includes(kind) ? [] : bounded.filter((notice) => !tells.some((each) => each === notice)),
		).toEqual([])
	},
)

function serves({ by }: DeclaredAct): boolean {
	return by.includes('chair') || by.includes('secretary')
}
