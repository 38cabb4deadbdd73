import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { type ActorRef, personExpression } from '#db/members/load-actor.ts'
import { flag, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { WAYS } from '#domain/person/ways.ts'

const sessionRow = row({
	id: z.string(),
	createdAt: z.number(),
	way: z.enum(WAYS).nullable(),
	lastUsedAt: z.number().nullable(),
	own: flag,
})

/** A browser in which somebody is signed in. `id` names it to its person; `own`: the one that asks. */
export type OwnSession = ReturnType<typeof sessionRow>

/** A person's sessions that are good, the one that asks first. */
export function ownSessionsQuery(ref: ActorRef | null, now: Instant): Query<OwnSession[]> {
	const hash = ref?.by === 'session' ? ref.hash : ''
	const person = personExpression({ by: 'session', hash }, now)
	return rows(
		`SELECT substr(hash, 1, 16) AS id, created_at, way, last_used_at, hash = ? AS own FROM session
			WHERE person_id = ${person.sql} AND ? < expires_at ORDER BY own DESC, created_at DESC, hash`,
		[hash, ...person.args, now],
		sessionRow,
	)
}
