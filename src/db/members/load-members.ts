import * as z from 'zod'
import { flag, mapQuery, type Query, rows } from '#db/client.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { COALITION_BY_SLUG } from './load-actor.ts'

/** Somebody who has or has had a seat in the coalition, as the directory knows them. */
export type SeatedPerson = {
	readonly id: PersonId
	readonly name: string
	readonly emails: readonly string[]
	/** A printed card with codes left. */
	readonly hasCard: boolean
}

const seatedPersonRow = z.object({ id: z.string(), name: z.string(), emails: z.string().nullable(), hasCard: flag })

/** Everyone who has or has had a seat in the coalition, by name. Nobody else is told of. */
export function seatedPersonsQuery(slug: string): Query<SeatedPerson[]> {
	return mapQuery(
		rows(
			`SELECT person.id, person.name,
				(SELECT group_concat(email, ' ') FROM address WHERE person_id = person.id) AS emails,
				EXISTS (SELECT 1 FROM card JOIN card_code ON card_code.handle = card.handle
					WHERE card.person_id = person.id AND card.revoked_at IS NULL AND card_code.used_at IS NULL) AS "hasCard"
			FROM person WHERE erased_at IS NULL
				AND id IN (SELECT person_id FROM seat WHERE coalition_id = ${COALITION_BY_SLUG})
			ORDER BY name, id`,
			[slug],
			seatedPersonRow,
		),
		(found) =>
			found.map((row) => ({
				...row,
				id: row.id as PersonId,
				emails: (row.emails ?? '').split(' ').filter((email) => email !== ''),
			})),
	)
}
