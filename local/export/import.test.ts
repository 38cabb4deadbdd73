import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { rebuild } from '#local/rebuild.ts'
import { accessWorld } from '#test/support/access-world.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { busyWorld, emptyWorld, hash } from '#test/support/export-worlds.ts'
import { exported, exportedRows, imported, ownFolder } from '#test/support/exported.ts'
import { secretBallot } from '#test/support/secret-ballot.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { addAssociation } from '#usecases/members/manage-coalition.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { referBack } from '#usecases/statement/move-statement.ts'

test('every row comes along, the tables are as a rebuild makes them, and an export gives the same bytes again', async () => {
	const { world } = await accessWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	await world.server.client.execute('DELETE FROM session')
	const other = await emptyWorld()
	// Two coalitions in the one and in the other, so that the parts of the log lie between each other.
	const files = await Promise.all(['annan-samverkan', DEMO_SLUG].map((slug) => exported(world.server.client, slug)))
	for (const file of files) expect(await imported(other.server.client, file)).toMatchObject({ ok: true })
	const rows = await exportedRows(other.server.client)
	const before = await exportedRows(world.server.client)
	const moved = (table: string) => before[table]?.filter((row) => table !== 'person' || rows.person?.includes(row))
	// Those with neither seat nor act stay behind, and so do addresses of the operator.
	expect(before.person?.length).toBe((rows.person?.length ?? 0) + 1)
	for (const table of Object.keys(before)) {
		const wanted = table === 'address' ? before[table]?.filter((row) => !row.includes('stina@')) : moved(table)
		expect(rows[table], table).toEqual(wanted)
	}
	const made = await snapshot(other.server.client)
	await rebuild(other.server.client)
	expect(await snapshot(other.server.client)).toEqual(made)
	const again = await readFile(await exported(other.server.client, DEMO_SLUG))
	expect(again.equals(await readFile(files[1] ?? ''))).toBe(true)
}, 60_000)

test('a secret ballot comes along with its papers, and goes on there', async () => {
	const world = await busyWorld()
	const other = await emptyWorld()
	const file = await exported(world.server.client, SLUG)
	expect(await imported(other.server.client, file)).toMatchObject({ ok: true, value: { counts: { papers: 3 } } })
	expect(await exportedRows(other.server.client)).toEqual(await exportedRows(world.server.client))
	const there = { ...world, server: other.server, db: other.db, deps: other.deps }
	granted(await addAssociation(there.deps, there.order(there.chair, { name: 'Ny', area: '' })))
	expect(await countOf(other.server.client, "FROM association WHERE name = 'Ny'")).toBe(1)
})

test('papers of a ballot that lost its effect, in an export of before they were destroyed at once, are left out', async () => {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	onTestFinished(() => world[Symbol.asyncDispose]())
	await secretBallot(world, 'open')
	const { client } = world.server
	const papers = await allRows(client, 'SELECT * FROM paper')
	const [open] = await allRows(client, 'SELECT statement_id FROM ballot')
	const back = { statementId: String(open?.statement_id) as StatementId, reason: 'Skriv om.' }
	granted(await referBack(world.deps, world.order(world.chair, back)))
	expect(await allRows(client, 'SELECT * FROM paper')).toEqual([])
	for (const { key, ballot_id, choice } of papers) {
		const args = [String(key), String(ballot_id), String(choice)]
		await client.execute({ sql: 'INSERT INTO paper (key, ballot_id, choice) VALUES (?, ?, ?)', args })
	}
	const other = await emptyWorld()
	expect(await imported(other.server.client, await exported(client, SLUG))).toMatchObject({ ok: true })
	expect(await countOf(other.server.client, 'FROM ballot WHERE voided_at IS NOT NULL')).toBe(1)
	expect(await countOf(other.server.client, 'FROM paper')).toBe(0)
})

test('a published statement keeps its hashes, and the series goes on', async () => {
	await using world = await createCoalitionWorld()
	granted(await publish(world, await decidedStatement(world)))
	const other = await emptyWorld()
	expect(await imported(other.server.client, await exported(world.server.client, SLUG))).toMatchObject({ ok: true })
	const published = 'SELECT label, text_hash, record_hash FROM publication ORDER BY number'
	const before = await allRows(world.server.client, published)
	expect(await allRows(other.server.client, published)).toEqual(before)
	const there = { ...world, server: other.server, db: other.db, deps: other.deps }
	granted(await publish(there, await decidedStatement(there)))
	expect(await allRows(other.server.client, published)).toMatchObject([...before, { label: 'NSPH-SL 2022:2' }])
})

test('a coalition that is there already is left as it is', async () => {
	const world = await busyWorld()
	const file = await exported(world.server.client, SLUG)
	const before = await dump(world.server.client)
	for (const slug of [undefined, 'annan']) {
		expect(await imported(world.server.client, file, slug)).toEqual({
			ok: false,
			reason: `This coalition is here already, at /${SLUG}. Nothing was changed.`,
		})
	}
	expect(await dump(world.server.client)).toEqual(before)
})

test('where its address is taken it is refused, and with another it comes in; its earlier ones lead to it', async () => {
	const world = await busyWorld()
	await world.server.client.execute({
		sql: "INSERT INTO slug (slug, coalition_id, current, created_at) SELECT 'gammal', coalition_id, 0, 7 FROM slug",
	})
	const file = await exported(world.server.client, SLUG)
	const other = await createCoalitionWorld(['Fontänhuset'])
	onTestFinished(() => other[Symbol.asyncDispose]())
	const { client } = other.server
	const before = await dump(client)
	expect(await imported(client, file)).toEqual({
		ok: false,
		reason: expect.stringContaining(`/${SLUG} is taken here.`),
	})
	for (const [slug, why] of [
		[SLUG, 'is taken'],
		['me', 'is taken'],
		['Å', 'cannot be an address'],
	] as const) {
		expect(await imported(client, file, slug)).toEqual({
			ok: false,
			reason: `/${slug} ${why}. Choose another with --slug.`,
		})
	}
	expect(await dump(client)).toEqual(before)
	const there = await snapshot(client)
	expect(await imported(client, file, 'ny')).toMatchObject({ ok: true, value: { current: 'ny', lost: [SLUG] } })
	expect(await allRows(client, 'SELECT slug, current FROM slug ORDER BY slug')).toEqual([
		{ slug: 'gammal', current: 0 },
		{ slug: SLUG, current: 1 },
		{ slug: 'ny', current: 1 },
	])
	for (const [table, rows] of Object.entries(there))
		for (const row of rows) expect((await snapshot(client))[table]).toContain(row)
})

test('whoever is known there keeps name, addresses and rights, and the erased stay erased', async () => {
	const world = await busyWorld()
	const other = await emptyWorld()
	const { client } = other.server
	const [first, second] = world.members
	const person = 'INSERT INTO person (id, name, operator, created_at, erased_at) VALUES (?, ?, ?, 0, ?)'
	await client.execute({ sql: person, args: [world.chair, 'Ove Olsson', 1, null] })
	await client.execute({ sql: person, args: [first?.delegate ?? '', '', 0, 5] })
	await client.execute({ sql: person, args: [second?.delegate ?? '', 'Disa Kvar', 0, null] })
	await erasePerson(world.deps, second?.delegate ?? world.chair)
	const done = await imported(client, await exported(world.server.client, SLUG))
	expect(done).toMatchObject({ ok: true, value: { known: 3, erasedThere: 1 } })
	expect(
		await allRows(client, 'SELECT name, operator, erased_at FROM person WHERE created_at = 0 ORDER BY name'),
	).toEqual([
		{ name: '', operator: 0, erased_at: 5 },
		{ name: 'Disa Kvar', operator: 0, erased_at: null },
		{ name: 'Ove Olsson', operator: 1, erased_at: null },
	])
	// An address would let whoever wrote the file sign in as them.
	expect(await allRows(client, 'SELECT email FROM address')).toEqual([{ email: 'shedo@example.org' }])
	expect(await countOf(client, 'FROM person WHERE operator = 1')).toBe(1)
})

test('a key that its person used in both is told apart', async () => {
	const world = await busyWorld()
	const file = await exported(world.server.client, SLUG)
	const [act] = await allRows(world.server.client, "SELECT id, key FROM act WHERE kind = 'addAssociation'")
	const other = await createCoalitionWorld(['Fontänhuset'])
	onTestFinished(() => other[Symbol.asyncDispose]())
	await other.server.client.execute({
		sql: "UPDATE act SET person_id = ?, key = ? WHERE kind = 'addAssociation'",
		args: [world.chair, String(act?.key)],
	})
	expect(await imported(other.server.client, file, 'ny')).toMatchObject({ ok: true })
	const keys = await allRows(other.server.client, "SELECT key FROM act WHERE kind = 'addAssociation' ORDER BY key")
	expect(keys).toContainEqual({ key: act?.key })
	expect(keys).toContainEqual({ key: `${act?.key} ${act?.id}` })
})

test('files come along whole, and one that is there already is left', async () => {
	const world = await busyWorld()
	const [row] = await allRows(world.server.client, 'SELECT id FROM coalition')
	const [from, to] = [await ownFolder(), await ownFolder()]
	await mkdir(join(from, String(row?.id)))
	const contents = ['missiv', 'x'.repeat(300_000), '']
	for (const text of contents) await writeFile(join(from, String(row?.id), hash(text)), text)
	const file = await exported(world.server.client, SLUG, from)
	const other = await emptyWorld()
	expect(await imported(other.server.client, file, undefined, to)).toMatchObject({ value: { counts: { files: 3 } } })
	expect((await readdir(join(to, String(row?.id)))).sort()).toEqual(contents.map(hash).sort())
	for (const text of contents) expect(await readFile(join(to, String(row?.id), hash(text)), 'utf8')).toBe(text)
	const third = await emptyWorld()
	expect(await imported(third.server.client, file, undefined, to)).toMatchObject({ ok: true })
})

test('nobody is mailed about what was to be told where it came from', async () => {
	const world = await busyWorld()
	expect(await countOf(world.server.client, 'FROM outbox WHERE delivered_at IS NULL')).toBeGreaterThan(0)
	const other = await emptyWorld()
	expect(await imported(other.server.client, await exported(world.server.client, SLUG))).toMatchObject({ ok: true })
	const farAhead = world.clock.now + 1_000 * 365 * 24 * 60 * 60 * 1000
	expect(await countOf(other.server.client, 'FROM outbox WHERE delivered_at IS NULL AND next_at < ?', [farAhead])).toBe(
		0,
	)
})
