import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { textOf } from '#test/support/comment-pages.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'

async function twoAtOnce(world: CoalitionWorld) {
	const statementId = await draftStatement(world)
	const app = testApp(world)
	return {
		app,
		base: `/${SLUG}/statements/${statementId}`,
		put: [await amendmentBallot(world, statementId), await amendmentBallot(world, statementId)] as const,
		chair: await signedIn(app, world.chair),
	}
}

async function allVoted(world: CoalitionWorld, { statementId, ballotId }: Awaited<ReturnType<typeof amendmentBallot>>) {
	const [row] = await allRows(world.server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
	for (const { associationId, delegate } of world.members) {
		const vote = {
			choice: 'yes',
			signs: false,
			dissent: null,
			textHash: String(row?.text_hash),
			method: 'web',
		} as const
		granted(await castVote(world.deps, world.order(delegate, { statementId, ballotId, associationId, ...vote })))
	}
}

/** An entry of the history, without its marks. */
const entriesOf = (page: string) =>
	[...page.matchAll(/<li><strong>(.*?)<\/strong>(.*?)<\/span>/gs)].map(([, what, who = '']) => ({
		what,
		who: who.replace(/<[^>]*>/g, '').trim(),
	}))

test('of ballots at once each task says what it is about: whose vote is wanted, and which are to be counted', async () => {
	await using world = await createCoalitionWorld()
	const { app, base, put, chair } = await twoAtOnce(world)
	const delegate = await signedIn(app, world.members[1]?.delegate ?? world.chair)
	for (const page of [await textOf(delegate, '/me'), await textOf(delegate, base)]) {
		expect(page).toContain('Rösta för AnBo om Y1')
		expect(page).toContain('Rösta för AnBo om Y2')
	}
	for (const each of put) await allVoted(world, each)
	for (const page of [await textOf(chair, '/me'), await textOf(chair, base)]) {
		expect(page).toContain('Räkna rösterna om Y1')
		expect(page).toContain('Räkna rösterna om Y2')
	}
	expect(await textOf(chair, `${base}/ballots/${put[1].ballotId}/closing`)).toMatch(/Ska Y2 från Attention.* bifallas/)
})

test('the history says which amendment a ballot is on, and names nobody for what it decided', async () => {
	await using world = await createCoalitionWorld()
	const { base, put, chair } = await twoAtOnce(world)
	const [, second] = put
	await allVoted(world, second)
	world.clock.now += 2 * DAY
	const { statementId, ballotId } = second
	granted(await closeBallot(world.deps, world.order(world.chair, { statementId, ballotId })))
	const entries = entriesOf(await textOf(chair, `${base}/history`))
	const whats = entries.map(({ what }) => what)
	for (const number of ['Y1', 'Y2']) expect(whats).toContain(`Ett yrkande ställdes under omröstning: ${number}`)
	expect(whats.filter((what) => /röst/i.test(what ?? '') && !/: Y\d$/.test(what ?? ''))).toEqual([])
	const decided = entries.find(({ what }) => what === 'Ett yrkande avgjordes i en omröstning: Y2')
	expect(decided?.who).toBe('5 oktober 2022 kl. 09.00')
})
