import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import { rebuild } from '#local/rebuild.ts'
import type { Mail } from '#mail/port.ts'
import { readAddendum } from '#schema/addendum.ts'
import { allRows } from '#test/support/all-rows.ts'
import { added, agreed, answering, proposed, withdrawalAt } from '#test/support/amended.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { jobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { endSeat, removeAssociation } from '#usecases/members/manage-coalition.ts'
import { publishAddendum, takeBackAddendum } from './addenda.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const byChair = <Command>(command: Command) => world.order(world.chair, command)

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails.filter(({ subject }) => /rätta|återkalla|togs tillbaka/i.test(subject))
}

test('what is published is bytes under a hash, with a place among those of its kind', async () => {
	const first = await added(world)
	await added(world, undefined, first.statementId)
	await added(world, withdrawalAt, first.statementId)
	const rows = await allRows(world.server.client, 'SELECT * FROM addendum ORDER BY kind, ordinal')
	expect(rows.map(({ kind, ordinal }) => [kind, ordinal])).toEqual([
		['correction', 1],
		['correction', 2],
		['withdrawal', 1],
	])
	for (const { record_bytes: bytes, record_hash: hash, revealed } of rows) {
		expect(await sha256(String(bytes))).toBe(hash)
		const { coalition, statement, associations } = readAddendum(String(bytes), String(revealed))
		expect(coalition).toBe('NSPH Stockholms län')
		expect(statement.label).toMatch(/2022:1$/)
		expect(associations.map(({ answer }) => answer)).toEqual(['agreed', 'agreed', 'agreed'])
	}
})

test('nothing is published while others may answer, nor what one of them objects to', async () => {
	const at = await proposed(world)
	const [one] = world.members as readonly [Member]
	expect(codeOf(await publishAddendum(world.deps, byChair(at)))).toBe('awaitingAnswers')
	granted(await answering(world, one, at, 'objected', 'Det stod rätt.'))
	world.clock.now += 7 * DAY
	expect(codeOf(await answering(world, one, at))).toBe('addendumOver')
	expect(codeOf(await publishAddendum(world.deps, byChair(at)))).toBe('correctionObjectedTo')
	granted(await takeBackAddendum(world.deps, byChair(at)))
	expect(codeOf(await publishAddendum(world.deps, byChair(at)))).toBe('addendumOver')
})

test('with more than half of those that signed long gone, the others can withdraw the statement', async () => {
	const statementId = await publishedStatement(world)
	const [staying, ...leaving] = world.members as readonly [Member, ...Member[]]
	for (const { associationId } of leaving) granted(await removeAssociation(world.deps, byChair({ associationId })))
	world.clock.now += 10 * DAY
	const early = await proposed(world, withdrawalAt, statementId)
	granted(await answering(world, staying, early))
	expect(codeOf(await publishAddendum(world.deps, byChair(early)))).toBe('tooFewAgree')
	granted(await takeBackAddendum(world.deps, byChair(early)))
	world.clock.now += 30 * DAY
	const at = await proposed(world, withdrawalAt, statementId)
	granted(await answering(world, staying, at))
	expect(codeOf(await publishAddendum(world.deps, byChair(at)))).toBe('granted')
	const [row] = await allRows(world.server.client, 'SELECT * FROM addendum WHERE ordinal = 1')
	const { needed, associations } = readAddendum(String(row?.record_bytes), String(row?.revealed))
	expect([needed, ...associations.map(({ answer }) => answer).sort()]).toEqual([1, 'agreed', 'left', 'left'])
})

test('an objection that comes while it is published is in it, or stops it', async () => {
	const at = await agreed(world)
	const [one] = world.members as readonly [Member]
	const [publication, objection] = await Promise.all([
		publishAddendum(world.deps, byChair(at)),
		answering(world, one, at, 'objected'),
	])
	expect([codeOf(publication), codeOf(objection)].sort()).not.toEqual(['granted', 'granted'])
})

test('while it is asked about nobody ends the only seat that can answer', async () => {
	await proposed(world)
	const [one] = world.members as readonly [Member]
	expect(codeOf(await endSeat(world.deps, byChair({ seatId: one.delegateSeat })))).toBe('lastToAnswer')
})

test('the associations are told that they are asked, that it was taken back, and that it is published', async () => {
	const at = await proposed(world)
	const asked = await told()
	expect(asked).toHaveLength(3)
	expect(asked[0]?.text).toMatch(/kan invända till .+ Svarar ni inte går rättelsen igenom/)
	granted(await takeBackAddendum(world.deps, byChair(at)))
	expect((await told()).map(({ subject }) => subject)[0]).toMatch(/^Förslaget togs tillbaka/)
	await added(world, withdrawalAt, at.statementId)
	const last = (await told()).filter(({ subject }) => subject.startsWith('Återkallat'))
	expect(last).toHaveLength(3)
	expect(last[0]?.text).toMatch(/är återkallat\.\nhttps:.*\/2022\/1\/aterkallelse\n/)
})

test('whom no mail reaches is to be told by hand until the association has answered', async () => {
	const [silent, other] = world.members as readonly [Member, Member]
	await world.db.write([
		{ sql: 'DELETE FROM address WHERE person_id IN (?, ?)', args: [silent.delegate, other.delegate] },
	])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'addendum').map(({ about, dueAt }) => [about, dueAt])
	}
	const at = await proposed(world)
	const dueAt = world.clock.now + 7 * DAY
	expect((await untold()).sort()).toEqual(
		[
			[silent.associationId, dueAt],
			[other.associationId, dueAt],
		].sort(),
	)
	granted(await answering(world, silent, at))
	expect(await untold()).toEqual([[other.associationId, dueAt]])
	granted(await takeBackAddendum(world.deps, byChair(at)))
	expect(await untold()).toEqual([])
})

test('its tables are made anew from the events', async () => {
	await added(world)
	const before = await allRows(world.server.client, 'SELECT * FROM addendum')
	const answers = await allRows(world.server.client, 'SELECT * FROM addendum_answer ORDER BY association_id')
	await rebuild(world.server.client)
	expect(await allRows(world.server.client, 'SELECT * FROM addendum')).toEqual(before)
	expect(await allRows(world.server.client, 'SELECT * FROM addendum_answer ORDER BY association_id')).toEqual(answers)
})
