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

/** What the coalition's associations may still answer: its open ballots, and its decided texts that they can sign or object to. */
export function askedQuery(slug: string, now: Instant): Query<Asked[]> {
	return rows(
		`SELECT ballot.opens_at AS "from", ballot.bylaws,
			CASE statement.stage WHEN 'signing' THEN statement.signoff_due_at ELSE ballot.closes_at END AS "until",
			(SELECT json_group_array(association_id) FROM elector WHERE ballot_id = ballot.id) AS associations
		FROM statement JOIN ballot ON ballot.statement_id = statement.id AND ballot.voided_at IS NULL
		WHERE statement.coalition_id = ${COALITION_BY_SLUG} AND (
			(statement.stage = 'deciding' AND ballot.closed_at IS NULL AND ? < ballot.closes_at)
			OR (statement.stage = 'signing' AND ballot.id = statement.ballot_id AND ? < statement.signoff_due_at))`,
		[slug, now, now],
		askedRow,
	)
}
