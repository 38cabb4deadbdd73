import { personsByEmailQuery, type WaitingCode, waitingCodesQuery } from '#db/person/load-directory.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { type CodeDeps, type CodeKeys, plainHash, possible } from './codes.ts'
import { newSecret, readCode } from './secrets.ts'
import { type NewSession, type Proof, signInBy } from './sessions.ts'

/** How many codes may be typed for one mail. */
const CODE_TRIES = 5
/** How long somebody may take to say which of those who share an address they are: 10 minutes. */
const CHOOSING_MS = 10 * 60_000

/** A session; or, where several share the address that was proven, the secret of a link on which they choose. */
export type CodeRedeemed = NewSession | { readonly chooser: string }

/** Uses up the code from a mail, in the browser that asked for it. */
export async function redeemCode(
	deps: CodeDeps,
	command: { readonly nonce: string; readonly code: string; readonly previous: string | null },
): Promise<Result<CodeRedeemed, Rejection>> {
	const nonceHash = await sha256(command.nonce)
	const now = deps.now()
	// Counted first: of a thousand guesses at once, five are looked at.
	const [waiting] = await deps.db.write([
		{
			sql: `UPDATE sign_in SET attempts = attempts + 1
				WHERE nonce_hash = ? AND code_hash IS NOT NULL AND consumed_at IS NULL AND ? < expires_at`,
			args: [nonceHash, now],
		},
	])
	if (!waiting) return refuse({ code: 'codeGone', field: 'code' })
	const [codes] = await deps.db.read(waitingCodesQuery(nonceHash, now))
	const found = await matching(deps.codeKeys, codes, readCode(command.code))
	if (!found) {
		const left = Math.max(0, ...codes.map(({ attempts }) => CODE_TRIES - attempts))
		return refuse({ code: 'wrongCode', field: 'code', left })
	}
	const [persons] = await deps.db.read(personsByEmailQuery(found.email))
	const [only, ...others] = persons
	if (others.length > 0) return letChoose(deps, found, now)
	const session = only && (await signInBy(deps, codeProof(found.id, only.id, now), command.previous))
	return session ? ok(session) : refuse({ code: 'codeGone', field: 'code' })
}

async function matching(
	keys: CodeKeys,
	codes: readonly WaitingCode[],
	typed: string,
): Promise<WaitingCode | undefined> {
	const hashes = await Promise.all(codes.map(async ({ id }) => possible(keys, await plainHash('code', id, typed))))
	return codes.find(
		({ codeHash: expected, attempts }, index) => attempts <= CODE_TRIES && hashes[index]?.includes(expected),
	)
}

/** Uses the code up for a link that this browser alone is told of. On it a person chooses, as on any shared address's link. */
async function letChoose(deps: Deps, code: WaitingCode, now: Instant): Promise<Result<CodeRedeemed, Rejection>> {
	const chooser = newSecret()
	const linkHash = await sha256(chooser)
	const [made] = await deps.db.write([
		{
			sql: `INSERT INTO sign_in (id, email, way, link_hash, created_at, expires_at)
				SELECT ?, email, 'code', ?, ?, ? FROM sign_in WHERE id = ? AND consumed_at IS NULL`,
			args: [deps.newId<'signIn'>('random'), linkHash, now, now + CHOOSING_MS, code.id],
		},
		{ sql: 'UPDATE sign_in SET consumed_at = ? WHERE id = ? AND consumed_at IS NULL', args: [now, code.id] },
	])
	return made === 1 ? ok({ chooser }) : refuse({ code: 'codeGone', field: 'code' })
}

function codeProof(signInId: string, personId: PersonId, now: Instant): Proof {
	return {
		personOf: {
			sql: `SELECT person.id, 'code' AS way FROM sign_in JOIN address ON address.email = sign_in.email
				JOIN person ON person.id = address.person_id
				WHERE sign_in.id = ? AND person.id = ? AND sign_in.consumed_at IS NULL AND ? < sign_in.expires_at
				AND person.erased_at IS NULL`,
			args: [signInId, personId, now],
		},
		useUp: {
			sql: 'UPDATE sign_in SET consumed_at = ? WHERE id = ? AND consumed_at IS NULL',
			args: [now, signInId],
		},
	}
}
