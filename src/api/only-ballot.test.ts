import { expect, test } from 'vitest'
import { tokenFor } from '#test/support/api.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, draftStatement, openedBallot, SLUG } from '#test/support/world.ts'

test('the addresses of when a statement had one ballot lead to it', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const { statementId, ballotId } = await openedBallot(world, await draftStatement(world))
	const headers = { authorization: `Bearer ${await tokenFor(app, world.chair)}` }
	const path = `/api/v1/coalitions/${SLUG}/statements/${statementId}`
	const leads = async (method: string, from: string) => {
		const answer = await app.fetch(new Request(`${ORIGIN}${path}${from}`, { method, headers }))
		return [answer.status, answer.headers.get('location')?.replace(`${ORIGIN}${path}`, '')]
	}
	expect(await leads('GET', '/ballot')).toEqual([307, `/ballots/${ballotId}`])
	expect(await leads('POST', '/ballot')).toEqual([307, '/ballots'])
	expect(await leads('POST', '/ballot/closing')).toEqual([307, `/ballots/${ballotId}/closing`])
	expect(await leads('POST', '/votes')).toEqual([307, `/ballots/${ballotId}/votes`])
	expect(await leads('POST', '/papers')).toEqual([307, `/ballots/${ballotId}/papers`])
})
