import { afterEach, beforeEach, expect, test } from 'vitest'
import { toldQuery } from '#db/load-told.ts'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { Mail } from '#mail/port.ts'
import { openedList, settling } from '#test/support/consensus.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { cancelConsensusList } from './consensus-list.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())
const byChair = <Command>(command: Command) => world.order(world.chair, command)
const members = () => world.members as readonly [Member, Member, Member]

test('a coalition that has opened a list has asked its associations something', async () => {
	const isOpened = async () => (await world.db.read(toldQuery(SLUG, ['members'], world.clock.now)))[0].opened
	expect(await isOpened()).toBe(false)
	await openedList(world)
	expect(await isOpened()).toBe(true)
})

test('whoever is seated after the question was put is not sent there to answer it, and is told what came of it', async () => {
	const list = await openedList(world)
	world.clock.now += 1
	const personId = granted(await createPerson(world.deps, { name: 'Ny', emails: ['ny@example.org'] }))
	const { associationId } = members()[1]
	const seat = { personId, associationId, role: 'deputy', from: world.clock.now, until: null, invite: false } as const
	granted(await giveSeat(world.deps, byChair(seat)))
	const told = async () => {
		const mails: Mail[] = []
		await jobsOn(world).deliver(async (mail) => {
			mails.push(mail)
		})
		return mails.filter(({ to }) => JSON.stringify(to).includes('ny@')).map(({ subject }) => subject)
	}
	expect((await told()).filter((subject) => subject.startsWith('Har ni något emot'))).toEqual([])
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	expect((await told()).filter((subject) => subject.startsWith('Samförståndslistan är klar'))).toHaveLength(1)
})

test('the letter says where it stands what speaks against an amendment', async () => {
	await openedList(world)
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	const asked = mails.filter(({ subject }) => subject.startsWith('Har ni något emot'))
	expect(asked.length).toBeGreaterThan(0)
	for (const { text } of asked) expect(text).toContain('Om något talar mot ett yrkande')
})

test('whom no mail reaches is to be told by hand what a list came to, or that it was cancelled', async () => {
	const [silent] = members()
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'consensusList').map(({ about, dueAt }) => [about, dueAt])
	}
	const list = await openedList(world)
	expect(await untold()).toEqual([[silent.associationId, list.closesAt]])
	granted(await cancelConsensusList(world.deps, byChair({ ...list, reason: 'Fel.' })))
	expect(await untold()).toEqual([[silent.associationId, null]])
	const next = await openedList(world, ['Mer.'], list.statementId)
	world.clock.now = next.closesAt
	granted(await settling(world, next))
	expect(await untold()).toEqual([
		[silent.associationId, null],
		[silent.associationId, null],
	])
})
