import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECTED } from '#db/project.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { accessWorld } from '#test/support/access-world.ts'
import { allRows } from '#test/support/all-rows.ts'
import { EXPORTED, entriesOf, exported, ownFolder } from '#test/support/exported.ts'
import { secretBallot } from '#test/support/secret-ballot.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { addAssociation, createCoalition, giveSeat } from '#usecases/members/manage-coalition.ts'
import { issueCard } from '#usecases/person/cards.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { createToken } from '#usecases/person/tokens.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { exportCoalition } from './export-coalition.ts'

/** The tables that an export leaves alone, with why. */
const LEFT: Readonly<Record<string, string>> = {
	session: 'lets somebody in',
	sign_in: 'lets somebody in',
	known_browser: 'is of this installation, and what limits strangers here',
	card: 'lets somebody in: cards are printed anew',
	card_code: 'lets somebody in',
	token: 'lets somebody in: tokens are made anew',
	address_change: 'lets somebody in, when it was confirmed',
	directory_mail: 'is still to be sent from here',
	rate_limit: 'counts attempts at getting into this installation',
	delivery: 'keeps an attempt at delivery from being repeated, and nothing is delivered from an import',
	migration: 'is about the database itself',
	search_index: 'is made from what is published, where it is searched',
	search_entry: 'says what is in it',
	search_waiting: 'says what is still to come into it',
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

test('every table is made from events, exported, or left for a reason', async () => {
	await using world = await createCoalitionWorld([])
	const tables = await allRows(
		world.server.client,
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
	)
	const known = [...PROJECTED, ...EXPORTED, ...Object.keys(LEFT)]
	expect(tables.map(({ name }) => String(name)).sort()).toEqual(known.sort())
})

test('the same coalition gives the same bytes, and another act other bytes', async () => {
	await using world = await createCoalitionWorld()
	const { client } = world.server
	const first = await readFile(await exported(client, SLUG))
	expect((await readFile(await exported(client, SLUG))).equals(first)).toBe(true)
	granted(await addAssociation(world.deps, world.order(world.chair, { name: 'Ny', area: '' })))
	expect((await readFile(await exported(client, SLUG))).equals(first)).toBe(false)
})

/** Every id, hash and address in some rows. */
const marks = (rows: Record<string, unknown>[]) =>
	rows.flatMap((row) => Object.values(row)).flatMap((value) => String(value).match(/[\w.-]{16,}|[\w.]+@[\w.]+/g) ?? [])

test('nothing of another coalition is in it, though they share people and rooms in every table', async () => {
	const { world } = await accessWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	const { deps, order, operator, server } = world
	const [chair] = await allRows(
		server.client,
		`SELECT person_id FROM seat JOIN slug USING (coalition_id) WHERE slug = '${DEMO_SLUG}' AND role = 'chair'`,
	)
	const shared = String(chair?.person_id) as typeof operator
	const settings = {
		name: 'Hemliga Gruppen',
		seriesPrefix: 'HEM',
		preset: 'standard',
		language: 'sv',
		listed: false,
	} as const
	const found = { settings, demo: false, chair: shared }
	granted(await createCoalition(deps, order(operator, found, undefined, 'hemliga'), []))
	const member = { name: 'Föreningen Tyst', area: 'Tystnad' }
	granted(await addAssociation(deps, order(shared, member, undefined, 'hemliga')))
	const silent = granted(await createPerson(deps, { name: 'Tyra Tyst', emails: ['tyra@example.org'] }))
	const seat = { personId: silent, associationId: null, role: 'secretary', from: 0, until: null, invite: true } as const
	granted(await giveSeat(deps, order(shared, seat, undefined, 'hemliga')))

	const text = JSON.stringify(await entriesOf(await exported(server.client, DEMO_SLUG)))
	const [own, foreign] = await Promise.all(
		[DEMO_SLUG, 'hemliga'].map(async (slug) => {
			const id = `(SELECT coalition_id FROM slug WHERE slug = '${slug}')`
			const tables = ['coalition', 'act', 'event', 'association', 'seat', 'slug', 'outbox']
			const rows = await Promise.all(
				tables.map((table) =>
					allRows(
						server.client,
						`SELECT * FROM ${table} WHERE ${table === 'coalition' ? 'id' : 'coalition_id'} = ${id}`,
					),
				),
			)
			return marks(rows.flat())
		}),
	)
	const only = foreign?.filter((mark) => !own?.includes(mark)) ?? []
	expect(only.length).toBeGreaterThan(15)
	const words = ['Hemliga Gruppen', 'HEM', 'Föreningen Tyst', 'Tystnad', 'Tyra', 'tyra@example.org', silent]
	for (const mark of [...only, ...words]) expect(text).not.toContain(mark)
	expect(text).toContain(shared)
})

test('nothing that lets anybody in is in it, and nobody is operator by it', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const { deps, chair, members, server, order } = world
	const person = { by: 'person', id: chair } as const
	const { secret } = granted(await createToken(deps, person, { name: 't', scopes: ['read'], days: 9, coalition: SLUG }))
	const [link = ''] = await createLinks(deps, [chair])
	const [member] = members
	await server.client.execute("DELETE FROM address WHERE email = 'attention@example.org'")
	const card = granted(await issueCard(deps, order(chair, { seatId: member?.delegateSeat ?? ('' as never) })))
	const entries = await entriesOf(await exported(server.client, SLUG))
	const text = JSON.stringify(entries)
	const rows = await Promise.all(
		['session', 'sign_in', 'card', 'card_code', 'token'].map((table) =>
			allRows(server.client, `SELECT * FROM ${table}`),
		),
	)
	const hashes = marks(rows.flat()).filter((mark) => /^(?:\w+\.)?[0-9a-f]{64}$/.test(mark))
	expect(hashes.length).toBeGreaterThan(11)
	for (const secretly of [secret, link, card.handle, ...card.codes, ...hashes]) expect(text).not.toContain(secretly)
	expect(entries['persons.ndjson']).not.toContain('operator')
})

test('of those who only did something the name is in it, and of the erased nothing', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const { deps, server, operator, members } = world
	await server.client.execute({
		sql: "INSERT INTO address (person_id, email, created_at) VALUES (?, 'drift@example.org', 0)",
		args: [operator],
	})
	const [member] = members
	await erasePerson(deps, member?.delegate ?? operator)
	const entries = await entriesOf(await exported(server.client, SLUG))
	const persons = (entries['persons.ndjson'] ?? '')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line))
	expect(persons.find(({ id }) => id === operator)).toMatchObject({ name: 'Olle Operatör', emails: [] })
	expect(persons.find(({ name }) => name === 'Ove Ordförande')?.emails).toEqual([
		{ email: 'ove@example.org', createdAt: expect.any(Number) },
	])
	expect(persons.find(({ id }) => id === member?.delegate)).toMatchObject({ name: '', erasedAt: expect.any(Number) })
	expect(JSON.stringify(entries)).not.toMatch(/Disa|attention@example\.org|drift@example\.org/)
})

test('papers are sorted by their random keys, and nothing is beside them', async () => {
	await using world = await createCoalitionWorld(
		['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => `${name}bo`),
		'secret',
	)
	await secretBallot(world, 'open')
	const file = join(await ownFolder(), 'x.tar')
	const done = await exportCoalition(world.server.client, { slug: SLUG, file, filesPath: undefined })
	expect(done).toMatchObject({ value: { openSecretBallots: 1, counts: { papers: 7, files: null } } })
	const entries = await entriesOf(file)
	const lines = (entries['papers.ndjson'] ?? '').trim().split('\n')
	expect(lines).toEqual([...lines].sort())
	for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(['key', 'ballot', 'choice'])
	const { 'papers.ndjson': papers = '', ...others } = entries
	for (const { key } of lines.map((line) => JSON.parse(line))) expect(JSON.stringify(others)).not.toContain(key)
	expect(JSON.stringify(others)).not.toMatch(/"choice\\*":/)
	expect(papers).toContain('abstain')
})

test('its files are in it, and one that is not what its name says stops it', async () => {
	await using world = await createCoalitionWorld([])
	const { client } = world.server
	const [row] = await allRows(client, 'SELECT id FROM coalition')
	const filesPath = await ownFolder()
	const own = join(filesPath, String(row?.id))
	await mkdir(own)
	await mkdir(join(filesPath, 'another'))
	await writeFile(join(filesPath, 'another', hash('annans')), 'annans')
	await writeFile(join(own, hash('missiv')), 'missiv')
	await writeFile(join(own, `${hash('halv')}.1.part`), 'ha')
	const entries = await entriesOf(await exported(client, SLUG, filesPath))
	expect(Object.keys(entries).filter((name) => name.startsWith('files/'))).toEqual([`files/${hash('missiv')}`])
	expect(entries[`files/${hash('missiv')}`]).toBe('missiv')
	await writeFile(join(own, hash('rest')), 'resu')
	const file = join(await ownFolder(), 'x.tar')
	const stopped = await exportCoalition(client, { slug: SLUG, file, filesPath })
	expect(stopped).toEqual({ ok: false, reason: expect.stringContaining(`${hash('rest')} is damaged`) })
	await expect(readFile(file)).rejects.toThrow('ENOENT')
})

test('a coalition that is not there is refused', async () => {
	await using world = await createCoalitionWorld([])
	const file = join(await ownFolder(), 'x.tar')
	const refused = await exportCoalition(world.server.client, { slug: 'none', file, filesPath: undefined })
	expect(refused).toEqual({ ok: false, reason: 'There is no coalition at /none.' })
})
