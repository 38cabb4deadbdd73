import { type Amendment, inState, onAmendment } from '#domain/amendment/amendment.ts'
import { notAsked } from '#domain/amendment/asked.ts'
import { collidingAmong, type Stretch } from '#domain/amendment/carrying.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentId, AmendmentVersionId, BallotId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { acts } from './acts.ts'
import { type Bylaws, LEAST_PAPERS } from './bylaws.ts'
import { committedTo } from './committed.ts'
import { mostTime } from './least-time.ts'
import { timeToVote } from './opening.ts'
import type { PutAmendment, Subject } from './subject.ts'

export type OpenAmendmentBallot = {
	/** The words that were read. */
	readonly versionId: AmendmentVersionId
	/** Another that it is put against; null: it is voted on by itself. */
	readonly against: PutAmendment | null
	readonly closesAt: Instant
	/** Why there is to be less time than the bylaws promise. Empty or left out: there is not. */
	readonly urgent?: string
}

/** An amendment with its words. */
export type Worded = Amendment & Stretch

/** `textHash`: of the words that are put to the vote. `position`: how far the log was read. */
export type PutToVote = {
	readonly draft: Draft
	readonly coalition: Coalition
	readonly amendment: Worded
	/** Null also where there is no such amendment. */
	readonly against: Worded | null
	readonly textHash: string
	readonly position: number
}

/**
 * Puts an amendment to a ballot, by itself or against another, while the text goes on being written. Two are put against each other only
 * where they want different things of the same words: of others both could be adopted, and one would fall for nothing.
 */
export function openAmendmentBallot(
	actor: Actor,
	{ draft, coalition, amendment, against, textHash, position }: PutToVote,
	command: OpenAmendmentBallot,
	{ now, newId }: Context,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const { statement, blocks } = draft
	const may = permit(acts.openAmendmentBallot, actor, now, { statement })
	if (!may.ok) return may
	const first = canBePut(amendment, command.versionId)
	if (!first.ok) return first
	if (command.against !== null) {
		if (against === null) return refuse({ code: 'notFound' })
		const second = canBePut(against, command.against.versionId)
		if (!second.ok) return second
		if (!areOpposed(blocks, amendment, against)) return refuse({ code: 'notOpposed', field: 'against' })
	}
	const electorate = electorateOf(coalition, now)
	if (electorate.length === 0) return refuse({ code: 'noAssociations' })
	const bylaws = bylawsForAmendment(bylawsOf(coalition, now), command.against)
	if (bylaws.secrecy === 'secret' && electorate.length < LEAST_PAPERS)
		return refuse({ code: 'tooFewForSecrecy', least: LEAST_PAPERS, electorate: electorate.length })
	const uncommitted = electorate.length - committedTo([amendment, ...(against ? [against] : [])], electorate).length
	if (bylaws.secrecy === 'secret' && uncommitted < LEAST_PAPERS)
		return refuse({ code: 'tooFewUncommitted', least: LEAST_PAPERS, uncommitted })
	const urgent = timeToVote(command, bylaws, now)
	if (!urgent.ok) return urgent
	const { closesAt } = command
	const most = mostTime('closesAt', closesAt, now, bylaws.leastDays.answer)
	if (!most.ok) return most
	const ballotId = newId<'ballot'>()
	const put = [amendment, ...(command.against !== null && against ? [against] : [])]
	const opened: DomainEvent = {
		type: 'ballotOpened',
		stream: streams.ballot(ballotId),
		statementId: statement.id,
		payload: {
			ballotId,
			subject: subjectOf(amendment.id, command),
			...{ textHash, track: 'full', closesAt, signoffDueAt: closesAt, bylaws, electorate, urgent: urgent.value },
		},
	}
	return ok({
		value: { ballotId },
		// Told to the amendments' own streams too, so that nobody rewords one as it is put to the vote.
		events: [
			opened,
			...put.map(({ id, versionId, ...each }) =>
				onAmendment(
					{ id, ...each },
					{ type: 'amendmentPutToBallot', payload: { amendmentId: id, versionId, ballotId } },
				),
			),
		],
		guards: [...may.value.guards, { kind: 'coalitionUnchangedSince', coalitionId: coalition.id, position }],
		notifications: electorate.map(({ associationId }) => {
			return { kind: 'ballot' as const, statementId: statement.id, ballotId, associationId }
		}),
	})
}

/** What waits in an association is nobody else's to see. */
function canBePut(amendment: Worded, read: AmendmentVersionId): Result<null, Rejection> {
	if (amendment.state === 'prepared') return refuse({ code: 'notFound' })
	const there = inState(amendment, ['open'], read)
	return there.ok ? notAsked(amendment) : there
}

/** Whether two amendments want different things of the same words. */
export function areOpposed(blocks: Draft['blocks'], one: Stretch & { id: string }, other: Stretch & { id: string }) {
	return collidingAmong(blocks, [one, other]).get(one.id)?.has(other.id) ?? false
}

/**
 * The bylaws in force, without what is about a text: nothing is signed by a vote on an amendment, nor passes by silence. Between two
 * the one that more want goes on, whatever majority adopts a text.
 */
export function bylawsForAmendment(bylaws: Bylaws, against: PutAmendment | null): Bylaws {
	const ofText = { yesCarriesSignoff: false, silenceIsConsent: false, editorialChanges: false }
	return { ...bylaws, ...ofText, ...(against !== null && { majority: 'simple' }) }
}

const subjectOf = (amendmentId: AmendmentId, { versionId, against }: OpenAmendmentBallot): Subject => ({
	kind: 'amendment',
	amendmentId,
	versionId,
	against: against && { amendmentId: against.amendmentId, versionId: against.versionId },
})

/** Refuses what fixes the text while ballots on amendments to it are not counted: what came of them could not come into it. */
export function noneOpen(count: number): Result<null, Rejection> {
	return count === 0 ? ok(null) : refuse({ code: 'ballotsOpen', count })
}
