import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { flag, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

const askedRow = row({ email: z.string(), attempts: z.number(), unsaid: flag })

/** An address that a browser asked for, and how many codes were typed there since. */
export type AskedFor = ReturnType<typeof askedRow>

/**
 * What the browser with this nonce asked for, the latest first. Whether a code was used meanwhile changes nothing in it:
 * otherwise whoever asked for another's address would see them sign in.
 */
export function askedForQuery(nonceHash: string, now: Instant): Query<AskedFor[]> {
	return rows(
		`SELECT email, attempts, unsaid FROM sign_in WHERE nonce_hash = ? AND ? < expires_at
			ORDER BY created_at DESC, id DESC LIMIT 5`,
		[nonceHash, now],
		askedRow,
	)
}

const mailedRow = row({ id: z.string(), email: z.string(), codeHash: z.string() })

/** A code that was mailed and not used. */
export type MailedCode = ReturnType<typeof mailedRow>

/** The codes that were mailed to these addresses and are good, whoever asked for them: there is one a minute at most. */
export function mailedCodesQuery(emails: readonly string[], now: Instant): Query<MailedCode[]> {
	return rows(
		`SELECT id, email, code_hash FROM sign_in WHERE email IN (SELECT value FROM json_each(?)) AND code_hash IS NOT NULL
			AND consumed_at IS NULL AND ? < expires_at ORDER BY created_at DESC, id DESC LIMIT 50`,
		[JSON.stringify(emails), now],
		mailedRow,
	)
}
