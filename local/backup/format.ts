import * as z from 'zod'

/** What a backup says of itself. Another version is another format. */
export const FORMAT = 'samsvar-backup'
export const VERSION = 1

export const manifestSchema = z.strictObject({
	format: z.literal(FORMAT),
	version: z.literal(VERSION),
	/** The migrations that the database has had, by name. */
	migrations: z.array(z.string()),
	files: z.int().nonnegative(),
})

export type Manifest = z.output<typeof manifestSchema>

export const NAMES = {
	readMe: 'README.txt',
	manifest: 'manifest.json',
	database: 'samsvar.db',
	files: 'files/',
} as const

/** `files/COALITION/SHA256`. */
export const FILE_NAME = /^files\/([\w-]{1,64})\/([0-9a-f]{64})$/

export const READ_ME = `A backup of a whole Samsvar, where associations answer public inquiries together.

SHA256SUMS     the SHA-256 of every other file here; "sha256sum --check SHA256SUMS" checks them
manifest.json  the version of this format, the migrations that the database has had, and how many files there are
samsvar.db     the database, in SQLite's format (https://sqlite.org/fileformat2.html). Personal data
files/         uploaded files, a directory for each coalition, each named by the SHA-256 of its bytes

"npm run --silent admin -- restore FILE --data DIR" makes a Samsvar's data of it; docs/OPERATING.md of its source says more.
`
