import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { proposed } from '#test/support/amended.ts'
import { openedList } from '#test/support/consensus.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { type IdleJobs, idleJobsOn, voteIn } from '#test/support/jobs.ts'
import { enteredDecision, meetingCommand } from '#test/support/meeting.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { extendBallot } from '#usecases/deciding/extend-ballot.ts'
import { holdBallotAgain } from '#usecases/deciding/hold-ballot-again.ts'
import { enterMeetingDecision } from '#usecases/deciding/open-ballot.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

let world: CoalitionWorld
let outbox: IdleJobs
let deputy: PersonId

beforeEach(() => settled('standard'))
afterEach(() => world[Symbol.asyncDispose]())

const memberAt = (index: number) => world.members[index] as Member

async function seated(personId: PersonId, associationId: AssociationId | null, role: Role) {
	const from = world.clock.now
	const seat = { personId, associationId, role, from, until: null, invite: false } as const
	granted(await giveSeat(world.deps, world.order(world.chair, seat)))
}

/** The third association has a deputy. */
async function settled(preset: 'standard' | 'board') {
	world = await createCoalitionWorld(undefined, preset)
	world.clock.now += 30 * DAY
	deputy = granted(await createPerson(world.deps, { name: 'Petra', emails: ['petra@example.org'] }))
	await seated(deputy, memberAt(2).associationId, 'deputy')
	outbox = await idleJobsOn(world)
}

/** The third association's delegate is the secretary, too. */
async function inOffice() {
	await seated(memberAt(2).delegate, null, 'secretary')
	await outbox.deliver(async () => undefined)
}

const withoutMail = () => world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [deputy] }])

/** Who was written to, and in which mails it says that others in the association answer. */
async function mailed() {
	outbox.mails.length = 0
	await outbox.deliver()
	const asked = outbox.mails.filter(({ subject }) => !subject.startsWith('Till kännedom: '))
	const told = outbox.mails.filter(({ subject }) => subject.startsWith('Till kännedom: '))
	const names = (mails: typeof told) => mails.map(({ to }) => to.replace('@example.org', '')).sort()
	return { asked: names(asked), told: names(told) }
}

const others = ['anbo', 'attention']
const asks = { asked: [...others, 'petra'], told: [] as string[] }
const tells = { ...asks, told: ['shedo'] }

/** What is to be told by hand, and to whom. */
async function byHand() {
	const [found = []] = await world.db.read(untoldQuery(SLUG, world.clock.now))
	return found.map(({ notice, association, names }) => ({ notice, association, names }))
}

const callShedo = (notice: string) => [{ notice, association: 'Shedo', names: ['Petra'] }]

test('whom an office keeps from voting is not asked to: the deputy is, or else somebody calls', async () => {
	await inOffice()
	await openedBallot(world, await draftStatement(world))
	expect(await mailed()).toEqual(asks)
	expect(await byHand()).toEqual([])
	await withoutMail()
	await openedBallot(world, await draftStatement(world))
	expect(await mailed()).toEqual({ asked: others, told: [] })
	expect(await byHand()).toEqual(callShedo('ballot'))
})

test('where the bylaws let officers vote they are asked, and nobody calls', async () => {
	await world[Symbol.asyncDispose]()
	await settled('board')
	await inOffice()
	await withoutMail()
	await openedBallot(world, await draftStatement(world))
	expect(await mailed()).toEqual({ asked: [...others, 'shedo'], told: [] })
	expect(await byHand()).toEqual([])
})

test('an association is to be called whose only voice by mail is kept from a list by an office', async () => {
	await inOffice()
	await withoutMail()
	await openedList(world)
	await outbox.deliver()
	expect((await byHand()).filter(({ notice }) => notice === 'consensusList')).toEqual(callShedo('consensusList'))
})

test('of more time to vote nobody is told who was seated since; of a ballot held again an officer is, for information', async () => {
	await inOffice()
	const first = await openedBallot(world, await draftStatement(world))
	const second = await openedBallot(world, await draftStatement(world))
	world.clock.now += DAY
	const since = granted(await createPerson(world.deps, { name: 'Ny', emails: ['ny@example.org'] }))
	await seated(since, memberAt(2).associationId, 'deputy')
	await outbox.deliver()
	world.clock.now += 8 * DAY
	for (const ballot of [first, second]) granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	await outbox.deliver()
	const closesAt = world.clock.now + 7 * DAY
	granted(await extendBallot(world.deps, world.order(world.chair, { ...first, closesAt })))
	expect(await mailed()).toEqual(asks)
	granted(await holdBallotAgain(world.deps, world.order(world.chair, { ...second, track: 'full', closesAt })))
	expect(await mailed()).toEqual({ asked: ['anbo', 'attention', 'ny', 'petra'], told: ['shedo'] })
})

test('that a text was adopted is told to whom an office keeps from signing it, who is not asked to', async () => {
	const ballot = await openedBallot(world, await draftStatement(world))
	for (const index of [0, 1, 2]) await voteIn(world, index, ballot, false)
	world.clock.now += 1
	const since = granted(await createPerson(world.deps, { name: 'Ny', emails: ['ny@example.org'] }))
	await seated(since, memberAt(1).associationId, 'deputy')
	await inOffice()
	granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	// To sign, a seat may have been given since the ballot opened.
	expect(await mailed()).toEqual({ asked: ['anbo', 'attention', 'ny', 'petra'], told: ['shedo'] })
	const mail = outbox.mails.find(({ to }) => to.startsWith('shedo'))
	expect(mail?.subject).toBe('Till kännedom: Står ni bakom? Ett svar')
	expect(mail?.text).toMatch(
		/^Till kännedom: du är ordförande eller handläggare, och svarar då inte för Shedo\. Någon annan i föreningen svarar\. Så här skriver vi till dem: ”Ett svar” antogs i omröstningen\. /,
	)
})

test('how an association is said to have voted is told to all of its own, and asked of whoever can say that it is not right', async () => {
	await inOffice()
	await enteredDecision(world)
	expect(await mailed()).toEqual(tells)
	expect(await byHand()).toEqual([])
	await withoutMail()
	await enteredDecision(world)
	expect(await mailed()).toEqual({ asked: others, told: ['shedo'] })
	expect(await byHand()).toEqual(callShedo('meetingVote'))
})

test('a letter that comes when it is too late to say so is the same to all', async () => {
	await inOffice()
	const soon = { signoffDueAt: world.clock.now + 60_000, urgent: 'Bråttom.' }
	const command = { ...meetingCommand(world, await draftStatement(world)), ...soon }
	granted(await enterMeetingDecision(world.deps, world.order(world.chair, command)))
	world.clock.now += 60_000
	expect(await mailed()).toEqual({ asked: [...others, 'petra', 'shedo'], told: [] })
})

test('of a correction that waits for objections an officer is told for information, and whoever was seated since is not', async () => {
	const [first, second] = [await publishedStatement(world), await publishedStatement(world)]
	await inOffice()
	await proposed(world, undefined, first)
	world.clock.now += 1
	const since = granted(await createPerson(world.deps, { name: 'Ny', emails: ['ny@example.org'] }))
	await seated(since, memberAt(1).associationId, 'deputy')
	const { asked, told } = await mailed()
	// Its delegate is told of the new seat, too.
	expect({ asked: [...new Set(asked)], told }).toEqual(tells)
	expect(await byHand()).toEqual([])
	await withoutMail()
	await proposed(world, undefined, second)
	await outbox.deliver()
	expect(await byHand()).toEqual(callShedo('addendum'))
})
