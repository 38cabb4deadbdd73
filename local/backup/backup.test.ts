import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECTED } from '#db/project.ts'
import { textPart, writeArchive } from '#local/archive/write.ts'
import { bringUpToDate } from '#local/bring-up-to-date.ts'
import { type DataDirectory, dataDirectoryAt } from '#local/data-directory.ts'
import { migrate, migrationNames } from '#local/migrate.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { entriesOf, ownFolder } from '#test/support/exported.ts'
import { inProcess } from '#test/support/killable-server.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, SLUG } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { addAssociation } from '#usecases/members/manage-coalition.ts'
import { issueCard } from '#usecases/person/cards.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { createToken } from '#usecases/person/tokens.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

const quietly = { now: Date.UTC(2026, 10, 22, 7, 5, 9), say: () => {} }
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

type Place = { readonly world: CoalitionWorld; readonly data: DataDirectory; readonly folder: string }

/** A coalition on data that has files, with a session, a link, a card and a token. */
async function place(): Promise<Place> {
	const world = await createCoalitionWorld(['Attention', 'AnBo'], undefined, 'never')
	onTestFinished(() => world[Symbol.asyncDispose]())
	const { deps, chair, members, order, server } = world
	await server.client.execute({
		sql: 'INSERT INTO session (hash, person_id, created_at, authenticated_at, expires_at) VALUES (?, ?, 0, 0, ?)',
		args: [await sha256('session'), chair, world.clock.now + DAY],
	})
	await server.client.execute({
		sql: 'INSERT INTO known_browser VALUES (?, ?, ?, NULL)',
		args: ['browser', chair, DAY],
	})
	await createLinks(deps, [chair])
	const person = { by: 'person', id: chair } as const
	granted(await createToken(deps, person, { name: 't', scopes: ['read'], days: 9, coalition: SLUG }))
	await server.client.execute("DELETE FROM address WHERE email = 'attention@example.org'")
	granted(await issueCard(deps, order(chair, { seatId: members[0]?.delegateSeat ?? ('' as never) })))
	const folder = await ownFolder()
	const data = { ...dataDirectoryAt(join(folder, 'data')), databaseFile: server.file }
	await mkdir(join(data.filesPath, 'coalition-1'), { recursive: true })
	for (const text of ['missiv', 'betänkande']) await writeFile(join(data.filesPath, 'coalition-1', hash(text)), text)
	return { world, data, folder }
}

async function backedUp({ data, folder }: Place): Promise<string> {
	const file = join(folder, 'backup.tar')
	expect(await backUp(data, file, quietly)).toMatchObject({ ok: true, value: { file, files: 2 } })
	return file
}

test('all is there again, but for what let a browser or a program in', async () => {
	const at = await place()
	await bringUpToDate(at.world.server.client)
	const file = await backedUp(at)
	const directory = join(at.folder, 'restored')
	expect(await restore(file, directory, at.world.clock.now)).toEqual({
		ok: true,
		value: { files: 2, migrated: 0, tokens: 1, cards: 1, waiting: 2 },
	})
	const { databaseFile, filesPath } = dataDirectoryAt(directory)
	const before = await dump(at.world.server.client)
	await inProcess(databaseFile, async (client) => {
		const after = await dump(client)
		const { session, sign_in, known_browser, rate_limit, token, ...rest } = after
		expect([session, sign_in, known_browser, rate_limit]).toEqual([[], [], [], []])
		expect(token).toEqual(
			before.token?.map((row) => row.replace('"revoked_at":null', `"revoked_at":${at.world.clock.now}`)),
		)
		expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((name) => [name, before[name]])))
		expect(Object.keys(after)).toEqual(expect.arrayContaining([...PROJECTED, 'card_code', 'outbox', 'paper']))
		expect(await allRows(client, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
		const made = await snapshot(client)
		await rebuild(client)
		expect(await snapshot(client)).toEqual(made)
	})
	for (const text of ['missiv', 'betänkande']) {
		expect(await readFile(join(filesPath, 'coalition-1', hash(text)), 'utf8')).toBe(text)
	}
	expect((await readdir(at.folder)).sort()).toEqual(['backup.tar', 'data', 'restored'])
})

test('no byte of a session or a sign-in rests in it', async () => {
	const at = await place()
	await backedUp(at)
	const bytes = (await readFile(join(at.folder, 'backup.tar'))).toString('latin1')
	const links = await allRows(at.world.server.client, 'SELECT link_hash FROM sign_in')
	for (const { link_hash } of links) expect(bytes).not.toContain(link_hash)
	expect(links).toHaveLength(1)
	expect(bytes).not.toContain(await sha256('session'))
	const [person] = await allRows(at.world.server.client, 'SELECT name FROM person WHERE name LIKE ?', ['Disa A%'])
	expect(bytes).toContain(person?.name)
})

test('data that an older Samsvar left is copied as it is', async () => {
	const at = await place()
	await at.world.server.client.execute('DROP TABLE known_browser')
	await backedUp(at)
})

test('it is of one moment, whoever writes meanwhile', async () => {
	const at = await place()
	const { world } = at
	let writing = false
	const writer = async (name: string) => {
		for (let number = 0; writing; number += 1) {
			granted(
				await addAssociation(world.deps, world.order(world.chair, { name: `Förening ${name} ${number}`, area: '' })),
			)
		}
	}
	const counts: number[] = []
	for (const name of ['a', 'b', 'c', 'd']) {
		writing = true
		const written = writer(name)
		expect(await backUp(at.data, join(at.folder, `${name}.tar`), quietly)).toMatchObject({ ok: true })
		// What was copied is looked at without the writer, which takes as much of the machine as there is.
		writing = false
		await written
		const directory = join(at.folder, name)
		expect(await restore(join(at.folder, `${name}.tar`), directory, world.clock.now)).toMatchObject({ ok: true })
		await inProcess(dataDirectoryAt(directory).databaseFile, async (client) => {
			counts.push(await countOf(client, 'FROM association'))
			const made = await snapshot(client)
			await rebuild(client)
			expect(await snapshot(client)).toEqual(made)
		})
	}
	expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
}, 60_000)

test('into a directory it goes under a name that tells when, and what is there is not replaced', async () => {
	const at = await place()
	const done = await backUp(at.data, at.folder, quietly)
	expect(done).toMatchObject({ ok: true, value: { file: join(at.folder, 'samsvar-20261122T070509Z.tar') } })
	for (const target of [at.folder, join(at.folder, 'samsvar-20261122T070509Z.tar')]) {
		expect(await backUp(at.data, target, quietly)).toEqual({
			ok: false,
			reason: expect.stringContaining('is there already'),
		})
	}
	const nowhere = await backUp(at.data, join(at.folder, 'none', 'x.tar'), quietly)
	expect(nowhere).toEqual({ ok: false, reason: expect.stringContaining('Nothing can be written beside') })
})

test('a file that is not what its name says, or a database that is none, stops it', async () => {
	const at = await place()
	const file = join(at.folder, 'x.tar')
	const wrong = join(at.data.filesPath, 'coalition-1', hash('rest'))
	await writeFile(wrong, 'resu')
	expect(await backUp(at.data, file, quietly)).toEqual({
		ok: false,
		reason: expect.stringContaining(`${hash('rest')} is damaged`),
	})
	const none = join(at.folder, 'none.db')
	await writeFile(none, 'ingen databas'.repeat(100))
	expect(await backUp({ ...at.data, databaseFile: none }, file, quietly)).toEqual({
		ok: false,
		reason: expect.stringContaining('cannot be copied'),
	})
	expect((await readdir(at.folder)).filter((name) => name.includes('tar'))).toEqual([])
})

test('a byte changed anywhere, or the end missing, is refused, and nothing is made', async () => {
	const at = await place()
	await backedUp(at)
	const bytes = await readFile(join(at.folder, 'backup.tar'))
	const file = join(at.folder, 'changed.tar')
	const directory = join(at.folder, 'restored')
	const refused = async (changed: Uint8Array) => {
		await writeFile(file, changed)
		expect(await restore(file, directory, 0)).toEqual({ ok: false, reason: expect.stringContaining(file) })
	}
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
			const changed = Buffer.from(bytes)
			changed[place] = (changed[place] ?? 0) ^ change
			await refused(changed)
		}),
		{ numRuns: 25 },
	)
	await refused(bytes.subarray(0, bytes.length - 1024))
	await refused(bytes.subarray(0, 700))
	expect((await readdir(at.folder)).sort()).toEqual(['backup.tar', 'changed.tar', 'data'])
}, 60_000)

/** The same backup without its database and with an entry changed, every hash made anew. */
async function forged(at: Place, name: string, from: string, to: string): Promise<string> {
	await backedUp(at)
	const { 'samsvar.db': database = '', ...entries } = await entriesOf(join(at.folder, 'backup.tar'))
	expect(database).not.toBe('')
	entries[name] = (entries[name] ?? '').replace(from, to)
	const other = join(at.folder, 'forged.tar')
	await writeArchive(
		other,
		Object.entries(entries).map(([part, text]) => textPart(part, text)),
	)
	return other
}

test.each([
	['manifest.json', '"version": 1', '"version": 2', 'made by a newer Samsvar'],
	['manifest.json', '0000_start.sql', '9999_later.sql', 'made by a newer Samsvar'],
	['manifest.json', 'samsvar-backup', 'samsvar-coalition', 'is no backup of Samsvar'],
	['manifest.json', '"files"', '"filer"', 'its manifest cannot be read'],
	['README.txt', 'A backup', 'En kopia', 'something of it is missing'],
])('without its database, and where %s does not say %s but %s, it is refused', async (name, from, to, sentence) => {
	const at = await place()
	const file = await forged(at, name, from, to)
	expect(await restore(file, join(at.folder, 'restored'), 0)).toEqual({
		ok: false,
		reason: expect.stringContaining(sentence),
	})
	expect(await readdir(at.folder)).not.toContain('restored')
})

test('it is never restored over anything', async () => {
	const at = await place()
	await backedUp(at)
	const directory = join(at.folder, 'restored')
	await mkdir(directory)
	expect(await restore(join(at.folder, 'backup.tar'), directory, 0)).toMatchObject({ ok: true })
	const bytes = await readFile(dataDirectoryAt(directory).databaseFile)
	const again = await restore(join(at.folder, 'backup.tar'), directory, 0)
	expect(again).toEqual({ ok: false, reason: expect.stringContaining('is not empty') })
	expect((await readFile(dataDirectoryAt(directory).databaseFile)).equals(bytes)).toBe(true)
})

test('one made by an older Samsvar is brought to the present schema', async () => {
	const at = await place()
	const [first = '', ...later] = await migrationNames()
	const migrations = await ownFolder()
	await copyFile(new URL(`../../migrations/${first}`, import.meta.url), join(migrations, first))
	const databaseFile = join(at.folder, 'older.db')
	await inProcess(databaseFile, (client) => migrate(client, migrations))
	const file = join(at.folder, 'older.tar')
	expect(await backUp({ ...at.data, databaseFile }, file, quietly)).toMatchObject({ ok: true })
	const directory = join(at.folder, 'restored')
	expect(await restore(file, directory, 0)).toMatchObject({ ok: true, value: { migrated: later.length } })
	await inProcess(dataDirectoryAt(directory).databaseFile, async (client) => {
		expect(await migrate(client)).toEqual([])
	})
})
