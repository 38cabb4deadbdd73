import type { StatementId } from '#domain/kernel/id.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted } from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { LONG } from './long-text.ts'
import { signedIn } from './place.ts'

/** So many tabs has each of those who only read: as many as a room lets a person have, and some less. */
const TABS = 16

/** A draft of sixty pages, and who is signed in there, each by the cookie of a browser of their own. */
export type RoomsPlace = AsyncDisposable & {
	readonly world: CoalitionWorld
	readonly statementId: StatementId
	readonly writers: readonly string[]
	readonly readers: readonly string[]
}

export async function roomsPlace(writing: number, reading: number): Promise<RoomsPlace> {
	const world = await createCoalitionWorld(Array.from({ length: writing }, (_, index) => `F${index}`))
	const { deps, order, chair, clock, members, server } = world
	const statementId = await draftStatement(world, LONG)
	const writers: string[] = []
	for (const { delegate } of members) writers.push(await signedIn(world, delegate))
	const readers: string[] = []
	const [home] = members
	if (!home) throw new Error('nobody to read for')
	while (readers.length < reading) {
		const personId = granted(await createPerson(deps, { name: `Läsare ${readers.length}`, emails: [] }))
		const { associationId } = home
		const seat = { associationId, personId, role: 'contributor', from: clock.now, until: null, invite: false } as const
		granted(await giveSeat(deps, order(chair, seat)))
		for (let tab = 0; tab < TABS && readers.length < reading; tab += 1) readers.push(await signedIn(world, personId))
	}
	await server.client.execute('UPDATE outbox SET delivered_at = created_at')
	return { world, statementId, writers, readers, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}
