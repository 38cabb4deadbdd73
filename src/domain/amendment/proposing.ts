import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId, CommentId, Instant, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { requiredLine, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import { type Actor, isSeated, VOTERS } from '#domain/members/seats.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isEmpty, textsOf, validBlock } from '#domain/statement/block-texts.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Amendment, amendmentTold, inState, onAmendment } from './amendment.ts'
import { notAsked } from './asked.ts'
import { type Overtaken, openedAgain } from './overtaken.ts'
import { placesOf, reachOf } from './places.ts'

/** Longest reason. Characters, on one line. */
export const AMENDMENT_REASON_LIMIT = TITLE_LIMIT
/**
 * Most amendments to one statement; most that one association puts forward, those it withdraws with them, since they stay in the
 * list; and most that wait in it. So nobody alone uses up the room of all. Not exact when several write at once.
 */
export const AMENDMENTS_LIMIT = 1000
export const OWN_AMENDMENTS_LIMIT = 100
/** Most versions of one, and most blocks that one of them sees or wants. */
export const VERSIONS_LIMIT = 50
export const STRETCH_LIMIT = 200
/** Longest text that one of them sees, and that it wants: a dozen pages. Characters. */
export const AMENDMENT_TEXT_LIMIT = 40_000

/** How many amendments there are to a statement, and the last number that was given. */
export type StandingAmendments = {
	readonly all: number
	readonly last: number
	/** Of the association: put forward, and not. */
	readonly own: number
	readonly waiting: number
}

/** What somebody wants of a stretch of the text, and why. */
export type Proposed = {
	/** The stretch as it was in front of them. */
	readonly seen: readonly BlockVersion[]
	readonly wanted: readonly Wanted[]
	readonly reason: string
}

/** Of which comment it is made, by what began its thread. */
type FromComment = { readonly commentId?: CommentId | null }

/**
 * Proposes that a stretch of the text becomes another. Of a delegate or deputy it is put forward at once; of a contributor it is
 * prepared, and waits for one of them. The text may have moved on meanwhile: what somebody wants of it is not lost for that.
 */
export function proposeAmendment(
	actor: Actor,
	statement: Statement,
	standing: StandingAmendments,
	{ associationId, commentId = null, ...proposed }: Proposed & { readonly associationId: AssociationId } & FromComment,
	{ now, newId }: Context,
): Result<Decision<{ readonly amendmentId: AmendmentId; readonly prepared: boolean }>, Rejection> {
	const may = permit(acts.proposeAmendment, actor, now, { statement, associationId })
	if (!may.ok) return may
	const prepared = !VOTERS.includes(may.value.seat.role)
	if ((prepared ? standing.waiting : standing.own) >= OWN_AMENDMENTS_LIMIT)
		return refuse({ code: 'tooManyOwnAmendments', limit: OWN_AMENDMENTS_LIMIT })
	if (standing.all >= AMENDMENTS_LIMIT) return refuse({ code: 'tooManyAmendments', limit: AMENDMENTS_LIMIT })
	const worded = wordedAs(proposed, newId)
	if (!worded.ok) return worded
	const amendmentId = newId<'amendment'>()
	return ok({
		value: { amendmentId, prepared },
		events: [
			{
				type: 'amendmentMade',
				stream: streams.amendments(statement.id),
				statementId: statement.id,
				payload: {
					amendmentId,
					number: standing.last + 1,
					associationId,
					prepared,
					...worded.value,
					...(commentId !== null && { commentId }),
				},
			},
		],
		guards: may.value.guards,
		notifications: amendmentTold(statement.id, [prepared ? associationId : null]),
	})
}

/** Puts forward what was prepared, in the words that whoever does it has read. */
export function putForwardAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	standing: StandingAmendments,
	{ versionId }: { readonly versionId: AmendmentVersionId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.putForwardAmendment, actor, now, { statement, associationId: amendment.associationId })
	if (!may.ok) return refusedTo(actor, amendment, may.reason, now)
	const there = inState(amendment, ['prepared'], versionId)
	if (!there.ok) return there
	if (standing.own >= OWN_AMENDMENTS_LIMIT) return refuse({ code: 'tooManyOwnAmendments', limit: OWN_AMENDMENTS_LIMIT })
	const payload = { amendmentId: amendment.id, versionId }
	return ok({
		value: null,
		events: [onAmendment(amendment, { type: 'amendmentPutForward', payload })],
		guards: may.value.guards,
		notifications: amendmentTold(statement.id, [null]),
	})
}

/**
 * Words an amendment anew, against the text as it is now. Those that have joined stand behind the version they joined, and are
 * asked about this one. What is put forward is for delegate and deputy alone.
 */
export function changeAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ versionId, ...proposed }: Proposed & { readonly versionId: AmendmentVersionId },
	{ now, newId }: Context,
	overtaken: Overtaken,
): Result<Decision<null>, Rejection> {
	const { id, associationId, state } = amendment
	const prepared = state === 'prepared'
	const act = prepared ? acts.changeAmendment : { ...acts.changeAmendment, by: VOTERS }
	const may = permit(act, actor, now, { statement, associationId })
	if (!may.ok) return refusedTo(actor, amendment, may.reason, now)
	const there = inState(amendment, ['prepared', 'open'], versionId)
	if (!there.ok) return there
	const free = notAsked(amendment)
	if (!free.ok) return free
	if (amendment.versions >= VERSIONS_LIMIT) return refuse({ code: 'tooManyVersions', limit: VERSIONS_LIMIT })
	const worded = wordedAs(proposed, newId)
	if (!worded.ok) return worded
	const joined = amendment.joined.map((each) => each.associationId)
	const again = openedAgain(overtaken)
	return ok({
		value: null,
		events: [
			onAmendment(amendment, { type: 'amendmentChanged', payload: { amendmentId: id, prepared, ...worded.value } }),
			...again.events,
		],
		guards: may.value.guards,
		notifications: prepared
			? // Whoever prepared it learns that others worded it anew.
				amendmentTold(statement.id, amendment.personId === actor.personId ? [] : [associationId])
			: [...amendmentTold(statement.id, [null, associationId, ...joined]), ...again.notifications],
	})
}

/** Takes an amendment back: the delegate or deputy, in whose name it stands; what only waits, whoever made it too. It stays in the list. */
export function withdrawAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ now }: Context,
	overtaken: Overtaken,
): Result<Decision<null>, Rejection> {
	const { id, associationId, state, personId } = amendment
	const prepared = state === 'prepared'
	const own = prepared && personId === actor.personId
	const act = own ? acts.withdrawAmendment : { ...acts.withdrawAmendment, by: VOTERS }
	const may = permit(act, actor, now, { statement, associationId })
	if (!may.ok) return refusedTo(actor, amendment, may.reason, now)
	const there = inState(amendment, ['prepared', 'open'])
	if (!there.ok) return there
	const free = notAsked(amendment)
	if (!free.ok) return free
	const joined = amendment.joined.map((each) => each.associationId)
	const again = openedAgain(overtaken)
	return ok({
		value: null,
		events: [
			onAmendment(amendment, { type: 'amendmentWithdrawn', payload: { amendmentId: id, prepared } }),
			...again.events,
		],
		guards: may.value.guards,
		// The delegate learns what the deputy took back, and the chair that there is less to decide.
		notifications: prepared
			? []
			: [...amendmentTold(statement.id, [null, associationId, ...joined]), ...again.notifications],
	})
}

/** What waits in another association does not exist for those who do not speak for it. */
export function refusedTo(
	actor: Actor,
	{ state, associationId }: Amendment,
	reason: Rejection,
	now: Instant,
): Result<never, Rejection> {
	return refuse(state === 'prepared' && !speaksFor(actor, associationId, now) ? { code: 'notFound' } : reason)
}

/** Whether somebody speaks for the association now. */
export const speaksFor = ({ seats }: Actor, associationId: AssociationId, now: Instant): boolean =>
	seats.some((seat) => seat.associationId === associationId && isSeated(seat, now))

function wordedAs({ seen, wanted, reason }: Proposed, newId: NewId) {
	const length = Math.max(seen.length, wanted.length)
	if (length > STRETCH_LIMIT) return refuse({ code: 'tooLong', field: 'text', limit: STRETCH_LIMIT, length } as const)
	const known = new Set(seen.map(({ blockId }) => blockId))
	const valid: Wanted[] = []
	for (const { blockId, content } of wanted) {
		// One that was not seen, or is there twice, is one of its own.
		const own = blockId !== null && known.delete(blockId) ? blockId : null
		const block = validBlock(content)
		if (!block.ok) return block
		if (own === null && isEmpty([{ content: block.value }])) return refuse({ code: 'empty', field: 'text' } as const)
		valid.push({ blockId: own, content: block.value })
	}
	const long = Math.max(lengthOf(seen), lengthOf(valid))
	if (long > AMENDMENT_TEXT_LIMIT)
		return refuse({ code: 'tooLong', field: 'text', limit: AMENDMENT_TEXT_LIMIT, length: long } as const)
	if (isSame(seen, valid)) return refuse({ code: 'amendmentChangesNothing', field: 'text' } as const)
	const line = requiredLine('reason', reason, AMENDMENT_REASON_LIMIT)
	if (!line.ok) return line
	return ok({
		versionId: newId<'amendmentVersion'>(),
		seen: seen.map(({ blockId, id }) => ({ blockId, id })),
		wanted: valid,
		reason: line.value,
		touches: placesOf({ seen, wanted: valid }),
		reach: reachOf({ seen, wanted: valid }),
	})
}

const lengthOf = (blocks: readonly Pick<Wanted, 'content'>[]): number =>
	blocks.flatMap(({ content }) => textsOf(content)).reduce((sum, text) => sum + text.length, 0)

function isSame(seen: readonly BlockVersion[], wanted: readonly Wanted[]): boolean {
	if (seen.length !== wanted.length) return false
	return seen.every(({ blockId, content }, index) => {
		const want = wanted[index]
		return want?.blockId === blockId && content.kind === want.content.kind && sameText(content, want.content)
	})
}
