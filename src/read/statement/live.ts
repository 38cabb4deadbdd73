import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, seatedNow } from '#db/members/load-actor.ts'
import { firstValue, id, json, row, rows } from '#db/rows.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { judgedQuery } from '#db/statement/load-text.ts'
import type { BlockId, Instant, PersonId } from '#domain/kernel/id.ts'
import { ROLES, type Role } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { STAGES, type Stage } from '#domain/statement/statement.ts'

/** Somebody who is signed in and seated: by the hash of their session. */
export type Seated = {
	readonly session: string
	readonly personId: PersonId
	readonly name: string
	readonly roles: readonly Role[]
}

/** Who of those who are connected may be there now, and as what; how far the text has come, null where it is not there; and which of its blocks are judged. */
export type LiveView = {
	readonly seated: readonly Seated[]
	readonly stage: Stage | null
	readonly judged: readonly BlockId[]
}

const seatedRow = row({
	session: z.string(),
	personId: id<PersonId>(),
	name: z.string(),
	roles: json(z.array(z.enum(ROLES))),
})

/** Asked for all who are connected at once: one round trip, however many they are. */
export function liveQuery(
	slug: string,
	statementId: string,
	sessions: readonly string[],
	now: Instant,
): Query<LiveView> {
	return allOf({
		seated: rows(
			`SELECT session.hash AS session, person.id AS person_id, person.name, json_group_array(seat.role) AS roles
				FROM json_each(?) AS connected
				JOIN session ON session.hash = connected.value AND ? < session.expires_at
				JOIN person ON person.id = session.person_id AND person.erased_at IS NULL
				JOIN seat ON seat.person_id = person.id AND seat.coalition_id = ${COALITION_BY_SLUG} AND ${seatedNow('seat')}
				GROUP BY session.hash`,
			[JSON.stringify(sessions), now, slug, now, now],
			seatedRow,
		),
		stage: firstValue(
			`SELECT stage FROM statement WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
			[statementId, slug],
			z.enum(STAGES),
		),
		judged: judgedQuery(statementId),
	})
}

/** The text as it stands, and how far it has come. */
export function draftViewQuery(
	slug: string,
	statementId: string,
): Query<{ readonly stage: Stage; readonly blocks: readonly BlockVersion[] } | null> {
	return mapQuery(
		draftQuery(slug, statementId),
		(draft) => draft && { stage: draft.statement.stage, blocks: draft.blocks },
	)
}
