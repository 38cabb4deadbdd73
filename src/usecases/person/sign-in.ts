import type { Condition } from '#db/guards.ts'
import { personsByEmailQuery } from '#db/person/load-directory.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type CodeDeps, keyed, plainHash } from './codes.ts'
import { arrive, limitKey, type Place, type Whence } from './places.ts'
import { counting, fullSince, hasTurn, type Limit, MINUTE_MS, refusalIn } from './rate-limit.ts'
import { newCode, newSecret } from './secrets.ts'

/** How long the link and the code in a mail that was asked for are good. */
export const ASKED_MS = 10 * MINUTE_MS

const QUARTER_MS = 15 * MINUTE_MS

/** As many as come to a meeting and share its network, each for the first time. */
const ASKS_FROM_A_PLACE = 30

/** What was asked for. The secrets go into the mail, if there is to be one; neither is stored. */
export type Asked = {
	readonly id: string
	readonly email: string
	readonly linkSecret: string
	readonly code: string
	readonly place: Place
}

/**
 * Begins a sign-in for an address. Known and unknown addresses get the very same treatment, so that nobody can find out
 * who has one here; whether a mail goes is asked afterwards, by `takeMailTurn`.
 *
 * @param nonce what ties codes to the browser that asked.
 */
export async function askToSignIn(
	deps: CodeDeps,
	command: {
		readonly email: string
		readonly nonce: string
		readonly whence: Whence
		/** The browser has not said the address. */
		readonly unsaid?: boolean
	},
): Promise<Result<Asked, Rejection>> {
	const email = normaliseEmail(command.email)
	const itsPersons = { sql: 'person_id IN (SELECT person_id FROM address WHERE email = ?)', args: [email] }
	const arrived = await arrive(deps, command.whence, itsPersons, async ({ key }) => ({
		all: [{ name: 'asking', key: `asking ${key}`, times: ASKS_FROM_A_PLACE, windowMs: QUARTER_MS }],
	}))
	if (!arrived.ok) return arrived
	const [id, linkSecret, code] = [deps.newId<'signIn'>('random'), newSecret(), newCode()]
	const now = deps.now()
	await deps.db.write([
		{
			sql: `INSERT INTO sign_in (id, email, link_hash, nonce_hash, created_at, expires_at, unsaid)
				VALUES (?, ?, ?, ?, ?, ?, ?)`,
			args: [
				id,
				email,
				await sha256(linkSecret),
				await sha256(command.nonce),
				now,
				now + ASKED_MS,
				command.unsaid ? 1 : 0,
			],
		},
	])
	return ok({ id, email, linkSecret, code, place: arrived.value })
}

/**
 * The mails to one address: one a minute; asked for more often, two in five minutes. That is less than a code is good for: whoever
 * is asked for all day has one all day, and an inbox that can be read.
 */
async function toAddress(deps: CodeDeps, email: string): Promise<readonly Limit[]> {
	const key = await limitKey(deps, `mail:${email}`)
	return [
		{ name: 'mailToAddress', key, times: 1, windowMs: MINUTE_MS },
		{ name: 'mailToAddress', key: `more ${key}`, times: 2, windowMs: 5 * MINUTE_MS },
	]
}

/** Mails that are sent, to all: for what the mail provider allows. Requests that bring no mail count for nothing here. */
const IN_ALL: Limit = { name: 'mailInAll', key: 'mail', times: 300, windowMs: QUARTER_MS }

/**
 * Whether what was asked for is to be mailed: somebody has the address, and there is a turn for it. From then on its code is good, in
 * every browser that asked for the address: who asks when the mail for another has just gone signs in by that one.
 */
export async function takeMailTurn(deps: CodeDeps, { id, email, code, place }: Asked): Promise<boolean> {
	const [persons] = await deps.db.read(personsByEmailQuery(email))
	if (persons.length === 0) return false
	const now = deps.now()
	const limits = [...(await toAddress(deps, email)), ...(place.known ? [] : [IN_ALL])]
	const codeHash = await keyed(deps.codeKeys, await plainHash('code', id, code))
	const turns = limits.map((limit) => hasTurn(limit, now))
	const granted: Condition = {
		sql: 'EXISTS (SELECT 1 FROM sign_in WHERE id = ? AND code_hash = ?)',
		args: [id, codeHash],
	}
	const [mailed] = await deps.db.write([
		{
			sql: `UPDATE sign_in SET code_hash = ? WHERE id = ? AND ${turns.map(({ sql }) => sql).join(' AND ')}`,
			args: [codeHash, id, ...turns.flatMap(({ args }) => args)],
		},
		...limits.map((limit) => counting(limit, now, granted)),
	])
	if (mailed === 1) return true
	// Said to nobody but the log: to whoever asked, a mail that does not go is as one that does.
	refusalIn(deps, { all: limits }, await deps.db.read(...fullSince({ all: limits }, now)), now)
	return false
}
