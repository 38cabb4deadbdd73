import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonId, StatementId } from '#domain/kernel/id.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { sha256 } from '#usecases/hashing.ts'
import { createCoalitionWorld, DAY, draftStatement } from './world.ts'

/** A coalition with a text that is written, in a data directory below `folder` as `npm start` takes it; and who can write, each with the secret of a session. */
export type LivePlace = {
	readonly directory: string
	readonly statementId: StatementId
	readonly writers: readonly { readonly personId: PersonId; readonly seatId: string; readonly secret: string }[]
	readonly chairSecret: string
}

export async function livePlace(folder: string, names: readonly string[]): Promise<LivePlace> {
	const directory = join(folder, 'data')
	await mkdir(directory)
	await using world = await createCoalitionWorld(names)
	const statementId = await draftStatement(world)
	const { client } = world.server
	const signedIn = async (personId: PersonId, index: number) => {
		// As long as a cookie's secret is.
		const secret = `${index}`.padEnd(43, 's')
		const hash = await sha256(secret)
		await client.execute({
			sql: 'INSERT INTO session (hash, person_id, created_at, authenticated_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
			args: [hash, personId, Date.now(), Date.now(), Date.now(), Date.now() + DAY],
		})
		return secret
	}
	const writers: LivePlace['writers'][number][] = []
	for (const [index, { delegate: personId, delegateSeat: seatId }] of world.members.entries()) {
		writers.push({ personId, seatId, secret: await signedIn(personId, index) })
	}
	const chairSecret = await signedIn(world.chair, names.length)
	// All have had their letters, so that a server that starts has none to send first.
	await client.execute('UPDATE outbox SET delivered_at = created_at')
	await client.execute({ sql: 'VACUUM INTO ?', args: [dataDirectoryAt(directory).databaseFile] })
	return { directory, statementId, writers, chairSecret }
}
