import { expect, test } from 'vitest'
import { SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import { createCoalitionWorld, draftStatement, granted, openedBallot, SLUG } from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { openStatementsIn, openStatementsQuery } from './open-statements.ts'

test('of a ballot it is read whether everybody has voted and signed, and of whom only of those asked about', async () => {
	await using world = await createCoalitionWorld()
	const { db, deps, order, chair, members } = world
	const ballot = await openedBallot(world, await draftStatement(world))
	const [one, other, third] = members
	if (!one || !other || !third) throw new Error('there are members')
	const found = async (asked?: string) => {
		const everywhere = { sql: 'IN (SELECT id FROM coalition)', args: [] }
		const query =
			asked === undefined
				? openStatementsQuery(SLUG, world.clock.now)
				: openStatementsIn(
						everywhere,
						{ sql: 'SELECT id FROM association WHERE id = ?', args: [asked] },
						world.clock.now,
					)
		const [[open]] = await db.read(query)
		if (!open) throw new Error('there is a statement')
		return { ...open.situation, ...open.situation.ballots[0] }
	}
	const vote = async (member: typeof one) =>
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, SIGNED_YES))))

	await vote(one)
	await vote(other)
	expect(await found()).toMatchObject({ electorate: [], voted: [], allVoted: false })
	expect(await found(one.associationId)).toMatchObject({ electorate: [one.associationId], voted: [one.associationId] })
	expect(await found(third.associationId)).toMatchObject({ electorate: [third.associationId], voted: [] })
	await vote(third)
	expect(await found()).toMatchObject({ allVoted: true, allAnswered: false })

	granted(await closeBallot(deps, order(chair, ballot)))
	expect(await found()).toMatchObject({ stage: 'signing', answered: [], allAnswered: true })
	expect(await found(one.associationId)).toMatchObject({ answered: [one.associationId] })
	await db.write([{ sql: 'DELETE FROM signoff WHERE association_id = ?', args: [third.associationId] }])
	expect(await found()).toMatchObject({ allAnswered: false })
})
