import type { Client, InStatement, InValue } from '@libsql/client/web'
import { storedChoice } from '#db/deciding/papers.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { whole } from '#local/archive/entries.ts'
import { takeLines } from '#local/archive/lines.ts'
import { readArchive } from '#local/archive/read.ts'
import { type ReadFact, sentenceOf, type Unreadable } from '#schema/facts/read.ts'
import {
	type ActLine,
	actLine,
	FORMAT,
	type Manifest,
	manifestSchema,
	NAMES,
	type NotificationLine,
	notificationLine,
	type PaperLine,
	type PersonLine,
	paperLine,
	personLine,
	type SlugLine,
	slugLine,
	VERSION,
} from './format.ts'

export type Filled = { readonly manifest: Manifest; readonly sha256: string }

/** Longest manifest. Bytes. */
const LONGEST_MANIFEST = 65_536
/** A notification that was not delivered where it came from is never due here. */
const NEVER = Number.MAX_SAFE_INTEGER

/** Reads an export into an empty database, checking every byte of it. The tables made from events are left empty. */
export async function fill(client: Client, file: string, read: ReadFact): Promise<Result<Filled, string>> {
	let manifest: Manifest | undefined
	const counts: Partial<Record<keyof typeof NAMES, number>> = { files: 0 }
	const insert = async (statements: InStatement[]) => {
		await client.batch(statements, 'write')
	}
	const sha256 = await readArchive(file, async (name, bytes, hash) => {
		if (name === NAMES.readMe) return ok(true)
		if (name === NAMES.manifest) {
			const found = readManifest(await whole(bytes))
			if (found.ok) manifest = found.value
			return found
		}
		if (manifest === undefined) return refuse('is no export of Samsvar.')
		const id = manifest.coalition
		const damaged = (at: string) => refuse(`is damaged: ${at} of ${name} cannot be read.`)
		const count = async (part: keyof typeof NAMES, taking: Promise<Result<number, string>>) => {
			const taken = await taking
			if (!taken.ok) return damaged(taken.reason)
			counts[part] = taken.value
			return taken
		}
		switch (name) {
			case NAMES.slugs:
				return count(
					'slugs',
					takeLines(bytes, slugLine, (lines) => insert(lines.map((line) => insertSlug(id, line)))),
				)
			case NAMES.persons:
				return count(
					'persons',
					takeLines(bytes, personLine, (lines) => insert(lines.flatMap(insertPerson))),
				)
			case NAMES.log: {
				let unread: Unreadable | undefined
				const taken = await count(
					'log',
					takeLines(bytes, actLine, async (lines) => {
						unread ??= firstUnreadable(lines, read)
						await insert(lines.flatMap((line) => insertAct(id, line)))
					}),
				)
				return unread === undefined ? taken : refuse(`has ${sentenceOf(unread)}`)
			}
			case NAMES.papers:
				return count(
					'papers',
					takeLines(bytes, paperLine, (lines) => insert(lines.map(insertPaper))),
				)
			case NAMES.notifications:
				return count(
					'notifications',
					takeLines(bytes, notificationLine, (lines) => insert(lines.map((line) => insertNotification(id, line)))),
				)
			default:
				if (name !== `${NAMES.files}${hash}`) return refuse(`is damaged: ${name} is no part of an export.`)
				counts.files = (counts.files ?? 0) + 1
				return ok(true)
		}
	})
	if (!sha256.ok) return sha256
	await insert([NAME_BALLOTS])
	if (manifest === undefined) return refuse(`${file} is no export of Samsvar.`)
	const { slugs, persons, acts, papers, notifications, files } = manifest.counts
	const told = { files: files ?? 0, slugs, persons, log: acts, papers, notifications }
	for (const [part, number] of Object.entries(told)) {
		if (counts[part as keyof typeof NAMES] !== number)
			return refuse(`${file} is damaged: it should hold ${number} ${part}.`)
	}
	return ok({ manifest, sha256: sha256.value })
}

function readManifest(bytes: Buffer): Result<Manifest, string> {
	const none = refuse('is no export of Samsvar.')
	if (bytes.length > LONGEST_MANIFEST) return none
	let value: unknown
	try {
		value = JSON.parse(bytes.toString('utf8'))
	} catch {
		return none
	}
	if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT) return none
	if ('version' in value && typeof value.version === 'number' && value.version > VERSION) {
		return refuse(
			`was made by a newer Samsvar: it is of version ${value.version}, and this one reads version ${VERSION}. Update first.`,
		)
	}
	const manifest = manifestSchema.safeParse(value)
	return manifest.success ? ok(manifest.data) : refuse('is damaged: its manifest cannot be read.')
}

function firstUnreadable(lines: readonly ActLine[], read: ReadFact): Unreadable | undefined {
	for (const event of lines.flatMap(({ events }) => events)) {
		const fact = read(event)
		if (!fact.ok) return fact.reason
	}
	return undefined
}

const into = (table: string, row: Readonly<Record<string, InValue>>): InStatement => ({
	sql: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
		.map(() => '?')
		.join(', ')})`,
	args: Object.values(row),
})

const insertSlug = (coalition_id: string, { slug, current, createdAt }: SlugLine) =>
	into('slug', { slug, coalition_id, current: current ? 1 : 0, created_at: createdAt })

function insertPerson({ id, name, language, createdAt, erasedAt, emails }: PersonLine): InStatement[] {
	return [
		into('person', { id, name, language, operator: 0, created_at: createdAt, erased_at: erasedAt }),
		...emails.map(({ email, createdAt: at }) => into('address', { person_id: id, email, created_at: at })),
	]
}

function insertAct(coalition_id: string, { person, seat, way, payloadHash, result, events, ...rest }: ActLine) {
	const { id } = rest
	const act = { ...rest, way: way ?? null, coalition_id, person_id: person, seat_id: seat, payload_hash: payloadHash }
	return [
		into('act', { ...act, result: JSON.stringify(result) }),
		...events.map(({ statement, payload, ...event }) =>
			into('event', {
				...event,
				coalition_id,
				act_id: id,
				statement_id: statement,
				payload: JSON.stringify(payload),
			}),
		),
	]
}

const insertPaper = ({ key, ballot, choice }: PaperLine) =>
	into('paper', { key, ballot_id: ballot, choice: storedChoice(choice) })

/** Which ballot a notification is about is told by what its act did. */
const NAME_BALLOTS = `UPDATE outbox SET ballot_id = (SELECT json_extract(payload, '$.ballotId') FROM event
	WHERE event.act_id = outbox.act_id AND type IN (
		'ballotOpened', 'ballotExtended', 'ballotDecided', 'meetingDecisionEntered', 'meetingVoteContested', 'contestTakenBack',
		'amendmentBallotReminded'))
	WHERE kind IN ('ballot', 'meetingVote', 'contest', 'signoff', 'result', 'amendmentReminder')`

const insertNotification = (
	coalition_id: string,
	{ act, kind, seat, statement, association, ...rest }: NotificationLine,
) =>
	into('outbox', {
		coalition_id,
		act_id: act,
		kind,
		seat_id: seat,
		statement_id: statement,
		association_id: association,
		created_at: rest.createdAt,
		next_at: rest.deliveredAt === null ? NEVER : rest.createdAt,
		attempts: rest.attempts,
		delivered_at: rest.deliveredAt,
	})
