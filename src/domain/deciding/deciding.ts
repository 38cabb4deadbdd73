import { type Coalition, electorateOf } from '#domain/coalition/coalition.ts'
import {
	type Decision,
	type Dissent,
	type DomainEvent,
	type Facts,
	type Guard,
	type Method,
	type Notification,
	streams,
} from '#domain/event.ts'
import { isDate } from '#domain/inquiry/inquiry.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { AssociationId, Instant, NewId, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Actor, recentlyAuthenticated, type Seat, seatFor, seatForAssociation } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isEmpty } from '#domain/statement/block-texts.ts'
import { inStage, NOTE_LIMIT, requiredText, type Statement, type Track, WRITABLE } from '#domain/statement/statement.ts'
import { type Ballot, type Choice, isOver, outcomeOf, stillOpen, tally, type Vote } from './ballot.ts'
import { type Bylaws, PRESETS } from './bylaws.ts'

export type Context = { readonly now: Instant; readonly newId: NewId }

/** A statement about to be decided on: its blocks, their hash, and how far the log was read. */
export type Proposal = {
	readonly statement: Statement
	readonly coalition: Coalition
	readonly blocks: readonly BlockVersion[]
	readonly textHash: string
	readonly position: number
}

export type OpenBallot = { readonly track: Track; readonly closesAt: Instant; readonly signoffDueAt: Instant }

/** Opens the ballot on the whole text: the text is fixed under its hash and the electorate frozen. */
export function openBallot(
	actor: Actor,
	proposal: Proposal,
	command: OpenBallot,
	{ now, newId }: Context,
): Result<Decision<{ readonly ballotId: string }>, Rejection> {
	const ready = readyToDecide(actor, proposal, now)
	if (!ready.ok) return ready
	const { statement, coalition } = proposal
	const bylaws = PRESETS[coalition.preset]
	const closes = futureDeadline('closesAt', command.closesAt, now)
	if (!closes.ok) return closes
	if (command.track === 'light' && !bylaws.silenceIsConsent) return refuse({ code: 'silenceNotConsent' })
	const due = command.track === 'light' ? closes : signoffDeadline(command, bylaws, now)
	if (!due.ok) return due
	const electorate = electorateOf(coalition)
	const ballotId = newId<'ballot'>()
	const opened: DomainEvent = {
		type: 'ballotOpened',
		stream: streams.ballot(ballotId),
		statementId: statement.id,
		payload: {
			ballotId,
			textHash: proposal.textHash,
			track: command.track,
			closesAt: command.closesAt,
			signoffDueAt: due.value,
			bylaws,
			electorate,
		},
	}
	return ok({
		value: { ballotId },
		events: [fixRevision(proposal, newId), opened],
		guards: [...ready.value, ...standsAsRead(proposal)],
		notifications: electorate.map(({ associationId }) => ({
			kind: 'ballot' as const,
			statementId: statement.id,
			associationId,
		})),
	})
}

/** Where yes votes carry sign-offs, all can be in when the ballot closes; otherwise nobody could sign before then. */
function signoffDeadline(
	{ closesAt, signoffDueAt }: OpenBallot,
	{ yesCarriesSignoff }: Bylaws,
	now: Instant,
): Result<Instant, Rejection> {
	const inOrder = signoffDueAt > closesAt || (yesCarriesSignoff && signoffDueAt === closesAt)
	return inOrder ? futureDeadline('signoffDueAt', signoffDueAt, now) : refuse({ code: 'deadlineOrder' })
}

export type MeetingDecision = {
	readonly heldOn: SwedishDate
	/** Where in the minutes it stands: `§ 7, protokoll 2022-10-10`. */
	readonly minutes: string
	readonly votes: readonly { readonly associationId: AssociationId; readonly choice: Choice }[]
	readonly signoffDueAt: Instant
}

/** Enters a decision that was taken at a meeting. Sign-off follows as after a ballot. */
export function enterMeetingDecision(
	actor: Actor,
	proposal: Proposal,
	command: MeetingDecision,
	{ now, newId }: Context,
	today: SwedishDate,
): Result<Decision<{ readonly ballotId: string }>, Rejection> {
	const ready = readyToDecide(actor, proposal, now)
	if (!ready.ok) return ready
	const { statement, coalition } = proposal
	const minutes = requiredText('minutes', command.minutes, NOTE_LIMIT)
	if (!minutes.ok) return minutes
	if (!isDate(command.heldOn) || command.heldOn > today) return refuse({ code: 'invalid', field: 'heldOn' })
	const due = futureDeadline('signoffDueAt', command.signoffDueAt, now)
	if (!due.ok) return due
	const electorate = electorateOf(coalition)
	const known = new Set(electorate.map((elector) => elector.associationId))
	const voters = new Set(command.votes.map((vote) => vote.associationId))
	if (voters.size !== command.votes.length || [...voters].some((voter) => !known.has(voter))) {
		return refuse({ code: 'notInElectorate' })
	}
	const bylaws = PRESETS[coalition.preset]
	// Entered votes stand against names, in the log and in the record.
	if (bylaws.secrecy === 'secret') return refuse({ code: 'ballotIsSecret' })
	const counted = tally(
		command.votes.map((vote) => vote.choice),
		electorate.length,
	)
	const outcome = outcomeOf(counted, bylaws, 'full')
	const ballotId = newId<'ballot'>()
	const entered: DomainEvent = {
		type: 'meetingDecisionEntered',
		stream: streams.ballot(ballotId),
		statementId: statement.id,
		payload: {
			ballotId,
			textHash: proposal.textHash,
			heldOn: command.heldOn,
			minutes: minutes.value,
			signoffDueAt: command.signoffDueAt,
			bylaws,
			electorate,
			votes: command.votes,
			outcome,
		},
	}
	return ok({
		value: { ballotId },
		events: [fixRevision(proposal, newId), entered],
		guards: [...ready.value, ...standsAsRead(proposal)],
		notifications:
			outcome.result === 'adopted'
				? electorate.map(({ associationId }) => ({
						kind: 'signoff' as const,
						statementId: statement.id,
						associationId,
					}))
				: [],
	})
}

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
	const guards = mayVote(actor, ballot, current, command, now)
	if (!guards.ok) return guards
	if (ballot.bylaws.secrecy === 'secret') return refuse({ code: 'ballotIsSecret' })
	const dissent = validDissent(command.dissent)
	if (!dissent.ok) return dissent
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
	const guards = mayVote(actor, ballot, null, command, now)
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
		papers: [{ key: newId<'paper'>('random'), ballotId: ballot.id, choice }],
	})
}

function mayVote(
	actor: Actor,
	ballot: Ballot,
	current: Vote | null,
	command: CastPaper,
	now: Instant,
): Result<Guard[], Rejection> {
	const seat = voterSeat(actor, ballot, current, command.associationId, now)
	if (!seat.ok) return seat
	const open = stillOpen(ballot, now)
	if (!open.ok) return open
	if (command.textHash !== ballot.textHash) return refuse({ code: 'textChanged' })
	return ok([
		{ kind: 'seated', seatId: seat.value.id, now },
		{ kind: 'ballotOpen', ballotId: ballot.id, now },
	])
}

function voterSeat(
	actor: Actor,
	ballot: Ballot,
	current: Vote | null,
	associationId: AssociationId,
	now: Instant,
): Result<Seat, Rejection> {
	const seat = seatForAssociation(actor, associationId, ['delegate', 'deputy'], now)
	if (!seat.ok) return seat
	if (!ballot.electorate.some((elector) => elector.associationId === associationId)) {
		return refuse({ code: 'notInElectorate' })
	}
	if (seat.value.role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasVoted' })
	return seat
}

function validDissent(dissent: Dissent | null): Result<Dissent | null, Rejection> {
	if (dissent === null || dissent.text.trim() === '') return ok(null)
	const text = requiredText('dissent', dissent.text, NOTE_LIMIT)
	return text.ok ? ok({ kind: dissent.kind, text: text.value }) : text
}

/**
 * Closes the ballot: by anyone or no one (`actor` null) once its time is up, by the chair before. Not on the light track,
 * where silence is consent only when there was all the time promised to object. Fences the votes.
 */
export function closeBallot(actor: Actor | null, ballot: Ballot, now: Instant): Result<Decision<null>, Rejection> {
	if (ballot.closedAt !== null) return ok({ value: null, events: [], guards: [] })
	if (isOver(ballot, now)) return closed(ballot, { by: 'time', closedAt: ballot.closesAt }, [])
	const seat = actor === null ? null : seatFor(actor, ['chair'], now)
	if (seat === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (!seat.ok) return seat
	if (ballot.track === 'light') return refuse({ code: 'timeToObject', closesAt: ballot.closesAt })
	return closed(ballot, { by: 'chair', closedAt: now }, [{ kind: 'seated', seatId: seat.value.id, now }])
}

function closed(
	{ id, statementId }: Ballot,
	how: Omit<Facts['ballotClosed'], 'ballotId'>,
	guards: readonly Guard[],
): Result<Decision<null>, Rejection> {
	const payload = { ballotId: id, ...how }
	return ok({
		value: null,
		events: [{ type: 'ballotClosed', stream: streams.ballot(id), statementId, payload }],
		guards: [...guards, { kind: 'ballotStands', ballotId: id }],
	})
}

/** Counts the votes that the closing froze. Yes votes that sign become sign-offs if the text was adopted. */
export function decideBallot(
	ballot: Ballot,
	votes: readonly Vote[],
	papers: readonly Choice[],
): Result<Decision<null>, Rejection> {
	if (ballot.closedAt === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (ballot.outcome !== null) return ok({ value: null, events: [], guards: [] })
	const choices = ballot.bylaws.secrecy === 'secret' ? papers : votes.map((vote) => vote.choice)
	const outcome = outcomeOf(tally(choices, ballot.electorate.length), ballot.bylaws, ballot.track)
	const carried = votes.filter((vote) => vote.choice === 'yes' && vote.signs)
	const adopted = outcome.result === 'adopted'
	const asked = ballot.electorate.filter(
		({ associationId }) => !carried.some((vote) => vote.associationId === associationId),
	)
	const notifications: Notification[] = asked.map(({ associationId }) => ({
		kind: 'signoff',
		statementId: ballot.statementId,
		associationId,
	}))
	return ok({
		value: null,
		events: [
			{
				type: 'ballotDecided',
				stream: streams.ballot(ballot.id),
				statementId: ballot.statementId,
				payload: {
					ballotId: ballot.id,
					outcome,
					signing: adopted
						? {
								dueAt: ballot.signoffDueAt,
								textHash: ballot.textHash,
								carried: carried.map(({ associationId, seatId }) => ({ associationId, seatId })),
							}
						: null,
				},
			},
		],
		// The text may have been sent back meanwhile, and even be up for another ballot.
		guards: [{ kind: 'ballotStands', ballotId: ballot.id }],
		notifications: adopted && ballot.track === 'full' ? notifications : [],
	})
}

function readyToDecide(actor: Actor, proposal: Proposal, now: Instant): Result<Guard[], Rejection> {
	const seat = seatFor(actor, ['chair'], now)
	if (!seat.ok) return seat
	const stage = inStage(proposal.statement, WRITABLE)
	if (!stage.ok) return stage
	if (isEmpty(proposal.blocks)) return refuse({ code: 'emptyDocument' })
	if (proposal.coalition.associations.length === 0) return refuse({ code: 'noAssociations' })
	return ok([{ kind: 'seated', seatId: seat.value.id, now }])
}

/** Neither the text nor the members have changed since they were read. */
function standsAsRead({ statement, coalition, position }: Proposal): Guard[] {
	return [
		{ kind: 'stageIn', statementId: statement.id, stages: WRITABLE },
		{ kind: 'unchangedSince', statementId: statement.id, position },
		{ kind: 'coalitionUnchangedSince', coalitionId: coalition.id, position },
	]
}

/** The text as it stands, fixed under its hash. */
export function fixRevision(
	{ statement, blocks, textHash }: Pick<Proposal, 'statement' | 'blocks' | 'textHash'>,
	newId: NewId,
): Extract<DomainEvent, { type: 'revisionFixed' }> {
	return {
		type: 'revisionFixed',
		stream: streams.statement(statement.id),
		statementId: statement.id,
		payload: {
			revisionId: newId<'revision'>(),
			title: statement.title,
			language: statement.language,
			blocks,
			textHash,
		},
	}
}
