import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { values } from '#db/rows.ts'
import { FIXED } from '#domain/statement/statement.ts'

const IS_FIXED = `stage IN (${FIXED.map((stage) => `'${stage}'`).join(', ')})`
const IN_ORDER = 'ORDER BY changed_at, id'

/** Texts that are being voted on or signed: those that answer the inquiry, or all of the coalition, by its id. */
export const fixedIn = (of: 'inquiry' | 'coalition') => `SELECT title FROM statement WHERE ${of}_id = ? AND ${IS_FIXED}`

/** The titles of those that answer an inquiry. */
export function fixedAnswersQuery(inquiryId: string): Query<string[]> {
	return values(`${fixedIn('inquiry')} ${IN_ORDER}`, [inquiryId], z.string())
}

/** The titles of all of a coalition. */
export function fixedTextsQuery(slug: string): Query<string[]> {
	return values(
		`SELECT title FROM statement WHERE coalition_id = ${COALITION_BY_SLUG} AND ${IS_FIXED} ${IN_ORDER}`,
		[slug],
		z.string(),
	)
}
