import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingQuery } from '#db/deciding/load-waiting.ts'
import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { type IdleJobs, idleJobsOn, voteIn } from '#test/support/jobs.ts'
import { answerCommand, decidedStatement } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	HOUR,
	type Member,
	openedBallot,
	SLUG,
	textHashOf,
} from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { remind, remindInTime } from '#usecases/deciding/remind.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { openConsultation, referBack } from '#usecases/statement/move-statement.ts'
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

/** Every association has a deputy beside its delegate. */
beforeEach(async () => {
	world = await createCoalitionWorld()
	world.clock.now = swedishInstant('2026-11-02', '19:00')
	for (const { associationId, name } of world.members) {
		const emails = [`ersattare.${name.toLowerCase()}@example.org`]
		const personId = granted(await createPerson(world.deps, { name: `Ersättare ${name}`, emails }))
		const seat = { personId, associationId, role: 'deputy', from: world.clock.now, until: null, invite: false } as const
		granted(await giveSeat(world.deps, world.order(world.chair, seat)))
	}
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const memberAt = (index: number) => world.members[index] as Member

/** The jobs run then, and again; who got a reminder meanwhile, in the order of their addresses. */
async function remindedAt(date: string, time: string): Promise<string[]> {
	world.clock.now = swedishInstant(date, time)
	for (let run = 0; run < 3; run += 1) {
		await runJobs(outbox.jobs())
		world.clock.now += MINUTE
	}
	const mails = outbox.mails.splice(0).filter(({ subject }) => subject.startsWith('Påminnelse: '))
	return mails.map(({ to }) => to.replace('@example.org', '')).sort()
}

const both = (...names: readonly string[]) => [...names.map((name) => `ersattare.${name}`), ...names].sort()

async function consulted(dueAt: number | null): Promise<StatementId> {
	const statementId = await draftStatement(world)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt })))
	await outbox.deliver(async () => undefined)
	return statementId
}

test('of a ballot those that have not voted are reminded three times: first the delegate, then the deputy too', async () => {
	const ballot = await openedBallot(world, await draftStatement(world))
	await voteIn(world, 0, ballot)
	// It closes at seven in the evening a week after.
	expect(await remindedAt('2026-11-06', '07:50')).toEqual([])
	world.clock.now = swedishInstant('2026-11-06', '08:00')
	await runJobs(outbox.jobs())
	const [mail] = outbox.mails.filter(({ to }) => to === 'anbo@example.org')
	expect(mail?.subject).toBe('Påminnelse: Rösta: Ett svar')
	expect(mail?.text).toMatch(
		/^Påminnelse: AnBo har inte svarat än\. Rösta för AnBo om ”Ett svar” senast måndag 9 november 2026 kl\. 19\.00:\nhttp\S+\n\n/,
	)
	expect(mail?.text.match(/https?:\/\//g)).toHaveLength(1)
	expect(await remindedAt('2026-11-06', '08:00')).toEqual(['anbo', 'shedo'])
	expect(await remindedAt('2026-11-07', '08:00')).toEqual(both('anbo', 'shedo'))
	await voteIn(world, 1, ballot)
	expect(await remindedAt('2026-11-08', '08:00')).toEqual([])
	expect(await remindedAt('2026-11-09', '08:00')).toEqual(both('shedo'))
	expect(await remindedAt('2026-11-09', '18:50')).toEqual([])
	expect(await remindedAt('2026-11-10', '08:00')).toEqual([])
})

test('where no mail reaches a delegate, the deputy is reminded from the first', async () => {
	await openedBallot(world, await draftStatement(world))
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [memberAt(0).delegate] }])
	expect(await remindedAt('2026-11-06', '08:00')).toEqual(['anbo', 'ersattare.attention', 'shedo'])
})

test('whoever was seated since the ballot opened is not reminded to vote in it', async () => {
	const { associationId } = memberAt(1)
	await openedBallot(world, await draftStatement(world))
	world.clock.now += MINUTE
	const personId = granted(await createPerson(world.deps, { name: 'Ny', emails: ['ny@example.org'] }))
	const seat = { personId, associationId, role: 'deputy', from: world.clock.now, until: null, invite: false } as const
	granted(await giveSeat(world.deps, world.order(world.chair, seat)))
	await outbox.deliver(async () => undefined)
	expect(await remindedAt('2026-11-07', '08:00')).not.toContain('ny')
})

test('nor whom a seat for the coalition keeps from voting: of their association the deputy is', async () => {
	const { delegate: personId } = memberAt(1)
	const seat = {
		personId,
		associationId: null,
		role: 'secretary',
		from: world.clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(world.deps, world.order(world.chair, seat)))
	await openedBallot(world, await draftStatement(world))
	await outbox.deliver(async () => undefined)
	expect(await remindedAt('2026-11-06', '08:00')).toEqual(['attention', 'ersattare.anbo', 'shedo'])
})

test('where silence is consent the reminder says so', async () => {
	await openedBallot(world, await draftStatement(world), 'light')
	world.clock.now = swedishInstant('2026-11-06', '08:00')
	await runJobs(outbox.jobs())
	const mail = outbox.mails.find(({ to, subject }) => to === 'anbo@example.org' && subject.startsWith('Påminnelse'))
	expect(mail?.subject).toBe('Påminnelse: Har ni invändningar? Ett svar')
	expect(mail?.text).toContain('Den som inte svarar har inget att invända.')
})

test('of a secret ballot those that put in a paper are not reminded', async () => {
	await using secret = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	const { castPaper } = await import('#usecases/deciding/cast-paper.ts')
	secret.clock.now = swedishInstant('2026-11-02', '19:00')
	const jobs = await idleJobsOn(secret)
	const ballot = await openedBallot(secret, await draftStatement(secret))
	const { delegate, associationId } = secret.members[0] as Member
	granted(await castPaper(secret.deps, secret.order(delegate, { ...ballot, associationId, choice: 'no' } as const)))
	secret.clock.now = swedishInstant('2026-11-06', '08:00')
	await runJobs(jobs.jobs())
	const reminded = jobs.mails.filter(({ subject }) => subject.startsWith('Påminnelse')).map(({ to }) => to)
	expect(await countOf(secret.server.client, "FROM outbox WHERE kind = 'reminder'")).toBe(2)
	expect(reminded.sort()).toEqual(['anbo@example.org', 'shedo@example.org'])
})

test('of a consultation those are reminded that have said nothing, by stance or comment, and of one without a day nobody', async () => {
	const statementId = await consulted(swedishInstant('2026-11-16', '23:59'))
	await consulted(null)
	const { delegate, associationId } = memberAt(0)
	const said = { statementId, associationId, versionId: null, text: 'Säg hur mycket.' }
	granted(await makeComment(world.deps, world.order(delegate, said)))
	expect(await remindedAt('2026-11-09', '08:00')).toEqual(['anbo', 'shedo'])
	expect(await remindedAt('2026-11-14', '08:00')).toEqual(both('anbo', 'shedo'))
	expect(await remindedAt('2026-11-16', '08:00')).toEqual(both('anbo', 'shedo'))
	expect(await remindedAt('2026-11-17', '08:00')).toEqual([])
})

test('of a decided text those are reminded that have not said whether they stand behind it', async () => {
	const statementId = await decidedStatement(world, { choice: 'yes', signs: false })
	await outbox.deliver(async () => undefined)
	const signed = memberAt(2)
	const textHash = await textHashOf(world, statementId)
	const answer = answerCommand(statementId, textHash, signed, 'signed')
	granted(await answerSignoff(world.deps, world.order(signed.delegate, answer)))
	const due = swedishDate(world.clock.now + 11 * DAY)
	const [{ signoff_due_at: dueAt } = {}] = await allRows(world.server.client, 'SELECT signoff_due_at FROM statement')
	const last = swedishDate(Number(dueAt))
	expect(due <= last).toBe(true)
	expect(await remindedAt(addDays(last, -2), '08:00')).toEqual(both('anbo', 'attention'))
	expect(await remindedAt(last, '08:00')).toEqual(both('anbo', 'attention'))
})

test('whom a seat for the coalition keeps from signing is not reminded to: of their association the deputy is, or else somebody calls', async () => {
	const statementId = await decidedStatement(world, { choice: 'yes', signs: false })
	await outbox.deliver(async () => undefined)
	const { delegate: personId, associationId } = memberAt(1)
	const office = { personId, associationId: null, role: 'secretary', from: world.clock.now, until: null } as const
	granted(await giveSeat(world.deps, world.order(world.chair, { ...office, invite: false })))
	await outbox.deliver(async () => undefined)
	const [{ signoff_due_at: dueAt } = {}] = await allRows(world.server.client, 'SELECT signoff_due_at FROM statement')
	const last = swedishDate(Number(dueAt))
	const others = both('attention', 'shedo')
	expect(await remindedAt(addDays(last, -2), '08:00')).toEqual([...others, 'ersattare.anbo'].sort())
	const deputies = `SELECT person_id FROM seat WHERE association_id = ? AND role = 'deputy'`
	const sql = `DELETE FROM address WHERE person_id IN (${deputies})`
	await world.db.write([{ sql, args: [associationId] }])
	expect(await remindedAt(last, '08:00')).toEqual(others)
	const silent = await world.db.read(waitingQuery(SLUG, statementId, world.clock.now))
	expect(silent[0]?.silent.map(({ reached }) => reached)).toEqual([true, false, true])
})

test('a text that was sent back is reminded of no more', async () => {
	const { statementId } = await openedBallot(world, await draftStatement(world))
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Mer att göra' })))
	expect(await countOf(world.server.client, 'FROM statement WHERE remind_at IS NOT NULL')).toBe(0)
	expect(await remindedAt('2026-11-06', '08:00')).toEqual([])
	expect(await countOf(world.server.client, "FROM act WHERE kind = 'remindInTime'")).toBe(0)
})

test('whoever answers before the mail is written gets none', async () => {
	const ballot = await openedBallot(world, await draftStatement(world))
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-06', '08:00')
	const { statementId } = ballot
	const atTheTime = Object.assign(world.order(world.chair, { statementId }), { actor: { by: 'clock' } })
	granted(await remindInTime(world.deps, atTheTime))
	await voteIn(world, 1, ballot)
	expect(await remindedAt('2026-11-06', '08:01')).toEqual(['attention', 'shedo'])
})

test('whoever comments before the mail is written gets none, and whoever has voted is not among those reminded', async () => {
	const ballot = await openedBallot(world, await draftStatement(world))
	await voteIn(world, 0, ballot)
	const out = await consulted(swedishInstant('2026-11-26', '23:59'))
	world.clock.now = swedishInstant('2026-11-05', '08:00')
	granted(await remind(world.deps, world.order(world.chair, { statementId: ballot.statementId })))
	const [event] = await allRows(world.server.client, "SELECT payload FROM event WHERE type = 'reminded'")
	expect(JSON.parse(String(event?.payload))).toMatchObject({
		associations: [memberAt(1).associationId, memberAt(2).associationId],
	})
	await outbox.deliver(async () => undefined)
	granted(await remind(world.deps, world.order(world.chair, { statementId: out })))
	const { delegate, associationId } = memberAt(0)
	const said = { statementId: out, associationId, versionId: null, text: 'Säg hur mycket.' }
	granted(await makeComment(world.deps, world.order(delegate, said)))
	expect(await remindedAt('2026-11-05', '08:01')).toEqual(both('anbo', 'shedo'))
})

test('workers that run at once, and one that stops in the middle, remind once', async () => {
	await openedBallot(world, await draftStatement(world))
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-07', '08:00')
	const stopping = {
		...outbox.jobs(),
		db: {
			...world.db,
			write: async (statements: Parameters<typeof world.db.write>[0]) => {
				await world.db.write(statements)
				throw new Error('stopped')
			},
		},
	}
	await expect(runJobs(stopping)).rejects.toThrow('a job failed')
	await Promise.all(Array.from({ length: 6 }, () => runJobs(outbox.jobs())))
	world.clock.now += HOUR
	await runJobs(outbox.jobs())
	expect(await countOf(world.server.client, "FROM event WHERE type = 'reminded'")).toBe(1)
	expect(outbox.mails.map(({ to }) => to)).toHaveLength(6)
	expect(new Set(outbox.mails.map(({ to }) => to)).size).toBe(6)
})

test('after somebody pressed, none goes by itself for a day', async () => {
	const { statementId } = await openedBallot(world, await draftStatement(world))
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-06', '20:00')
	const pressed = granted(await remind(world.deps, world.order(world.chair, { statementId })))
	expect(pressed.value).toEqual({ reminded: 3 })
	expect(await remindedAt('2026-11-06', '20:00')).toEqual(both('anbo', 'attention', 'shedo'))
	expect(await remindedAt('2026-11-07', '08:00')).toEqual([])
	expect(await remindedAt('2026-11-09', '08:00')).toEqual(both('anbo', 'attention', 'shedo'))
})

test('a reminder that could not be sent for a day is given up', async () => {
	await consulted(swedishInstant('2026-11-16', '23:59'))
	const failing = async () => {
		throw new Error('no way out')
	}
	world.clock.now = swedishInstant('2026-11-09', '08:00')
	await runJobs({ ...outbox.jobs(), mail: failing })
	expect(await countOf(world.server.client, "FROM outbox WHERE kind = 'reminder' AND delivered_at IS NULL")).toBe(3)
	expect(await remindedAt('2026-11-10', '08:00')).toEqual([])
	expect(await countOf(world.server.client, "FROM outbox WHERE kind = 'reminder' AND delivered_at IS NULL")).toBe(0)
})
