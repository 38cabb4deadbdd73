import { type Client, type InStatement, LibsqlError, type Transaction } from '@libsql/client/web'
import { PROJECTED } from '#db/project.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { inTurn, openStaging, type Staging, wasCleared } from '#local/staging.ts'
import { type Place, placeIn } from './place.ts'

export type MovedIn = Place & {
	/** Persons who were here already. They are left as they are. */
	readonly known: number
	/** Of those, how many were erased where the export was made and are not here. */
	readonly erasedThere: number
}

type Wanted = { readonly coalition: string; readonly slug: string | undefined }

const TABLES = ['person', 'address', 'act', 'event', 'paper', 'outbox', ...PROJECTED] as const

/**
 * Adds the coalition that was read into `from` to what is in `to`. Its rows are laid beside the real tables, a few at a time, and come into
 * them in one short transaction that only ever adds: a row that is there already under the same key makes it refuse the whole.
 */
export async function moveIn(to: Client, from: Client, wanted: Wanted): Promise<Result<MovedIn, string>> {
	try {
		await using staging = await openStaging(to, from, TABLES)
		return await inTurn(() => addStaged(to, from, staging, wanted))
	} catch (error) {
		if (wasCleared(error))
			return refuse('It was cleared away by another import, or by a Samsvar that started. Try again.')
		throw error
	}
}

async function addStaged(to: Client, from: Client, staging: Staging, wanted: Wanted): Promise<Result<MovedIn, string>> {
	const transaction = await to.transaction('write')
	try {
		// Again, now that nobody else can take the address.
		const place = await placeIn(transaction, from, wanted)
		if (!place.ok) return place
		const known = await knownPersons(transaction, staging)
		const slugs = place.value.addresses.map(({ slug, current, createdAt }) => ({
			sql: 'INSERT INTO slug (slug, coalition_id, current, created_at) VALUES (?, ?, ?, ?)',
			args: [slug, wanted.coalition, current ? 1 : 0, createdAt],
		}))
		await transaction.batch([
			...slugs,
			...leavingKnownPersons(staging),
			tellingKeysApart(staging),
			staging.takeOver('act'),
			// The log goes on where it was here.
			staging.takeOver('event', ['position']),
			staging.takeOver('paper'),
			staging.takeOver('outbox', ['id']),
			...PROJECTED.map((table) => staging.takeOver(table)),
			// The index of words is made here.
			{
				sql: `INSERT INTO search_waiting (coalition_id, statement_id)
					SELECT coalition_id, statement_id FROM archive_entry WHERE coalition_id = ?`,
				args: [wanted.coalition],
			},
		])
		await transaction.commit()
		return ok({ ...place.value, ...known })
	} catch (error) {
		if (error instanceof LibsqlError && /UNIQUE constraint failed/.test(error.message)) {
			return refuse('Something in it is here already, in another coalition. Nothing was changed.')
		}
		throw error
	} finally {
		transaction.close()
	}
}

async function knownPersons(to: Transaction, { staged }: Staging): Promise<Pick<MovedIn, 'known' | 'erasedThere'>> {
	const { rows } = await to.execute(`SELECT COUNT(*) AS known,
		COUNT(*) FILTER (WHERE person.erased_at IS NULL AND there.erased_at IS NOT NULL) AS erased_there
		FROM ${staged('person')} AS there JOIN person ON person.id = there.id`)
	return { known: Number(rows[0]?.known), erasedThere: Number(rows[0]?.erased_there) }
}

/**
 * Whoever is here already keeps name and addresses: an import must not let anybody sign in as somebody who is known here.
 */
function leavingKnownPersons({ staged, takeOver }: Staging): InStatement[] {
	const known = 'IN (SELECT id FROM person)'
	return [
		`DELETE FROM ${staged('address')} WHERE person_id ${known}`,
		`DELETE FROM ${staged('person')} WHERE id ${known}`,
		takeOver('person'),
		takeOver('address'),
	]
}

/** A key that its person has used here too, as programs may, is marked, since it tells the acts of one database apart. */
const tellingKeysApart = ({ staged }: Staging): InStatement =>
	`UPDATE ${staged('act')} AS came SET key = key || ' ' || id
		WHERE EXISTS (SELECT 1 FROM act WHERE act.person_id = came.person_id AND act.key = came.key)`
