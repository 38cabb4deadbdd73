import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard, Paper } from '#domain/kernel/decision.ts'
import type { AssociationId, BallotId, Instant, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { recentlyAuthenticated } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { type Ballot, type Choice, type Dissent, type Method, stillOpen, type Vote } from './ballot.ts'
import { mayVoteFor } from './entitled.ts'

export type CastVote = {
	readonly associationId: AssociationId
	readonly choice: Choice
	readonly signs: boolean
	readonly dissent: Dissent | null
	/** What the voter had in front of them. */
	readonly textHash: string
	readonly method: Method
}

/** Casts or changes an association's vote in an open ballot. The delegate's stands over the deputy's. */
export function castVote(
	actor: Actor,
	ballot: Ballot,
	current: Vote | null,
	command: CastVote,
	{ now }: Context,
): Result<Decision<{ readonly choice: Choice; readonly signs: boolean }>, Rejection> {
	const guards = mayVote(acts.castVote, actor, ballot, current, command, now)
	if (!guards.ok) return guards
	if (ballot.bylaws.secrecy === 'secret') return refuse({ code: 'ballotIsSecret' })
	const dissent = validDissent(command.dissent)
	if (!dissent.ok) return dissent
	if (dissent.value !== null && ballot.subject.kind !== 'text')
		return refuse({ code: 'dissentOnTextOnly', field: 'dissent' })
	const { associationId, choice, method } = command
	const signs = command.signs && choice === 'yes' && ballot.bylaws.yesCarriesSignoff
	if (signs && !recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	return ok({
		value: { choice, signs },
		events: [
			{
				type: 'voteCast',
				stream: streams.vote(ballot.id, associationId),
				statementId: ballot.statementId,
				payload: { ballotId: ballot.id, associationId, choice, signs, dissent: dissent.value, method },
			},
		],
		guards: guards.value,
	})
}

export type CastPaper = Pick<CastVote, 'associationId' | 'choice' | 'textHash'>

/** Casts an association's paper in a secret ballot. Final: the paper cannot be found again. */
export function castPaper(
	actor: Actor,
	ballot: Ballot,
	turnedOut: boolean,
	command: CastPaper,
	{ now, newId }: Context,
): Result<Decision<null>, Rejection> {
	const guards = mayVote(acts.castPaper, actor, ballot, null, command, now)
	if (!guards.ok) return guards
	if (ballot.bylaws.secrecy !== 'secret') return refuse({ code: 'ballotIsOpen' })
	if (turnedOut) return refuse({ code: 'secretVoteFinal' })
	const { associationId, choice } = command
	return ok({
		value: null,
		events: [
			{
				type: 'paperCast',
				stream: streams.vote(ballot.id, associationId),
				statementId: ballot.statementId,
				payload: { ballotId: ballot.id, associationId },
			},
		],
		guards: guards.value,
		papers: { kind: 'cast', paper: paperOf(ballot.id, choice, newId) },
	})
}

/** Under a key that says nothing of when it was made. */
export const paperOf = (ballotId: BallotId, choice: Choice, newId: NewId): Paper => {
	return { key: newId<'paper'>('random'), ballotId, choice }
}

function mayVote(
	act: DeclaredAct,
	actor: Actor,
	ballot: Ballot,
	current: Vote | null,
	{ associationId, textHash }: CastPaper,
	now: Instant,
): Result<readonly Guard[], Rejection> {
	const may = mayVoteFor(act, actor, ballot, associationId, now)
	if (!may.ok) return may
	if (!ballot.electorate.some((elector) => elector.associationId === associationId)) {
		return refuse({ code: 'notInElectorate' })
	}
	if (may.value.seat.role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasVoted' })
	const open = stillOpen(ballot, now)
	if (!open.ok) return open
	if (textHash !== ballot.textHash) return refuse({ code: 'textChanged' })
	return ok([...may.value.guards, { kind: 'ballotOpen', ballotId: ballot.id, now }])
}

function validDissent(dissent: Dissent | null): Result<Dissent | null, Rejection> {
	if (dissent === null || dissent.text.trim() === '') return ok(null)
	const text = requiredText('dissent', dissent.text, NOTE_LIMIT)
	return text.ok ? ok({ kind: dissent.kind, text: text.value }) : text
}
