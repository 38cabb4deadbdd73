import type { Ballot, Method } from '#domain/deciding/ballot.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import { maySpeakFor } from '#domain/deciding/entitled.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText } from '#domain/kernel/text.ts'
import { recentlyAuthenticated } from '#domain/members/authority.ts'
import type { Actor, Role } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import type { SignoffAnswer } from './facts.ts'

/** An association's answer about the decided text. Counts only while `textHash` is the statement's. */
export type Signoff = {
	readonly associationId: AssociationId
	readonly answer: SignoffAnswer
	readonly textHash: string
	readonly reason: string
	readonly method: Method
	/** Of the seat it was given from, or whose yes vote carried it. */
	readonly role: Role | null
	readonly at: Instant
}

/** A statement in its signing stage. */
export type Signing = {
	readonly statement: Statement
	readonly ballot: Ballot
	/** Until when associations may answer. Moves when an editorial change asks for new sign-offs. */
	readonly dueAt: Instant
	readonly signoffs: readonly Signoff[]
	/** What associations say of the votes that were entered for them from minutes; null where they voted themselves. */
	readonly contests: readonly Contest[] | null
}

/** The answers that are about the text as it now stands. */
export function standingSignoffs({ statement, signoffs }: Signing): Signoff[] {
	return signoffs.filter((signoff) => signoff.textHash === statement.textHash)
}

/** The associations of the electorate that have not answered about the text as it stands, in the electorate's order. */
export function silentAssociations(signing: Signing): AssociationId[] {
	const heard = new Set(standingSignoffs(signing).map((signoff) => signoff.associationId))
	return signing.ballot.electorate.map((elector) => elector.associationId).filter((id) => !heard.has(id))
}

export type AnswerSignoff = {
	readonly associationId: AssociationId
	readonly answer: SignoffAnswer
	readonly reason: string
	readonly textHash: string
	readonly method: Method
}

/**
 * Signs off the decided text, or declines with a reason. Can be changed until the deadline; the delegate's answer stands
 * over the deputy's.
 */
export function answerSignoff(
	actor: Actor,
	signing: Signing,
	command: AnswerSignoff,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const { statement, ballot } = signing
	const { associationId } = command
	const may = maySpeakFor(acts.answerSignoff, actor, ballot, { statement, associationId }, now)
	if (!may.ok) return may
	if (!ballot.electorate.some((elector) => elector.associationId === command.associationId)) {
		return refuse({ code: 'notInElectorate' })
	}
	const current = standingSignoffs(signing).find((signoff) => signoff.associationId === command.associationId)
	if (may.value.seat.role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasSigned' })
	if (now >= signing.dueAt) return refuse({ code: 'signingOver', dueAt: signing.dueAt })
	if (command.textHash !== statement.textHash) return refuse({ code: 'textChanged' })
	const reason = optionalText('reason', command.answer === 'declined' ? command.reason : '', NOTE_LIMIT)
	if (!reason.ok) return reason
	// Where silence is consent an objection is one press: whoever does not agree need not say why.
	const bare = command.answer === 'declined' && reason.value === ''
	if (bare && ballot.track === 'full') return refuse({ code: 'reasonRequired' })
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	return ok({
		value: null,
		events: [
			{
				type: 'signoffGiven',
				stream: streams.signoff(statement.id, command.associationId),
				statementId: statement.id,
				payload: {
					associationId: command.associationId,
					answer: command.answer,
					textHash: command.textHash,
					reason: reason.value,
					method: command.method,
				},
			},
		],
		guards: [
			...may.value.guards,
			// Whoever is told that they signed has signed the text that stands, not one mended in between.
			{ kind: 'textStands', statementId: statement.id, textHash: command.textHash },
		],
	})
}
