import * as z from 'zod'
import { flag } from '#db/client.ts'
import type { Block } from '#domain/block.ts'
import type { EntryKind } from '#domain/comment.ts'
import type { Instant, PersonId } from '#domain/id.ts'
import type { Role } from '#domain/seats.ts'
import type { Language, Track } from '#domain/statement.ts'

/** Somebody a notice goes to. */
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
	readonly subject?: NoticeSubject
}

export type NoticeSubject =
	| { readonly kind: 'invitation' }
	| {
			readonly kind: 'consultation' | 'ballot' | 'signoff'
			readonly statementId: string
			readonly title: string
			readonly dueAt: Instant | null
			readonly track: Track
			/** There is no position to take a stance on: the views are comments. */
			readonly commentsOnly?: boolean
	  }
	| {
			readonly kind: 'published'
			readonly title: string
			readonly year: number
			readonly number: number
			readonly label: string
	  }
	| {
			readonly kind: 'comments'
			readonly statementId: string
			readonly title: string
			readonly entries: readonly NoticedEntry[]
	  }

/** What a notice is about, as it stands when it is delivered. */
export type Notice = {
	readonly subject: NoticeSubject
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

/** Something said about a text, as a mail tells of it: under the association's name, and no person's. */
export type NoticedEntry = {
	readonly threadId: string
	readonly kind: EntryKind
	/** Null: said by whoever has `role`, for the coalition. */
	readonly association: string | null
	readonly role: Role | null
	/** What it is about, as it was read; null for the whole text. */
	readonly block: Block | null
	readonly text: string
}

export const language = z.enum(['sv', 'en'])
export const role = z.enum(['chair', 'secretary', 'delegate', 'deputy', 'contributor'])

export const COALITION = `coalition.name, coalition.language, coalition.demo,
	(SELECT slug FROM slug WHERE coalition_id = coalition.id AND current = 1) AS slug`
export const coalitionColumns = { name: z.string(), language, demo: flag, slug: z.string() }
