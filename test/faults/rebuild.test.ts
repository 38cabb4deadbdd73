import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { countOf } from '#test/support/all-rows.ts'
import { killPoints } from '#test/support/kill-points.ts'
import { databaseFile, inProcess } from '#test/support/killable-server.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { killedAtRequest, mortalServer } from '#test/support/mortal-server.ts'
import { isConnectionLost } from '#test/support/resend.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { addAssociation } from '#usecases/members/manage-coalition.ts'

/** A database in which much has happened, copied to `file`. Gives how many events. */
async function fill(file: string): Promise<number> {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	granted(await publish(world, await decidedStatement(world)))
	await withManyMembers(world, 250)
	await world.server.client.execute({ sql: 'VACUUM INTO ?', args: [file] })
	return await countOf(world.server.client, 'FROM event')
}

test.each(['during', 'after'] as const)(
	'a rebuild killed %s any of its requests leaves the tables as they were or as they are to be, and can be run again',
	async (moment) => {
		await using place = await databaseFile()
		const events = await fill(place.file)
		const right = await inProcess(place.file, snapshot)
		await using server = await mortalServer(place.file, moment)
		// So that the old and the new can be told apart.
		const SPOILT = 'of an earlier version'
		const spoil = () => server.client.execute(`UPDATE association SET area = '${SPOILT}'`)
		await spoil()
		const spoilt = await snapshot(server.client)
		let requests = 0
		for (const nth of killPoints()) {
			const result = await rebuild(killedAtRequest(server, nth, moment)).catch((error: unknown) => error)
			// Nobody waits for the last answer: it may be done when the server dies.
			if (result === events) break
			expect(isConnectionLost(result), String(result)).toBe(true)
			requests = nth
			await server.start()
			const found = await snapshot(server.client)
			expect(found).toEqual(JSON.stringify(found).includes(SPOILT) ? spoilt : right)
			await spoil()
		}
		await server.start()
		expect(await snapshot(server.client)).toEqual(right)
		// At the reading of the log, the emptying, the tables, their rows, and the commit.
		expect(requests).toBeGreaterThan(9)
	},
	180_000,
)

test('what others do while the tables are made anew is in them too', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { client, url } = world.server
	let added = 0
	// Three times somebody adds an association while the tables are laid beside the old ones: as they are made, as they are filled, and just before they are exchanged.
	const send = async (request: Request) => {
		const body = await request.clone().text()
		const moments = [
			/CREATE TABLE .{0,4}staged_\w+_vote/,
			/INSERT INTO .{0,4}staged_\w+_association/,
			/DELETE FROM coalition/,
		]
		if (moments[added]?.test(body)) {
			added += 1
			granted(await addAssociation(world.deps, world.order(world.chair, { name: `Ny ${added}`, area: '' })))
		}
		return fetch(request)
	}
	await rebuild(createClient({ url, fetch: send }))
	expect(added).toBe(3)
	expect(await countOf(client, "FROM association WHERE name LIKE 'Ny %'")).toBe(3)
	const before = await snapshot(client)
	await rebuild(client)
	expect(await snapshot(client)).toEqual(before)
})
