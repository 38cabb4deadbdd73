import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { migrate } from '#local/migrate.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { busyCoalition, emptyModel, type Model, type People } from '#test/support/busy-coalition.ts'
import { DEATHS, databaseFile, inProcess, type KillableServer, killableServer } from '#test/support/killable-server.ts'
import { granted } from '#test/support/result.ts'
import { snapshot } from '#test/support/snapshot.ts'
import type { Deps } from '#usecases/perform.ts'
import { createPerson } from '#usecases/person/people.ts'

const KILLS = 12
const LOST_REPLIES = 0.3
const HOUSES = { ett: 'standard', tva: 'standard', hemlig: 'secret' } as const

const now = () => swedishInstant('2022-10-03', '09:00')
const depsOn = (client: Client): Deps => ({ db: database(client), now, newId: idsBy(now), newSalt })

async function preparePeople(client: Client): Promise<People> {
	await migrate(client)
	const person = async (name: string, operator = false) =>
		granted(await createPerson(depsOn(client), { name, emails: [], operator }))
	return {
		operator: await person('Olle Operatör', true),
		chair: await person('Ove Ordförande'),
		delegates: [await person('Disa Ett'), await person('Disa Två'), await person('Disa Tre')],
	}
}

/** Kills the server and starts it again, over and over; the last life is not ended here. */
async function killAndStart({ start, kill, died }: KillableServer): Promise<void> {
	for (let kills = 0; kills < KILLS; kills += 1) {
		const death = DEATHS[kills % DEATHS.length]
		await start(death)
		// Those that die by themselves at a commit are waited for, though not for ever.
		await Promise.race([died(), sleep(death === 'anyMoment' ? 50 + Math.random() * 350 : 5_000)])
		await kill()
	}
	await start()
}

/** Statements are taken from their first word to their number, six at a time, while the server is killed. */
async function workWhileKilled(server: KillableServer, people: People): Promise<Model> {
	const model = emptyModel()
	const deps = depsOn(server.client)
	let killing = true
	const killed = killAndStart(server).finally(() => {
		killing = false
	})
	const read = (sql: string, args: string[]) => allRows(server.client, sql, args)
	const working = Object.entries(HOUSES).map(async ([slug, preset]) => {
		const { story } = await busyCoalition(deps, read, model, people, slug, preset)
		const worker = async () => {
			do await story()
			while (killing)
		}
		await Promise.all([worker(), worker()])
	})
	await Promise.all([killed, ...working])
	return model
}

/** What two columns hold, called `key` and `value`. */
async function pairs(client: Client, sql: string): Promise<Record<string, unknown>> {
	return Object.fromEntries((await allRows(client, sql)).map(({ key, value }) => [String(key), value]))
}

async function everyActOnce(client: Client, { acknowledged }: Model) {
	const acts = await allRows(client, 'SELECT key, result FROM act')
	// Closing is two acts; a form's key has what it was sent with behind it.
	const closing = ({ key }: { readonly key?: unknown }) => String(key).startsWith('closeBallot-')
	const plain = (key: unknown) => String(key).replace(/:[0-9a-f]{16}$|\/count$/, '')
	const told = (kept: boolean) => acknowledged.filter((act) => closing(act) === kept)
	const done = acts.filter((act) => !closing(act)).map(({ key, result }) => `${plain(key)} ${result}`)
	expect(done.sort()).toEqual(
		told(false)
			.map(({ key, result }) => `${key} ${result}`)
			.sort(),
	)
	const closers = new Set(told(true).map(({ key }) => key))
	expect(acts.filter((act) => closing(act) && !closers.has(plain(act.key)))).toEqual([])
	expect(await allRows(client, 'SELECT id FROM act WHERE id NOT IN (SELECT act_id FROM event)')).toEqual([])
}

async function tablesAsAcknowledged(client: Client, model: Model) {
	const vote = "SELECT statement_id || ' ' || association_id AS key"
	expect(
		await pairs(client, `${vote}, choice || ' ' || signs AS value FROM vote JOIN ballot ON ballot.id = ballot_id`),
	).toEqual(Object.fromEntries(model.votes))
	expect(await pairs(client, `${vote}, stance AS value FROM stance`)).toEqual(Object.fromEntries(model.stances))
	expect(await pairs(client, `${vote}, answer AS value FROM signoff`)).toEqual(Object.fromEntries(model.signoffs))
	expect(await pairs(client, 'SELECT statement_id AS key, label AS value FROM publication')).toEqual(
		Object.fromEntries(model.published),
	)
	const texts = `SELECT block.id AS key, json_extract(content, '$.text') AS value
		FROM block JOIN block_version ON block_version.id = version_id`
	expect(await pairs(client, texts)).toMatchObject(Object.fromEntries(model.texts))
	expect(new Set((await allRows(client, 'SELECT id FROM seat')).map(({ id }) => id))).toEqual(model.seats)
}

async function everyVoteCountedOnce(client: Client, model: Model) {
	const ballots = await allRows(client, 'SELECT id, statement_id, outcome FROM ballot')
	for (const { id, statement_id, outcome } of ballots) {
		const own = [...model.votes].filter(([key]) => key.startsWith(`${statement_id} `))
		const open = own.map(([, value]) => value.split(' ')[0])
		const cast = model.papers.get(statement_id as StatementId) ?? open
		const tally = CHOICES.map((choice) => [choice, cast.filter((candidate) => candidate === choice).length])
		expect(JSON.parse(String(outcome))).toMatchObject({ ...Object.fromEntries(tally), silent: 0 })
		const papers = await allRows(client, 'SELECT rtrim(choice) AS choice FROM paper WHERE ballot_id = ?', [String(id)])
		expect(papers.map(({ choice }) => choice).sort()).toEqual(
			[...(model.papers.get(statement_id as StatementId) ?? [])].sort(),
		)
	}
	const cast = model.acknowledged.filter(({ key }) => /^cast(Vote|Paper)-/.test(key)).length
	expect(await countOf(client, "FROM event WHERE type IN ('voteCast', 'paperCast')")).toBe(cast)
	expect(await countOf(client, "FROM event WHERE type = 'ballotDecided'")).toBe(ballots.length)
}

async function storedSoundly(client: Client) {
	expect(await allRows(client, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
	const gaps = 'SELECT stream FROM event GROUP BY stream HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*)'
	expect(await allRows(client, gaps)).toEqual([])
	const series = `SELECT coalition_id FROM publication GROUP BY coalition_id
		HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(DISTINCT number)`
	expect(await allRows(client, series)).toEqual([])
	const told = `SELECT kind FROM outbox GROUP BY act_id, kind, seat_id, association_id HAVING COUNT(*) > 1`
	expect(await allRows(client, told)).toEqual([])
	const hash = (text: unknown) => createHash('sha256').update(String(text), 'utf8').digest('hex')
	for (const row of await allRows(client, 'SELECT * FROM publication')) {
		expect([row.text_hash, row.record_hash]).toEqual([hash(row.sealed_text), hash(row.record_bytes)])
	}
}

test('through twelve kills and a third of replies lost, what was acknowledged is kept, and nothing is done twice', async () => {
	await using place = await databaseFile()
	const people = await inProcess(place.file, preparePeople)
	const model = await (async () => {
		await using server = await killableServer(place.file, LOST_REPLIES)
		// Awaited here, or the server would be gone before the work is done.
		return await workWhileKilled(server, people)
	})()
	expect(model.acknowledged.filter(({ replayed }) => replayed).length).toBeGreaterThan(10)
	expect(model.published.size).toBeGreaterThan(0)
	expect(model.papers.size).toBeGreaterThan(0)
	await inProcess(place.file, async (client) => {
		await storedSoundly(client)
		await everyActOnce(client, model)
		await tablesAsAcknowledged(client, model)
		await everyVoteCountedOnce(client, model)
		const before = await snapshot(client)
		await rebuild(client)
		expect(await snapshot(client)).toEqual(before)
	})
}, 180_000)
