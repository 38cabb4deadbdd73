import { linkOpens } from '#db/person/load-links.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { LETTER_KEPT_MS } from '#domain/person/letter-link.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { newSecret } from './secrets.ts'
import { type BrowserBefore, DAY_MS, type NewSession, type Proof, signInBy, wayByMail } from './sessions.ts'

/** How long a link is good that is handed over: 7 days. */
const HANDED_OVER_MS = 7 * DAY_MS

type LinkTerms = {
	/** Who brings it to its person: a mail, or the operator, who sees it then. */
	readonly by?: 'mail' | 'operator'
	readonly validForMs?: number
}

/**
 * Makes a personal link for each of the persons and gives the secrets, in their order, for `/sign-in/link/:secret`. Each
 * signs its person in once. What is stored is a hash, so a lost secret is made anew.
 */
export async function createLinks(
	deps: Deps,
	persons: readonly PersonId[],
	{ by = 'mail', validForMs = HANDED_OVER_MS }: LinkTerms = {},
): Promise<string[]> {
	const expiresAt = deps.now() + validForMs
	const way = by === 'operator' ? by : null
	return storeLinks(
		deps,
		persons.map((personId) => ({ personId, email: '', way, goodUntil: null, expiresAt })),
	)
}

/** Whose the link in a letter is, the address that the letter goes to, and until when the link is good. */
export type LetterLink = { readonly personId: PersonId; readonly email: string; readonly until: Instant }

/**
 * Makes the links of letters. Each signs its person in: once in any browser, and again where they have signed in, until it is
 * too old. Then it is kept to whom the letter went, so that a press brings a new mail.
 */
export async function createLetterLinks(deps: Deps, letters: readonly LetterLink[]): Promise<string[]> {
	const expiresAt = deps.now() + LETTER_KEPT_MS
	return storeLinks(
		deps,
		letters.map(({ personId, email, until }) => ({ personId, email, way: null, goodUntil: until, expiresAt })),
	)
}

type StoredLink = {
	readonly personId: PersonId
	readonly email: string
	readonly way: 'operator' | null
	readonly goodUntil: Instant | null
	readonly expiresAt: Instant
}

async function storeLinks(deps: Deps, links: readonly StoredLink[]): Promise<string[]> {
	if (links.length === 0) return []
	const secrets = links.map(() => newSecret())
	const hashes = await Promise.all(secrets.map(sha256))
	await deps.db.write(
		links.map(({ personId, email, way, goodUntil, expiresAt }, index) => ({
			sql: `INSERT INTO sign_in (id, email, person_id, way, link_hash, created_at, good_until, expires_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			args: [
				deps.newId<'signIn'>('random'),
				email,
				personId,
				way,
				hashes[index] ?? '',
				deps.now(),
				goodUntil,
				expiresAt,
			],
		})),
	)
	return secrets
}

/**
 * Uses a link for one of those it is for. Only for a request that a person made with a button, in the browser that
 * showed it: mail scanners open links, and some press what they find.
 *
 * @returns notFound when the link opens nothing in this browser, or is not for that person.
 */
export async function redeemLink(
	deps: Deps,
	command: { readonly secret: string; readonly personId: string; readonly browser: BrowserBefore },
): Promise<Result<NewSession, Rejection>> {
	const known = await sha256(command.browser.known ?? '')
	const proof = linkProof(await sha256(command.secret), command.personId, known, deps.now())
	const session = await signInBy(deps, proof, command.browser)
	if (session) return ok(session)
	deps.log?.({ event: 'signInRefused', why: 'linkGone' })
	return refuse({ code: 'notFound' })
}

function linkProof(linkHash: string, personId: string, browserHash: string, now: Instant): Proof {
	const opens = linkOpens(browserHash, now)
	return {
		by: 'link',
		personOf: {
			sql: `SELECT person.id, ${wayByMail("COALESCE(sign_in.way, 'link')")} FROM sign_in JOIN person ON person.id = ?
				WHERE sign_in.link_hash = ? AND ${opens.sql}
				AND person.erased_at IS NULL AND (sign_in.person_id = person.id OR (sign_in.person_id IS NULL
					AND EXISTS (SELECT 1 FROM address WHERE person_id = person.id AND email = sign_in.email)))`,
			args: [personId, linkHash, ...opens.args],
		},
		useUp: {
			sql: `UPDATE sign_in SET consumed_at = COALESCE(consumed_at, ?)
				WHERE link_hash = ? AND (consumed_at IS NULL OR good_until IS NOT NULL)`,
			args: [now, linkHash],
		},
	}
}
