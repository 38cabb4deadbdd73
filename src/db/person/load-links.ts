import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { firstRow, flag, row } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { knownSinceLately } from '#domain/person/lasting.ts'

/**
 * Whether a row of `sign_in` signs in by its link, in the browser that is known by what has this hash: it is not too old, and not
 * used; or it is a letter's, and its person signed in in this browser lately and has not left it.
 */
export function linkOpens(
	browserHash: string,
	now: Instant,
): { readonly sql: string; readonly args: (string | number)[] } {
	return {
		sql: `? < COALESCE(sign_in.good_until, sign_in.expires_at) AND (sign_in.consumed_at IS NULL
			OR (sign_in.good_until IS NOT NULL AND EXISTS (SELECT 1 FROM known_browser WHERE hash = ?
				AND person_id = sign_in.person_id AND left_at IS NULL AND ? < expires_at)))`,
		args: [now, browserHash, knownSinceLately(now)],
	}
}

const linkRow = row({ open: flag, tooOld: flag, sentTo: z.string().nullable() })

/** What a link still does. */
export type LinkState = ReturnType<typeof linkRow>

/**
 * What a link does in a browser; null when there is none. `sentTo`: of a letter's link, the address it went to, as long as its
 * person has it.
 */
export function linkStateQuery(linkHash: string, browserHash: string, now: Instant): Query<LinkState | null> {
	const opens = linkOpens(browserHash, now)
	const args: InValue[] = [...opens.args, now, now, linkHash]
	return firstRow(
		`SELECT (${opens.sql}) AS open, COALESCE(good_until, expires_at) <= ? AS too_old,
			CASE WHEN good_until IS NOT NULL AND ? < expires_at THEN (SELECT email FROM address
				WHERE person_id = sign_in.person_id AND email = sign_in.email) END AS sent_to
			FROM sign_in WHERE link_hash = ?`,
		args,
		linkRow,
	)
}
