import type { Instant } from '#domain/kernel/id.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { newSecret } from './secrets.ts'

export const DAY_MS = 24 * 60 * 60 * 1000

/** How long a browser stays signed in at most: 30 days. Acts that bind an association ask for a fresher sign-in than that. */
export const SESSION_MS = 30 * DAY_MS

/** How long it stays so unused: 14 days, since many open Samsvar twice a month. */
export const IDLE_MS = 14 * DAY_MS

/** A session just made. The secret goes into the cookie and nowhere else. */
export type NewSession = { readonly secret: string }

type Statement = { readonly sql: string; readonly args: (string | number | null)[] }

/** Where a session comes from: a select that gives the person's id once while it may be used, and what uses it up. */
export type Proof = {
	/** `SELECT person.id, … AS way …`: whose, and how they sign in by it. Gives one row at most. */
	readonly personOf: Statement
	/** Uses the proof up; must change exactly one row. `AND …` is appended. */
	readonly useUp: Statement
	/** What else goes with it. `AND …` is appended. */
	readonly also?: readonly Statement[]
}

/**
 * Makes a session from a proof in one write: of any number who use the same proof at once, one gets it. The session the
 * browser had before is over. Null when the proof is no longer good.
 *
 * @param previous hash of the browser's session until now.
 */
export async function signInBy(deps: Deps, proof: Proof, previous: string | null): Promise<NewSession | null> {
	const secret = newSecret()
	const hash = await sha256(secret)
	const now = deps.now()
	const made = 'EXISTS (SELECT 1 FROM session WHERE hash = ?)'
	const whenMade = ({ sql, args }: Statement): Statement => ({ sql: `${sql} AND ${made}`, args: [...args, hash] })
	const [inserted, used] = await deps.db.write([
		insertSession(hash, proof.personOf, now),
		whenMade(proof.useUp),
		...(proof.also ?? []).map(whenMade),
		whenMade({ sql: 'DELETE FROM session WHERE hash = ?', args: [previous ?? ''] }),
	])
	if (inserted !== used) throw new Error('a proof was used without being used up')
	return inserted === 1 ? { secret } : null
}

function insertSession(hash: string, personOf: Statement, now: Instant): Statement {
	return {
		sql: `INSERT INTO session (hash, person_id, way, created_at, authenticated_at, last_used_at, expires_at)
			SELECT ?, proven.id, proven.way, ?, ?, ?, ? FROM (${personOf.sql} LIMIT 1) AS proven`,
		args: [hash, now, now, now, now + Math.min(IDLE_MS, SESSION_MS), ...personOf.args],
	}
}

/** Ends a session. Nothing happens when there is none. */
export async function signOut(deps: Deps, sessionHash: string): Promise<void> {
	await deps.db.write([{ sql: 'DELETE FROM session WHERE hash = ?', args: [sessionHash] }])
}

/** Deletes what has run out: sessions, sign-ins and counted attempts. */
export async function forgetExpired(deps: Deps): Promise<void> {
	const args = [deps.now()]
	await deps.db.write([
		{ sql: 'DELETE FROM session WHERE expires_at <= ?', args },
		{ sql: 'DELETE FROM sign_in WHERE expires_at <= ?', args },
		{ sql: 'DELETE FROM rate_limit WHERE since <= ?', args: [deps.now() - DAY_MS] },
	])
}
