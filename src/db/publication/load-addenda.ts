import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { ballotQuery, type LoadedBallot } from '#db/deciding/load-ballot.ts'
import { positionQuery } from '#db/load-log.ts'
import { COALITION_BY_SLUG, isMember, seatsQuery } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows, values } from '#db/rows.ts'
import { signoffsQuery } from '#db/signing/load-signing.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import type { AddendumId, AssociationId, Instant } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { ADDENDUM_ANSWERS, ADDENDUM_KINDS, type Addendum, type Amendable } from '#domain/publication/addendum.ts'
import type { Published } from '#domain/publication/addendum-record.ts'
import { stretchSchema } from '#schema/addendum.ts'
import { blockVersionSchema } from '#schema/statement.ts'

const addendumRow = row({
	id: id<AddendumId>(),
	kind: z.enum(ADDENDUM_KINDS),
	reason: z.string(),
	stretch: json(stretchSchema).nullable(),
	blocks: json(z.array(blockVersionSchema)),
	openedAt: z.number(),
	closesAt: z.number(),
	urgent: z.string().nullable(),
	takenBackAt: z.number().nullable(),
	ordinal: z.number().nullable(),
	publishedAt: z.number().nullable(),
})

const answerRow = row({
	addendumId: id<AddendumId>(),
	associationId: id<AssociationId>(),
	answer: z.enum(ADDENDUM_ANSWERS),
	reason: z.string(),
	role: z.enum(ROLES).nullable(),
	at: z.number(),
})

export type LoadedAddendum = Addendum & { readonly publishedAt: Instant | null }

/** All that was ever proposed to be added to a statement, in the order in which it was. */
function addendaQuery(statementId: string): Query<LoadedAddendum[]> {
	return mapQuery(
		allOf({
			addenda: rows('SELECT * FROM addendum WHERE statement_id = ? ORDER BY opened_at, id', [statementId], addendumRow),
			answers: rows(
				`SELECT addendum_id, association_id, answer, addendum_answer.reason, at,
					(SELECT role FROM seat WHERE id = seat_id) AS role
				FROM addendum_answer JOIN addendum ON addendum.id = addendum_id
				WHERE statement_id = ? ORDER BY at, association_id`,
				[statementId],
				answerRow,
			),
		}),
		({ addenda, answers }) =>
			addenda.map((addendum) => ({
				...addendum,
				answers: answers.filter(({ addendumId }) => addendumId === addendum.id),
			})),
	)
}

const leftRow = row({ associationId: id<AssociationId>(), at: z.number() })

export type LoadedAmendable = Omit<Amendable, 'ballot' | 'addenda'> & {
	readonly ballot: LoadedBallot
	readonly addenda: readonly LoadedAddendum[]
}

/** A statement of the coalition, as far as something can be added to it; null where there is none, or no ballot has decided it. */
export function amendableQuery(slug: string, statementId: string, now: Instant): Query<LoadedAmendable | null> {
	return mapQuery(
		allOf({
			statement: statementQuery(slug, statementId),
			ballot: ballotQuery(slug, { statementId }),
			signoffs: signoffsQuery(statementId),
			members: values(
				`SELECT id FROM association WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')}`,
				[slug, now],
				id<AssociationId>(),
			),
			left: rows(
				`SELECT id AS association_id, left_at AS at FROM association WHERE coalition_id = ${COALITION_BY_SLUG}
					AND NOT ${isMember('association')}`,
				[slug, now],
				leftRow,
			),
			length: firstValue(
				`SELECT json_array_length(text_bytes, '$.blocks') FROM publication WHERE statement_id = ?`,
				[statementId],
				z.number(),
			),
			seats: seatsQuery(slug),
			addenda: addendaQuery(statementId),
			position: positionQuery,
		}),
		({ statement, ballot, signoffs, length, ...rest }) => {
			if (!statement || !ballot) return null
			const standing = signoffs.filter(({ textHash }) => textHash === statement.textHash)
			const answered = (asked: (typeof standing)[number]['answer']) =>
				standing.filter(({ answer }) => answer === asked).map(({ associationId }) => associationId)
			const [signed, declined] = [answered('signed'), answered('declined')]
			return { ...rest, statement, ballot, signed, declined, length: length ?? 0 }
		},
	)
}

const publishedRow = row({
	label: z.string(),
	year: z.number(),
	number: z.number(),
	textHash: z.string(),
	recordHash: z.string(),
	coalition: z.string(),
})

/** By what the published statement is known; null where it is not published. */
export function publishedAsQuery(statementId: string): Query<Published | null> {
	return firstRow(
		`SELECT label, year, number, text_hash, record_hash, coalition.name AS coalition FROM publication
			JOIN coalition ON coalition.id = publication.coalition_id WHERE statement_id = ?`,
		[statementId],
		publishedRow,
	)
}

/** Whether a published statement has been taken back. */
export function withdrawnQuery(statementId: string): Query<boolean> {
	return mapQuery(
		firstValue(
			`SELECT 1 FROM addendum WHERE statement_id = ? AND kind = 'withdrawal' AND ordinal IS NOT NULL`,
			[statementId],
			z.number(),
		),
		(found) => found !== null,
	)
}
