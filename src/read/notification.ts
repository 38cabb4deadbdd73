import * as z from 'zod'
import { CURRENT_SLUG } from '#db/members/load-actor.ts'
import { flag, id } from '#db/rows.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { ROLES, type Role } from '#domain/members/seats.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'

/** Somebody a notification goes to. */
export type Recipient = {
	readonly personId: PersonId
	readonly name: string
	readonly role: Role
	/** What they chose; null: as the coalition. */
	readonly language: Language | null
	/** Their first address; null for those without e-mail. */
	readonly email: string | null
	/** It was handed over for them before. */
	readonly told: boolean
	/** What it says to them, where that is not the same to all. */
	readonly subject?: NotificationSubject
}

/** What a notification is about, as it stands when it is delivered. */
export type Notification = {
	readonly subject: NotificationSubject
	readonly coalition: {
		readonly name: string
		readonly slug: string
		readonly language: Language
		readonly demo: boolean
	}
	/** The association it concerns; null for the chair and the secretary. */
	readonly association: string | null
	readonly recipients: readonly Recipient[]
	/** The rows of the outbox that it tells of, where there are others than the one that was due. */
	readonly covers?: readonly number[]
}

const language = z.enum(LANGUAGES)

export const COALITION = `coalition.name, coalition.language, coalition.demo,
	${CURRENT_SLUG} AS slug`
export const coalitionColumns = { name: z.string(), language, demo: flag, slug: z.string() }
export const recipientColumns = {
	personId: id<PersonId>(),
	name: z.string(),
	language: language.nullable(),
	email: z.string().nullable(),
	role: z.enum(ROLES),
}
