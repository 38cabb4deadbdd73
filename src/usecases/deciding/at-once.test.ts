import { expect, test } from 'vitest'
import { save } from '#db/save.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { BallotId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { ballotViewQuery } from '#read/deciding/deciding.ts'
import { ownTasksQuery } from '#read/planning/tasks.ts'
import { SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type OfBallot,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { castVote } from './cast-vote.ts'
import { closeBallot } from './close-ballot.ts'

/** A second ballot on the statement while the first is open, as no act opens one yet. */
async function openedBeside(world: CoalitionWorld, first: OfBallot): Promise<OfBallot> {
	const { server, deps, chair, clock } = world
	const { rows } = await server.client.execute("SELECT coalition_id, payload FROM event WHERE type = 'ballotOpened'")
	const ballotId = deps.newId<'ballot'>() as BallotId
	const opened: DomainEvent = {
		type: 'ballotOpened',
		stream: streams.ballot(ballotId),
		statementId: first.statementId,
		payload: { ...JSON.parse(String(rows[0]?.payload)), ballotId },
	}
	const who = { coalitionId: rows[0]?.coalition_id as never, personId: chair, seatId: null, way: null }
	const act = { id: deps.newId<'act'>(), ...who, kind: 'openBallot', key: 'beside', payloadHash: '', result: 'null' }
	expect(await save(world.db, { act: { ...act, at: clock.now }, events: [opened], guards: [], streams: {} })).toBe(
		'saved',
	)
	return { ...first, ballotId }
}

test('two ballots on a statement at once take votes of their own, and one closes without the other', async () => {
	await using world = await createCoalitionWorld()
	const { db, deps, order, chair, members, clock } = world
	const first = await openedBallot(world, await draftStatement(world))
	const second = await openedBeside(world, first)
	const [one, other, third] = members
	if (!one || !other || !third) throw new Error('there are members')
	const no = { choice: 'no', signs: false } as const
	granted(await castVote(deps, order(one.delegate, voteCommand(first, one, SIGNED_YES))))
	granted(await castVote(deps, order(one.delegate, voteCommand(second, one, no))))
	granted(await castVote(deps, order(other.delegate, voteCommand(second, other, no))))
	granted(await castVote(deps, order(third.delegate, voteCommand(second, third, no))))

	const own = await db.read(ownTasksQuery({ by: 'person', id: other.delegate }, clock.now, SLUG))
	expect(own[0].tasks).toMatchObject([{ kind: 'vote', ballotId: first.ballotId }])

	granted(await closeBallot(deps, order(chair, second)))
	const views = await db.read(
		ballotViewQuery(SLUG, first.statementId, first.ballotId),
		ballotViewQuery(SLUG, first.statementId, second.ballotId),
	)
	expect(views).toMatchObject([
		{ ballot: { closedAt: null, outcome: null }, voted: [one.associationId], votes: [{ choice: 'yes' }] },
		{
			ballot: { outcome: { yes: 0, no: 3, silent: 0, result: 'rejected' } },
			voted: [one.associationId, other.associationId, third.associationId],
		},
	])
	granted(await castVote(deps, order(other.delegate, voteCommand(first, other, SIGNED_YES))))
})
