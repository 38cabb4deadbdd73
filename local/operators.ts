import * as z from 'zod'
import { id, row, rows } from '#db/rows.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Deps } from '#usecases/perform.ts'
import { createPerson } from '#usecases/person/people.ts'

export type Named = { readonly id: PersonId; readonly name: string }

export const named = row({ id: id<PersonId>(), name: z.string() })

const OPERATOR = 'Operatör'

/** The operators of the database, first to last. Where there is none, and so nobody who could let anybody in, one is made. */
export async function operators(deps: Deps): Promise<readonly [Named, ...Named[]]> {
	const sql = 'SELECT id, name FROM person WHERE operator = 1 AND erased_at IS NULL ORDER BY created_at, id'
	const [[first, ...others]] = await deps.db.read(rows(sql, [], named))
	if (first) return [first, ...others]
	const made = await createPerson(deps, { name: OPERATOR, emails: [], operator: true })
	if (!made.ok) throw new Error(`the operator was refused: ${made.reason.code}`)
	return [{ id: made.value, name: OPERATOR }]
}
