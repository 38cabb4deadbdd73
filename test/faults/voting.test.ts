import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { untilAnswered } from '#test/support/resend.ts'
import { voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	type Member,
	type OfBallot,
	openedBallot,
} from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'

const VOTERS = 1_000
const CLOSERS = 100

type Vote = { readonly member: Member; readonly choice: Choice; readonly signs: boolean }

/** Three of five say yes, and nine of ten sign with it. */
function randomVote(member: Member): Vote {
	const choice = Math.random() < 0.4 ? (CHOICES[Math.floor(Math.random() * 3)] ?? 'yes') : 'yes'
	return { member, choice, signs: Math.random() < 0.9 }
}

function cast(world: CoalitionWorld, ballot: OfBallot, { member, choice, signs }: Vote) {
	const order = world.order(member.delegate, voteCommand(ballot, member, { choice, signs }))
	return untilAnswered(() => castVote(world.deps, order))
}

/** Half of them are the chair, half are jobs; by all their clocks the time is up, and by those of the voters it is not. */
async function closeAtOnce(world: CoalitionWorld, ballot: OfBallot): Promise<string[]> {
	const client = createClient({ url: world.server.url, concurrency: CLOSERS })
	const late = { ...world.deps, db: database(client), now: () => world.clock.now + 8 * DAY }
	const closers = Array.from({ length: CLOSERS }, async (_, index) => {
		const order = world.order(world.chair, ballot)
		const byJob = { ...order, actor: { by: 'clock' } } as const
		return codeOf(await untilAnswered(() => closeBallot(late, index % 2 === 0 ? order : byJob)))
	})
	return Promise.all(closers).finally(() => client.close())
}

/** Everyone votes at once; as soon as `enough` votes are in, everyone closes at once. */
async function raceToClose(world: CoalitionWorld, statementId: StatementId, votes: readonly Vote[], enough: number) {
	const ballot = await openedBallot(world, statementId)
	const accepted: Vote[] = []
	const refusals: string[] = []
	let closing = Promise.resolve<string[]>([])
	await Promise.all(
		votes.map(async (vote) => {
			const result = await cast(world, ballot, vote)
			if (!result.ok) return refusals.push(result.reason.code)
			if (accepted.push(vote) === enough) closing = closeAtOnce(world, ballot)
		}),
	)
	return { accepted, refusals, closings: await closing, textHash: ballot.textHash }
}

/** How often each code came. */
function tallied(codes: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {}
	for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
	return counts
}

test('a thousand vote while a hundred close: what was accepted is counted once, what was refused is not', async () => {
	await using empty = await createCoalitionWorld([], 'board', 'never')
	const world = await withManyMembers(empty, VOTERS)
	const { client } = world.server
	const statementId = await draftStatement(world)
	const votes = world.members.map(randomVote)
	const enough = 1 + Math.floor(Math.random() * (VOTERS / 2))
	const { accepted, refusals, closings, textHash } = await raceToClose(world, statementId, votes, enough)
	expect(tallied(refusals), 'the ballot closed while some were voting').toEqual({
		ballotOver: VOTERS - accepted.length,
	})
	expect(tallied(closings)).toEqual({ granted: CLOSERS })

	const chose = (choice: Choice) => accepted.filter((vote) => vote.choice === choice).length
	const tally = { yes: chose('yes'), no: chose('no'), abstain: chose('abstain'), silent: refusals.length }
	const [ballot] = await allRows(client, 'SELECT outcome FROM ballot')
	expect(JSON.parse(String(ballot?.outcome))).toMatchObject({ ...tally, electorate: VOTERS })
	const kept = await allRows(client, 'SELECT association_id, choice || signs AS vote FROM vote')
	expect(Object.fromEntries(kept.map(({ association_id, vote }) => [association_id, vote]))).toEqual(
		Object.fromEntries(
			accepted.map(({ member, choice, signs }) => [
				member.associationId,
				`${choice}${choice === 'yes' && signs ? 1 : 0}`,
			]),
		),
	)
	expect(await countOf(client, "FROM act WHERE kind = 'castVote'")).toBe(accepted.length)
	expect(await countOf(client, "FROM event WHERE type = 'voteCast'")).toBe(accepted.length)
	expect(await countOf(client, "FROM event WHERE type = 'ballotClosed'")).toBe(1)
	expect(await countOf(client, "FROM event WHERE type = 'ballotDecided'")).toBe(1)

	const adopted = tally.yes > tally.no && accepted.length >= 3
	const signers = accepted.filter(({ choice, signs }) => adopted && choice === 'yes' && signs)
	const signoffs = await allRows(client, 'SELECT association_id FROM signoff WHERE text_hash = ?', [textHash])
	expect(new Set(signoffs.map((row) => row.association_id))).toEqual(
		new Set(signers.map(({ member }) => member.associationId)),
	)
	expect(await countOf(client, "FROM outbox WHERE kind = 'signoff'")).toBe(adopted ? VOTERS - signers.length : 0)
}, 180_000)
