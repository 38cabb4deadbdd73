import { stewardQuery } from '#db/inquiry/load-notice.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Deps } from '#usecases/perform.ts'

/**
 * The person with exactly that address who is chair or secretary of the coalition now; of several who share it, the one
 * who has been it longest. Null where there is none.
 */
export async function stewardAt(deps: Deps, slug: string, email: string): Promise<PersonId | null> {
	const [person] = await deps.db.read(stewardQuery(slug, email, deps.now()))
	return person
}
