import { canonical, sha256 } from '#usecases/hashing.ts'
import { SLUG } from './world.ts'

/** What an act's payload hash would be, had all of the command gone into it. */
export function hashOfOrder(kind: string, payload: object): Promise<string> {
	return sha256(canonical({ kind, coalition: SLUG, payload }))
}
