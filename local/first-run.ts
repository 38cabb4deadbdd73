import * as z from 'zod'
import { rows } from '#db/client.ts'
import type { PersonId } from '#domain/id.ts'
import { href, routes } from '#routes'
import { createPerson } from '#usecases/people.ts'
import type { Deps } from '#usecases/perform.ts'
import { createLinks } from '#usecases/sign-in-links.ts'
import { seedDemo } from './demo/seed.ts'

export type Welcome = { readonly name: string; readonly link: string }

const OPERATOR = 'Operatör'

/**
 * Who can sign in at once, with a new one-time link each: the people of the demonstration, which is made the first time;
 * where there is none, and with `empty`, the operators.
 */
export async function welcome(deps: Deps, origin: string, empty: boolean): Promise<Welcome[]> {
	const [coalitions] = await deps.db.read<[{ id: string }[]]>(rows('SELECT id FROM coalition LIMIT 1', [], found))
	if (!empty && coalitions.length === 0) await seedDemo(deps)
	const people = await demoPeople(deps)
	return people.length > 0 ? withLinks(deps, origin, people) : welcomeOperators(deps, origin)
}

const found = z.object({ id: z.string() })

/** Those with a seat in a demonstration, the chair first, each with what they are there. */
async function demoPeople(deps: Deps): Promise<Named[]> {
	const sql = `SELECT person.id, person.name || ' (' || seat.role || COALESCE(', ' || association.name, '') || ')' AS name FROM seat
		JOIN person ON person.id = seat.person_id JOIN coalition ON coalition.id = seat.coalition_id
		LEFT JOIN association ON association.id = seat.association_id
		WHERE coalition.demo = 1 AND seat.ended_at IS NULL AND person.erased_at IS NULL
		ORDER BY seat.association_id IS NOT NULL, association.ordinal, seat.role`
	const [people] = await deps.db.read<[Named[]]>(rows(sql, [], named))
	return people
}

/**
 * The operators of the database with a new one-time sign-in link each. Where there is none, and so nobody who could let
 * anybody in, one is made.
 */
async function welcomeOperators(deps: Deps, origin: string): Promise<Welcome[]> {
	const found = await operators(deps)
	if (found.length > 0) return withLinks(deps, origin, found)
	const made = await createPerson(deps, { name: OPERATOR, emails: [], operator: true })
	if (!made.ok) throw new Error(`the operator was refused: ${made.reason.code}`)
	return withLinks(deps, origin, [{ id: made.value, name: OPERATOR }])
}

type Named = { readonly id: PersonId; readonly name: string }

const named = z.object({ id: z.string(), name: z.string() }).transform(({ id, name }) => ({ id: id as PersonId, name }))

async function operators(deps: Deps): Promise<Named[]> {
	const sql = 'SELECT id, name FROM person WHERE operator = 1 AND erased_at IS NULL ORDER BY created_at, id'
	const [found] = await deps.db.read<[Named[]]>(rows(sql, [], named))
	return found
}

/** A one-time sign-in link for each person, in their order. */
async function withLinks(deps: Deps, origin: string, persons: readonly Named[]): Promise<Welcome[]> {
	const secrets = await createLinks(
		deps,
		persons.map(({ id }) => id),
	)
	return persons.map(({ name }, index) => {
		const link = href(routes.signInLink, { secret: secrets[index] ?? '' })
		return { name, link: `${origin}${link}` }
	})
}
