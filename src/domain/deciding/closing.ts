import type { Amendment } from '#domain/amendment/amendment.ts'
import type { Facts } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard, Notification, Paper } from '#domain/kernel/decision.ts'
import type { AssociationId, BallotId, Instant, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { amendmentDecidedIn } from './amendment-decided.ts'
import {
	type Ballot,
	type Choice,
	hasEffect,
	isCounted,
	isOver,
	type Outcome,
	outcomeOf,
	tally,
	type Vote,
} from './ballot.ts'
import type { Bylaws } from './bylaws.ts'
import { papersNeeded } from './committed.ts'
import { DAY_MS } from './least-time.ts'
import { associationsWithVoice } from './voice.ts'
import { paperOf } from './voting.ts'

/**
 * Closes the ballot: by anyone or no one (`actor` null) once its time is up. The chair may before that when all have voted,
 * or had the time that the bylaws promise; not on the light track, where silence is consent only when there was all the
 * time promised to object. `voted`: how many associations have. Fences the votes.
 */
export function closeBallot(
	actor: Actor | null,
	ballot: Omit<Ballot, 'electorate'>,
	turnout: Turnout,
	now: Instant,
): Result<Decision<null>, Rejection> {
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	if (ballot.closedAt !== null) return ok({ value: null, events: [], guards: [] })
	if (isOver(ballot, now)) return closed(ballot, { by: 'time', closedAt: ballot.closesAt }, [])
	const may = actor === null ? null : permit(acts.closeBallot, actor, now)
	if (may === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (!may.ok) return may
	const early = closesEarly(ballot, turnout, now)
	if (!early.ok) return early
	return closed(ballot, { by: 'chair', closedAt: now }, may.value.guards)
}

/** How many associations there are in a ballot, and how many of them have voted. */
export type Turnout = { readonly electorate: number; readonly voted: number }

/** Refuses while the chair may not close an open ballot before its time. */
export function closesEarly(
	ballot: Omit<Ballot, 'electorate'>,
	{ voted, electorate }: Turnout,
	now: Instant,
): Result<null, Rejection> {
	const { track, closesAt } = ballot
	if (track === 'light') return refuse({ code: 'timeToObject', closesAt })
	const earliest = earlyClosing(ballot)
	const enough = voted >= electorate || (earliest !== null && now >= earliest)
	return enough ? ok(null) : refuse({ code: 'tooEarlyToClose', earliest, closesAt })
}

/**
 * When the chair may close although somebody has not voted; null: never. Not an urgent ballot, which had no time to spare,
 * and not a secret one, which whoever chose the moment could close on the papers of a few; nor one that was extended, which could
 * be kept open until the right ones have voted; nor one on an amendment, which is the chair's alone to decide where too few voted.
 */
function earlyClosing(ballot: Omit<Ballot, 'electorate'>): Instant | null {
	const { subject, opensAt, closesAt, bylaws, urgent, extensions } = ballot
	if (subject.kind === 'amendment' || urgent !== null || bylaws.secrecy === 'secret' || extensions > 0) return null
	const earliest = opensAt + bylaws.leastDays.answer * DAY_MS
	return earliest < closesAt ? earliest : null
}

function closed(
	{ id, statementId }: Pick<Ballot, 'id' | 'statementId'>,
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

/** What was put in: votes against names, or papers; and the coalition’s seats, by which is told who could object. */
type Cast = {
	readonly votes: readonly Vote[]
	readonly papers: readonly Choice[]
	readonly seats: readonly Seat[]
	/** Those that the ballot is about. */
	readonly amendments?: readonly Amendment[]
	/** Who has put in a paper. */
	readonly turnout?: readonly AssociationId[]
}

/**
 * Counts the votes that the closing froze. Yes votes that sign become sign-offs if the text was adopted. Papers that were
 * counted are written anew in the order of new random keys, so that nothing in how they lie tells in what order they came;
 * those of a ballot without quorum are destroyed.
 */
export function decideBallot(
	ballot: Ballot,
	{ votes, papers, seats, amendments = [], turnout = [] }: Cast,
	{ newId }: Pick<Context, 'newId'>,
): Result<Decision<null>, Rejection> {
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	if (ballot.closedAt === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (ballot.outcome !== null) return ok({ value: null, events: [], guards: [] })
	const secret = ballot.bylaws.secrecy === 'secret'
	const choices = secret ? papers : votes.map((vote) => vote.choice)
	const { bylaws, track, electorate } = ballot
	const voiceless = track === 'full' ? 0 : electorate.length - couldObject(ballot, ballot.closedAt, seats).size
	const least = papersNeeded(amendments, turnout, bylaws)
	const outcome = told(outcomeOf(tally(choices, electorate.length), bylaws, track, { voiceless, least }), bylaws)
	const carried = votes.filter((vote) => vote.choice === 'yes' && vote.signs)
	const adopted = ballot.subject.kind === 'text' && outcome.result === 'adopted'
	const onAmendment = amendmentDecidedIn(ballot, outcome, amendments)
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
			...onAmendment.events,
		],
		// The text may have been sent back meanwhile, and even be up for another ballot.
		guards: [{ kind: 'ballotStands', ballotId: ballot.id }],
		notifications: [...tellResult(ballot, adopted && track === 'full', carried), ...onAmendment.notifications],
		...(secret && {
			papers: { kind: 'counted', ballotId: ballot.id, papers: rewritten(ballot.id, papers, outcome, newId) },
		}),
	})
}

/** Each association learns of the result, and of no more than one letter: those asked to sign are told in the letter that asks. */
function tellResult(
	{ id: ballotId, statementId, electorate }: Ballot,
	asks: boolean,
	carried: readonly Pick<Vote, 'associationId'>[],
): readonly Notification[] {
	const signed = new Set(carried.map(({ associationId }) => associationId))
	const kindFor = (associationId: AssociationId) => (asks && !signed.has(associationId) ? 'signoff' : 'result')
	return [
		...electorate.map(({ associationId }) => {
			return { kind: kindFor(associationId), statementId, ballotId, associationId } as const
		}),
		{ kind: 'result', statementId, ballotId, associationId: null },
	]
}

/** Without quorum the votes of a hidden ballot stay hidden, and so does what they come to. */
function told(outcome: Outcome, { secrecy }: Bylaws): Outcome {
	if (outcome.result !== 'noQuorum' || secrecy !== 'hiddenUntilClosed') return outcome
	const { electorate, quorum, result } = outcome
	return { electorate, quorum, result }
}

function couldObject({ opensAt, bylaws, electorate }: Ballot, until: Instant, seats: readonly Seat[]) {
	const associations = electorate.map(({ associationId }) => associationId)
	return associationsWithVoice(seats, { from: opensAt, until, bylaws, associations })
}

function rewritten(ballotId: BallotId, papers: readonly Choice[], outcome: Outcome, newId: NewId): readonly Paper[] {
	if (!isCounted(outcome)) return []
	return papers.map((choice) => paperOf(ballotId, choice, newId)).sort((a, b) => (a.key < b.key ? -1 : 1))
}
