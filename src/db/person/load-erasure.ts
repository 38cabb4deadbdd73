import type { InValue } from '@libsql/client/web'
import type { Condition } from '#db/guards.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import type { Instant } from '#domain/kernel/id.ts'

type Person = { readonly sql: string; readonly args: readonly InValue[] }

/** Nobody but the person has such a seat now, as a condition on \`seat\`. */
const nobodyElse = (
	roles: string,
) => `NOT EXISTS (SELECT 1 FROM seat AS other JOIN person ON person.id = other.person_id
	WHERE other.person_id <> seat.person_id AND person.erased_at IS NULL AND other.role IN (${roles})
	AND other.coalition_id = seat.coalition_id AND other.association_id IS seat.association_id AND ${seatedNow('other')})`

/** The coalitions in which a person is the only chair, from \`FROM\` on. */
export const aloneInChair = (person: Person, now: Instant): Condition => ({
	sql: `FROM seat JOIN coalition ON coalition.id = seat.coalition_id
		WHERE seat.person_id = ${person.sql} AND seat.role = 'chair' AND ${seatedNow('seat')} AND ${nobodyElse("'chair'")}`,
	args: [...person.args, now, now, now, now],
})

/** The associations in an open ballot that only this person can vote for, from \`FROM\` on. */
export const onlyVoice = (person: Person, now: Instant): Condition => ({
	sql: `FROM seat JOIN association ON association.id = seat.association_id
		CROSS JOIN ballot ON ballot.coalition_id = seat.coalition_id
		CROSS JOIN elector ON elector.ballot_id = ballot.id AND elector.association_id = seat.association_id
		WHERE seat.person_id = ${person.sql} AND seat.role IN ('delegate', 'deputy') AND ${seatedNow('seat')}
		AND ballot.outcome IS NULL AND ballot.closed_at IS NULL AND ballot.voided_at IS NULL AND ? < ballot.closes_at
		AND ${nobodyElse("'delegate', 'deputy'")}`,
	args: [...person.args, now, now, now, now, now],
})
