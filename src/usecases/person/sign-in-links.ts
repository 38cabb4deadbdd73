import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { newSecret } from './secrets.ts'
import { type BrowserBefore, DAY_MS, type NewSession, type Proof, signInBy } from './sessions.ts'

/** How long a personal link in a notice is good: 7 days. */
export const NOTICE_LINK_MS = 7 * DAY_MS

type LinkTerms = {
	/** Who brings it to its person: the mail it stands in, or the operator, who sees it then. */
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
	{ by = 'mail', validForMs = NOTICE_LINK_MS }: LinkTerms = {},
): Promise<string[]> {
	const now = deps.now()
	const secrets = persons.map(() => newSecret())
	const hashes = await Promise.all(secrets.map(sha256))
	if (persons.length === 0) return []
	await deps.db.write(
		persons.map((personId, index) => ({
			sql: `INSERT INTO sign_in (id, email, person_id, way, link_hash, created_at, expires_at) VALUES (?, '', ?, ?, ?, ?, ?)`,
			args: [
				deps.newId<'signIn'>('random'),
				personId,
				by === 'operator' ? by : null,
				hashes[index] ?? '',
				now,
				now + validForMs,
			],
		})),
	)
	return secrets
}

/**
 * Uses up a link for one of those it is for. Only for a request that a person made with a button, in the browser that
 * showed it: mail scanners open links, and some press what they find.
 *
 * @returns notFound when the link is used, too old, or not for that person.
 */
export async function redeemLink(
	deps: Deps,
	command: { readonly secret: string; readonly personId: string; readonly browser: BrowserBefore },
): Promise<Result<NewSession, Rejection>> {
	const proof = linkProof(await sha256(command.secret), command.personId, deps.now())
	const session = await signInBy(deps, proof, command.browser)
	if (session) return ok(session)
	deps.log?.({ event: 'signInRefused', why: 'linkGone' })
	return refuse({ code: 'notFound' })
}

function linkProof(linkHash: string, personId: string, now: Instant): Proof {
	return {
		by: 'link',
		personOf: {
			sql: `SELECT person.id, COALESCE(sign_in.way, 'link') AS way FROM sign_in JOIN person ON person.id = ?
				WHERE sign_in.link_hash = ? AND sign_in.consumed_at IS NULL AND ? < sign_in.expires_at
				AND person.erased_at IS NULL AND (sign_in.person_id = person.id OR (sign_in.person_id IS NULL
					AND EXISTS (SELECT 1 FROM address WHERE person_id = person.id AND email = sign_in.email)))`,
			args: [personId, linkHash, now],
		},
		useUp: {
			sql: 'UPDATE sign_in SET consumed_at = ? WHERE link_hash = ? AND consumed_at IS NULL',
			args: [now, linkHash],
		},
	}
}
