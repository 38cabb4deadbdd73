import type { Instant } from '#domain/kernel/id.ts'
import { OPEN_MS, UNDONE_WITHIN_MS } from '#domain/person/address-change.ts'
import { IDLE_MS, KNOWN_MS, SESSION_MS } from '#domain/person/lasting.ts'
import type { Way } from '#domain/person/ways.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { DAY_KEY, LONGEST_WINDOW_MS } from './rate-limit.ts'
import { newSecret } from './secrets.ts'

export const DAY_MS = 24 * 60 * 60 * 1000

/** A session just made, and what its browser is known by from now on. The secrets go into cookies and nowhere else. */
export type NewSession = { readonly secret: string; readonly known: string }

/** The browser that somebody signs in with, as it was. */
export type BrowserBefore = {
	/** Hash of the session it had. */
	readonly session: string | null
	/** The secret it was known by. */
	readonly known: string | null
}

/** A change of address can be seen and undone for as long as this after it was proposed: it waits for as long as it may, and is undone as late as that. */
const CHANGE_KEPT_MS = OPEN_MS + UNDONE_WITHIN_MS

type Statement = { readonly sql: string; readonly args: (string | number | null)[] }

/** Where a session comes from: a select that gives the person's id once while it may be used, and what uses it up. */
export type Proof = {
	/** What it is: a link, a code, a card. */
	readonly by: Extract<Way, 'link' | 'code' | 'card'>
	/** `SELECT person.id, … AS way …`: whose, and how they sign in by it. Gives one row at most. */
	readonly personOf: Statement
	/** Uses the proof up; must change exactly one row. `AND …` is appended. */
	readonly useUp: Statement
	/** What else goes with it. `AND …` is appended. */
	readonly also?: readonly Statement[]
}

/**
 * The way in of a person by the row of `sign_in`, as an SQL expression: a mail to an address that a chair gave, and that the
 * person has not agreed to, is told from one to their own for as long as that can be undone.
 */
export const wayByMail = (way: string) => `CASE WHEN EXISTS (SELECT 1 FROM address_change AS given
	WHERE given.person_id = person.id AND given.email = sign_in.email AND given.coalition_id IS NOT NULL
	AND given.outcome = 'taken' AND given.agreed_at IS NULL) THEN 'givenAddress' ELSE ${way} END AS way`

/**
 * Makes a session from a proof in one write: of any number who use the same proof at once, one gets it. The session the
 * browser had before is over, and the browser is one that the person is known by. Null when the proof is no longer good.
 */
export async function signInBy(deps: Deps, proof: Proof, browser: BrowserBefore): Promise<NewSession | null> {
	const secret = newSecret()
	const known = browser.known ?? newSecret()
	const [hash, knownHash] = [await sha256(secret), await sha256(known)]
	const now = deps.now()
	const made = 'EXISTS (SELECT 1 FROM session WHERE hash = ?)'
	const whenMade = ({ sql, args }: Statement): Statement => ({ sql: `${sql} AND ${made}`, args: [...args, hash] })
	const [inserted, used] = await deps.db.write([
		insertSession(hash, proof.personOf, now),
		whenMade(proof.useUp),
		...(proof.also ?? []).map(whenMade),
		whenMade({ sql: 'DELETE FROM session WHERE hash = ?', args: [browser.session ?? ''] }),
		{
			sql: `INSERT INTO known_browser (hash, person_id, expires_at) SELECT ?, person_id, ? FROM session WHERE hash = ?
				ON CONFLICT (hash, person_id) DO UPDATE SET expires_at = excluded.expires_at, left_at = NULL`,
			args: [knownHash, now + KNOWN_MS, hash],
		},
		// Whoever was signed in here before has left it to this person.
		whenMade({
			sql: `UPDATE known_browser SET left_at = ? WHERE hash = ? AND left_at IS NULL
				AND person_id NOT IN (SELECT person_id FROM session WHERE hash = ?)`,
			args: [now, knownHash, hash],
		}),
	])
	if (inserted !== used) throw new Error('a proof was used without being used up')
	if (inserted !== 1) return null
	deps.log?.({ event: 'signedIn', way: proof.by })
	return { secret, known }
}

function insertSession(hash: string, personOf: Statement, now: Instant): Statement {
	return {
		sql: `INSERT INTO session (hash, person_id, way, created_at, authenticated_at, last_used_at, expires_at)
			SELECT ?, proven.id, proven.way, ?, ?, ?, ? FROM (${personOf.sql} LIMIT 1) AS proven`,
		args: [hash, now, now, now, now + Math.min(IDLE_MS, SESSION_MS), ...personOf.args],
	}
}

/** Ends a browser's session, and with it what used links still do there. Nothing happens when there is none. */
export async function signOut(deps: Deps, { session, known }: BrowserBefore): Promise<void> {
	if (session === null) return
	await deps.db.write([
		{
			sql: `UPDATE known_browser SET left_at = ?
				WHERE hash = ? AND person_id IN (SELECT person_id FROM session WHERE hash = ?)`,
			args: [deps.now(), await sha256(known ?? ''), session],
		},
		{ sql: 'DELETE FROM session WHERE hash = ?', args: [session] },
	])
}

/** Deletes what has run out: sessions, sign-ins, known browsers and counted attempts. */
export async function forgetExpired(deps: Deps): Promise<void> {
	const args = [deps.now()]
	await deps.db.write([
		{ sql: 'DELETE FROM session WHERE expires_at <= ?', args },
		{ sql: 'DELETE FROM sign_in WHERE expires_at <= ?', args },
		{ sql: 'DELETE FROM known_browser WHERE expires_at <= ?', args },
		{ sql: 'DELETE FROM address_change WHERE created_at <= ?', args: [deps.now() - CHANGE_KEPT_MS] },
		{
			sql: `DELETE FROM rate_limit WHERE since <= ? AND (since <= ? OR key NOT LIKE '${DAY_KEY}%')`,
			args: [deps.now() - LONGEST_WINDOW_MS, deps.now() - DAY_MS],
		},
	])
}
