import type { Condition } from '#db/guards.ts'
import { knownQuery } from '#db/person/load-limits.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type CodeDeps, keyed } from './codes.ts'
import { fullSince, type Limits, refusalIn, takeTurn } from './rate-limit.ts'

/** Where a request comes from. */
export type Whence = {
	/** The network, as text; the same for all requests of whose network nothing is known. */
	readonly network: string
	/** The secret by which the browser may be known; null where it has none. */
	readonly known: string | null
}

/** Where attempts are counted together. `known`: a browser in which the person has signed in before, alone with itself. */
export type Place = { readonly key: string; readonly known: boolean }

/** What is counted is kept under a hash by a key outside the database: of addresses and networks there are few enough to try. */
export const limitKey = ({ codeKeys }: Pick<CodeDeps, 'codeKeys'>, of: string) => keyed(codeKeys, `limit:${of}`)

/**
 * Counts an attempt to sign in as one of the persons for whom a condition on `known_browser` holds, or refuses it. What others
 * in its network do is not held against a browser in which such a person has signed in before.
 */
export async function arrive(
	deps: CodeDeps,
	whence: Whence,
	persons: Condition,
	limitsAt: (place: Place) => Promise<Limits>,
): Promise<Result<Place, Rejection>> {
	const now = deps.now()
	const network = { key: await limitKey(deps, `network:${whence.network}`), known: false }
	const browser = await sha256(whence.known ?? '')
	const limits = await limitsAt(network)
	const [known, ...since] = await deps.db.read<[boolean | null, ...(Instant | null)[]]>(
		knownQuery(browser, persons, now),
		...fullSince(limits, now),
	)
	const place = known ? { key: await limitKey(deps, `browser:${browser}`), known } : network
	// Whoever has no turn left is told so by a read, and makes nobody wait who writes.
	const refusal = known ? null : refusalIn(deps, limits, since, now)
	if (refusal) return refusal
	const turn = await takeTurn(deps, known ? await limitsAt(place) : limits)
	return turn.ok ? ok(place) : turn
}
