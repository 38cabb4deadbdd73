import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS } from '#domain/kernel/telling.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Mail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { seatPerson } from '#usecases/members/arrange-members.ts'
import { contestSeat, endSeat, giveSeat, takeBackSeat } from '#usecases/members/manage-coalition.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { createPerson } from '#usecases/person/people.ts'

let world: CoalitionWorld
let mails: Mail[]

beforeEach(async () => {
	world = await createCoalitionWorld()
	mails = []
	// The chair's own invitation.
	await run()
	mails = []
})
afterEach(() => world[Symbol.asyncDispose]())

async function run(): Promise<void> {
	await jobsOn(world).deliver(async (sent) => {
		mails.push(sent)
	})
}

/** Whom mails went to since it was last asked, with how each begins. */
async function told(): Promise<string[]> {
	await run()
	return mails.splice(0).map(({ to, text }) => `${to.split('@')[0]}: ${text.split(/ i NSPH| för |\./)[0]}`)
}

const member = (index: number): Member => world.members[index] as Member
const person = async (name: string) =>
	granted(await createPerson(world.deps, { name, emails: [`${name.toLowerCase()}@example.org`] }))

async function give(role: Role, personId: PersonId, associationId = null as Member['associationId'] | null) {
	const { deps, order, chair, clock } = world
	const given = { personId, associationId, role, from: clock.now, until: null, invite: false }
	return granted(await giveSeat(deps, order(chair, given))).value.seatId
}

const EVERYBODY = ['anbo', 'attention', 'shedo']
const toAll = (line: string) => EVERYBODY.map((name) => `${name}: ${line}`)

test('every association is told that a chair was seated, replaced or unseated, and as what it was done', async () => {
	const { deps, order, chair, operator, clock } = world
	const second = await give('chair', await person('Siri'))
	expect((await told()).sort()).toEqual(toAll('Ordföranden har gett någon uppdraget som ordförande'))
	clock.now += BETWEEN_LETTERS_MS
	const who = { kind: 'known', id: member(0).delegate } as const
	const over = { who, associationId: null, role: 'chair', until: null, replaces: second } as const
	const { seatId } = granted(await seatPerson(deps, order(chair, over))).value
	expect((await told()).filter((line) => !line.includes('bjuder in dig')).sort()).toEqual([
		...toAll('Ordföranden har låtit någon annan ta över som ordförande'),
		'siri: Ordföranden har avslutat ditt uppdrag som ordförande',
	])
	clock.now += BETWEEN_LETTERS_MS
	granted(await endSeat(deps, order(operator, { seatId })))
	expect((await told()).sort()).toEqual(
		[
			...toAll('Den driftansvariga har avslutat någons uppdrag som ordförande'),
			'attention: Den driftansvariga har avslutat ditt uppdrag som ordförande',
		].sort(),
	)
})

test('the operator unseats even the last chair, and seats another', async () => {
	const { deps, order, chair, operator, clock, server } = world
	const [last] = await allRows(server.client, "SELECT id FROM seat WHERE role = 'chair'")
	const seatId = String(last?.id) as SeatId
	expect(await endSeat(deps, order(chair, { seatId }))).toMatchObject({ reason: { code: 'lastChair' } })
	granted(await endSeat(deps, order(operator, { seatId })))
	const next = { personId: member(1).delegate, associationId: null, role: 'chair', from: clock.now } as const
	granted(await giveSeat(deps, order(operator, { ...next, until: null, invite: false })))
	// Her own, and one to each association of both.
	expect(await told()).toHaveLength(4)
})

test('a secretary who seats herself as chair, by any door, writes nothing', async () => {
	const { deps, order, server } = world
	const secretary = await person('Sara')
	await give('secretary', secretary)
	const before = await countOf(server.client, 'FROM event')
	const who = { kind: 'known', id: secretary } as const
	const seat = { who, associationId: null, role: 'chair', until: null, replaces: null } as const
	const [sitting] = await allRows(server.client, "SELECT id FROM seat WHERE role = 'chair'")
	const list = { text: 'Förening;Namn;Uppdrag\nNSPH Stockholms län;Hon Själv;ordförande', columns: [], mark: null }
	const refused = [
		await seatPerson(deps, order(secretary, seat)),
		await seatPerson(deps, order(secretary, { ...seat, replaces: String(sitting?.id) as SeatId })),
		await endSeat(deps, order(secretary, { seatId: String(sitting?.id) as SeatId })),
		await takeInRoster(deps, order(secretary, list)),
	]
	for (const result of refused) expect(result).toMatchObject({ ok: false, reason: { code: 'chairByChair' } })
	expect(await countOf(server.client, 'FROM event')).toBe(before)
})

test('the delegate is told of a new deputy, with the page where the seat is ended', async () => {
	const { deps, order } = world
	const { associationId, delegate } = member(0)
	const seatId = await give('deputy', await person('Dag'), associationId)
	await run()
	expect(mails.map(({ to }) => to)).toEqual(['attention@example.org'])
	expect(decodeURIComponent(mails[0]?.text ?? '')).toContain(
		href(routes.seatContest, { coalition: SLUG, seat: seatId }),
	)
	expect(mails[0]?.text).not.toContain('Dag')
	granted(await contestSeat(deps, order(delegate, { seatId })))
	expect(await countOf(world.server.client, "FROM seat WHERE role = 'deputy' AND ended_at IS NULL")).toBe(0)
})

test('a delegate who was replaced is told, and the one who came is not told of herself', async () => {
	const { deps, order, chair } = world
	const { associationId, delegateSeat } = member(0)
	const who = { kind: 'new', name: 'Nya', email: 'nya@example.org', another: false } as const
	const over = { who, associationId, role: 'delegate', until: null, replaces: delegateSeat } as const
	granted(await seatPerson(deps, order(chair, over)))
	expect((await told()).sort()).toEqual([
		'attention: Ordföranden har avslutat ditt uppdrag som ordinarie',
		'nya: Ove Ordförande bjuder in dig till NSPH Stockholms län, som ordinarie',
	])
})

test('of a seat that ended before the mail was written only its ending is told', async () => {
	const { deps, order, chair } = world
	const seatId = await give('contributor', await person('Moa'), member(0).associationId)
	granted(await endSeat(deps, order(chair, { seatId })))
	expect(await told()).toEqual(['moa: Ordföranden har avslutat ditt uppdrag som medarbetare'])
	expect(await countOf(world.server.client, 'FROM outbox WHERE delivered_at IS NULL')).toBe(0)
})

test('a delegate who was replaced takes the seat back from the mail, and chair and successor are told', async () => {
	const { deps, order, chair, server } = world
	const { associationId, delegate, delegateSeat: seatId } = member(0)
	const who = { kind: 'new', name: 'Nya', email: 'nya@example.org', another: false } as const
	const over = { who, associationId, role: 'delegate', until: null, replaces: seatId } as const
	granted(await seatPerson(deps, order(chair, over)))
	await run()
	const mail = mails.find(({ to }) => to.startsWith('attention'))
	expect(decodeURIComponent(mail?.text ?? '')).toContain(href(routes.seatReturn, { coalition: SLUG, seat: seatId }))
	mails = []
	granted(await takeBackSeat(deps, order(delegate, { seatId })))
	expect((await told()).sort()).toEqual([
		'nya: Den som var ordinarie före dig har avslutat ditt uppdrag som ordinarie',
		'ove: Den som var ordinarie',
	])
	const held = "FROM seat WHERE role = 'delegate' AND ended_at IS NULL AND association_id = ?"
	expect(await countOf(server.client, held, [associationId])).toBe(1)
	expect(await endSeat(deps, order(chair, { seatId }))).toMatchObject({ reason: { code: 'seatTakenBack' } })
})
