import * as z from 'zod'
import { adoptedQuery } from '#db/amendment/load-merging.ts'
import { earlierObjectionsQuery } from '#db/amendment/load-objections.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { OPEN } from '#db/comment/load-comments.ts'
import { values } from '#db/rows.ts'
import type { SpokenAgainst } from '#domain/amendment/doubts.ts'
import { type AmendmentRow, amendmentsQuery } from './amendments.ts'

export type Against = Omit<SpokenAgainst, 'blocks' | 'open'> & {
	/** By number. */
	readonly open: readonly AmendmentRow[]
}

/** What speaks for deciding on amendments to a statement by themselves: what is open and adopted, and was said; before a list, or now. */
export function againstQuery(statementId: string, before: string | null = null): Query<Against> {
	return mapQuery(
		allOf({
			open: amendmentsQuery(statementId, { sql: `amendment.state = 'open'`, args: [] }),
			adopted: adoptedQuery(statementId),
			unanswered: values(
				`SELECT DISTINCT block_id FROM comment_thread WHERE statement_id = ? AND block_id IS NOT NULL AND ${OPEN}
					AND EXISTS (SELECT 1 FROM comment WHERE thread_id = comment_thread.id AND comment.association_id IS NOT NULL
						AND withdrawn_at IS NULL)`,
				[statementId],
				z.string(),
			),
			objections: earlierObjectionsQuery(statementId, before),
		}),
		({ unanswered, ...rest }) => ({ ...rest, unanswered: new Set(unanswered) }),
	)
}
