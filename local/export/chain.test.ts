import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import type { PublicationRecord } from '#domain/publication/record.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { allRows } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { emptyWorld, hash } from '#test/support/export-worlds.ts'
import { exported, forged, imported, ownFolder } from '#test/support/exported.ts'
import { unsealed } from '#test/support/resealed.ts'
import { answerCommand, decidedStatement, publish } from '#test/support/signing.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG, textHashOf } from '#test/support/world.ts'
import { canonical } from '#usecases/hashing.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'

const DAY = 24 * 60 * 60 * 1000

/** One statement as it was voted on, and one with a slip mended after the vote. */
async function exportOfTwo(): Promise<Buffer> {
	await using world = await createCoalitionWorld()
	granted(await publish(world, await decidedStatement(world)))
	await publishMended(world)
	return readFile(await exported(world.server.client, SLUG))
}

/** Made once, for all that is done to it. */
let made: Promise<Buffer> | undefined
async function fileOfTwo(): Promise<string> {
	made ??= exportOfTwo()
	const file = join(await ownFolder(), 'two.tar')
	await writeFile(file, await made)
	return file
}

async function publishMended(world: CoalitionWorld): Promise<void> {
	const { deps, order, chair, members, clock, server } = world
	const statementId = await decidedStatement(world)
	const [block] = await allRows(
		server.client,
		"SELECT block_id FROM block_version WHERE statement_id = ? AND content LIKE '%positiva%'",
		[statementId],
	)
	const change = {
		statementId,
		blockId: String(block?.block_id) as BlockId,
		text: 'Vi är positiva till förslagen.',
		note: 'Förslagen är två.',
		signoffDueAt: clock.now + 20 * DAY,
	}
	granted(await makeEditorialChange(deps, order(chair, change)))
	const textHash = await textHashOf(world, statementId)
	for (const member of members) {
		const answer = answerCommand(statementId, textHash, member, 'signed')
		granted(await answerSignoff(deps, order(member.delegate, answer)))
	}
	granted(await publish(world, statementId))
}

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> }
type Payload = { [name: string]: unknown; label?: string; text?: string; record?: string; revealed?: string }
type Line = { at: number; events: { type: string; seq: number; stream: string; payload: Payload }[] }
type Entries = Record<string, string>
const LOG = 'log.ndjson'

const inLog = (change: (lines: Line[]) => void) => (entries: Entries) => {
	const lines = (entries[LOG] ?? '')
		.trim()
		.split('\n')
		.map((line): Line => JSON.parse(line))
	change(lines)
	const log = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
	expect(log).not.toBe(entries[LOG])
	entries[LOG] = log
}

/** Every event of a type from the `from`th on, as if it had told something else. */
const told = (type: string, change: (payload: Payload) => void, from = 0) =>
	inLog((lines) => {
		const events = lines.flatMap((line) => line.events).filter((event) => event.type === type)
		for (const event of events.slice(from)) change(event.payload)
	})

type Published = {
	text: Writable<StatementText>
	record: Writable<PublicationRecord>
	hashOf: (text: StatementText) => string
}

/** What was published under a number, with every hash made anew. */
const published = (label: string, change: (published: Published) => void) =>
	told('published', (payload) => {
		if (payload.label !== label) return
		const { text, seal } = unsealed(payload.text ?? '', payload.revealed ?? '')
		const of: Published = {
			text: structuredClone(text),
			record: JSON.parse(payload.record ?? ''),
			hashOf: (by) => seal(by).hash,
		}
		change(of)
		const { bytes, hash: textHash, revealedBytes } = seal(of.text)
		of.record.textHash = textHash
		const record = canonical(of.record)
		Object.assign(payload, { text: bytes, record, revealed: revealedBytes, textHash, recordHash: hash(record) })
	})

const [FIRST, MENDED] = ['NSPH-SL 2022:1', 'NSPH-SL 2022:2']
const PUBLISHED_OTHERWISE = published(FIRST, ({ text }) => {
	text.blocks[0] = { kind: 'paragraph', text: 'Vi är negativa till förslaget.' }
})
const NOT_HASHED = `${FIRST} is not what was published under its hash`
const revealedAs = (change: (bytes: string) => string) =>
	told('published', (payload) => {
		payload.revealed = change(payload.revealed ?? '')
	})
const revised = (from: number) =>
	told(
		'revisionFixed',
		(payload) => {
			payload.title = 'Ett annat svar'
		},
		from,
	)

test.each<[string, (entries: Entries) => void, string]>([
	['whose published text was not decided on', PUBLISHED_OTHERWISE, `${FIRST} has another text`],
	[
		'whose published text and its revision say the same, and the vote another',
		(entries) => {
			let forgedHash = ''
			published(MENDED, ({ text, record, hashOf }) => {
				text.title = 'Ett annat svar'
				forgedHash = hashOf(text)
				record.decision.votedTextHash = forgedHash
			})(entries)
			told(
				'revisionFixed',
				(payload) => {
					Object.assign(payload, { title: 'Ett annat svar', textHash: forgedHash })
				},
				2,
			)(entries)
		},
		`${MENDED} has a record of a vote on another text`,
	],
	['whose revision is not what its hash says', revised(0), `${FIRST} has another text`],
	[
		'whose revision has another salt than it was hashed with',
		told('revisionFixed', ({ salts }) => Object.assign(salts ?? {}, { title: '0'.repeat(32) })),
		`${FIRST} has another text than the one that was voted on`,
	],
	[
		'with a part that is not what its leaf says',
		revealedAs((bytes) => bytes.replace('positiva', 'negativa')),
		NOT_HASHED,
	],
	[
		'that does not reveal what somebody wrote in a record',
		revealedAs((bytes) =>
			bytes.replace(/"[0-9a-f]{64}":\{"salt":"[0-9a-f]{32}","value":"Förslagen är två."\},?/, '').replace(',}', '}'),
		),
		`${MENDED} is not what was published under its hash`,
	],
	[
		'whose record names another voted text',
		published(FIRST, ({ record }) => {
			record.decision.votedTextHash = 'a'.repeat(64)
		}),
		`${FIRST} has a record of a vote on another text`,
	],
	[
		'whose ballot was on another text',
		told('ballotOpened', (payload) => {
			payload.textHash = 'b'.repeat(64)
		}),
		`${FIRST} has a record of a vote on another text`,
	],
	[
		'with a change after the vote that no editorial change tells of',
		(entries) => {
			const log = entries[LOG] ?? ''
			entries[LOG] = log.replace(
				/"type":"editorialChangeMade".*?"signoffDueAt":\d+\}/,
				'"type":"titleChanged","version":1,"payload":{"title":"Ett svar"}',
			)
		},
		`${MENDED} has another text than the one that was voted on, and no editorial change says why`,
	],
	[
		'whose record leaves out an editorial change',
		published(MENDED, ({ record }) => {
			record.decision.editorialChanges = []
		}),
		`${MENDED} has a record of other editorial changes`,
	],
	[
		'whose outcome in the record is not the ballot’s',
		published(FIRST, ({ record }) => {
			record.decision.outcome.yes = 2
		}),
		`${FIRST} has a record of another outcome`,
	],
	[
		'whose outcome in the ballot is not what was voted',
		told('voteCast', (payload) => {
			payload.choice = 'no'
		}),
		`${FIRST} has a ballot whose outcome is not what its votes come to`,
	],
	[
		'whose record names another association',
		published(FIRST, ({ record }) => {
			for (const association of record.associations) association.name = association.name.replace('AnBo', 'Tilia')
		}),
		`${FIRST} has a record of other associations`,
	],
	[
		'whose record tells of another vote',
		published(FIRST, ({ record }) => {
			for (const association of record.associations) association.vote = 'abstain'
		}),
		`${FIRST} has a record of other votes`,
	],
	[
		'whose record tells of a sign-off that was not given',
		published(FIRST, ({ record }) => {
			for (const association of record.associations) association.signoffMethod = 'web'
		}),
		`${FIRST} has a record of other sign-offs`,
	],
	[
		'with sign-offs of the text before the mending',
		told('signoffGiven', (payload) => {
			payload.textHash = 'c'.repeat(64)
		}),
		`${MENDED} has a record of other sign-offs`,
	],
	[
		'with a number left out',
		(entries) => {
			published(MENDED, ({ record }) => Object.assign(record, { number: 3, label: 'NSPH-SL 2022:3' }))(entries)
			told('numberTaken', (payload) => Object.assign(payload, payload.number === 2 ? { number: 3 } : {}))(entries)
			told('published', (payload) =>
				Object.assign(payload, payload.number === 2 ? { number: 3, label: 'NSPH-SL 2022:3' } : {}),
			)(entries)
		},
		'NSPH-SL 2022:3 does not follow on the number before it: one is missing',
	],
	[
		'whose record has another number',
		published(FIRST, ({ record }) => {
			record.number = 7
		}),
		`${FIRST} has a record of another number`,
	],
])('an export %s is refused, names the statement, and changes nothing', async (_name, change, sentence) => {
	const file = await fileOfTwo()
	const { server } = await emptyWorld()
	const before = await dump(server.client)
	const refused = await imported(server.client, await forged(file, change))
	expect(refused).toEqual({ ok: false, reason: expect.stringContaining(sentence) })
	expect(await dump(server.client)).toEqual(before)
})

test('one where text, vote and record agree comes in, with what was mended after the vote', async () => {
	const { server } = await emptyWorld()
	expect(await imported(server.client, await fileOfTwo())).toMatchObject({ ok: true })
	expect(await allRows(server.client, 'SELECT label FROM publication ORDER BY label')).toEqual([
		{ label: FIRST },
		{ label: MENDED },
	])
})
