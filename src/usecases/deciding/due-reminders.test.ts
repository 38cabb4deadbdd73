import { afterEach, beforeEach, expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { openedList } from '#test/support/consensus.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, draftStatement, granted } from '#test/support/world.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { dueByNow } from './close-due-ballots.ts'

let world: CoalitionWorld

beforeEach(async () => {
	world = await createCoalitionWorld()
	world.clock.now = swedishInstant('2026-11-02', '19:00')
})
afterEach(() => world[Symbol.asyncDispose]())

async function consulted() {
	const dueAt = world.clock.now + 7 * DAY
	const statementId = await draftStatement(world)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt })))
}

test('reminders of texts and of amendments share what a run has, and those that have waited longest go first', async () => {
	const { ballotId } = await amendmentBallot(world)
	world.clock.now += DAY
	for (let count = 0; count < 6; count += 1) await consulted()
	const { listId } = await openedList(world)
	const halfway = swedishInstant('2026-11-07', '08:00')
	world.clock.now = halfway
	const { reminders, ofAmendments } = await dueByNow(world.deps)
	expect(ofAmendments).toMatchObject([
		{ by: { kind: 'ballot', ballotId }, remindAt: swedishInstant('2026-11-06', '08:00') },
	])
	expect(reminders.map(({ remindAt }) => remindAt)).toEqual([halfway, halfway, halfway, halfway])
	world.clock.now = swedishInstant('2026-11-08', '08:00')
	expect((await dueByNow(world.deps)).ofAmendments).toHaveLength(1)
	await world.db.write([{ sql: 'UPDATE statement SET remind_at = NULL', args: [] }])
	expect((await dueByNow(world.deps)).ofAmendments).toMatchObject([
		{ by: { kind: 'ballot', ballotId } },
		{ by: { kind: 'list', listId } },
	])
})
