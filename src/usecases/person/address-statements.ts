import { notOver, seatedNow } from '#db/members/load-actor.ts'
import type { Change } from '#db/save.ts'
import type { AddressChangeId, CoalitionId, Instant, PersonId } from '#domain/kernel/id.ts'
import { OPEN_MS, UNDONE_WITHIN_MS } from '#domain/person/address-change.ts'

type Statements = NonNullable<Change['also']>

type Proposal = {
	readonly id: AddressChangeId
	readonly personId: PersonId
	readonly email: string
	readonly by: PersonId
	/** Null: the person's own. */
	readonly coalitionId: CoalitionId | null
	readonly now: Instant
}

/** An address that somebody is to have, in place of one that waits already; and who is told of it. */
export function proposing({ id, personId, email, by, coalitionId, now }: Proposal): Statements {
	const mail = (kind: string, to: string) => `INSERT INTO directory_mail
		(about, kind, email, person_id, coalition_id, created_at, tell_at) SELECT ?, '${kind}', ${to}, person_id, coalition_id, ?, ?
		FROM address_change`
	return [
		{
			sql: `UPDATE address_change SET ended_at = ?, outcome = 'replaced'
				WHERE person_id = ? AND ended_at IS NULL AND (coalition_id IS NULL) = ?`,
			args: [now, personId, coalitionId === null],
		},
		{
			sql: `INSERT INTO address_change (id, person_id, email, proposed_by, coalition_id, former, created_at)
				SELECT ?, id, ?, ?, ?, (SELECT json_group_array(email) FROM address WHERE person_id = person.id), ?
				FROM person WHERE id = ? AND erased_at IS NULL`,
			args: [id, email, by, coalitionId, now, personId],
		},
		{ sql: `${mail('confirm', 'email')} WHERE id = ?`, args: [id, now, now, id] },
		// What one adds oneself the other addresses are told when it is so.
		{
			sql: `${mail('proposed', 'former.value')}, json_each(former) AS former
				WHERE address_change.id = ? AND coalition_id IS NOT NULL`,
			args: [id, now, now, id],
		},
	]
}

/**
 * What follows when a change takes effect, where that still may be: nothing came of it, whoever proposed it is still chair, and
 * somebody who had no address has none yet, and no seat elsewhere. Pressed twice at once, the second changes nothing.
 */
export function takingEffect(id: AddressChangeId, now: Instant): Statements {
	const stillChair = `EXISTS (SELECT 1 FROM seat WHERE seat.coalition_id = address_change.coalition_id
		AND seat.person_id = proposed_by AND role = 'chair' AND ${seatedNow('seat')})`
	const stillAlone = `(former <> '[]' OR (NOT EXISTS (SELECT 1 FROM address WHERE address.person_id = address_change.person_id)
		AND NOT EXISTS (SELECT 1 FROM seat WHERE seat.person_id = address_change.person_id
			AND seat.coalition_id <> address_change.coalition_id AND ${notOver('seat')})))`
	const taken = `FROM address_change WHERE address_change.id = ? AND outcome = 'taken' AND ended_at = ?`
	const mail = `INSERT INTO directory_mail (about, kind, email, person_id, coalition_id, created_at, tell_at)`
	return [
		{
			sql: `UPDATE address_change SET ended_at = ?, outcome = 'taken'
				WHERE id = ? AND ended_at IS NULL AND confirmed_at IS NOT NULL AND ? < created_at + ${OPEN_MS}
				AND EXISTS (SELECT 1 FROM person WHERE id = person_id AND erased_at IS NULL AND (coalition_id IS NULL OR operator = 0))
				AND (coalition_id IS NULL OR (${stillChair} AND ${stillAlone}))`,
			args: [now, id, now, now, now, now],
		},
		{
			sql: `INSERT INTO address (person_id, email, created_at) SELECT person_id, email, ended_at ${taken}
				ON CONFLICT DO NOTHING`,
			args: [id, now],
		},
		{
			sql: `${mail} SELECT address_change.id, 'added', address.email, address.person_id, coalition_id, ended_at, ended_at
				FROM address JOIN address_change USING (person_id) WHERE address_change.id = ? AND outcome = 'taken' AND ended_at = ?
				AND address.email <> address_change.email ON CONFLICT DO NOTHING`,
			args: [id, now],
		},
		{
			sql: `${mail} SELECT id, 'inForce', email, person_id, coalition_id, ended_at, ended_at ${taken}
				AND coalition_id IS NOT NULL ON CONFLICT DO NOTHING`,
			args: [id, now],
		},
		// What others proposed rested on addresses that are not all there are any more.
		{
			sql: `UPDATE address_change SET ended_at = ?, outcome = 'replaced' WHERE ended_at IS NULL AND coalition_id IS NOT NULL
				AND person_id = (SELECT person_id ${taken})`,
			args: [now, id, now],
		},
		// It was due, and may not be.
		ending(id, now),
	]
}

/**
 * The person's no to what a chair proposed. Where it has taken effect, all is as it was before: the addresses, and nobody is
 * signed in or has a card or a token by what came of it.
 */
export function refusing(id: AddressChangeId, now: Instant): Statements {
	const undone = `FROM address_change WHERE address_change.id = ?1 AND outcome = 'taken' AND coalition_id IS NOT NULL
		AND ?2 < ended_at + ${UNDONE_WITHIN_MS}`
	const args = [id, now]
	const ofPerson = `person_id = (SELECT person_id ${undone})`
	return [
		{
			sql: `DELETE FROM address WHERE ${ofPerson} AND created_at >= (SELECT ended_at ${undone})
				AND email NOT IN (SELECT former.value FROM address_change, json_each(former) AS former WHERE address_change.id = ?1)`,
			args,
		},
		{
			sql: `INSERT INTO address (person_id, email, created_at)
				SELECT person_id, former.value, ?2 FROM address_change, json_each(former) AS former
				WHERE address_change.id = ?1 AND EXISTS (SELECT 1 ${undone}) ON CONFLICT DO NOTHING`,
			args,
		},
		{ sql: `DELETE FROM session WHERE ${ofPerson}`, args },
		{ sql: `DELETE FROM sign_in WHERE ${ofPerson}`, args },
		...['card', 'token'].map((table) => ({
			sql: `UPDATE ${table} SET revoked_at = ?2 WHERE ${ofPerson} AND revoked_at IS NULL AND created_at >= (SELECT ended_at ${undone})`,
			args,
		})),
		{
			sql: `UPDATE address_change SET ended_at = ?2, outcome = 'replaced' WHERE ${ofPerson} AND ended_at IS NULL`,
			args,
		},
		{
			sql: `UPDATE address_change SET outcome = CASE WHEN ended_at IS NULL THEN 'refused' ELSE 'undone' END, ended_at = ?2
				WHERE id = ?1 AND ((ended_at IS NULL AND ?2 < created_at + ${OPEN_MS}) OR EXISTS (SELECT 1 ${undone}))`,
			args,
		},
	]
}

/** Ends what was proposed, without more. */
export const ending = (id: AddressChangeId, now: Instant): Statements[number] => ({
	sql: `UPDATE address_change SET ended_at = ?, outcome = 'withdrawn' WHERE id = ? AND ended_at IS NULL`,
	args: [now, id],
})
