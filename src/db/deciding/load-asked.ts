import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { json, row, rows } from '#db/rows.ts'
import type { Asked } from '#domain/deciding/voice.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { bylawsSchema } from '#schema/deciding.ts'
import { idOf } from '#schema/kernel.ts'

const askedRow = row({
	from: z.number(),
	until: z.number(),
	bylaws: json(bylawsSchema),
	associations: json(z.array(idOf<AssociationId>())),
})

/** What the coalition's associations may still answer: its open ballots, and its decided texts that they can sign or object to, what is to be added to published ones, and amendments that all are asked about in one question. */
export function askedQuery(slug: string, now: Instant): Query<Asked[]> {
	return rows(
		`SELECT ballot.opens_at AS "from", ballot.bylaws,
			CASE statement.stage WHEN 'signing' THEN statement.signoff_due_at ELSE ballot.closes_at END AS "until",
			(SELECT json_group_array(association_id) FROM elector WHERE ballot_id = ballot.id) AS associations
		FROM statement JOIN ballot ON ballot.statement_id = statement.id AND ballot.voided_at IS NULL
		WHERE statement.coalition_id = ${COALITION_BY_SLUG} AND (
			(statement.stage IN ('drafting', 'consulting', 'deciding') AND ballot.closed_at IS NULL AND ? < ballot.closes_at)
			OR (statement.stage = 'signing' AND ballot.id = statement.ballot_id AND ? < statement.signoff_due_at))
		UNION ALL SELECT addendum.opened_at, ballot.bylaws, addendum.closes_at,
			(SELECT json_group_array(association_id) FROM elector WHERE ballot_id = ballot.id)
		FROM addendum JOIN statement ON statement.id = addendum.statement_id JOIN ballot ON ballot.id = statement.ballot_id
		WHERE addendum.coalition_id = ${COALITION_BY_SLUG} AND taken_back_at IS NULL AND ordinal IS NULL AND ? < addendum.closes_at
		UNION ALL SELECT opened_at, bylaws, closes_at,
			(SELECT json_group_array(elector.value ->> '$.associationId') FROM json_each(electorate) AS elector)
		FROM consensus_list WHERE coalition_id = ${COALITION_BY_SLUG} AND settled_at IS NULL AND cancelled_at IS NULL AND ? < closes_at`,
		[slug, now, now, slug, now, slug, now],
		askedRow,
	)
}
