import * as z from 'zod'
import { firstValue, rows } from '#db/rows.ts'
import { href, routes } from '#routes'
import type { Deps } from '#usecases/perform.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { seedDemo } from './demo/seed.ts'
import { type Named, named, operators } from './operators.ts'

export type Welcome = { readonly name: string; readonly link: string }

/**
 * Who can sign in at once, with a new one-time link each: the people of the demonstration, which is made the first time;
 * where there is none, and with `empty`, the operators.
 */
export async function welcome(deps: Deps, origin: string, empty: boolean): Promise<Welcome[]> {
	const [coalition] = await deps.db.read(firstValue('SELECT id FROM coalition LIMIT 1', [], z.string()))
	if (!empty && coalition === null) await seedDemo(deps)
	const people = await demoPeople(deps)
	return withLinks(deps, origin, people.length > 0 ? people : await operators(deps))
}

/** Those with a seat in a demonstration, the chair first, each with what they are there. */
async function demoPeople(deps: Deps): Promise<Named[]> {
	const sql = `SELECT person.id, person.name || ' (' || seat.role || COALESCE(', ' || association.name, '') || ')' AS name FROM seat
		JOIN person ON person.id = seat.person_id JOIN coalition ON coalition.id = seat.coalition_id
		LEFT JOIN association ON association.id = seat.association_id
		WHERE coalition.demo = 1 AND seat.ended_at IS NULL AND person.erased_at IS NULL
		ORDER BY seat.association_id IS NOT NULL, association.ordinal, seat.role`
	const [people] = await deps.db.read(rows(sql, [], named))
	return people
}

/** A one-time sign-in link for each person, in their order. */
async function withLinks(deps: Deps, origin: string, persons: readonly Named[]): Promise<Welcome[]> {
	const secrets = await createLinks(
		deps,
		persons.map(({ id }) => id),
		{ by: 'operator' },
	)
	return persons.map(({ name }, index) => {
		const link = href(routes.signInLink, { secret: secrets[index] ?? '' })
		return { name, link: `${origin}${link}` }
	})
}
