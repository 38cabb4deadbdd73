import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { flag, id, row, rows, values } from '#db/rows.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { COALITION_BY_SLUG } from './load-actor.ts'

/** Addresses with spaces between them. */
const addresses = z
	.string()
	.nullable()
	.transform((list) => (list ?? '').split(' ').filter((email) => email !== ''))

const seatedPersonRow = row({
	id: id<PersonId>(),
	name: z.string(),
	emails: addresses,
	/** A printed card with codes left. */
	hasCard: flag,
})

/** Somebody who has or has had a seat in the coalition, as the directory knows them. */
export type SeatedPerson = ReturnType<typeof seatedPersonRow>

/** Everyone who has or has had a seat in the coalition, by name. Nobody else is told of. */
export function seatedPersonsQuery(slug: string): Query<SeatedPerson[]> {
	return rows(
		`SELECT person.id, person.name,
				(SELECT group_concat(email, ' ') FROM address WHERE person_id = person.id) AS emails,
				EXISTS (SELECT 1 FROM card JOIN card_code ON card_code.handle = card.handle
					WHERE card.person_id = person.id AND card.revoked_at IS NULL AND card_code.used_at IS NULL) AS has_card
			FROM person WHERE erased_at IS NULL
				AND id IN (SELECT person_id FROM seat WHERE coalition_id = ${COALITION_BY_SLUG})
			ORDER BY name, id`,
		[slug],
		seatedPersonRow,
	)
}

/** Everyone who has or has had a seat in the coalition and has no address. */
export function unreachedQuery(slug: string): Query<ReadonlySet<PersonId>> {
	return mapQuery(
		values(
			`SELECT DISTINCT person_id FROM seat WHERE coalition_id = ${COALITION_BY_SLUG}
				AND NOT EXISTS (SELECT 1 FROM address WHERE address.person_id = seat.person_id)`,
			[slug],
			id<PersonId>(),
		),
		(persons) => new Set(persons),
	)
}
