import type { CoalitionId, InquiryId, RevisionId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Block, normaliseText } from './block.ts'

export type Language = 'sv' | 'en'

/** `drafting → consulting → deciding → signing → published`; back to drafting when referred back; or withdrawn. */
export type Stage = 'drafting' | 'consulting' | 'deciding' | 'signing' | 'published' | 'withdrawn'

export const STAGES: readonly Stage[] = ['drafting', 'consulting', 'deciding', 'signing', 'published']

/** `full`: consultation, ballot, sign-off. `light`: a text is sent round and silence is no objection. */
export type Track = 'full' | 'light'

export type StatementKind = 'response' | 'letter'

export type Statement = {
	readonly id: StatementId
	readonly coalitionId: CoalitionId
	readonly inquiryId: InquiryId | null
	readonly kind: StatementKind
	readonly language: Language
	readonly title: string
	readonly track: Track
	readonly stage: Stage
	/** The text decided on or being decided on; null while it can still be written. */
	readonly revisionId: RevisionId | null
	/** SHA-256 of that text, lower-case hex. */
	readonly textHash: string | null
}

/** A statement's whole text: what `textHash` is the hash of. */
export type StatementText = {
	readonly title: string
	readonly language: Language
	readonly blocks: readonly Block[]
}

/** Where the text can be written. */
export const WRITABLE: readonly Stage[] = ['drafting', 'consulting']

/** Where a statement can still be sent back or withdrawn. */
export const UNPUBLISHED: readonly Stage[] = ['drafting', 'consulting', 'deciding', 'signing']

/** Refuses unless the statement is in one of the stages. */
export function inStage(statement: Statement, allowed: readonly Stage[]): Result<Statement, Rejection> {
	return allowed.includes(statement.stage)
		? ok(statement)
		: refuse({ code: 'wrongStage', stage: statement.stage, allowed })
}

/** Longest title: what fits in a mail's subject and a document's name. Characters. */
export const TITLE_LIMIT = 300

/** Longest free text in a reason, comment or note. Characters. */
export const NOTE_LIMIT = 4000

/** A text that may be left out: normalised, trimmed, within the limit. */
export function optionalText(field: string, text: string, limit: number): Result<string, Rejection> {
	const trimmed = normaliseText(text).trim()
	const length = [...trimmed].length
	return length > limit ? refuse({ code: 'tooLong', field, limit, length }) : ok(trimmed)
}

/** The same, and not empty. */
export function requiredText(field: string, text: string, limit: number): Result<string, Rejection> {
	const valid = optionalText(field, text, limit)
	return valid.ok && valid.value === '' ? refuse({ code: 'empty', field }) : valid
}

/** The same on one line: it becomes a mail's subject, a heading, a file's name. Line ends and tabs become spaces. */
export function requiredLine(field: string, text: string, limit: number): Result<string, Rejection> {
	return requiredText(field, oneLine(text), limit)
}

/** Line ends and tabs become spaces. */
export function oneLine(text: string): string {
	return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
}
