import * as z from 'zod'
import { allOf, type Database, mapQuery, type Query } from '#db/client.ts'
import { logoColumn } from '#db/coalition/load-coalition.ts'
import { type ActorRef, actorQuery, COALITION_BY_SLUG, CURRENT_SLUG, NOBODY } from '#db/members/load-actor.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import type { AssociationId, CoalitionId, Instant, PersonId } from '#domain/kernel/id.ts'
import { isSeated, type Role, type Seat } from '#domain/members/seats.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'

/** Whoever looks at a page, and the coalition it belongs to. */
export type Viewer = {
	readonly person: {
		readonly id: PersonId
		readonly name: string
		/** Belongs to a demonstration. */
		readonly invented: boolean
		readonly language: Language | null
		readonly operator: boolean
		readonly authenticatedAt: Instant
		/** When the session was last noted as used. */
		readonly lastUsedAt: Instant | null
	} | null
	/** The coalition in the URL; null where there is none, or no such one. */
	readonly coalition: ReturnType<typeof coalitionRow> | null
	/** The person's present seats in the coalition. */
	readonly seats: readonly Seat[]
	/** The associations those seats speak for. */
	readonly associations: readonly ReturnType<typeof associationRow>[]
}

const language = z.enum(LANGUAGES)

const personRow = row({ name: z.string(), language: language.nullable(), invented: flag })

const coalitionRow = row({
	id: id<CoalitionId>(),
	name: z.string(),
	language,
	demo: flag,
	listed: flag,
	/** The slug in force, which may not be the one in the URL. */
	slug: z.string(),
	accent: z.string().nullable(),
	logo: logoColumn,
})

const associationRow = row({ id: id<AssociationId>(), name: z.string() })

/** Reads who is looking, with their seats, in the same batch as whatever the page needs. */
function viewerQuery(ref: ActorRef | null, slug: string | null, now: Instant): Query<Viewer> {
	const who = ref ?? NOBODY
	const personId = who.by === 'session' ? who.hash : ''
	return mapQuery(
		allOf({
			actor: actorQuery(who, slug ?? '', now),
			person: firstRow(
				`SELECT name, language, EXISTS (SELECT 1 FROM seat JOIN coalition ON coalition.id = seat.coalition_id
						WHERE seat.person_id = person.id AND coalition.demo = 1) AS invented
					FROM person WHERE id = (SELECT person_id FROM session WHERE hash = ?)`,
				[personId],
				personRow,
			),
			coalition: firstRow(
				`SELECT id, name, language, demo, listed, accent, logo,
					${CURRENT_SLUG} AS slug
				FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
				[slug ?? ''],
				coalitionRow,
			),
			associations: rows(
				`SELECT id, name FROM association WHERE id IN (SELECT association_id FROM seat
					WHERE coalition_id = ${COALITION_BY_SLUG} AND person_id = (SELECT person_id FROM session WHERE hash = ?))
					ORDER BY ordinal, id`,
				[slug ?? '', personId],
				associationRow,
			),
		}),
		({ actor, person, coalition, associations }): Viewer => {
			const seats = (actor?.actor.seats ?? []).filter((seat) => isSeated(seat, now))
			const spokenFor = new Set(seats.map((seat) => seat.associationId))
			const signedIn = actor !== null && person !== null && typeof actor.actor.authenticatedAt === 'number'
			return {
				person: signedIn
					? {
							id: actor.actor.personId,
							name: person.name,
							invented: person.invented,
							language: person.language,
							operator: actor.actor.operator,
							authenticatedAt: Number(actor.actor.authenticatedAt),
							lastUsedAt: actor.lastUsedAt,
						}
					: null,
				coalition,
				seats,
				associations: associations.filter(({ id }) => spokenFor.has(id)),
			}
		},
	)
}

/** Whether the viewer has one of the roles in the coalition now. */
export function hasRole(viewer: Viewer, roles: readonly Role[]): boolean {
	return viewer.seats.some((seat) => roles.includes(seat.role))
}

/** What a page shows: found in the same read as who is looking. */
export type PageQuery<Data> = Query<Data>

export const nothing: PageQuery<true> = { statements: [], parse: () => true }

/** Reads the viewer and a page's data in one round trip. */
export async function readPage<Data>(
	db: Database,
	ref: ActorRef | null,
	slug: string | null,
	now: Instant,
	query: PageQuery<Data>,
): Promise<{ readonly viewer: Viewer; readonly data: Data }> {
	const [viewer, data] = await db.read<[Viewer, Data]>(viewerQuery(ref, slug, now), query)
	return { viewer, data }
}
