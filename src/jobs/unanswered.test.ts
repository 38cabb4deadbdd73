import { afterEach, beforeEach, expect, test } from 'vitest'
import { GATHERED_MS } from '#domain/comment/comment.ts'
import { type Mail, type SendMail, Unanswered } from '#mail/port.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	HOUR,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { createToken } from '#usecases/person/tokens.ts'
import { runJobs } from './run-jobs.ts'

let world: CoalitionWorld
let outbox: IdleJobs
let mails: Mail[]

beforeEach(async () => {
	world = await createCoalitionWorld()
	outbox = await idleJobsOn(world)
	mails = []
})
afterEach(() => world[Symbol.asyncDispose]())

/** Takes what it is sent, and says nothing. */
const mute: SendMail = async (mail) => {
	mails.push(mail)
	throw new Unanswered('hung up')
}
const keep: SendMail = async (mail) => {
	mails.push(mail)
}
const refuse: SendMail = async () => {
	throw new Error('not taken')
}

const waiting = () => countOf(world.server.client, 'FROM outbox WHERE delivered_at IS NULL')
const ids = () => mails.map(({ id }) => id)

test('what nobody said was taken is sent once more as the same mail, and then stands as perhaps delivered', async () => {
	await openedBallot(world, await draftStatement(world))
	expect(await outbox.deliver(mute)).toEqual({ sent: 0, failed: 3, perhaps: 0 })
	const first = ids()
	expect(new Set(first).size).toBe(3)
	for (const id of first) expect(id).toMatch(/^[0-9a-f]{32}$/)
	world.clock.now += HOUR
	expect(await outbox.deliver(mute)).toEqual({ sent: 0, failed: 0, perhaps: 3 })
	expect(ids().slice(3).sort()).toEqual(first.sort())
	expect(await waiting()).toBe(0)
	world.clock.now += 24 * HOUR
	expect(await outbox.deliver(keep)).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	expect(await countOf(world.server.client, 'FROM delivery WHERE unsure = 2')).toBe(3)
})

test('what is taken the second time is delivered; what is refused in between is no answer to the first time', async () => {
	await openedBallot(world, await draftStatement(world))
	const attempts = [mute, refuse, refuse, mute]
	for (const attempt of attempts) {
		await outbox.deliver(attempt)
		world.clock.now += 7 * HOUR
	}
	expect(mails).toHaveLength(6)
	expect(await waiting()).toBe(0)

	await openedBallot(world, await draftStatement(world))
	await outbox.deliver(mute)
	world.clock.now += HOUR
	expect(await outbox.deliver(keep)).toEqual({ sent: 3, failed: 0, perhaps: 0 })
	expect(new Set(ids()).size).toBe(6)
	expect(await waiting()).toBe(0)
	expect(await countOf(world.server.client, 'FROM delivery WHERE unsure = 1')).toBe(0)
})

test('what is refused leaves no trace of having been sent', async () => {
	await openedBallot(world, await draftStatement(world))
	const before = await countOf(world.server.client, 'FROM delivery')
	await outbox.deliver(refuse)
	expect(await countOf(world.server.client, 'FROM delivery')).toBe(before)
})

test('comments that were sent without an answer are sent again as they were, and what came since on its own', async () => {
	const statementId = await draftStatement(world)
	const comment = async (text: string) => {
		const { delegate, associationId } = world.members[0] as CoalitionWorld['members'][number]
		const [block] = await allRows(world.server.client, 'SELECT version_id FROM block LIMIT 1')
		const command = { statementId, associationId, versionId: String(block?.version_id) as never, text }
		granted(await makeComment(world.deps, world.order(delegate, command)))
		world.clock.now += GATHERED_MS
	}
	await comment('Det första.')
	await outbox.deliver(mute)
	await comment('Det andra.')
	await outbox.deliver(keep)
	world.clock.now += 4 * HOUR
	await outbox.deliver(keep)
	const said = mails.map(({ text }) => [...text.matchAll(/^> (.*)$/gm)].map(([, words]) => words))
	expect(said).toEqual([['Det första.'], ['Det första.'], ['Det andra.']])
	expect(ids()[1]).toBe(ids()[0])
	expect(ids()[2]).not.toBe(ids()[0])
	expect(await waiting()).toBe(0)
})

test('of a new way in somebody is told twice at most', async () => {
	const { deps, chair } = world
	const token = { name: 'Skript', scopes: ['read'], coalition: SLUG, days: 30 } as const
	granted(await createToken(deps, { by: 'person', id: chair }, token))
	expect(await runJobs(outbox.jobs(mute))).toMatchObject({ perhaps: 1 })
	expect(ids()).toHaveLength(2)
	expect(ids()[1]).toBe(ids()[0])
	world.clock.now += HOUR
	expect(await runJobs(outbox.jobs(mute))).toMatchObject({ perhaps: 0, sent: 0, failed: 0 })
})
