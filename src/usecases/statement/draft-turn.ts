import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { LONGEST_WINDOW_MS, takeTurn } from '#usecases/person/rate-limit.ts'

/** More than anybody prints; the longest text takes a second of processor time. */
const LIMIT = { name: 'drafts', times: 30, windowMs: LONGEST_WINDOW_MS } as const

/** Counts a file that is made of a text somebody works on, or refuses with the minutes to wait. */
export async function takeDraftTurn(deps: Deps, personId: string): Promise<Result<null, Rejection>> {
	return takeTurn(deps, { all: [{ ...LIMIT, key: await sha256(`draft:${personId}`) }] })
}
