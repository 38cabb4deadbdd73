import * as z from 'zod'
import { WAYS } from '#domain/person/ways.ts'
import { choiceSchema } from '#schema/deciding.ts'
import { languageSchema } from '#schema/statement.ts'

/** What an export says of itself. Another version is another format: see docs/EXPORT.md. */
export const FORMAT = 'samsvar-coalition'
export const VERSION = 2

const id = z.string().regex(/^[\w-]{1,64}$/)
const instant = z.int().nonnegative()
const count = z.int().nonnegative()

export const manifestSchema = z.strictObject({
	format: z.literal(FORMAT),
	version: z.int().min(1).max(VERSION),
	/** Whose export it is. */
	coalition: id,
	counts: z.strictObject({
		slugs: count,
		persons: count,
		acts: count,
		events: count,
		papers: count,
		notifications: count,
		/** Null: files lie elsewhere and are not in the export. */
		files: count.nullable(),
	}),
})

export type Manifest = z.output<typeof manifestSchema>

/** An address of the coalition. All but the current one lead to it. */
export const slugLine = z.strictObject({ slug: z.string(), current: z.boolean(), createdAt: instant })

/** Somebody who has or had a seat, or did something. `emails` are of those with a seat; erased persons have nothing. */
export const personLine = z.strictObject({
	id,
	name: z.string(),
	language: languageSchema.nullable(),
	createdAt: instant,
	erasedAt: instant.nullable(),
	emails: z.array(z.strictObject({ email: z.string(), createdAt: instant })),
})

const eventLine = z.strictObject({
	stream: z.string(),
	seq: z.int().positive(),
	statement: id.nullable(),
	type: z.string(),
	version: z.int().positive(),
	payload: z.unknown(),
})

/** One act with its events. The order of the lines, and of the events in each, is the order in which they happened. */
export const actLine = z.strictObject({
	id,
	person: id,
	seat: id.nullable(),
	/** How the person had signed in; absent where nobody had, or it was not kept yet. */
	way: z.enum(WAYS).optional(),
	kind: z.string(),
	key: z.string(),
	payloadHash: z.string(),
	result: z.unknown(),
	at: instant,
	events: z.array(eventLine).min(1),
})

/** A paper of a secret ballot. Sorted by its random key, so that the order tells nothing. */
export const paperLine = z.strictObject({ key: id, ballot: id, choice: choiceSchema })

/** Something that somebody had to be told, and when that was done. */
export const notificationLine = z.strictObject({
	act: id,
	kind: z.string(),
	seat: id.nullable(),
	statement: id.nullable(),
	association: id.nullable(),
	createdAt: instant,
	attempts: count,
	deliveredAt: instant.nullable(),
})

export type SlugLine = z.output<typeof slugLine>
export type PersonLine = z.output<typeof personLine>
export type ActLine = z.output<typeof actLine>
export type PaperLine = z.output<typeof paperLine>
export type NotificationLine = z.output<typeof notificationLine>

/** The parts, in their order. Files come after them, each as `files/SHA256`. */
export const NAMES = {
	readMe: 'README.txt',
	manifest: 'manifest.json',
	slugs: 'slugs.ndjson',
	persons: 'persons.ndjson',
	log: 'log.ndjson',
	papers: 'papers.ndjson',
	notifications: 'notifications.ndjson',
	files: 'files/',
} as const

export const READ_ME = `A coalition exported from Samsvar, where associations answer public inquiries together.

SHA256SUMS      the SHA-256 of every other file here; "sha256sum --check SHA256SUMS" checks them
manifest.json   the version of this format, the coalition's id, and how many there are of each thing
slugs.ndjson    the coalition's addresses
persons.ndjson  names, and e-mail addresses of those with a seat. Personal data
log.ndjson      everything that was done, in order: one act a line, with the events that came of it
papers.ndjson   the papers of secret ballots, sorted by random key, tied to nothing
notifications.ndjson  what was mailed about, and when
files/          uploaded files, each named by the SHA-256 of its bytes

Files that end in .ndjson hold one JSON value a line (UTF-8). Instants are milliseconds since 1970-01-01 UTC. An event of type
"published" holds the bytes of a published statement and of its record; their SHA-256 are its textHash and recordHash.
"npm run --silent admin -- import FILE" takes the whole into a Samsvar; docs/EXPORT.md of its source says more.
`
