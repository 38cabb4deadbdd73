import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dump } from '#test/support/dump.ts'
import { busyWorld, emptyWorld, hash } from '#test/support/export-worlds.ts'
import { exported, forged, imported, ownFolder } from '#test/support/exported.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'

test('a byte changed anywhere, or the end missing, is refused and changes nothing', async () => {
	const world = await busyWorld()
	const other = await emptyWorld()
	const bytes = await readFile(await exported(world.server.client, SLUG))
	const before = await dump(other.server.client)
	const file = join(await ownFolder(), 'x.tar')
	const refused = async (changed: Uint8Array) => {
		await writeFile(file, changed)
		expect(await imported(other.server.client, file)).toEqual({ ok: false, reason: expect.stringContaining(file) })
	}
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
			const changed = Buffer.from(bytes)
			changed[at] = (changed[at] ?? 0) ^ change
			await refused(changed)
		}),
		{ numRuns: 25 },
	)
	await refused(bytes.subarray(0, bytes.length - 512))
	await refused(bytes.subarray(0, bytes.length / 2))
	await refused(Buffer.from('Kära alla, här är filen.'))
	expect(await dump(other.server.client)).toEqual(before)
}, 60_000)

const replaced = (part: string, from: string | RegExp, to: string) => (entries: Record<string, string>) => {
	const text = entries[part] ?? ''
	entries[part] = text.replace(from, to)
	expect(entries[part]).not.toBe(text)
}

const VICTIM = '00000000-0000-7000-8000-000000000000'

test.each<[string, (entries: Record<string, string>) => void, string]>([
	['of a newer version', replaced('manifest.json', '"version": 2', '"version": 3'), 'made by a newer Samsvar'],
	[
		'with unknown events',
		replaced('log.ndjson', 'associationAdded', 'associationAdored'),
		'an event of type associationAdored, version 1, which a newer Samsvar wrote: this one is too old for it',
	],
	[
		'with newer events',
		replaced('log.ndjson', '"version":1', '"version":2'),
		'an event of type coalitionCreated, version 2, which a newer Samsvar wrote: this one is too old for it',
	],
	[
		'of no coalition',
		replaced(
			'log.ndjson',
			/"type":"coalitionCreated","version":1,"payload":\{("slug":"[^"]*").*?"demo":false\}/,
			'"type":"slugChanged","version":1,"payload":{$1}',
		),
		'is not whole',
	],
	['of something else', replaced('manifest.json', 'samsvar-coalition', 'samsvar-backup'), 'is no export'],
	['without a person', replaced('persons.ndjson', /^.*\n/, ''), 'should hold'],
	[
		'with fewer persons',
		(entries) => {
			replaced('persons.ndjson', /^.*\n/, '')(entries)
			replaced('manifest.json', '"persons": 5', '"persons": 4')(entries)
		},
		'somebody in it is missing',
	],
	['with an act left out', replaced('log.ndjson', /(.*\n)(.*\n)/, '$1'), 'should hold'],
	['with an act told twice', replaced('log.ndjson', /(.*\n)/, '$1$1'), 'UNIQUE constraint failed'],
	['with an address that no database keeps', replaced('slugs.ndjson', '-', '\\u0000'), 'is not whole'],
	[
		'without the beginning',
		(entries) => {
			replaced('log.ndjson', /^.*\n/, '')(entries)
			replaced(
				'manifest.json',
				/"acts": (\d+)/,
				`"acts": ${(entries['log.ndjson'] ?? '').trim().split('\n').length}`,
			)(entries)
			const events = (entries['log.ndjson'] ?? '').match(/"seq":/g)?.length
			replaced('manifest.json', /"events": (\d+)/, `"events": ${events}`)(entries)
		},
		'is not whole',
	],
	[
		'with a paper too many',
		(entries) => {
			const [line = ''] = (entries['papers.ndjson'] ?? '').split('\n')
			entries['papers.ndjson'] += `${line.replace(/"key":"\w/, '"key":"x')}\n`
			replaced('manifest.json', '"papers": 3', '"papers": 4')(entries)
		},
		'another number of papers',
	],
	[
		'with another coalition in a stream',
		replaced('log.ndjson', /"stream":"coalition:[^"]*/, `"stream":"coalition:${VICTIM}`),
		'is not whole',
	],
	[
		'with another coalition in the events',
		replaced('log.ndjson', '"settings":{', `"settings":{"id":"${VICTIM}",`),
		'of type coalitionCreated, version 1, that is not what its version says (at settings)',
	],
	[
		'with two current addresses',
		(entries) => {
			entries['slugs.ndjson'] += '{"slug":"tva","current":true,"createdAt":1}\n'
			replaced('manifest.json', '"slugs": 1', '"slugs": 2')(entries)
		},
		'no address, or several',
	],
	['with something that is no JSON', replaced('log.ndjson', '{', '['), 'line 1 of log.ndjson cannot be read'],
	[
		'with more than there is',
		(entries) => {
			entries['extra.txt'] = 'x'
		},
		'extra.txt is no part of an export',
	],
	[
		'with a file under a false name',
		(entries) => {
			entries[`files/${hash('x')}`] = 'y'
		},
		'is no part of an export',
	],
])('an export %s, however well it is hashed, is refused and changes nothing', async (_name, change, sentence) => {
	const world = await busyWorld()
	const other = await emptyWorld()
	const before = await dump(other.server.client)
	const file = await forged(await exported(world.server.client, SLUG), change)
	expect(await imported(other.server.client, file)).toEqual({ ok: false, reason: expect.stringContaining(sentence) })
	expect(await dump(other.server.client)).toEqual(before)
})

test('what was published under a hash is what comes along under it', async () => {
	await using world = await createCoalitionWorld()
	granted(await publish(world, await decidedStatement(world)))
	const other = await emptyWorld()
	const file = await forged(await exported(world.server.client, SLUG), (entries) => {
		replaced('log.ndjson', /("type":"published".*)positiva/, '$1negativa')(entries)
	})
	const refused = await imported(other.server.client, file)
	expect(refused).toEqual({ ok: false, reason: expect.stringContaining('NSPH-SL 2022:1 is not what was published') })
})
