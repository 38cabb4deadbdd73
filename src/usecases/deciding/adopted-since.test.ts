import { expect, test } from 'vitest'
import { adoptedQuery } from '#db/amendment/load-merging.ts'
import { database } from '#db/client.ts'
import { allRows } from '#test/support/all-rows.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { createCoalitionWorld, DAY, granted } from '#test/support/world.ts'
import { mergeAmendments } from '#usecases/amendment/merging.ts'
import { castVote } from './cast-vote.ts'
import { closeDueBallots } from './close-due-ballots.ts'

test('what associations adopted is read where it came in with changes too, as of when they adopted it', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock, server } = world
	const put = await amendmentBallot(world)
	const { statementId, ballotId, amendmentId, versionId } = put
	const [asked] = await allRows(server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
	for (const { associationId, delegate } of world.members.slice(0, 2)) {
		const vote = {
			choice: 'yes',
			signs: false,
			dissent: null,
			textHash: String(asked?.text_hash),
			method: 'web',
		} as const
		granted(await castVote(deps, order(delegate, { statementId, ballotId, associationId, ...vote })))
	}
	clock.now += 8 * DAY
	await closeDueBallots(deps)
	const [[was] = []] = await database(server.client).read(adoptedQuery(statementId))
	clock.now += DAY
	const chosen = [{ amendmentId, versionId }]
	granted(
		await mergeAmendments(deps, order(chair, { statementId, chosen, seen: [], choices: {}, note: '', letGo: false })),
	)
	// As where another was adopted in one of its places.
	const changed = "SET state = 'adoptedWithChanges', decided_at = ?"
	await server.client.execute({ sql: `UPDATE amendment ${changed} WHERE id = ?`, args: [clock.now, amendmentId] })
	const [[read] = []] = await database(server.client).read(adoptedQuery(statementId))
	expect(read).toMatchObject({ byAssociations: true, decidedAt: was?.decidedAt, merged: { outcome: 'adopted' } })
	await server.client.execute({ sql: 'UPDATE amendment SET decided_in = NULL WHERE id = ?', args: [amendmentId] })
	expect(await database(server.client).read(adoptedQuery(statementId))).toEqual([[]])
})
