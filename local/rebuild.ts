import type { Client } from '@libsql/client/web'
import { database } from '#db/client.ts'
import { PROJECTED } from '#db/project.ts'
import { replay } from '#db/replay.ts'
import { type ReadFact, readFact } from '#schema/facts/read.ts'
import { openScratch } from './scratch.ts'
import { inTurn, openStaging, type Staging } from './staging.ts'

/**
 * Makes every table that is made from events anew: in a database of its own first, then beside the old ones, a few rows at a time, and
 * puts them in their place in one short transaction. Whoever reads sees the old ones or the new ones, and so does who comes after a
 * kill. What others do meanwhile is applied too. Gives how many events there were. `folder`: where to make the tables. Where the log
 * holds an event that cannot be read, it throws an UnreadableEvent and leaves the old ones.
 */
export async function rebuild(client: Client, folder?: string, read: ReadFact = readFact): Promise<number> {
	await using scratch = await openScratch(folder)
	const { position, events } = await replay(database(client), database(scratch.client), { read })
	await using staging = await openStaging(client, scratch.client, PROJECTED)
	return events + (await inTurn(() => exchange(client, staging, position, read)))
}

/**
 * Puts the tables made anew in the place of the old, and applies to them what came after `position` in the log. Gives how many events
 * that was: as many as others did while the tables were laid beside the old ones.
 */
async function exchange(client: Client, staging: Staging, position: number, read: ReadFact): Promise<number> {
	const transaction = await client.transaction('write')
	try {
		await transaction.batch(PROJECTED.flatMap((table) => [`DELETE FROM ${table}`, staging.takeOver(table)]))
		const within = database(transaction)
		const { events } = await replay(within, within, { after: position, read })
		await transaction.commit()
		return events
	} finally {
		transaction.close()
	}
}
