import { afterEach, beforeEach, expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { metered } from './budget.ts'
import { deliver } from './deliver.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs
beforeEach(async () => {
	world = await createCoalitionWorld()
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const waiting = () =>
	allRows(world.server.client, 'SELECT id, attempts, next_at FROM outbox WHERE delivered_at IS NULL ORDER BY id')

/** The jobs on a database of which one question fails: which it is, of the questions of that kind. */
function failing(kind: 'read' | 'write', which: number, meanwhile = () => {}) {
	const answer = world.db[kind] as (...given: unknown[]) => Promise<unknown>
	let asked = 0
	const ask = (...given: unknown[]) => {
		asked += 1
		if (asked !== which) return answer(...given)
		meanwhile()
		return Promise.reject(new Error(`no ${kind}`))
	}
	return metered({ ...outbox.jobs(), db: { ...world.db, [kind]: ask } } as never, world.deps.run)
}
/** What is due is read first, then what it is about; it is taken on in the first write, and what came of it noted from the second on. */
const TOGETHER = 2
const NOTED = 2

test('what could be read only apart goes, and that it could not be read together is told', async () => {
	await openedBallot(world, await draftStatement(world))
	await expect(deliver(failing('read', TOGETHER))).rejects.toThrow('no read')
	expect(outbox.mails).toHaveLength(3)
	expect(await waiting()).toEqual([])
})

test('what there was no time to read apart is as it was before, and goes a minute later', async () => {
	await openedBallot(world, await draftStatement(world))
	const before = await waiting()
	expect(before).toHaveLength(3)
	const late = failing('read', TOGETHER, () => {
		world.clock.now += world.deps.run.ms
	})
	await expect(deliver(late)).rejects.toThrow('no read')
	expect(await waiting()).toEqual(before)
	world.clock.now += MINUTE
	expect(await outbox.deliver()).toMatchObject({ sent: 3 })
})

test('what failed before the run was stopped is told with what stopped it', async () => {
	const [broken, other] = [await draftStatement(world), await draftStatement(world)]
	for (const each of [broken, other]) await openedBallot(world, each)
	await allRows(world.server.client, "UPDATE statement SET track = 'none' WHERE id = ?", [broken])
	const stopped = await deliver(failing('write', NOTED)).catch((error: unknown) => error)
	const told = (error: unknown): string[] =>
		error instanceof AggregateError ? error.errors.flatMap(told) : [(error as Error).name + (error as Error).message]
	expect(told(stopped)).toEqual([
		...world.members.map(() => expect.stringMatching(/^ZodError/)),
		expect.stringMatching(/no write/),
	])
})

test('of what could not be written nothing is put back at once, though there was no room for the rest of it', async () => {
	const { deps, order, chair, members, clock } = world
	for (const { associationId, delegate } of members) {
		const personId = granted(await createPerson(deps, { name: 'Eva', emails: [`${delegate}@example.org`] }))
		const seat = { personId, associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
		granted(await giveSeat(deps, order(chair, seat)))
	}
	await outbox.deliver(async () => undefined)
	await openedBallot(world, await draftStatement(world))
	const before = await waiting()
	// Room for one letter of the two that one row is told by.
	const run = { requests: 10, ms: deps.run.ms }
	const unwritable = { ...outbox.jobs(), origin: Symbol('nowhere') as never, run }
	await expect(deliver(metered(unwritable, run))).rejects.toThrow()
	const after = await waiting()
	expect(after.filter(({ attempts }) => attempts === 1)).toHaveLength(1)
	expect(after.filter((row, index) => row.next_at !== before[index]?.next_at)).toMatchObject([
		{ attempts: 1, next_at: clock.now + 5 * MINUTE },
	])
})
