import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'

const tellingRow = row({
	what: z.enum(['card', 'token']),
	key: z.string(),
	/** What its person knows it by: a card's handle, a token's name. */
	name: z.string(),
	/** Of a token. */
	coalition: z.string().nullable(),
	language: z.enum(LANGUAGES),
	emails: json(z.array(z.string())),
	createdAt: z.number(),
	tellAt: z.number(),
})

/** A new way in that its person is to be told of by mail. */
export type Telling = ReturnType<typeof tellingRow>

const PERSON = `COALESCE(person.language, (SELECT coalition.language FROM seat JOIN coalition ON coalition.id = seat.coalition_id
		WHERE seat.person_id = person.id LIMIT 1), 'sv') AS language,
	(SELECT json_group_array(email) FROM address WHERE person_id = person.id) AS emails`

/** Those that are due, the oldest first. An erased person has no address, and is told nothing. */
export function dueTellingsQuery(now: Instant, limit: number): Query<Telling[]> {
	return rows(
		`SELECT 'card' AS what, handle AS key, handle AS name, NULL AS coalition, ${PERSON}, card.created_at, tell_at
				FROM card JOIN person ON person.id = card.person_id WHERE tell_at <= ?1
			UNION ALL SELECT 'token', hash, token.name, (SELECT name FROM coalition WHERE id = token.coalition_id), ${PERSON},
				token.created_at, tell_at
				FROM token JOIN person ON person.id = token.person_id WHERE tell_at <= ?1
			ORDER BY tell_at, key LIMIT ?2`,
		[now, limit],
		tellingRow,
	)
}
