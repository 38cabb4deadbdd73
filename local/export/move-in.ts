import { type Client, LibsqlError, type Transaction } from '@libsql/client/web'
import { PROJECTED } from '#db/project.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { copyRows } from '#local/copy-rows.ts'
import { PAGE } from './pages.ts'
import { type Place, placeIn } from './place.ts'

export type MovedIn = Place & {
	/** Persons who were here already. They are left as they are. */
	readonly known: number
	/** Of those, how many were erased where the export was made and are not here. */
	readonly erasedThere: number
}

/**
 * Adds the coalition that was read into `from` to what is in `to`, in one transaction that only ever adds: a row that is
 * there already under the same key makes it refuse the whole.
 */
export async function moveIn(
	to: Client,
	from: Client,
	wanted: { readonly coalition: string; readonly slug: string | undefined },
): Promise<Result<MovedIn, string>> {
	const transaction = await to.transaction('write')
	try {
		// Again, now that nobody else can take the address.
		const place = await placeIn(transaction, from, wanted)
		if (!place.ok) return place
		const known = await leaveKnownPersons(transaction, from)
		await tellKeysApart(transaction, from)
		for (const { slug, current, createdAt } of place.value.addresses) {
			await transaction.execute({
				sql: 'INSERT INTO slug (slug, coalition_id, current, created_at) VALUES (?, ?, ?, ?)',
				args: [slug, wanted.coalition, current ? 1 : 0, createdAt],
			})
		}
		await copyRows(from, transaction, { table: 'person', insert: 'INSERT OR IGNORE' })
		await copyRows(from, transaction, { table: 'address' })
		await copyRows(from, transaction, { table: 'act' })
		// The log goes on where it was here.
		await copyRows(from, transaction, { table: 'event', without: ['position'] })
		await copyRows(from, transaction, { table: 'paper' })
		await copyRows(from, transaction, { table: 'outbox', without: ['id'] })
		for (const table of PROJECTED) await copyRows(from, transaction, { table })
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

/**
 * Whoever is here already keeps name and addresses: an import must not let anybody sign in as somebody who is known here.
 */
async function leaveKnownPersons(to: Transaction, from: Client): Promise<Pick<MovedIn, 'known' | 'erasedThere'>> {
	let [known, erasedThere] = [0, 0]
	for (let last = ''; ; ) {
		const { rows } = await from.execute({
			sql: 'SELECT id, erased_at FROM person WHERE id > ? ORDER BY id LIMIT ?',
			args: [last, PAGE],
		})
		if (rows.length === 0) return { known, erasedThere }
		last = String(rows.at(-1)?.id)
		const erased = new Set(rows.flatMap(({ id, erased_at }) => (erased_at === null ? [] : [id])))
		const { rows: here } = await to.execute({
			sql: 'SELECT id, erased_at FROM person WHERE id IN (SELECT value FROM json_each(?))',
			args: [JSON.stringify(rows.map(({ id }) => id))],
		})
		known += here.length
		erasedThere += here.filter(({ id, erased_at }) => erased_at === null && erased.has(id)).length
		await from.execute({
			sql: 'DELETE FROM address WHERE person_id IN (SELECT value FROM json_each(?))',
			args: [JSON.stringify(here.map(({ id }) => id))],
		})
	}
}

/** A key that its person has used here too, as programs may, is marked, since it tells the acts of one database apart. */
async function tellKeysApart(to: Transaction, from: Client): Promise<void> {
	for (let last = ''; ; ) {
		const { rows } = await from.execute({
			sql: 'SELECT id, person_id, key FROM act WHERE id > ? ORDER BY id LIMIT ?',
			args: [last, PAGE],
		})
		if (rows.length === 0) return
		last = String(rows.at(-1)?.id)
		const { rows: same } = await to.execute({
			sql: `SELECT value ->> 0 AS id FROM json_each(?)
				WHERE EXISTS (SELECT 1 FROM act WHERE person_id = value ->> 1 AND key = value ->> 2)`,
			args: [JSON.stringify(rows.map(({ id, person_id, key }) => [id, person_id, key]))],
		})
		await from.execute({
			sql: "UPDATE act SET key = key || ' ' || id WHERE id IN (SELECT value FROM json_each(?))",
			args: [JSON.stringify(same.map(({ id }) => id))],
		})
	}
}
