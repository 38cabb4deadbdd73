import type { DomainEvent } from '#domain/event.ts'
import { isDate, swedishDate } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { DecisionDocumentId, Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText, requiredLine, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { DecisionDocument, DocumentOutcomes, FollowedStatement, RecordedOutcome } from './outcome.ts'

/** Longest link, page and note. Characters. */
const URL_LIMIT = 2000
const PAGE_LIMIT = 60
const OUTCOME_NOTE_LIMIT = 600

/** What is read in a document. */
export type OutcomesRead = Omit<DocumentOutcomes, 'documentId'>

/**
 * Records what a document tells of positions. What was expected by now has come, and is expected no more; whoever waits for the
 * next says when.
 */
export function recordOutcomes(
	actor: Actor,
	followed: FollowedStatement,
	command: OutcomesRead,
	{ now, newId }: Context,
): Result<Decision<{ readonly documentId: DecisionDocumentId }>, Rejection> {
	const may = permit(acts.recordOutcomes, actor, now, followed)
	if (!may.ok) return may
	const read = validOutcomes(followed.numbers, command, now)
	if (!read.ok) return read
	if (read.value.outcomes.length === 0) return refuse({ code: 'empty', field: 'outcomes' })
	const documentId = newId<'decisionDocument'>()
	const { expectedOn } = followed
	const recorded = about(followed, { type: 'outcomesRecorded', payload: { documentId, ...read.value } })
	const come = about(followed, { type: 'outcomeExpected', payload: { on: null, what: '' } })
	const hasCome = expectedOn !== null && expectedOn <= swedishDate(now)
	return ok(told(followed, { documentId }, hasCome ? [recorded, come] : [recorded], may.value.guards))
}

/**
 * Records anew what a document tells, in place of what was recorded from it. Of no position: it was the wrong document, and
 * counts no more. `before`: as it was recorded last.
 */
export function correctOutcomes(
	actor: Actor,
	followed: FollowedStatement,
	before: DocumentOutcomes,
	command: OutcomesRead,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.correctOutcomes, actor, now, followed)
	if (!may.ok) return may
	const read = validOutcomes(followed.numbers, command, now)
	if (!read.ok) return read
	if (tellsTheSame(before, read.value)) return ok({ value: null, events: [], guards: [] })
	const { documentId } = before
	const corrected = about(followed, { type: 'outcomesCorrected', payload: { documentId, ...read.value } })
	return ok(told(followed, null, [corrected], may.value.guards))
}

/** Says when the next outcome is expected, and what it is; null: none is. */
export function expectOutcome(
	actor: Actor,
	followed: FollowedStatement,
	{ on, what }: { readonly on: SwedishDate | null; readonly what: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.expectOutcome, actor, now, followed)
	if (!may.ok) return may
	const { guards } = may.value
	if (on === null) {
		if (followed.expectedOn === null) return ok({ value: null, events: [], guards })
		return ok({
			value: null,
			events: [about(followed, { type: 'outcomeExpected', payload: { on: null, what: '' } })],
			guards,
		})
	}
	if (!isDate(on) || on < swedishDate(now)) return refuse({ code: 'invalid', field: 'expectedOn' })
	const named = requiredLine('expected', what, TITLE_LIMIT)
	if (!named.ok) return named
	return ok({
		value: null,
		events: [about(followed, { type: 'outcomeExpected', payload: { on, what: named.value } })],
		guards,
	})
}

type Fact = {
	[T in 'outcomesRecorded' | 'outcomesCorrected' | 'outcomeExpected']: Pick<
		Extract<DomainEvent, { type: T }>,
		'type' | 'payload'
	>
}['outcomesRecorded' | 'outcomesCorrected' | 'outcomeExpected']

function about({ statement: { id } }: FollowedStatement, fact: Fact): DomainEvent {
	return { ...fact, stream: streams.outcomes(id), statementId: id }
}

/** Those who had a vote on the text are told. */
function told<Value>(
	{ statement, electorate }: FollowedStatement,
	value: Value,
	events: readonly DomainEvent[],
	guards: readonly Guard[],
): Decision<Value> {
	const notifications = electorate.map((associationId) => {
		return { kind: 'outcomes' as const, statementId: statement.id, associationId }
	})
	return { value, events, guards, notifications }
}

/** Checks and trims what a document tells of positions, of which there are those `numbers`; by their order. */
export function validOutcomes(
	numbers: readonly number[],
	{ document, outcomes }: OutcomesRead,
	now: Instant,
): Result<OutcomesRead, Rejection> {
	const cited = citedDocument(document, now)
	if (!cited.ok) return cited
	const valid: RecordedOutcome[] = []
	for (const each of outcomes) {
		const known = numbers.includes(each.number) && valid.every(({ number }) => number !== each.number)
		if (!known) return refuse({ code: 'invalid', field: 'outcomes' })
		const page = optionalText(`page-${each.number}`, oneLine(each.page), PAGE_LIMIT)
		if (!page.ok) return page
		const note = optionalText(`note-${each.number}`, each.note, OUTCOME_NOTE_LIMIT)
		if (!note.ok) return note
		valid.push({ number: each.number, outcome: each.outcome, page: page.value, note: note.value })
	}
	return ok(inOrder({ document: cited.value, outcomes: valid }))
}

/** A link leads to the web and nowhere else: it stands on pages that everybody reads. */
function citedDocument({ kind, ...given }: DecisionDocument, now: Instant): Result<DecisionDocument, Rejection> {
	const title = requiredLine('title', given.title, TITLE_LIMIT)
	if (!title.ok) return title
	const url = optionalText('url', oneLine(given.url), URL_LIMIT)
	if (!url.ok) return url
	if (url.value !== '' && !/^https?:\/\/[^\s/]+/i.test(url.value)) return refuse({ code: 'invalid', field: 'url' })
	const { datedOn } = given
	if (!isDate(datedOn) || datedOn > swedishDate(now)) return refuse({ code: 'invalid', field: 'datedOn' })
	return ok({ kind, title: title.value, url: url.value, datedOn })
}

export const tellsTheSame = (one: OutcomesRead, other: OutcomesRead): boolean =>
	JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

function inOrder({ document: { kind, title, url, datedOn }, outcomes }: OutcomesRead): OutcomesRead {
	return {
		document: { kind, title, url, datedOn },
		outcomes: outcomes
			.map(({ number, outcome, page, note }) => ({ number, outcome, page, note }))
			.sort((one, other) => one.number - other.number),
	}
}
