import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingQuery } from '#db/deciding/load-waiting.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { openedList } from '#test/support/consensus.ts'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { remind } from '#usecases/deciding/remind.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(() => settled('standard'))
afterEach(() => world[Symbol.asyncDispose]())

const memberAt = (index: number) => world.members[index] as Member

/** The third association's delegate is the secretary, too, and its deputy has no address. */
async function settled(preset: 'standard' | 'board') {
	world = await createCoalitionWorld(undefined, preset)
	world.clock.now = swedishInstant('2026-11-02', '19:00')
	await seated(memberAt(2).delegate, null, 'secretary')
	await deputy(memberAt(2), [])
	outbox = await idleJobsOn(world)
}

async function seated(personId: PersonId, associationId: AssociationId | null, role: Role) {
	const from = world.clock.now
	const seat = { personId, associationId, role, from, until: null, invite: false } as const
	granted(await giveSeat(world.deps, world.order(world.chair, seat)))
}

async function deputy({ associationId }: Member, emails: readonly string[]) {
	await seated(granted(await createPerson(world.deps, { name: 'Ny', emails })), associationId, 'deputy')
}

/** The second association's delegate loses the address, and a deputy with one is seated, a minute after all were asked. */
async function seatedSince() {
	world.clock.now += MINUTE
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [memberAt(1).delegate] }])
	await deputy(memberAt(1), ['ny.anbo@example.org'])
	await outbox.deliver(async () => undefined)
}

/** Who got a mail when the jobs ran then, and which associations an event of this type says were reminded. */
async function remindedAt(date: string, type: string) {
	world.clock.now = swedishInstant(date, '08:00')
	await runJobs(outbox.jobs())
	const mails = outbox.mails.splice(0).filter(({ subject }) => subject.startsWith('Påminnelse: '))
	const told = await allRows(world.server.client, 'SELECT payload FROM event WHERE type = ?', [type])
	return {
		mailed: mails.map(({ to }) => to.replace('@example.org', '')).sort(),
		told: told.map(({ payload }) => JSON.parse(String(payload)).associations),
	}
}

const delivered = () =>
	countOf(
		world.server.client,
		"FROM outbox WHERE kind IN ('reminder', 'amendmentReminder') AND delivered_at IS NOT NULL",
	)

const onlyTheFirst = () => ({ mailed: ['attention'], told: [[memberAt(0).associationId]] })

test('of a ballot on amendments only those are said to be reminded of whom somebody who may vote was written to', async () => {
	await amendmentBallot(world)
	await seatedSince()
	expect(await remindedAt('2026-11-07', 'amendmentBallotReminded')).toEqual(onlyTheFirst())
	expect(await delivered()).toBe(1)
})

test('nor of a list others than those of whom somebody may answer', async () => {
	await openedList(world)
	await seatedSince()
	expect(await remindedAt('2026-11-07', 'consensusListReminded')).toEqual(onlyTheFirst())
	expect(await delivered()).toBe(1)
})

/** Of a ballot on the text: who is silent, and whether mail reaches somebody who may vote. */
async function silentOn(statementId: string) {
	const [waiting] = await world.db.read(waitingQuery(SLUG, statementId, world.clock.now))
	return waiting?.silent.map(({ name, reached }) => `${name} ${reached}`)
}

test('nor of a ballot on the text, and those that are to be called are named', async () => {
	const { statementId } = await openedBallot(world, await draftStatement(world))
	await seatedSince()
	expect(await silentOn(statementId)).toEqual(['Attention true', 'AnBo false', 'Shedo false'])
	expect(await remindedAt('2026-11-07', 'reminded')).toEqual(onlyTheFirst())
	expect(await delivered()).toBe(1)
})

test('where nobody can be written to who may vote, whoever presses is told so', async () => {
	const { statementId } = await openedBallot(world, await draftStatement(world))
	await seatedSince()
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [memberAt(0).delegate] }])
	const pressed = await remind(world.deps, world.order(world.chair, { statementId }))
	expect(pressed).toMatchObject({ ok: false, reason: { code: 'nobodyReached' } })
})

test('where the bylaws let officers vote, whoever has an office is reminded and said to be', async () => {
	await world[Symbol.asyncDispose]()
	await settled('board')
	await amendmentBallot(world)
	const { statementId } = await openedBallot(world, await draftStatement(world))
	await outbox.deliver(async () => undefined)
	expect(await silentOn(statementId)).toEqual(['Attention true', 'AnBo true', 'Shedo true'])
	const { mailed, told } = await remindedAt('2026-11-07', 'reminded')
	expect(mailed.filter((name) => name === 'shedo')).toHaveLength(2)
	expect(told).toEqual([world.members.map(({ associationId }) => associationId)])
})
