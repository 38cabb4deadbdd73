import { afterEach, beforeEach, expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { readNotifications } from '#read/notifications.ts'
import { allRows } from '#test/support/all-rows.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { openedList } from '#test/support/consensus.ts'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { dueByNow } from '#usecases/deciding/close-due-ballots.ts'
import type { LogLine } from '#usecases/log.ts'
import { dueNotifications, takeNotifications } from '#usecases/outbox.ts'
import { makeCards } from '#usecases/person/cards.ts'
import { bundleOf, writeLetters } from './letters.ts'
import { runJobs } from './run-jobs.ts'

const MINUTE = 60_000
/** Stands where it cannot be read, and is not to be in any log. */
const TYPED = 'Disa Hemlig disa@example.org'

let world: CoalitionWorld
let outbox: IdleJobs
let lines: LogLine[]
beforeEach(async () => {
	world = await createCoalitionWorld()
	world.clock.now = swedishInstant('2026-11-02', '19:00')
	outbox = await idleJobsOn(world)
	lines = []
})
afterEach(() => world[Symbol.asyncDispose]())

const rows = (sql: string, args?: (string | number)[]) => allRows(world.server.client, sql, args)
const jobs = () => ({ ...outbox.jobs(), log: (line: LogLine) => void lines.push(line) })
const breakText = (id: StatementId) => rows('UPDATE statement SET stage = ? WHERE id = ?', [TYPED, id])

/** The failure is told, and in which job, and nothing of what was read. */
function failedIn(...names: readonly string[]) {
	expect(lines).toEqual(names.map((job) => expect.objectContaining({ event: 'jobFailed', job })))
	for (const line of lines)
		expect(line).toMatchObject({ stack: expect.arrayContaining([expect.stringMatching(/at .+\.ts/)]) })
	expect(JSON.stringify(lines)).not.toMatch(/Disa|example\.org/)
	lines = []
}

const texts = async () => [await draftStatement(world), await draftStatement(world)] as const
/** Those that something was done about, in their order. */
const done = async (kind: string) =>
	(await rows('SELECT event.statement_id FROM event JOIN act ON act.id = act_id WHERE kind = ?', [kind])).map(
		({ statement_id }) => statement_id,
	)

test('a text that cannot be read keeps no other from being reminded of, nor its ballot from being closed', async () => {
	const [broken, other] = await texts()
	for (const each of [broken, other]) await openedBallot(world, each)
	await outbox.deliver()
	await breakText(broken)
	world.clock.now = swedishInstant('2026-11-06', '08:00')
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(await done('remindInTime')).toEqual([other])
	failedIn('remind')
	await rows('UPDATE ballot SET bylaws = ? WHERE statement_id = ?', [TYPED, broken])
	world.clock.now += 4 * DAY
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(await rows('SELECT statement_id FROM ballot WHERE outcome IS NOT NULL')).toEqual([{ statement_id: other }])
	failedIn('closeBallots', 'remind')
})

test('a published text that cannot be read, and waits to be found by its words, keeps no ballot from being closed', async () => {
	granted(await publish(world, await decidedStatement(world)))
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	await outbox.deliver()
	await rows('UPDATE publication SET text_bytes = ?', [JSON.stringify({ title: TYPED })])
	world.clock.now += 8 * DAY
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(await rows('SELECT statement_id FROM ballot WHERE outcome IS NULL')).toEqual([])
	failedIn('index')
})

test('nor other amendments from being reminded of, or lists of them from being settled', async () => {
	const [broken, other] = await texts()
	for (const each of [broken, other]) await amendmentBallot(world, each)
	await outbox.deliver()
	await breakText(broken)
	world.clock.now = swedishInstant('2026-11-06', '08:00')
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(await done('remindOfAmendments')).toEqual([other])
	failedIn('remindOfAmendments')
	const [brokenToo, listed] = await texts()
	for (const each of [brokenToo, listed]) await openedList(world, undefined, each)
	await breakText(brokenToo)
	world.clock.now += 8 * DAY
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(new Set(await done('settleConsensusList'))).toEqual(new Set([listed]))
})

test('however many stand before it that fail every time, one comes to its turn', async () => {
	const [broken, last] = await texts()
	for (const each of [broken, last]) await openedBallot(world, each)
	await outbox.deliver()
	const BEFORE = 60
	const columns = (await rows("SELECT name FROM pragma_table_info('statement') WHERE name <> 'id'")).map(
		({ name }) => name,
	)
	for (let copy = 1; copy < BEFORE; copy += 1)
		await rows(`INSERT INTO statement (id, ${columns}) SELECT ?, ${columns} FROM statement WHERE id = ?`, [
			`copy-${copy}`,
			broken,
		])
	const first = swedishInstant('2026-11-06', '08:00')
	await rows('UPDATE statement SET stage = ?, remind_at = ? WHERE id <> ?', [TYPED, first, last])
	await rows('UPDATE statement SET remind_at = ? WHERE id = ?', [first + MINUTE, last])
	world.clock.now = first + MINUTE
	for (let minute = 0; minute < BEFORE - 3; minute += 1) {
		const { reminders } = await dueByNow(world.deps)
		expect(reminders).toHaveLength(5)
		if (reminders.some(({ statementId }) => statementId === last))
			await expect(runJobs(jobs())).rejects.toThrow('a job failed')
		world.clock.now += MINUTE
	}
	expect(await done('remindInTime')).toEqual([last])
})

test('a letter that cannot be read or written keeps no other back, and waits', async () => {
	const [broken, other] = await texts()
	for (const each of [broken, other]) await openedBallot(world, each)
	await rows('UPDATE statement SET track = ? WHERE id = ?', [TYPED, broken])
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	expect(outbox.mails.map(({ to }) => to).sort()).toEqual(
		world.members.map(({ name }) => `${name.toLowerCase()}@example.org`).sort(),
	)
	failedIn('deliver', 'deliver', 'deliver')
	const left = () =>
		rows('SELECT statement_id, attempts FROM outbox WHERE delivered_at IS NULL AND statement_id IS NOT NULL')
	expect(await left()).toEqual(world.members.map(() => ({ statement_id: broken, attempts: 1 })))
	await rows("UPDATE statement SET track = 'full' WHERE id = ?", [broken])
	world.clock.now += 5 * MINUTE
	expect((await runJobs(jobs())).sent).toBe(3)
})

/** The letters that wait, as they are written. */
async function addressed() {
	const taken = await takeNotifications(world.deps, await dueNotifications(world.deps, 50))
	const notifications = await readNotifications(world.db, taken, world.clock.now)
	return taken.flatMap((row, index) => bundleOf(row, notifications[index] ?? null).letters)
}

test.each([
	['whose subject is of no kind', null],
	['of which nobody can tell when it is over', { kind: 'members' }],
	['of which nothing is known', { kind: 'published' }],
])('a letter %s keeps no other from being written, and is named by its row', async (_which, subject) => {
	await openedBallot(world, await draftStatement(world))
	const letters = await addressed()
	const nonsense = { notification: { subject }, recipient: {}, row: { id: 7 }, key: {} } as never
	const { written, unwritten } = await writeLetters(outbox.jobs(), [nonsense, ...letters])
	expect(written.map(({ mail }) => mail.to)).toEqual(letters.map(({ recipient }) => recipient.email))
	expect(new Set(written.map(({ mail }) => /https:\S+/.exec(mail.text)?.[0])).size).toBe(3)
	expect(unwritten).toEqual([{ row: { id: 7 }, error: expect.any(Error) }])
})

test('a card that cannot be noted as told keeps nobody else from being told of theirs', async () => {
	const { deps, clock, chair } = world
	const persons = world.members.map(({ delegate }) => delegate)
	await makeCards(deps, persons, { by: chair, guards: [{ sql: '1', args: [] }], now: clock.now, tellAt: clock.now })
	let writes = 0
	const stopping = {
		...world.db,
		write: async (statements: Parameters<typeof world.db.write>[0]) => {
			// The first takes them, and the second would note the first of them.
			writes += 1
			if (writes === 2) throw new Error(TYPED)
			return world.db.write(statements)
		},
	}
	await expect(runJobs({ ...jobs(), db: stopping })).rejects.toThrow('a job failed')
	expect(outbox.mails).toHaveLength(3)
	failedIn('tell')
	expect(await rows('SELECT handle FROM card WHERE tell_at IS NOT NULL')).toHaveLength(1)
})
