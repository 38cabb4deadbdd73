import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { addressesOn, sessionOf } from '#test/support/addresses.ts'
import { allRows } from '#test/support/all-rows.ts'
import { hashOfOrder } from '#test/support/payload-hash.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, DAY, granted, SLUG } from '#test/support/world.ts'
import { endSeat, giveSeat } from '#usecases/members/manage-coalition.ts'
import { mendName, proposeAddress, withdrawAddress } from '#usecases/members/mend-directory.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { addressSecret } from './address-secret.ts'
import { answerAddress, confirmAddress, refuseAddress } from './answer-address.ts'
import { addOwnAddress } from './own-addresses.ts'
import { issueOwnCard } from './own-card.ts'
import { createPerson } from './people.ts'
import { createLetterLinks, redeemLink } from './sign-in-links.ts'

const HERS = 'attention@example.org'
const HIS = 'ordforande+disa@example.org'

let world: CoalitionWorld
let on: ReturnType<typeof addressesOn>
let disa: PersonId
let seatId: SeatId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	on = addressesOn(world)
	disa = world.members[0]?.delegate as PersonId
	seatId = world.members[0]?.delegateSeat as SeatId
	await on.jobs(async () => {})
	await on.jobs(async () => {})
})
afterEach(() => world[Symbol.asyncDispose]())

test('an address that the chair proposes lets nobody in before she was silent for fourteen days after she was told', async () => {
	const { clock } = world
	const id = await on.propose(seatId, HIS)
	// Confirmed before she is told: her time begins when she is.
	granted(await on.confirm(id))
	clock.now += 20 * DAY
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS])
	expect(on.to(HERS)).toEqual(['Ska du ha en ny e-postadress i Samsvar?'])
	expect(on.to(HIS)).toEqual(['Är det din e-postadress?'])
})

test('silence of those who were told lets it take effect, and they are told again', async () => {
	const { clock } = world
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(id))
	clock.now += 14 * DAY - 1
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS])
	clock.now += 1
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS, HIS])
	await on.jobs()
	expect(on.to(HERS)).toEqual(['Ska du ha en ny e-postadress i Samsvar?', 'En ny e-postadress i Samsvar'])
	expect(on.to(HIS)).toEqual(['Är det din e-postadress?', 'Din e-postadress gäller nu i Samsvar'])
})

test('an address that no mail reaches is silent from when that is given up', async () => {
	const { clock } = world
	const id = await on.propose(seatId, HIS)
	granted(await on.confirm(id))
	const dead = async () => Promise.reject(new Error('no such mailbox'))
	await on.jobs(dead)
	clock.now += 7 * DAY + 1
	await on.jobs(dead)
	clock.now += 14 * DAY - 1
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS])
	clock.now += 1
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS, HIS])
})

test('her no ends it for good, by the link alone', async () => {
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(id))
	granted(await on.refuse(id))
	expect(codeOf(await on.confirm(id))).toBe('notFound')
	world.clock.now += 29 * DAY
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS])
	expect(await on.outcome(id)).toBe('refused')
})

test('her no after it took effect makes all as it was: addresses, sessions, cards', async () => {
	const { clock, deps, server } = world
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(id))
	clock.now += 14 * DAY
	await on.jobs()
	const his = await sessionOf(world, disa)
	granted(await issueOwnCard(deps, his))
	await world.db.write([{ sql: 'DELETE FROM address WHERE email = ?', args: [HERS] }])
	clock.now += 29 * DAY
	granted(await on.refuse(id))
	expect(await on.emails(disa)).toEqual([HERS])
	expect(await allRows(server.client, 'SELECT 1 FROM session WHERE person_id = ?', [disa])).toEqual([])
	expect(await allRows(server.client, 'SELECT 1 FROM card WHERE revoked_at IS NULL')).toEqual([])
	expect(codeOf(await on.refuse(id))).toBe('notFound')
})

test('after thirty days what she was silent about stands', async () => {
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(id))
	world.clock.now += 14 * DAY
	await on.jobs()
	world.clock.now += 30 * DAY
	expect(codeOf(await on.refuse(id))).toBe('notFound')
	expect(await on.emails(disa)).toEqual([HERS, HIS])
})

test('her yes is given signed in by mail, and nobody else can give it', async () => {
	const { deps } = world
	const id = await on.propose(seatId, HIS)
	granted(await on.confirm(id))
	const yes = { changeId: id, answer: 'agree' } as const
	expect(codeOf(await answerAddress(deps, await sessionOf(world, world.chair), yes))).toBe('notFound')
	expect(codeOf(await answerAddress(deps, await sessionOf(world, disa, 'card'), yes))).toBe('addressNeedsMail')
	expect(await on.emails(disa)).toEqual([HERS])
	granted(await answerAddress(deps, await sessionOf(world, disa), yes))
	expect(await on.emails(disa)).toEqual([HERS, HIS])
})

test('a secret is good for its own side of its own change alone', async () => {
	const { deps } = world
	const [id, other] = [await on.propose(seatId, HIS), await on.propose(world.members[1]?.delegateSeat as SeatId, HIS)]
	const former = await addressSecret(deps, 'former', id)
	const fresh = await addressSecret(deps, 'new', other)
	for (const secret of [former, fresh, '', 'no'])
		expect(codeOf(await confirmAddress(deps, null, { changeId: id, secret }))).toBe('notFound')
	for (const secret of [fresh, await addressSecret(deps, 'new', id)])
		expect(codeOf(await refuseAddress(deps, { changeId: id, secret }))).toBe('notFound')
	expect(await on.outcome(id)).toBeNull()
})

test('of two proposals the newer counts, and confirming twice is as once', async () => {
	const first = await on.propose(seatId, HIS)
	const second = await on.propose(seatId, 'disa@example.org')
	await on.jobs()
	expect(codeOf(await on.confirm(first))).toBe('notFound')
	granted(await on.confirm(second))
	granted(await on.confirm(second))
	world.clock.now += 14 * DAY
	await on.jobs()
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS, 'disa@example.org'])
	expect(await on.outcome(first)).toBe('replaced')
	expect(on.to(HERS).filter((subject) => subject === 'En ny e-postadress i Samsvar')).toHaveLength(1)
})

test('what a chair takes back, or leaves behind when the seat ends, comes to nothing', async () => {
	const { deps, order, chair, clock } = world
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(id))
	granted(await withdrawAddress(deps, order(chair, { seatId })))
	expect(codeOf(await withdrawAddress(deps, order(chair, { seatId })))).toBe('notFound')
	const again = await on.propose(seatId, HIS)
	await on.jobs()
	granted(await on.confirm(again))
	const other = granted(await createPerson(deps, { name: 'Ny Ordförande', emails: ['ny@example.org'] }))
	const given = {
		personId: other,
		associationId: null,
		role: 'chair',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, order(chair, given)))
	const [own] = await allRows(world.server.client, "SELECT id FROM seat WHERE person_id = ? AND role = 'chair'", [
		chair,
	])
	granted(await endSeat(deps, order(other, { seatId: String(own?.id) as SeatId })))
	clock.now += 15 * DAY
	await on.jobs()
	expect(await on.emails(disa)).toEqual([HERS])
	expect([await on.outcome(id), await on.outcome(again)]).toEqual(['withdrawn', 'withdrawn'])
})

test('somebody without an address has the one that confirms; not where she has a seat elsewhere', async () => {
	const { deps, db, order, operator, server } = world
	await db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [disa] }])
	const id = await on.propose(seatId, HIS)
	await on.jobs()
	await db.write([
		"INSERT INTO seat (id, coalition_id, person_id, role, given_at, from_at) SELECT 'elsewhere', 'other', person_id, 'chair', 0, 0 FROM seat WHERE id = '" +
			`${seatId}'`,
	])
	granted(await on.confirm(id))
	expect(await on.emails(disa)).toEqual([])
	expect(codeOf(await proposeAddress(deps, order(world.chair, { seatId, email: HIS })))).toBe('personElsewhere')
	expect(codeOf(await mendName(deps, order(world.chair, { seatId, name: 'Annan' })))).toBe('personElsewhere')
	await db.write(["DELETE FROM seat WHERE id = 'elsewhere'"])
	const once = await on.propose(seatId, HIS)
	granted(await on.confirm(once))
	expect(await on.emails(disa)).toEqual([HIS])
	await db.write([{ sql: 'UPDATE seat SET person_id = ? WHERE id = ?', args: [operator, seatId] }])
	expect(codeOf(await proposeAddress(deps, order(world.chair, { seatId, email: 'x@example.org' })))).toBe(
		'personElsewhere',
	)
	expect(await allRows(server.client, 'SELECT 1 FROM slug WHERE slug = ?', [SLUG])).toHaveLength(1)
})

/** How a person signs in by a letter to the address. */
async function wayBy(email: string): Promise<unknown> {
	const { deps, clock } = world
	const [secret = ''] = await createLetterLinks(deps, [{ personId: disa, email, until: clock.now + DAY }])
	granted(await redeemLink(deps, { secret, personId: disa, browser: { session: null, known: null } }))
	const [session] = await allRows(world.server.client, 'SELECT way FROM session ORDER BY rowid DESC LIMIT 1')
	return session?.way
}

test('who signs in by an address that a chair gave is told from who signs in by their own, and changes no way in by it', async () => {
	const { db, deps, clock } = world
	await db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [disa] }])
	granted(await on.confirm(await on.propose(seatId, HIS)))
	expect(await wayBy(HIS)).toBe('givenAddress')
	const given = await sessionOf(world, disa, 'givenAddress')
	expect(codeOf(await issueOwnCard(deps, given))).toBe('cardNeedsMail')
	expect(codeOf(await addOwnAddress(deps, given, 'x@example.org'))).toBe('addressNeedsMail')
	// As long as it can be undone.
	clock.now += 61 * DAY
	await on.jobs()
	expect(await wayBy(HIS)).toBe('link')
})

test('an address may be shared, is not proposed to whoever has it, and an erased person gets none', async () => {
	const { deps, order, chair } = world
	expect(codeOf(await proposeAddress(deps, order(chair, { seatId, email: ` ${HERS.toUpperCase()}` })))).toBe(
		'addressKnown',
	)
	expect(codeOf(await proposeAddress(deps, order(chair, { seatId, email: 'nowhere' })))).toBe('invalid')
	const id = await on.propose(seatId, 'anbo@example.org')
	await on.jobs()
	granted(await on.confirm(id))
	world.clock.now += 14 * DAY
	await on.jobs()
	expect(await on.emails(disa)).toEqual(['anbo@example.org', HERS].sort())
	const waits = await on.propose(seatId, HIS)
	await erasePerson(deps, disa)
	expect(codeOf(await on.confirm(waits))).toBe('notFound')
	expect(codeOf(await proposeAddress(deps, order(chair, { seatId, email: HIS })))).toBe('notFound')
	expect(await on.emails(disa)).toEqual([])
})

test('only the chair, and only so often a day; neither name nor address is in the log', async () => {
	const { deps, order, chair, members, clock, server } = world
	const other = members[1]?.delegate as PersonId
	expect(codeOf(await proposeAddress(deps, order(other, { seatId, email: HIS })))).toBe('notAllowed')
	expect(codeOf(await mendName(deps, order(other, { seatId, name: 'Annan' })))).toBe('notAllowed')
	for (let turn = 0; turn < 20; turn += 1) granted(await mendName(deps, order(chair, { seatId, name: `Disa ${turn}` })))
	expect(codeOf(await mendName(deps, order(chair, { seatId, name: 'Disa för mycket' })))).toBe('doneTooOften')
	granted(await mendName(deps, order(chair, { seatId, name: 'Disa 19' })))
	clock.now += DAY
	granted(await mendName(deps, order(chair, { seatId, name: '  Disa   Attention  ' })))
	await on.propose(seatId, HIS)
	const log = JSON.stringify(await allRows(server.client, 'SELECT * FROM act NATURAL LEFT JOIN event'))
	const events = JSON.stringify(await allRows(server.client, 'SELECT payload FROM event'))
	for (const word of ['Disa', HIS]) expect(`${log}${events}`).not.toContain(word)
})

test('what was typed is kept with the act by no hash that could be tried', async () => {
	const { deps, order, chair, server } = world
	const command = { seatId, name: 'Dísa Attention' }
	granted(await mendName(deps, order(chair, command)))
	const typed = { seatId, email: HIS }
	granted(await proposeAddress(deps, order(chair, typed)))
	const kept = (await allRows(server.client, 'SELECT payload_hash FROM act')).map((act) => act.payload_hash)
	expect(kept).not.toContain(await hashOfOrder('mendName', command))
	expect(kept).not.toContain(await hashOfOrder('proposeAddress', typed))
})

test('whose name the chair mends is told of it, from what and to what', async () => {
	const { deps, order, chair } = world
	granted(await mendName(deps, order(chair, { seatId, name: 'Dísa Attention' })))
	await on.jobs()
	expect(on.mails.find(({ to }) => to === HERS)?.text).toContain('från ”Disa Attention” till ”Dísa Attention”')
})
