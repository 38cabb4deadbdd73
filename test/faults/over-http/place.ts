import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SCOPES } from '#domain/kernel/act.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { exportCoalition } from '#local/export/export-coalition.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { granted } from '#test/support/result.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	type Member,
	type OfBallot,
	openedBallot,
	SLUG,
	toldYesterday,
} from '#test/support/world.ts'
import { createToken } from '#usecases/person/tokens.ts'

export type Place = {
	/** The data's directory, as `npm start` takes it. */
	readonly directory: string
	readonly ballots: readonly OfBallot[]
	readonly voters: readonly (Member & { readonly token: string })[]
	readonly chairToken: string
	/** An export of another coalition, and how many events it has. */
	readonly exported: { readonly file: string; readonly events: number }
}

/** Ballots held at once, in each of which every association votes. */
const BALLOTS = 3

async function largeWorld(associations: number): Promise<CoalitionWorld> {
	const world = await createCoalitionWorld(['Attention'])
	// The server that is killed goes by the real time, and all have been members so long that they are in ballots.
	world.clock.now = Date.now() - 30 * DAY
	const large = await withManyMembers(world, associations - 1)
	world.clock.now = Date.now()
	return large
}

async function tokenOf({ deps }: CoalitionWorld, id: PersonId): Promise<string> {
	const command = { name: 'Felprov', coalition: SLUG, scopes: SCOPES, days: 30 }
	return granted(await createToken(deps, { by: 'person', id }, command)).secret
}

/**
 * A coalition with ballots that are open, in a data directory of its own below `folder`; and another one to be imported, of `others`
 * associations.
 */
export async function makePlace(
	folder: string,
	associations: number,
	others: number = 10 * associations,
): Promise<Place> {
	const directory = join(folder, 'data')
	await mkdir(directory)
	await using world = await largeWorld(associations)
	const ballots: OfBallot[] = []
	while (ballots.length < BALLOTS) {
		await toldYesterday(world)
		ballots.push(await openedBallot(world, await draftStatement(world)))
	}
	const voters: Place['voters'][number][] = []
	for (const member of world.members) voters.push({ ...member, token: await tokenOf(world, member.delegate) })
	// All have had their letters: a server that starts sends first what is due, and would be killed after a minute of that.
	await world.server.client.execute('UPDATE outbox SET delivered_at = created_at')
	const chairToken = await tokenOf(world, world.chair)
	await world.server.client.execute({ sql: 'VACUUM INTO ?', args: [dataDirectoryAt(directory).databaseFile] })
	return { directory, ballots, voters, chairToken, exported: await anotherCoalition(folder, others) }
}

async function anotherCoalition(folder: string, associations: number): Promise<Place['exported']> {
	await using world = await largeWorld(associations)
	await draftStatement(world)
	const file = join(folder, 'another.tar')
	const done = await exportCoalition(world.server.client, { slug: SLUG, file, filesPath: undefined })
	if (!done.ok) throw new Error(done.reason)
	return { file, events: done.value.counts.events }
}
