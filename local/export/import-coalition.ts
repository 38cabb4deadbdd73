import { join } from 'node:path'
import { type Client, LibsqlError } from '@libsql/client/web'
import { database } from '#db/client.ts'
import { NEVER_COUNTED } from '#db/deciding/papers.ts'
import { replay } from '#db/replay.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { readArchive } from '#local/archive/read.ts'
import { keepFile } from '#local/files.ts'
import { openScratch } from '#local/scratch.ts'
import { type ReadFact, readFact } from '#schema/facts/read.ts'
import { fill } from './fill.ts'
import { fits } from './fits.ts'
import { type Manifest, NAMES } from './format.ts'
import { type MovedIn, moveIn } from './move-in.ts'
import { placeIn } from './place.ts'

export type Imported = MovedIn & { readonly counts: Manifest['counts'] }

type Wanted = {
	/** The database that it comes into, opened once there is something to add. */
	readonly connect: () => Promise<Client>
	readonly file: string
	/** Its address here, in place of its own. */
	readonly slug: string | undefined
	/** Where files are kept; undefined where they lie out of reach, and are not taken over. */
	readonly filesPath: string | undefined
	/** Where to check it. */
	readonly folder: string | undefined
	readonly say: (sentence: string) => void
	readonly read?: ReadFact
}

/**
 * Takes over a coalition from an export. All of it is read, checked and built in a database of its own first; then its
 * files are kept, which nothing leads to yet; then it comes into being in one transaction. Killed anywhere before that,
 * it can be done again.
 */
export async function importCoalition(wanted: Wanted): Promise<Result<Imported, string>> {
	const { connect, file, slug, filesPath, folder, say, read = readFact } = wanted
	say(`Checking ${file} …`)
	await using scratch = await openScratch(folder)
	const filled = await fill(scratch.client, file, read).catch(refusedBy(file))
	if (!filled.ok) return filled
	const { manifest, sha256 } = filled.value
	const { coalition, counts } = manifest
	const built = await build(scratch.client, manifest, read)
	if (!built.ok) return refuse(`${file} is not whole: ${built.reason}.`)
	const client = await connect()
	const place = await placeIn(client, scratch.client, { coalition, slug })
	if (!place.ok) return place
	if (filesPath !== undefined && counts.files !== null && counts.files > 0) {
		say(`Keeping ${counts.files} files …`)
		const kept = await readArchive(file, async (name, bytes, hash) => {
			if (!name.startsWith(NAMES.files)) return ok(true)
			const kept = await keepFile(join(filesPath, coalition), hash, bytes)
			return kept !== 'wrong' ? ok(true) : refuse(`changed while it was read: ${name} is not as it was.`)
		})
		if (!kept.ok) return kept
		if (kept.value !== sha256) return refuse(`${file} changed while it was read. Nothing was imported.`)
	}
	say(`Writing ${counts.acts} acts …`)
	const moved = await moveIn(client, scratch.client, { coalition, slug })
	return moved.ok ? ok({ ...moved.value, counts }) : moved
}

/** What the tables themselves refuse, such as something that can be there once and comes twice. */
const refusedBy = (file: string) => (error: unknown) => {
	if (!(error instanceof LibsqlError)) throw error
	return refuse(`${file} is not whole: what it tells cannot be kept (${error.message}).`)
}

/** Makes the tables from the events, and checks that all belongs together. */
async function build(client: Client, manifest: Manifest, read: ReadFact): Promise<Result<true, string>> {
	try {
		const db = database(client)
		await replay(db, db, { read })
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error)
		return refuse(`what happened in it does not follow from what happened before (${why})`)
	}
	const whole = await fits(client, manifest)
	// An export of before they were destroyed at once may hold them.
	if (whole.ok) await client.execute(`DELETE FROM paper WHERE ballot_id IN (${NEVER_COUNTED})`)
	return whole
}
