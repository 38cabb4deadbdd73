import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows, values } from '#db/rows.ts'
import type { AssociationId, BlockId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { StandingWord } from '#domain/publication/standing-word.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { STANDING_WORD, standingWordRow } from './standing-word.ts'
import { textsAdded } from './withheld-texts.ts'

/** The last number taken in a coalition's series of a year, here or by what was brought in; 0 when none. */
export function lastNumberQuery(slug: string, year: number): Query<number> {
	return mapQuery(
		firstValue(
			`SELECT MAX(number) FROM (
				SELECT number FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ?
				UNION ALL SELECT number FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ?)`,
			[slug, year, slug, year],
			z.number().nullable(),
		),
		(number) => number ?? 0,
	)
}

/** Who had a vote on a text that was decided. */
export const electorateQuery = (statementId: string): Query<AssociationId[]> =>
	values(
		`SELECT association_id FROM elector WHERE ballot_id = (SELECT ballot_id FROM statement WHERE id = ?)
			ORDER BY association_id`,
		[statementId],
		id<AssociationId>(),
	)

/** What is withheld of a published text, and of what was added to it. */
export const withheldQuery = (statementId: string): Query<BlockId[]> =>
	values('SELECT block_id FROM redaction WHERE statement_id = ? ORDER BY block_id', [statementId], id<BlockId>())

/** What an association has said of that; null: nothing. */
export const withheldContestQuery = (statementId: string, associationId: string): Query<StandingWord | null> =>
	firstRow(
		`${STANDING_WORD} FROM withheld_contest WHERE statement_id = ? AND association_id = ?`,
		[statementId, associationId],
		standingWordRow,
	)

const editorialNoteRow = row({ note: z.string(), at: z.number() })

/** The editorial changes made to the text since its last vote. */
export function editorialNotesQuery(statementId: string): Query<{ note: string; at: Instant }[]> {
	return rows(
		`SELECT editorial_note AS note, at FROM revision WHERE statement_id = ? AND editorial_note IS NOT NULL
			AND at >= (SELECT opens_at FROM ballot WHERE id = (SELECT ballot_id FROM statement WHERE id = ?)) ORDER BY at, id`,
		[statementId, statementId],
		editorialNoteRow,
	)
}

const publicationRow = row({ statementId: id<StatementId>(), blocks: json(z.array(blockVersionSchema)) })

/**
 * A published statement of the coalition with the blocks that it, and what was added to it, were published with; and the texts of the
 * latter, each as a block whose id is its leaf.
 */
export function publicationQuery(
	slug: string,
	statementId: string,
): Query<{ readonly statementId: StatementId; readonly blocks: BlockVersion[] } | null> {
	return firstRow(
		`SELECT publication.statement_id, (SELECT json_group_array(json(value)) FROM (SELECT value FROM json_each(revision.blocks)
				UNION ALL SELECT own.value FROM addendum, json_each(addendum.blocks) AS own
				WHERE addendum.statement_id = publication.statement_id AND ordinal IS NOT NULL
				UNION ALL ${textsAdded('publication.statement_id')})) AS blocks FROM publication
			JOIN statement ON statement.id = publication.statement_id
			JOIN revision ON revision.id = statement.revision_id
			WHERE publication.statement_id = ? AND publication.coalition_id = ${COALITION_BY_SLUG}`,
		[statementId, slug],
		publicationRow,
	)
}
