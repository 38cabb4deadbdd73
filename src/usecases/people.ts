import { build, statementOf } from '#db/client.ts'
import type { ActorRef } from '#db/load-actor.ts'
import { askingQuery } from '#db/load-directory.ts'
import { address, person } from '#db/schema/directory.ts'
import type { PersonId } from '#domain/id.ts'
import type { Rejection } from '#domain/rejection.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Language, requiredText } from '#domain/statement.ts'
import type { Deps } from './perform.ts'

export type NewPerson = {
	readonly name: string
	/** None to several; an address may be shared with others. */
	readonly emails: readonly string[]
	readonly operator?: boolean
}

/** Longest name of a person. Characters. */
export const PERSON_NAME_LIMIT = 120
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>".]{2,60}$/

/** How addresses are compared: trimmed and in lower case. */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase()
}

/** Whether a text looks like an e-mail address. Whether it leads to anybody shows only when mail is sent. */
export function isEmail(email: string): boolean {
	return EMAIL.test(normaliseEmail(email))
}

/** Enters a person in the directory. A person without a seat can do nothing and sees nothing. */
export async function createPerson(deps: Deps, command: NewPerson): Promise<Result<PersonId, Rejection>> {
	const name = requiredText('name', command.name, PERSON_NAME_LIMIT)
	if (!name.ok) return name
	const emails = [...new Set(command.emails.map(normaliseEmail).filter((email) => email !== ''))]
	if (!emails.every(isEmail)) return refuse({ code: 'invalid', field: 'email' })
	const personId = deps.newId<'person'>()
	const createdAt = deps.now()
	await deps.db.write([
		statementOf(
			build.insert(person).values({ id: personId, name: name.value, operator: command.operator ?? false, createdAt }),
		),
		...emails.map((email) => statementOf(build.insert(address).values({ personId, email, createdAt }))),
	])
	return ok(personId)
}

/** The language a person is written to and answered in; null: as their coalition. */
export async function chooseLanguage(
	deps: Deps,
	actor: ActorRef,
	language: Language | null,
): Promise<Result<null, Rejection>> {
	const [personId] = await deps.db.read<[PersonId | null]>(askingQuery(actor, deps.now()))
	if (personId === null) return refuse({ code: 'signInRequired' })
	await deps.db.write([{ sql: 'UPDATE person SET language = ? WHERE id = ?', args: [language, personId] }])
	return ok(null)
}
