import { expect, test } from 'vitest'
import { type Database, database } from '#db/client.ts'
import { rebuild } from '#db/rebuild.ts'
import { countOf } from '#test/support/all-rows.ts'
import { databaseFile, inProcess, type KillableServer, killableServer } from '#test/support/killable-server.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { isConnectionLost } from '#test/support/resend.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'

/** A database in which much has happened, copied to `file`. Gives how many events. */
async function fill(file: string): Promise<number> {
	await using world = await createCoalitionWorld()
	granted(await publish(world, await decidedStatement(world)))
	await withManyMembers(world, 250)
	await world.server.client.execute({ sql: 'VACUUM INTO ?', args: [file] })
	return await countOf(world.server.client, 'FROM event')
}

/** The server is killed while the nth write is on its way to it, or when that is done. */
function killedAtWrite(server: KillableServer, nth: number, moment: 'during' | 'after'): Database {
	const db = database(server.client)
	let writes = 0
	return {
		...db,
		write: async (statements) => {
			writes += 1
			const written = db.write(statements)
			if (writes !== nth) return written
			const killed = moment === 'during' ? server.kill() : written.then(server.kill)
			return Promise.all([written, killed]).then(([changed]) => changed)
		},
	}
}

test.each(['during', 'after'] as const)(
	'a rebuild killed %s any of its writes can be run again, with the same result',
	async (moment) => {
		await using place = await databaseFile()
		const events = await fill(place.file)
		const before = await inProcess(place.file, snapshot)
		await using server = await killableServer(place.file)
		let killed = 0
		for (let nth = 1; ; nth += 1) {
			const result = await rebuild(killedAtWrite(server, nth, moment)).catch((error: unknown) => error)
			if (result === events) break
			expect(isConnectionLost(result), String(result)).toBe(true)
			killed += 1
			await server.start()
		}
		expect(await snapshot(server.client)).toEqual(before)
		// At the emptying, and at each chunk.
		expect(killed).toBeGreaterThan(3)
	},
	120_000,
)
