import type { ActorRef } from '#db/members/load-actor.ts'
import { uuidOf } from '#db/new-id.ts'
import { askingQuery } from '#db/person/load-directory.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { requiredLine } from '#domain/kernel/text.ts'
import { isEmail, normaliseEmail, PERSON_NAME_LIMIT } from '#domain/person/person.ts'
import type { Language } from '#domain/statement/statement.ts'
import { canonical, sha256 } from '#usecases/hashing.ts'
import type { Deps, Order } from '#usecases/perform.ts'

export type NewPerson = {
	readonly name: string
	/** None to several; an address may be shared with others. */
	readonly emails: readonly string[]
	readonly operator?: boolean
}

/** Checks and tidies what was typed about a new person. */
export function validPerson(command: NewPerson): Result<NewPerson, Rejection> {
	const name = requiredLine('name', command.name, PERSON_NAME_LIMIT)
	if (!name.ok) return name
	const emails = [...new Set(command.emails.map(normaliseEmail).filter((email) => email !== ''))]
	if (!emails.every(isEmail)) return refuse({ code: 'invalid', field: 'email' })
	return ok({ ...command, name: name.value, emails })
}

/**
 * Enters a person in the directory. A person without a seat can do nothing and sees nothing. Entering the same `personId`
 * again changes nothing.
 */
export async function createPerson(
	deps: Deps,
	command: NewPerson,
	personId: PersonId = deps.newId<'person'>(),
): Promise<Result<PersonId, Rejection>> {
	const valid = validPerson(command)
	if (!valid.ok) return valid
	await createPersons(deps, [{ ...valid.value, id: personId }])
	return ok(personId)
}

/**
 * Enters persons whose names and addresses have been checked, all at once. As with one, entering the same ids again changes
 * nothing.
 */
export async function createPersons(
	deps: Deps,
	persons: readonly (NewPerson & { readonly id: PersonId })[],
): Promise<void> {
	if (persons.length === 0) return
	const createdAt = deps.now()
	const list = JSON.stringify(persons)
	await deps.db.write([
		{
			sql: `INSERT INTO person (id, name, operator, created_at)
				SELECT value ->> 'id', value ->> 'name', COALESCE(value ->> 'operator', 0), ? FROM json_each(?)
				WHERE true ON CONFLICT DO NOTHING`,
			args: [createdAt, list],
		},
		{
			sql: `INSERT INTO address (person_id, email, created_at)
				SELECT person.value ->> 'id', email.value, ? FROM json_each(?) AS person, json_each(person.value, '$.emails') AS email
				WHERE true ON CONFLICT DO NOTHING`,
			args: [createdAt, list],
		},
	])
}

/**
 * The id of a person whom an order enters: it follows from the order, so that the same form sent twice, even at once,
 * enters one person. A UUID of version 8 (RFC 9562, 5.8).
 */
export async function personIdFor(order: Order<unknown>, newcomer: NewPerson): Promise<PersonId> {
	const { name, emails } = newcomer
	const { actor, coalition, key } = order
	const hash = await sha256(canonical({ actor, coalition, key: key.value, name, emails }))
	const variant = '89ab'[Number.parseInt(hash.slice(16, 17), 16) % 4]
	return uuidOf(`${hash.slice(0, 12)}8${hash.slice(13, 16)}${variant}${hash.slice(17, 32)}`) as PersonId
}

/** What somebody changes about themselves: their name, and the language they are written to in; null: as their coalition. */
export async function changeProfile(
	deps: Deps,
	actor: ActorRef,
	{ name, language }: { readonly name: string | undefined; readonly language: Language | null },
): Promise<Result<null, Rejection>> {
	const called = name === undefined ? ok(null) : requiredLine('name', name, PERSON_NAME_LIMIT)
	if (!called.ok) return called
	const [personId] = await deps.db.read(askingQuery(actor, deps.now()))
	if (personId === null) return refuse({ code: 'signInRequired' })
	const sql = 'UPDATE person SET language = ?, name = COALESCE(?, name) WHERE id = ?'
	await deps.db.write([{ sql, args: [language, called.value, personId] }])
	return ok(null)
}
