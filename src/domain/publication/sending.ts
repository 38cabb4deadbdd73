import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant, ResponseId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredLine, requiredText, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { isEmail, normaliseEmail } from '#domain/person/person.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { addressesIn } from './demands.ts'
import type { DeliveryOutcome } from './facts.ts'
import type { PackFile } from './pack.ts'

/** Whom one letter goes to at most, copies among them. */
const ADDRESSEES_LIMIT = 20

/** A letter as a person writes it: addresses one to a line, or with commas or semicolons between them. */
export type WrittenLetter = {
	readonly to: string
	readonly copyTo: string
	readonly subject: string
	readonly cover: string
}

/** The same, checked: what would leave. */
export type CheckedLetter = {
	readonly to: readonly string[]
	readonly copyTo: readonly string[]
	readonly subject: string
	readonly cover: string
}

/** Checks a letter: each address is one, none stands twice, and there is somebody to send it to. */
export function checkedLetter(letter: WrittenLetter): Result<CheckedLetter, Rejection> {
	const to = addresses('to', letter.to)
	if (!to.ok) return to
	if (to.value.length === 0) return refuse({ code: 'empty', field: 'to' })
	const copies = addresses('copyTo', letter.copyTo)
	if (!copies.ok) return copies
	const copyTo = copies.value.filter((address) => !to.value.includes(address))
	const length = to.value.length + copyTo.length
	if (length > ADDRESSEES_LIMIT) return refuse({ code: 'tooLong', field: 'copyTo', limit: ADDRESSEES_LIMIT, length })
	const subject = requiredLine('subject', letter.subject, TITLE_LIMIT)
	if (!subject.ok) return subject
	const cover = requiredText('cover', letter.cover, NOTE_LIMIT)
	if (!cover.ok) return cover
	return ok({ to: to.value, copyTo, subject: subject.value, cover: cover.value })
}

function addresses(field: 'to' | 'copyTo', text: string): Result<string[], Rejection> {
	return areAddresses(text) ? ok([...new Set(addressesGiven(text))]) : refuse({ code: 'invalid', field })
}

const addressesGiven = (text: string) =>
	text
		.split(/[\n\r,;]+/)
		.map(normaliseEmail)
		.filter((each) => each !== '')

/** Whether there is nothing but addresses in a text, if anything. Mail servers agree on no other letters than those of ASCII. */
export const areAddresses = (text: string): boolean =>
	addressesGiven(text).every((each) => isEmail(each) && /^[!-~]+$/.test(each))

export type SendCommand = WrittenLetter & {
	/** As they were made for this letter, and as the person was shown them. */
	readonly files: readonly PackFile[]
	/** It was sent before and is meant to be sent again, for this reason. */
	readonly again: boolean
	readonly reason: string
}

/** A published statement, as far as it is sent. */
export type Sendable = {
	readonly statement: Statement
	/** When it was last sent, or noted as sent, other than in vain; null: never. */
	readonly sentAt: Instant | null
	readonly withdrawn: boolean
	/** Who had a vote on it, and is told. */
	readonly electorate: readonly AssociationId[]
	/** Where the inquiry says that it is to be sent, in its own words; empty where it says nothing, or there is none. */
	readonly named: string
}

/**
 * Sends a published statement to whoever asked for it, and tells all in whose name it is. It is sent again only where that is meant,
 * and what was withdrawn never. Whom the inquiry did not name is kept with it: what the inquiry says can be changed afterwards.
 */
export function sendResponse(
	actor: Actor,
	{ statement, sentAt, withdrawn, electorate, named }: Sendable,
	command: SendCommand,
	{ now, newId }: Context,
): Result<Decision<{ readonly responseId: ResponseId }>, Rejection> {
	const may = permit(acts.sendResponse, actor, now, { statement })
	if (!may.ok) return may
	if (withdrawn) return refuse({ code: 'statementWithdrawn' })
	const letter = checkedLetter(command)
	if (!letter.ok) return letter
	if (sentAt !== null && !command.again) return refuse({ code: 'alreadySent', at: sentAt })
	const reason = sentAt === null ? ok('') : requiredText('reason', command.reason, NOTE_LIMIT)
	if (!reason.ok) return reason
	const responseId = newId<'response'>('random')
	const { id: statementId } = statement
	const added = addedByHand(named, letter.value)
	const payload = { responseId, ...letter.value, files: command.files, reason: reason.value, added }
	return ok({
		value: { responseId },
		events: [{ type: 'responseSent', stream: streams.statement(statementId), statementId, payload }],
		guards: may.value.guards,
		notifications: [
			{ kind: 'response', statementId },
			...electorate.map((associationId) => ({ kind: 'sent' as const, statementId, associationId })),
		],
	})
}

/** Those whom somebody typed, and the inquiry does not name. */
export function addedByHand(named: string, { to, copyTo }: Pick<CheckedLetter, 'to' | 'copyTo'>): string[] {
	const known = addressesIn(named)
	return [...to, ...copyTo].filter((address) => !known.includes(address))
}

/** A letter that was sent, and what has come of it. */
export type SentResponse = {
	readonly id: ResponseId
	readonly statementId: StatementId
	readonly outcome: DeliveryOutcome | null
}

/** Notes what came of handing a letter over. What is known of it stays so. `said`: by whom or in which code it was refused. */
export function noteDelivery(
	{ id: responseId, statementId, outcome: known }: SentResponse,
	outcome: DeliveryOutcome,
	said: string,
): Decision<null> {
	if (known !== null) return { value: null, events: [], guards: [] }
	const payload = { responseId, outcome, said }
	return {
		value: null,
		events: [{ type: 'responseDelivered', stream: streams.response(responseId), statementId, payload }],
		guards: [],
	}
}
