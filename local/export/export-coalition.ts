import { join } from 'node:path'
import type { Client } from '@libsql/client/web'
import * as z from 'zod'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Part, textPart, writeArchive } from '#local/archive/write.ts'
import { acts, notifications, papers, persons, slugs } from './coalition-rows.ts'
import { FORMAT, type Manifest, manifestSchema, NAMES, READ_ME, VERSION } from './format.ts'
import { fileParts } from './kept-files.ts'
import { ndjson, type Reading } from './pages.ts'

export type Exported = {
	/** Of the file. */
	readonly sha256: string
	readonly counts: Manifest['counts']
	/** Notifications that were still to be delivered, which nobody delivers where the file is imported. */
	readonly waiting: number
	/** Secret ballots that were open, of which the file tells how they stood. */
	readonly openSecretBallots: number
}

/**
 * Writes all that there is of a coalition to a new file, as it was at one moment, while others go on working. The same
 * coalition gives the same bytes. `filesPath`: where files are kept; undefined where they lie out of reach.
 */
export async function exportCoalition(
	client: Client,
	{ slug, file, filesPath }: { readonly slug: string; readonly file: string; readonly filesPath: string | undefined },
): Promise<Result<Exported, string>> {
	const reading = await client.transaction('read')
	try {
		const coalition = await idOf(reading, slug)
		if (coalition === undefined) return refuse(`There is no coalition at /${slug}.`)
		const files = filesPath === undefined ? null : await fileParts(join(filesPath, coalition), NAMES.files)
		const { waiting, openSecretBallots, ...counted } = await countsOf(reading, coalition)
		const counts = { ...counted, files: files?.length ?? null }
		const manifest = manifestSchema.parse({ format: FORMAT, version: VERSION, coalition, counts })
		const lines = (name: string, values: (from: Reading, coalition: string) => AsyncIterable<unknown>): Part => ({
			name,
			bytes: () => ndjson(values(reading, coalition)),
		})
		const written = await writeArchive(file, [
			textPart(NAMES.readMe, READ_ME),
			textPart(NAMES.manifest, `${JSON.stringify(manifest, null, '\t')}\n`),
			lines(NAMES.slugs, slugs),
			lines(NAMES.persons, persons),
			lines(NAMES.log, acts),
			lines(NAMES.papers, papers),
			lines(NAMES.notifications, notifications),
			...(files ?? []),
		])
		return written.ok ? ok({ sha256: written.value, counts, waiting, openSecretBallots }) : written
	} finally {
		reading.close()
	}
}

async function idOf(reading: Reading, slug: string): Promise<string | undefined> {
	const { rows } = await reading.execute({ sql: 'SELECT coalition_id FROM slug WHERE slug = ?', args: [slug] })
	return rows[0] && z.string().parse(rows[0].coalition_id)
}

const countsRow = z.object({
	slugs: z.number(),
	persons: z.number(),
	acts: z.number(),
	events: z.number(),
	papers: z.number(),
	notifications: z.number(),
	waiting: z.number(),
	openSecretBallots: z.number(),
})

async function countsOf(reading: Reading, coalition: string) {
	const sql = `SELECT
		(SELECT COUNT(*) FROM slug WHERE coalition_id = :id) AS slugs,
		(SELECT COUNT(*) FROM person WHERE id IN (SELECT person_id FROM seat WHERE coalition_id = :id
			UNION SELECT person_id FROM act WHERE coalition_id = :id)) AS persons,
		(SELECT COUNT(*) FROM act WHERE coalition_id = :id) AS acts,
		(SELECT COUNT(*) FROM event WHERE coalition_id = :id) AS events,
		(SELECT COUNT(*) FROM paper WHERE ballot_id IN (SELECT id FROM ballot WHERE coalition_id = :id)) AS papers,
		(SELECT COUNT(*) FROM outbox WHERE coalition_id = :id) AS notifications,
		(SELECT COUNT(*) FROM outbox WHERE coalition_id = :id AND delivered_at IS NULL) AS waiting,
		(SELECT COUNT(*) FROM ballot WHERE coalition_id = :id AND closed_at IS NULL AND voided_at IS NULL
			AND json_extract(bylaws, '$.secrecy') = 'secret') AS "openSecretBallots"`
	const { rows } = await reading.execute({ sql, args: { id: coalition } })
	return countsRow.parse({ ...rows[0] })
}
