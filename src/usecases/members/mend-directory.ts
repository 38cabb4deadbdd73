import { doneLatelyQuery, listedQuery, waitingQuery } from '#db/person/load-addresses.ts'
import type { AddressChangeId, Instant, SeatId } from '#domain/kernel/id.ts'
import { requiredLine } from '#domain/kernel/text.ts'
import { acts } from '#domain/members/acts.ts'
import * as rules from '#domain/members/directory.ts'
import { normaliseEmail, PERSON_NAME_LIMIT } from '#domain/person/person.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type Order, type Outcome, perform } from '#usecases/perform.ts'
import { ending, proposing } from '#usecases/person/address-statements.ts'
import { type CodeDeps, keyed } from '#usecases/person/codes.ts'

/** What was typed, as the act keeps it for telling repetitions apart: of names and addresses there are few enough to try a plain hash of. */
const kept = async ({ codeKeys }: CodeDeps, typed: string) => keyed(codeKeys, await sha256(`typed:${typed}`))

/** What the directory has to tell goes at once, as what the outbox has. */
async function thenTell<Value>(deps: CodeDeps, outcome: Outcome<Value>): Outcome<Value> {
	const done = await outcome
	if (done.ok) deps.notified?.()
	return done
}

type OfSeat = { readonly seatId: SeatId }

/** What every act on whoever is in a seat loads beside the coalition. */
const needsFor = (slug: string, seatId: SeatId) => (now: Instant) => ({
	...onCoalition(slug).needs(now),
	listed: listedQuery(slug, seatId, now),
})

/** The chair mends how the name of whoever is in a seat is written. */
export async function mendName(
	deps: CodeDeps,
	order: Order<OfSeat & { readonly name: string }>,
): Outcome<{ readonly personId: string }> {
	const { seatId, name } = order.command
	return thenTell(
		deps,
		perform(deps, {
			act: acts.mendName,
			order,
			...onCoalition(order.coalition),
			payload: { seatId, name: await kept(deps, name) },
			needs: needsFor(order.coalition, seatId),
			load: (now) => ({ lately: doneLatelyQuery(order.coalition, acts.mendName, now) }),
			decide: (actor, { coalition, listed, lately }, context) =>
				rules.mendName(actor, coalition, listed, lately, name, context),
			also: ({ personId }, coalitionId) => {
				const now = deps.now()
				const valid = requiredLine('name', name, PERSON_NAME_LIMIT)
				if (!valid.ok) return []
				return [
					{
						sql: `INSERT INTO directory_mail
							(about, kind, email, person_id, coalition_id, former_name, new_name, created_at, tell_at)
						SELECT ?, 'renamed', email, person.id, ?, person.name, ?, ?, ?
						FROM address JOIN person ON person.id = address.person_id WHERE person.id = ?`,
						args: [deps.newId('random'), coalitionId, valid.value, now, now, personId],
					},
					{ sql: 'UPDATE person SET name = ? WHERE id = ? AND erased_at IS NULL', args: [valid.value, personId] },
				]
			},
		}),
	)
}

/** The chair proposes an address for whoever is in a seat. */
export async function proposeAddress(
	deps: CodeDeps,
	order: Order<OfSeat & { readonly email: string }>,
): Outcome<rules.Proposed> {
	const { seatId, email } = order.command
	let by: Parameters<typeof proposing>[0]['by'] | undefined
	return thenTell(
		deps,
		perform(deps, {
			act: acts.proposeAddress,
			order,
			...onCoalition(order.coalition),
			payload: { seatId, email: await kept(deps, normaliseEmail(email)) },
			needs: needsFor(order.coalition, seatId),
			load: (now) => ({ lately: doneLatelyQuery(order.coalition, acts.proposeAddress, now) }),
			decide: (actor, { coalition, listed, lately }, context) => {
				by = actor.personId
				return rules.proposeAddress(actor, coalition, listed, lately, email, context)
			},
			also: ({ changeId: id, personId }, coalitionId) =>
				by === undefined
					? []
					: proposing({ id, personId, email: normaliseEmail(email), by, coalitionId, now: deps.now() }),
		}),
	)
}

/** A chair takes back what was proposed for whoever is in a seat. */
export function withdrawAddress(deps: CodeDeps, order: Order<OfSeat>): Outcome<{ readonly changeId: AddressChangeId }> {
	const { seatId } = order.command
	return perform(deps, {
		act: acts.withdrawAddress,
		order,
		...onCoalition(order.coalition),
		load: (now) => ({ waiting: waitingQuery(order.coalition, seatId, now) }),
		decide: (actor, { coalition, waiting }, context) => rules.withdrawAddress(actor, coalition, waiting, context),
		also: ({ changeId }) => [ending(changeId, deps.now())],
	})
}
