import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#db/client.ts'
import type { Mail, SendMail } from '#mail/port.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
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
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(async () => {
	world = await createCoalitionWorld()
	for (const { associationId, name } of world.members) await giveDeputy(`ersattare.${name}`, associationId)
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

async function giveDeputy(name: string, associationId: CoalitionWorld['members'][number]['associationId']) {
	const { deps, order, chair, clock } = world
	const personId = granted(await createPerson(deps, { name, emails: [`${name.toLowerCase()}@example.org`] }))
	const seat = { personId, associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
	granted(await giveSeat(deps, order(chair, seat)))
}

async function openBallots(count: number) {
	for (let text = 0; text < count; text += 1) await openedBallot(world, await draftStatement(world))
}

/** The database and the way out, with every request to them counted. */
function counting() {
	let requests = 0
	const counted =
		<Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
		(...given: Given) => {
			requests += 1
			return ask(...given)
		}
	const { read, write } = world.db
	const jobs = outbox.jobs()
	const db = { read: counted(read) as Database['read'], write: counted(write) }
	return { jobs: { ...jobs, db, mail: counted(jobs.mail) }, requests: () => requests }
}

/** How often each mail was sent. */
const timesOf = (mails: readonly Mail[]) =>
	Object.values(Object.groupBy(mails, ({ id }) => id)).map((each) => each?.length)

test('a run makes no more requests than it may, however many people an association has, and as many as it may', async () => {
	await openBallots(10)
	const sent: number[] = []
	for (let run = 0; run < 4; run += 1) {
		const { jobs, requests } = counting()
		sent.push((await runJobs(jobs)).sent)
		// Two are left to the database's client, which asks its server what it speaks when an isolate starts.
		expect(requests()).toBeLessThanOrEqual(48)
		world.clock.now += MINUTE
	}
	expect(sent).toEqual([18, 18, 18, 6])
	expect(timesOf(outbox.mails)).toEqual(Array(60).fill(1))
	expect(await countOf(world.server.client, 'FROM outbox WHERE delivered_at IS NULL')).toBe(0)
})

test('with a larger allowance one run sends them all', async () => {
	await openBallots(20)
	const { jobs, requests } = counting()
	expect((await runJobs({ ...jobs, run: { requests: 1_000, ms: MINUTE } })).sent).toBe(120)
	expect(requests()).toBeLessThanOrEqual(998)
})

test('after its time a run begins no letter, and the next goes on with the others at once', async () => {
	await openBallots(4)
	const slow: SendMail = async (mail) => {
		world.clock.now += 10_000
		await outbox.jobs().mail(mail)
	}
	const limits = { requests: 1_000, ms: 45_000 }
	const { sent } = await outbox.deliver(slow, limits)
	expect(sent).toBeGreaterThanOrEqual(5)
	expect(sent).toBeLessThanOrEqual(8)
	expect((await outbox.deliver(undefined, limits)).sent).toBe(24 - sent)
	expect(timesOf(outbox.mails)).toEqual(Array(24).fill(1))
})

test('a run that stops in the middle repeats the letters that were under way, once and as the same mails, and no other', async () => {
	await openBallots(4)
	let writes = 0
	const dying = {
		...world.db,
		write: async (statements: Parameters<Database['write']>[0]) => {
			writes += 1
			if (writes > 8) throw new Error('stopped')
			return world.db.write(statements)
		},
	}
	await expect(runJobs({ ...outbox.jobs(), db: dying })).rejects.toThrow('a job failed')
	const before = outbox.mails.length
	expect(before).toBeGreaterThan(4)
	for (let minute = 0; minute < 12; minute += 1) {
		world.clock.now += MINUTE
		await outbox.deliver()
	}
	const times = timesOf(outbox.mails)
	expect(times).toHaveLength(24)
	expect(times.filter((each) => each === 2)).toHaveLength(4)
	expect(times.filter((each) => each === 1)).toHaveLength(20)
	expect(await allRows(world.server.client, 'SELECT * FROM delivery WHERE unsure > 0')).toEqual([])
})
