import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { MINUTE_MS, takeTurn } from '#usecases/person/rate-limit.ts'

/** Twice as often as one editor asks whose writer never rests; each takes up to a tenth of a second of processor time. */
const LIMIT = { name: 'likenesses', times: 30, windowMs: MINUTE_MS } as const

/** Counts that somebody asks what in a text is like what was adopted, or refuses with the minutes to wait. */
export async function takeLikenessTurn(deps: Deps, personId: string): Promise<Result<null, Rejection>> {
	return takeTurn(deps, { all: [{ ...LIMIT, key: await sha256(`likenesses:${personId}`) }] })
}
