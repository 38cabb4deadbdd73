import { expect, test } from 'vitest'
import { TOLD_A_DAY } from '#domain/kernel/telling.ts'
import { codeOf, createCoalitionWorld, DAY, draftStatement } from '#test/support/world.ts'
import { openBallot } from './deciding/open-ballot.ts'

test('of several ballots opened at once only as many are as all may be told of within a day', async () => {
	await using world = await createCoalitionWorld()
	const { deps, db, order, chair, clock, members } = world
	const drafts = await Promise.all(Array.from({ length: 4 }, () => draftStatement(world)))
	const earlier = Array.from({ length: TOLD_A_DAY.ballot - 1 }, (_, number) => ({
		sql: `INSERT INTO outbox (coalition_id, act_id, kind, association_id, created_at, next_at, delivered_at)
			SELECT coalition_id, ?, 'ballot', id, ?, 0, 0 FROM association WHERE id = ?`,
		args: [`act-${number}`, clock.now - DAY + 1, members[0]?.associationId ?? ''],
	}))
	await db.write(earlier)
	const times = { closesAt: clock.now + 7 * DAY, signoffDueAt: clock.now + 14 * DAY }
	const open = (statementId: (typeof drafts)[number]) =>
		openBallot(deps, order(chair, { statementId, track: 'full', textHash: null, ...times } as const))
	const done = await Promise.all(drafts.map(open))
	expect(done.map((each) => codeOf(each)).sort()).toEqual(['granted', 'toldTooOften', 'toldTooOften', 'toldTooOften'])
})
