import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { readFact } from '#schema/facts/read.ts'
import { startTestServer } from './libsql/test-server.ts'
import { migrate, migrationNames } from './migrate.ts'

/** A folder with the migrations there were when bylaws promised no time, and seats did not say when they were given. */
async function earlierMigrations(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-migrations-'))
	onTestFinished(() => rm(folder, { recursive: true }))
	const names = (await migrationNames()).filter((name) => name < '0003')
	for (const name of names) await copyFile(join('migrations', name), join(folder, name))
	return folder
}

const { leastDays: _promised, officersVote: _said, ...bylaws } = PRESETS.standard

test('rows of before get the moment each seat was given, and ballots keep what held for them, as the log read anew says', async () => {
	await using server = await startTestServer()
	const { client } = server
	await migrate(client, await earlierMigrations())
	const fields = { textHash: 'h', closesAt: 2, signoffDueAt: 3 }
	await client.batch(
		[
			{
				sql: `INSERT INTO ballot (id, coalition_id, statement_id, text_hash, track, opens_at, closes_at, signoff_due_at, bylaws)
					VALUES ('b', 'c', 's', 'h', 'full', 1, 2, 3, ?)`,
				args: [JSON.stringify(bylaws)],
			},
			`INSERT INTO act (id, coalition_id, person_id, seat_id, kind, key, payload_hash, result, at)
				VALUES ('act', 'c', 'p', NULL, 'giveSeat', 'k', 'h', '{}', 77)`,
			`INSERT INTO event (coalition_id, stream, seq, act_id, statement_id, type, version, payload)
				VALUES ('c', 'coalition:c', 1, 'act', NULL, 'seatGiven', 1, '{"seatId":"seat"}')`,
			"INSERT INTO seat (id, coalition_id, person_id, role, from_at) VALUES ('seat', 'c', 'p', 'chair', 5)",
		],
		'write',
	)
	await migrate(client)
	const [seat] = (await client.execute('SELECT given_at, from_at FROM seat')).rows
	expect({ ...seat }).toEqual({ given_at: 77, from_at: 5 })
	const [ballot] = (await client.execute('SELECT bylaws, urgent FROM ballot')).rows
	const electorate = [] as const
	const payload = { ballotId: 'b', subject: { kind: 'text' }, track: 'full', bylaws, electorate, ...fields }
	const read = readFact({ type: 'ballotOpened', version: 2, payload })
	const migrated = { bylaws: JSON.parse(String(ballot?.bylaws)), urgent: ballot?.urgent }
	expect(read).toMatchObject({ ok: true, value: { payload: migrated } })
	expect(migrated.bylaws).toMatchObject({ officersVote: true, leastDays: { answer: 0, object: 0, sign: 0 } })
})
