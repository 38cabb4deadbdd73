import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { PRESET_IN_FORCE } from '#db/coalition/load-coalition.ts'
import {
	type ActorRef,
	COALITION_BY_SLUG,
	CURRENT_SLUG,
	isMember,
	NOBODY,
	personExpression,
} from '#db/members/load-actor.ts'
import { flag, id, row, rows } from '#db/rows.ts'
import { PRESET_NAMES, PRESETS } from '#domain/deciding/bylaws.ts'
import type { Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { takenBackUntil } from '#domain/members/taking-back.ts'
import type { Language } from '#domain/statement/statement.ts'
import { languageSchema } from '#schema/statement.ts'

const lostRow = row({
	seatId: id<SeatId>(),
	personId: id<PersonId>(),
	role: z.enum(ROLES),
	endedAt: z.number().nullable(),
	endedBy: id<PersonId>().nullable(),
	endedUnreached: flag,
	until: z.number().nullable(),
	association: z.string(),
	slug: z.string(),
	name: z.string(),
	language: languageSchema,
	preset: z.enum(PRESET_NAMES),
})

/** A reader's own seat that others ended and that can be taken back, so that it is found without the mail that told of it. */
type LostSeat = {
	readonly seatId: SeatId
	readonly association: string
	readonly coalition: { readonly slug: string; readonly name: string; readonly language: Language }
	readonly until: Instant
}

/** @param slug of the one coalition; null for all. */
export function lostSeatsQuery(ref: ActorRef | null, now: Instant, slug: string | null): Query<LostSeat[]> {
	const person = personExpression(ref ?? NOBODY, now)
	const found = rows(
		`SELECT seat.id AS seat_id, seat.person_id, seat.role, seat.ended_at, seat.ended_by, seat.ended_unreached, seat.until_at AS "until",
			association.name AS association, ${CURRENT_SLUG} AS slug, coalition.name, coalition.language, ${PRESET_IN_FORCE} AS preset
		FROM seat JOIN coalition ON coalition.id = seat.coalition_id
		JOIN association ON association.id = seat.association_id AND ${isMember('association')}
		WHERE seat.person_id = ${person.sql} AND seat.role = 'delegate' AND seat.ended_at IS NOT NULL
			${slug === null ? '' : `AND seat.coalition_id = ${COALITION_BY_SLUG}`}`,
		[now, now, ...person.args, ...(slug === null ? [] : [slug])],
		lostRow,
	)
	return mapQuery(found, (lost) =>
		lost.flatMap(({ seatId, association, slug: of, name, language, preset, ...seat }) => {
			const until = takenBackUntil(PRESETS[preset], seat)
			return until === null || now >= until
				? []
				: { seatId, association, coalition: { slug: of, name, language }, until }
		}),
	)
}
