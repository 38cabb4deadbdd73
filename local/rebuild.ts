import type { Client } from '@libsql/client/web'
import { database } from '#db/client.ts'
import { PROJECTED } from '#db/project.ts'
import { replay } from '#db/replay.ts'
import { type ReadFact, readFact } from '#schema/facts/read.ts'
import { copyRows } from './copy-rows.ts'
import { openScratch } from './scratch.ts'

/**
 * Makes every table that is made from events anew, in a database of its own, and puts them in the place of the old in one
 * transaction: whoever reads sees the old ones or the new ones, and so does who comes after a kill. What others do
 * meanwhile is applied too. Gives how many events there were. `folder`: where to make the tables. Where the log holds an event
 * that cannot be read, it throws an UnreadableEvent and leaves the old ones.
 */
export async function rebuild(client: Client, folder?: string, read: ReadFact = readFact): Promise<number> {
	await using scratch = await openScratch(folder)
	let events = 0
	for (let position = 0; ; ) {
		const replayed = await replay(database(client), database(scratch.client), { after: position, read })
		position = replayed.position
		events += replayed.events
		if (await exchange(client, scratch.client, position)) return events
	}
}

/** Puts the tables made anew in the place of the old. False, with nothing changed, where events were added after `position`. */
async function exchange(client: Client, anew: Client, position: number): Promise<boolean> {
	const transaction = await client.transaction('write')
	try {
		const { rows } = await transaction.execute('SELECT COALESCE(MAX(position), 0) AS position FROM event')
		if (Number(rows[0]?.position) !== position) return false
		await transaction.batch(PROJECTED.map((table) => `DELETE FROM ${table}`))
		for (const table of PROJECTED) await copyRows(anew, transaction, { table })
		await transaction.commit()
		return true
	} finally {
		transaction.close()
	}
}
