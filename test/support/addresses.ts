import type { AddressChangeId, PersonId, SeatId } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import type { Mail, SendMail } from '#mail/port.ts'
import { sha256 } from '#usecases/hashing.ts'
import { proposeAddress } from '#usecases/members/mend-directory.ts'
import type { ActorRef } from '#usecases/perform.ts'
import { addressSecret, type Side } from '#usecases/person/address-secret.ts'
import { confirmAddress, refuseAddress } from '#usecases/person/answer-address.ts'
import { allRows } from './all-rows.ts'
import { ORIGIN } from './app.ts'
import { type CoalitionWorld, DAY, granted } from './world.ts'

/** A session of a person who signed in in some way just now. */
export async function sessionOf({ db, deps }: CoalitionWorld, personId: PersonId, way = 'link') {
	const hash = await sha256(crypto.randomUUID())
	const now = deps.now()
	const sql = `INSERT INTO session (hash, person_id, way, created_at, authenticated_at, last_used_at, expires_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`
	await db.write([{ sql, args: [hash, personId, way, now, now, now, now + 30 * DAY] }])
	return { by: 'session', hash } as const
}

/** What a chair who means no good does, what the mails say of it, and how the addresses answer. */
export function addressesOn(world: CoalitionWorld) {
	const { deps, order, chair, server } = world
	const mails: Mail[] = []
	const keep: SendMail = async (mail) => void mails.push(mail)
	const link = async (side: Side, changeId: string) => ({ changeId, secret: await addressSecret(deps, side, changeId) })
	return {
		mails,
		to: (email: string) => mails.filter(({ to }) => to === email).map(({ subject }) => subject),
		jobs: (mail: SendMail = keep) => runJobs({ ...deps, mail, origin: ORIGIN }),
		propose: async (seatId: SeatId, email: string, by: PersonId = chair): Promise<AddressChangeId> =>
			granted(await proposeAddress(deps, order(by, { seatId, email }))).value.changeId,
		confirm: async (changeId: string, actor: ActorRef | null = null) =>
			confirmAddress(deps, actor, await link('new', changeId)),
		refuse: async (changeId: string) => refuseAddress(deps, await link('former', changeId)),
		emails: async (personId: PersonId) =>
			(await allRows(server.client, 'SELECT email FROM address WHERE person_id = ? ORDER BY email', [personId])).map(
				({ email }) => String(email),
			),
		outcome: async (changeId: string) =>
			(await allRows(server.client, 'SELECT outcome FROM address_change WHERE id = ?', [changeId]))[0]?.outcome,
	}
}
