import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonId, StatementId } from '#domain/kernel/id.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { createCoalitionWorld, DAY, draftStatement, granted } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { LONG } from './long-text.ts'

/** So many tabs has each of those who only read: as many as a room lets a person have, and some less. */
const TABS = 16

/** A data directory with a draft of sixty pages, and who is signed in there, each by the secret of a session of their own. */
export type RoomsPlace = {
	readonly directory: string
	readonly statementId: StatementId
	readonly writers: readonly string[]
	readonly readers: readonly string[]
}

export async function roomsPlace(folder: string, writing: number, reading: number): Promise<RoomsPlace> {
	const directory = join(folder, 'data')
	await mkdir(directory)
	await using world = await createCoalitionWorld(Array.from({ length: writing }, (_, index) => `F${index}`))
	const { deps, order, chair, clock, members, server } = world
	const statementId = await draftStatement(world, LONG)
	const signedIn = async (personId: PersonId): Promise<string> => {
		const secret = randomBytes(32).toString('base64url')
		await server.client.execute({
			sql: 'INSERT INTO session (hash, person_id, created_at, authenticated_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
			args: [await sha256(secret), personId, Date.now(), Date.now(), Date.now(), Date.now() + DAY],
		})
		return secret
	}
	const writers: string[] = []
	for (const { delegate } of members) writers.push(await signedIn(delegate))
	const readers: string[] = []
	const [home] = members
	if (!home) throw new Error('nobody to read for')
	while (readers.length < reading) {
		const personId = granted(await createPerson(deps, { name: `Läsare ${readers.length}`, emails: [] }))
		const { associationId } = home
		const seat = { associationId, personId, role: 'contributor', from: clock.now, until: null, invite: false } as const
		granted(await giveSeat(deps, order(chair, seat)))
		for (let tab = 0; tab < TABS && readers.length < reading; tab += 1) readers.push(await signedIn(personId))
	}
	await server.client.execute('UPDATE outbox SET delivered_at = created_at')
	await server.client.execute({ sql: 'VACUUM INTO ?', args: [dataDirectoryAt(directory).databaseFile] })
	return { directory, statementId, writers, readers }
}
