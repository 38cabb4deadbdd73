import * as z from 'zod'
import { CURRENT_SLUG } from '#db/members/load-actor.ts'
import { flag, id } from '#db/rows.ts'
import type { ActId, Instant, PersonId } from '#domain/kernel/id.ts'
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
	/** It was handed over for them before, or perhaps twice. */
	readonly told: boolean
	/** It was sent to them once, and nobody said whether it was taken. */
	readonly unsure: boolean
	/** Of the rows that the notification tells of, those that it tells them of, and the act of the first; all of them unless told. */
	readonly tells?: { readonly rows: readonly number[]; readonly actId: ActId }
	/** There is more to tell them, the next time. */
	readonly more?: boolean
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
	/** Until when that which follows it lasts, from the same page: the sign-off after a ballot. */
	readonly followed?: Instant
	/** The rows of the outbox that it tells of, where there are others than the one that was due. */
	readonly covers?: readonly number[]
}

const language = z.enum(LANGUAGES)

export const COALITION = `coalition.name, coalition.language, coalition.demo,
	${CURRENT_SLUG} AS slug`
export const coalitionColumns = { name: z.string(), language, demo: flag, slug: z.string() }

/** Whether a person was told of a row of the outbox, and whether it is not known: see `delivery.unsure`. */
export const toldOf = (outboxId: string) => `EXISTS (SELECT 1 FROM delivery
		WHERE outbox_id = ${outboxId} AND person_id = person.id AND unsure <> 1) AS told,
	EXISTS (SELECT 1 FROM delivery WHERE outbox_id = ${outboxId} AND person_id = person.id AND unsure = 1) AS unsure`
export const toldColumns = { told: flag, unsure: flag }

export const recipientColumns = {
	personId: id<PersonId>(),
	name: z.string(),
	language: language.nullable(),
	email: z.string().nullable(),
	role: z.enum(ROLES),
}
