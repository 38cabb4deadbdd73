import { afterEach, beforeEach, expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { objecting, openedList, settling } from '#test/support/consensus.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, imported } from '#test/support/exported.ts'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import { snapshot } from '#test/support/snapshot.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { cancelConsensusList } from '#usecases/amendment/consensus-list.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(async () => {
	world = await createCoalitionWorld()
	world.clock.now = swedishInstant('2026-11-02', '19:00')
	await seated(memberAt(1), 'ersattare.anbo')
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const failing = async () => Promise.reject(new Error('no way out'))

const memberAt = (index: number) => world.members[index] as Member

async function seated({ associationId }: Member, name: string) {
	const personId = granted(await createPerson(world.deps, { name, emails: [`${name}@example.org`] }))
	const from = world.clock.now
	const seat = { personId, associationId, role: 'deputy', from, until: null, invite: false } as const
	granted(await giveSeat(world.deps, world.order(world.chair, seat)))
}

/** The jobs run then, and again; the reminders that went meanwhile. */
async function remindersAt(date: string, time: string) {
	world.clock.now = swedishInstant(date, time)
	for (let run = 0; run < 3; run += 1) {
		await runJobs(outbox.jobs())
		world.clock.now += MINUTE
	}
	return outbox.mails.splice(0).filter(({ subject }) => subject.startsWith('Påminnelse: '))
}

/** Who got one. */
async function remindedAt(date: string, time: string): Promise<string[]> {
	const mails = await remindersAt(date, time)
	return mails.map(({ to }) => to.replace('@example.org', '')).sort()
}

async function votes(put: Awaited<ReturnType<typeof amendmentBallot>>, index: number) {
	const { statementId, ballotId } = put
	const [row] = await allRows(world.server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
	const { associationId, delegate } = memberAt(index)
	const said = { choice: 'yes', signs: false, dissent: null, textHash: String(row?.text_hash), method: 'web' } as const
	granted(await castVote(world.deps, world.order(delegate, { statementId, ballotId, associationId, ...said })))
}

test('those that have not voted on an amendment are reminded three times, as of a text, by what it is about', async () => {
	const put = await amendmentBallot(world)
	await votes(put, 0)
	await outbox.deliver(async () => undefined)
	expect(await remindedAt('2026-11-06', '07:50')).toEqual([])
	const [mail, ...others] = await remindersAt('2026-11-06', '08:00')
	expect([mail, ...others].map((each) => each?.to)).toEqual(['anbo@example.org', 'shedo@example.org'])
	expect(mail?.subject).toBe('Påminnelse: Rösta om Y1: Ett svar')
	const [event] = await allRows(world.server.client, "SELECT payload FROM event WHERE type = 'amendmentBallotReminded'")
	expect(JSON.parse(String(event?.payload))).toMatchObject({
		associations: [memberAt(1).associationId, memberAt(2).associationId],
	})
	expect(mail?.text).toMatch(
		/^Påminnelse: AnBo har inte svarat än\. AnBo ska rösta om ett yrkande på ”Ett svar”: ska Y1 från \S+ bifallas\? Rösta senast måndag 9 november 2026 kl\. 19\.00:\nhttp\S+\n\n/,
	)
	expect(await remindedAt('2026-11-07', '08:00')).toEqual(['anbo', 'ersattare.anbo', 'shedo'])
	await votes(put, 1)
	expect(await remindedAt('2026-11-08', '08:00')).toEqual([])
	expect(await remindedAt('2026-11-09', '08:00')).toEqual(['shedo'])
	expect(await remindedAt('2026-11-09', '18:50')).toEqual([])
	expect(await remindedAt('2026-11-10', '08:00')).toEqual([])
})

test('the letter leads to the ballot, and the history tells of it, and not of a time at which all had voted', async () => {
	const put = await amendmentBallot(world)
	const { statementId, ballotId } = put
	await outbox.deliver(async () => undefined)
	const [mail] = await remindersAt('2026-11-06', '08:00')
	const link = String(/http\S+/.exec(mail?.text ?? '')?.[0])
	expect(new URL(link).searchParams.get('to')).toBe(`/${SLUG}/statements/${statementId}/ballots/${ballotId}`)
	for (const index of [0, 1, 2]) await votes(put, index)
	expect(await remindedAt('2026-11-07', '08:00')).toEqual([])
	const browser = await signedIn(testApp(world), world.chair)
	const history = await (await browser.get(`/${SLUG}/statements/${statementId}/history`)).text()
	expect(history.split('Påminnelse till dem som inte hade röstat om ett yrkande: Y1')).toHaveLength(2)
	expect(history).toContain('av sig själv')
})

test('of a list those that have not answered are reminded once, two days before it is settled', async () => {
	const list = await openedList(world)
	await outbox.deliver(async () => undefined)
	granted(await objecting(world, list, memberAt(0), []))
	expect(await remindedAt('2026-11-06', '08:00')).toEqual([])
	const mails = await remindersAt('2026-11-07', '08:00')
	expect(mails.map(({ to }) => to.replace('@example.org', '')).sort()).toEqual(['anbo', 'ersattare.anbo', 'shedo'])
	const [mail] = mails
	expect(mail?.subject).toMatch(/^Påminnelse: Har ni något emot de här yrkandena\?/)
	expect(mail?.text).toContain('Påminnelse: AnBo har inte svarat än. AnBo tillfrågas om 2 yrkanden på ”Ett svar”.')
	expect(mail?.text).toContain('utom de som någon förening invänder mot innan dess. Den som inte svarar säger ja.')
	expect(mail?.text).toContain('Den som inte svarar säger ja.')
	const to = new URL(String(/http\S+/.exec(mail?.text ?? '')?.[0])).searchParams.get('to')
	expect(to).toBe(`/${SLUG}/statements/${list.statementId}/amendments/lists/${list.listId}`)
	expect(await remindedAt('2026-11-08', '08:00')).toEqual([])
	expect(await remindedAt('2026-11-09', '08:00')).toEqual([])
	expect(await countOf(world.server.client, "FROM event WHERE type = 'consensusListReminded'")).toBe(1)
})

test('of what was cancelled or settled nobody is reminded', async () => {
	const first = await openedList(world)
	granted(await cancelConsensusList(world.deps, world.order(world.chair, { ...first, reason: 'Fel.' })))
	const next = await openedList(world, ['Mer.'], first.statementId)
	world.clock.now = next.closesAt
	granted(await settling(world, next))
	expect(await countOf(world.server.client, 'FROM consensus_list WHERE remind_at IS NOT NULL')).toBe(0)
	expect(await remindedAt('2026-11-10', '08:00')).toEqual([])
})

test('whoever answers before the mail is written gets none, nor whoever was seated after it was asked', async () => {
	const put = await amendmentBallot(world)
	const list = await openedList(world, ['Mer.'], put.statementId)
	world.clock.now += MINUTE
	await seated(memberAt(2), 'ny.shedo')
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-07', '08:00')
	await runJobs({ ...outbox.jobs(), mail: failing })
	await votes(put, 0)
	await votes(put, 1)
	granted(await objecting(world, list, memberAt(0), []))
	expect(await remindedAt('2026-11-07', '09:00')).toEqual(['anbo', 'ersattare.anbo', 'shedo', 'shedo'])
})

test('a reminder of views that waits goes though an amendment to the text is put to a ballot meanwhile', async () => {
	const statementId = await draftStatement(world)
	const dueAt = world.clock.now + 7 * DAY
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt })))
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-07', '08:00')
	await runJobs({ ...outbox.jobs(), mail: failing })
	await amendmentBallot(world, statementId)
	expect(await remindedAt('2026-11-07', '09:00')).toEqual(['anbo', 'attention', 'ersattare.anbo', 'shedo'])
})

test('a reminder that could not be sent for a day is given up, and workers that run at once remind once', async () => {
	await amendmentBallot(world)
	await openedList(world)
	await outbox.deliver(async () => undefined)
	world.clock.now = swedishInstant('2026-11-07', '08:00')
	await Promise.all(Array.from({ length: 4 }, () => runJobs({ ...outbox.jobs(), mail: failing })))
	expect(await countOf(world.server.client, "FROM outbox WHERE kind = 'amendmentReminder'")).toBe(6)
	expect(await remindedAt('2026-11-08', '08:30')).toEqual([])
	expect(
		await countOf(world.server.client, "FROM outbox WHERE kind = 'amendmentReminder' AND delivered_at IS NULL"),
	).toBe(0)
})

test('they are rebuilt from the log, and come back in a copy that reminds of the next', async () => {
	await amendmentBallot(world)
	await openedList(world)
	await remindersAt('2026-11-07', '08:00')
	const { client } = world.server
	const made = await snapshot(client)
	await rebuild(client)
	expect(await snapshot(client)).toEqual(made)
	const file = await exported(client, SLUG)
	const copy = await emptyWorld()
	expect(await imported(copy.server.client, file)).toMatchObject({ ok: true })
	expect(await exportedRows(copy.server.client)).toEqual(await exportedRows(client))
	const due = 'SELECT remind_at FROM ballot UNION ALL SELECT remind_at FROM consensus_list'
	expect(await allRows(copy.server.client, due)).toEqual([
		{ remind_at: swedishInstant('2026-11-09', '08:00') },
		{ remind_at: null },
	])
})
