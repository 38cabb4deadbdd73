import { personsByEmailQuery } from '#db/person/load-directory.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { type CodeDeps, keyed, plainHash } from './codes.ts'
import { type Limit, takeTurn } from './rate-limit.ts'
import { newCode, newSecret } from './secrets.ts'

const MINUTE_MS = 60_000

/** How long the link and the code in a mail that was asked for are good. */
export const ASKED_MS = 10 * MINUTE_MS

const WINDOW_MS = 15 * MINUTE_MS
const perAddress = (email: string): Limit => ({ of: `mail:${email}`, times: 5, windowMs: WINDOW_MS })
/** Against flooding others with our mail, and for the sake of what the mail provider allows. */
const inAll: Limit = { of: 'mail', times: 300, windowMs: WINDOW_MS }

/** What goes into the mail, if anybody has the address. Neither is stored. */
export type Asked = { readonly email: string; readonly linkSecret: string; readonly code: string }

/**
 * Begins a sign-in for an address. Known and unknown addresses get the very same treatment, so that nobody can find out
 * who has one here; whether there is anybody to send the mail to is asked afterwards, by `hasPersons`.
 *
 * @param nonce what ties the code to the browser that asked.
 */
export async function askToSignIn(
	deps: CodeDeps,
	command: { readonly email: string; readonly nonce: string },
): Promise<Result<Asked, Rejection>> {
	const email = normaliseEmail(command.email)
	const turn = await takeTurn(deps, [perAddress(email), inAll])
	if (!turn.ok) return turn
	const [id, linkSecret, code] = [deps.newId<'signIn'>('random'), newSecret(), newCode()]
	const now = deps.now()
	await deps.db.write([
		{
			sql: `INSERT INTO sign_in (id, email, link_hash, code_hash, nonce_hash, created_at, expires_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)`,
			args: [
				id,
				email,
				await sha256(linkSecret),
				await keyed(deps.codeKeys, await plainHash('code', id, code)),
				await sha256(command.nonce),
				now,
				now + ASKED_MS,
			],
		},
	])
	return ok({ email, linkSecret, code })
}

export async function hasPersons(deps: Deps, email: string): Promise<boolean> {
	const [persons] = await deps.db.read(personsByEmailQuery(normaliseEmail(email)))
	return persons.length > 0
}
