import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { readFact } from '#schema/facts/read.ts'
import { startTestServer } from './libsql/test-server.ts'
import { migrate, migrationNames } from './migrate.ts'

/** A folder with the migrations there were before one. */
async function earlierMigrations(before: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-migrations-'))
	onTestFinished(() => rm(folder, { recursive: true }))
	const names = (await migrationNames()).filter((name) => name < before)
	for (const name of names) await copyFile(join('migrations', name), join(folder, name))
	return folder
}

const { leastDays: _promised, officersVote: _said, ...bylaws } = PRESETS.standard

test('associations of before get the moment each was added, and seats the term they were given for', async () => {
	await using server = await startTestServer()
	const { client } = server
	await migrate(client, await earlierMigrations('0007'))
	await client.batch(
		[
			`INSERT INTO act (id, coalition_id, person_id, seat_id, kind, key, payload_hash, result, at)
				VALUES ('act', 'c', 'p', NULL, 'addAssociation', 'k', 'h', '{}', 77)`,
			`INSERT INTO event (coalition_id, stream, seq, act_id, statement_id, type, version, payload)
				VALUES ('c', 'coalition:c', 1, 'act', NULL, 'associationAdded', 1, '{"association":{"id":"a"}}')`,
			"INSERT INTO association (id, coalition_id, name, area, ordinal) VALUES ('a', 'c', 'A', '', 1)",
			`INSERT INTO seat (id, coalition_id, association_id, person_id, role, from_at, until_at, given_at)
				VALUES ('seat', 'c', 'a', 'p', 'delegate', 5, 90, 5)`,
		],
		'write',
	)
	await migrate(client)
	const [association] = (await client.execute('SELECT joined_at, left_at FROM association')).rows
	expect({ ...association }).toEqual({ joined_at: 77, left_at: null })
	const [seat] = (await client.execute('SELECT until_at, term_until FROM seat')).rows
	expect({ ...seat }).toEqual({ until_at: 90, term_until: 90 })
})

test('rows of before get the moment each seat was given, and ballots keep what held for them, as the log read anew says', async () => {
	await using server = await startTestServer()
	const { client } = server
	// When bylaws promised no time, and seats did not say when they were given.
	await migrate(client, await earlierMigrations('0003'))
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
