import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { electorateQuery } from '#db/publication/load-publication.ts'
import { WITHHELD_PART, withheldPart } from '#db/publication/withheld.ts'
import { id, row, rows, values } from '#db/rows.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'

const partRow = row({ what: withheldPart, ground: z.string(), at: z.number() })

const contestRow = row({ associationId: id<AssociationId>(), name: z.string(), reason: z.string(), at: z.number() })

/** What is withheld of a published text, as members see it. */
export type WithheldView = {
	readonly header: StatementHeader
	/** The kind of each part, why it is withheld and since when, the first first. Never what it said. */
	readonly parts: readonly ReturnType<typeof partRow>[]
	/** Those that do not agree. */
	readonly contests: readonly ReturnType<typeof contestRow>[]
	/** Who had a vote on the text. */
	readonly electorate: readonly AssociationId[]
}

/** Null where there is no such text. */
export function withheldViewQuery(slug: string, statementId: string): Query<WithheldView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			parts: rows(
				`SELECT ${WITHHELD_PART} AS what, ground, at FROM redaction AS withheld WHERE statement_id = ? ORDER BY at, rowid`,
				[statementId],
				partRow,
			),
			contests: rows(
				`SELECT association_id, association.name, reason, at FROM withheld_contest
					JOIN association ON association.id = association_id WHERE statement_id = ? AND standing = 1
					ORDER BY association.ordinal, association.id`,
				[statementId],
				contestRow,
			),
			electorate: electorateQuery(statementId),
		}),
		({ header, ...rest }) => header && { header, ...rest },
	)
}

/** The associations that do not agree that something is withheld of the text under a number, in the coalition's order. */
export const withheldContestedQuery = (slug: string, year: number, number: number): Query<string[]> =>
	values(
		`SELECT association.name FROM withheld_contest AS contest JOIN publication ON publication.statement_id = contest.statement_id
			JOIN association ON association.id = contest.association_id
			WHERE publication.coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ? AND contest.standing = 1
			ORDER BY association.ordinal, association.id`,
		[slug, year, number],
		z.string(),
	)
