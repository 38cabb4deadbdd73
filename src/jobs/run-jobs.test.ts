import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { type IdleJobs, idleJobsOn, voteIn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	HOUR,
	openedBallot,
} from '#test/support/world.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { referBack } from '#usecases/statement/move-statement.ts'
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(async () => {
	world = await createCoalitionWorld()
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const rows = (sql: string, args?: (string | number)[]) => allRows(world.server.client, sql, args)

const outcomeOf = async (statementId: StatementId) =>
	rows('SELECT closed_by, closed_at, outcome FROM ballot WHERE statement_id = ?', [statementId])

test('a ballot whose time is up is closed and counted, as of its hour and by nobody', async () => {
	const { clock, deps } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	await voteIn(world, 0, ballot)
	await voteIn(world, 1, ballot, false)
	expect((await runJobs(outbox.jobs())).closed).toBe(0)
	const closesAt = clock.now + 7 * DAY
	clock.now = closesAt + 3 * MINUTE
	expect((await runJobs(outbox.jobs())).closed).toBe(1)
	const [closed] = await outcomeOf(statementId)
	expect(closed).toMatchObject({ closed_by: 'time', closed_at: closesAt })
	expect(JSON.parse(String(closed?.outcome))).toMatchObject({ yes: 2, silent: 1, result: 'adopted' })
	const acts = await rows(
		"SELECT kind, person_id, seat_id FROM act WHERE kind IN ('closeBallot', 'countBallot') ORDER BY rowid",
	)
	expect(acts).toEqual([
		{ kind: 'closeBallot', person_id: 'clock', seat_id: null },
		{ kind: 'countBallot', person_id: 'clock', seat_id: null },
	])
	expect(await closeDueBallots(deps)).toBe(0)
	expect((await rows('SELECT stage FROM statement'))[0]).toEqual({ stage: 'signing' })
})

test('a ballot that was closed and not counted is counted', async () => {
	const { clock } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	await voteIn(world, 0, ballot)
	await voteIn(world, 1, ballot)
	clock.now += 8 * DAY
	// Whoever closed it stopped before counting.
	let writes = 0
	const stopping = {
		...world.deps,
		db: {
			...world.db,
			write: async (statements: Parameters<typeof world.db.write>[0]) => {
				writes += 1
				if (writes > 1) throw new Error('stopped')
				return world.db.write(statements)
			},
		},
	}
	await expect(closeDueBallots(stopping)).rejects.toThrow('stopped')
	expect((await outcomeOf(statementId))[0]).toMatchObject({ closed_by: 'time', outcome: null })
	expect((await runJobs(outbox.jobs())).closed).toBe(1)
	expect(String((await outcomeOf(statementId))[0]?.outcome)).toContain('adopted')
})

test('jobs that run at once close a ballot once', async () => {
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	world.clock.now += 8 * DAY
	await Promise.all(Array.from({ length: 8 }, () => closeDueBallots(world.deps)))
	expect(await rows("SELECT COUNT(*) AS n FROM event WHERE type IN ('ballotClosed', 'ballotDecided')")).toEqual([
		{ n: 2 },
	])
})

test('the clock closes nothing that is still open, nor what was sent back', async () => {
	const { deps, order, chair, clock } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const early = await closeBallot(deps, { ...order(chair, ballot), actor: { by: 'clock' } })
	expect(early.ok).toBe(false)
	granted(await referBack(deps, order(chair, { statementId, reason: 'Mer att göra' })))
	clock.now += 8 * DAY
	expect(await closeDueBallots(deps)).toBe(0)
	expect(await outcomeOf(statementId)).toMatchObject([{ closed_by: null, outcome: null }])
})

test('what ran out is forgotten', async () => {
	const { deps, clock, chair } = world
	await createLinks(deps, [chair], { validForMs: HOUR })
	await signedIn(testApp(world), chair)
	const left = async () =>
		[
			await rows('SELECT COUNT(*) AS n FROM session'),
			await rows("SELECT COUNT(*) AS n FROM sign_in WHERE email = ''"),
		].flat()
	const before = await left()
	clock.now += 31 * DAY
	await runJobs(outbox.jobs())
	expect(before[0]).toEqual({ n: 1 })
	expect(await left()).toEqual([{ n: 0 }, { n: 0 }])
})

test('one job that fails does not keep the others from their turn', async () => {
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	const broken = {
		...outbox.jobs(),
		newId: () => {
			throw new Error('no ids')
		},
	}
	await expect(runJobs(broken as never)).rejects.toThrow('a job failed')
	await signedIn(testApp(world), world.chair)
	world.clock.now += 31 * DAY
	await expect(runJobs(broken as never)).rejects.toThrow('a job failed')
	expect(await rows('SELECT COUNT(*) AS n FROM session')).toEqual([{ n: 0 }])
})
