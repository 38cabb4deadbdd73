import { type AskedFor, askedForQuery, type MailedCode, mailedCodesQuery } from '#db/person/load-codes.ts'
import { personsByEmailQuery } from '#db/person/load-directory.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { type CodeDeps, type CodeKeys, plainHash, possible } from './codes.ts'
import { newSecret, readCode } from './secrets.ts'
import { type BrowserBefore, type NewSession, type Proof, signInBy, wayByMail } from './sessions.ts'

/** How many codes may be typed each time that one has asked. */
const CODE_TRIES = 5
/** How long somebody may take to say which of those who share an address they are: 10 minutes. */
const CHOOSING_MS = 10 * 60_000

/** A session; or, where several share the address that was proven, the secret of a link on which they choose. */
export type CodeRedeemed = NewSession | { readonly chooser: string }

/**
 * Uses up a code from a mail, in a browser that asked for the address it went to. The right one always works there: what limits
 * guessing is how often a browser may type, and how often its network may ask.
 */
export async function redeemCode(
	deps: CodeDeps,
	command: { readonly nonce: string; readonly code: string; readonly browser: BrowserBefore },
): Promise<Result<CodeRedeemed, Rejection>> {
	const nonceHash = await sha256(command.nonce)
	const now = deps.now()
	// A browser that asked for nothing is told so by a read, and makes nobody wait who writes.
	const [before] = await deps.db.read(askedForQuery(nonceHash, now))
	if (before.length === 0) return refused(deps, { code: 'codeGone', field: 'code' })
	// Counted first: of a thousand guesses at once, five are looked at.
	await deps.db.write([
		{
			sql: 'UPDATE sign_in SET attempts = attempts + 1 WHERE nonce_hash = ? AND ? < expires_at',
			args: [nonceHash, now],
		},
	])
	const emails = before.map(({ email }) => email)
	const [asked, codes] = await deps.db.read<[AskedFor[], MailedCode[]]>(
		askedForQuery(nonceHash, now),
		mailedCodesQuery(emails, now),
	)
	const open = new Set(asked.filter(({ attempts }) => attempts <= CODE_TRIES).map(({ email }) => email))
	const looked = codes.filter(({ email }) => open.has(email))
	const found = await matching(deps.codeKeys, looked, readCode(command.code))
	if (!found) {
		const left = Math.max(0, ...asked.map(({ attempts }) => CODE_TRIES - attempts))
		return refused(deps, { code: 'wrongCode', field: 'code', left })
	}
	const [persons] = await deps.db.read(personsByEmailQuery(found.email))
	const [only, ...others] = persons
	if (others.length > 0) return letChoose(deps, found, now)
	const session = only && (await signInBy(deps, codeProof(found.id, only.id, now), command.browser))
	return session ? ok(session) : refused(deps, { code: 'codeGone', field: 'code' })
}

async function matching(keys: CodeKeys, codes: readonly MailedCode[], typed: string): Promise<MailedCode | undefined> {
	const hashes = await Promise.all(codes.map(async ({ id }) => possible(keys, await plainHash('code', id, typed))))
	return codes.find(({ codeHash }, index) => hashes[index]?.includes(codeHash))
}

function refused(deps: Deps, reason: Rejection & { code: 'wrongCode' | 'codeGone' }): Result<never, Rejection> {
	deps.log?.({ event: 'signInRefused', why: reason.code })
	return refuse(reason)
}

/** Uses the code up for a link that this browser alone is told of. On it a person chooses, as on any shared address's link. */
async function letChoose(deps: Deps, code: MailedCode, now: Instant): Promise<Result<CodeRedeemed, Rejection>> {
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
		by: 'code',
		personOf: {
			sql: `SELECT person.id, ${wayByMail("'code'")} FROM sign_in JOIN address ON address.email = sign_in.email
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
