import { type NamedPerson, personsNamedQuery } from '#db/person/load-directory.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import type { Deps } from '#usecases/perform.ts'

/** The one person that the operator named by id or address, or what is wrong with that name. */
export async function onePerson({ db }: Deps, idOrEmail: string): Promise<Result<NamedPerson, string>> {
	const [found] = await db.read(personsNamedQuery(normaliseEmail(idOrEmail)))
	const [one, ...others] = found
	if (!one) return refuse(`There is nobody by "${idOrEmail}".`)
	if (others.length === 0) return ok(one)
	return refuse(
		[`Several persons share "${idOrEmail}". Name one by id:`, ...found.map(({ id, name }) => `  ${id}  ${name}`)].join(
			'\n',
		),
	)
}
