import { expect, onTestFinished, test } from 'vitest'
import type { Preset } from '#domain/deciding/bylaws.ts'
import { programOf } from '#test/support/api.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { voteIn } from '#test/support/jobs.ts'
import {
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { referBack } from '#usecases/statement/move-statement.ts'

async function voting(preset: Preset) {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], preset)
	onTestFinished(() => world[Symbol.asyncDispose]())
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const base = `/${SLUG}/statements/${statementId}`
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const page = async (path: string) => (await chair.get(`${base}${path}`)).text()
	const [{ associationId, delegate }] = world.members as [Member]
	const vote = async (choice: 'yes' | 'no') => {
		const cast = { ...ballot, associationId, choice, signs: false, dissent: null, method: 'web' } as const
		granted(await castVote(world.deps, world.order(delegate, cast)))
	}
	const paper = async (choice: 'yes' | 'no') =>
		granted(await castPaper(world.deps, world.order(delegate, { ...ballot, associationId, choice })))
	return { ...{ world, app, statementId, ballot, page, vote, paper }, at: `/ballots/${ballot.ballotId}` }
}

const times = (page: string, words: string) => page.split(words).length - 1
const VOTED = 'En förening röstade'

test('history tells that a vote was changed only when a hidden ballot is counted', async () => {
	const { world, page, vote, ballot } = await voting('board')
	await vote('yes')
	await vote('no')
	for (const index of [1, 2]) await voteIn(world, index, ballot)
	expect(times(await page('/history'), VOTED)).toBe(3)
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	expect(times(await page('/history'), VOTED)).toBe(4)
})

test('and never when it lost its effect before; where votes are seen as they come, at once', async () => {
	const hidden = await voting('board')
	await hidden.vote('yes')
	await hidden.vote('no')
	const { world, statementId } = hidden
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Skriv om.' })))
	expect(times(await hidden.page('/history'), VOTED)).toBe(1)
	const seen = await voting('standard')
	await seen.vote('yes')
	await seen.vote('no')
	expect(times(await seen.page('/history'), VOTED)).toBe(2)
})

test('when somebody voted in secret is not told while the ballot is open', async () => {
	const { world, page, paper, at } = await voting('secret')
	await paper('yes')
	expect(await page('/history')).not.toContain(VOTED)
	expect(await page(at)).toContain('1 av 3 föreningar har röstat.')
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	expect(times(await page('/history'), VOTED)).toBe(1)
})

test('a secret ballot says who can see what while it is open, and without quorum tells no counts', async () => {
	const { world, app, page, paper, at, statementId } = await voting('secret')
	const open = 'den som sköter databasen se hur föreningarna röstar'
	expect(await page(at)).toContain(open)
	await paper('no')
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	const shown = await page(at)
	expect(shown).toContain('För få röstade')
	expect(shown).toContain('de är förstörda')
	expect(shown).not.toContain('<figure class="votes">')
	const { get } = await programOf(app, world.chair)
	const { body } = await get(`statements/${statementId}${at}`)
	const outcome = { electorate: 3, quorum: 3, result: 'noQuorum' }
	expect(body).toMatchObject({ tally: null, outcome })
	const { rows } = await world.server.client.execute(
		'SELECT outcome, (SELECT COUNT(*) FROM paper) AS papers FROM ballot',
	)
	expect(rows).toMatchObject([{ outcome: JSON.stringify(outcome), papers: 0 }])
	const { rows: decided } = await world.server.client.execute("SELECT payload FROM event WHERE type = 'ballotDecided'")
	expect(JSON.parse(String(decided[0]?.payload)).outcome).toEqual(outcome)
})
