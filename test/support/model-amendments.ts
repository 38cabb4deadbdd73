import type { Asked } from '#domain/amendment/asked.ts'
import type { EarlierObjection, StandingList } from '#domain/amendment/consensus-list.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import type { Merging } from '#domain/amendment/unmerge.ts'
import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { PreferredAmendment } from '#domain/deciding/heeding.ts'
import type { Asked as Asking } from '#domain/deciding/voice.ts'
import type { ActId, AmendmentId, AmendmentVersionId, AssociationId, Instant } from '#domain/kernel/id.ts'
import { writtenIn } from '#domain/statement/text-history.ts'
import type { Model, ModelBallot, ModelStatement } from './model.ts'
import type { ModelAmendment, ModelList } from './model-amendment.ts'
import { standingAmong } from './standing-amendments.ts'

export const isUncounted = ({ outcome, voidedAt }: ModelBallot) => outcome === null && voidedAt === null

export const putIn = ({ subject }: Pick<ModelBallot, 'subject'>): AmendmentId[] =>
	subject.kind === 'text' ? [] : [subject.amendmentId, ...(subject.against ? [subject.against.amendmentId] : [])]

export const stands = ({ settledAt, cancelledAt }: ModelList) => settledAt === null && cancelledAt === null

export function standingListIn({ lists }: ModelStatement): StandingList | null {
	const list = lists.find(stands)
	return list ? { id: list.id, closesAt: list.closesAt } : null
}

function askedIn({ ballots, lists }: ModelStatement, id: AmendmentId): Asked | null {
	const ballot = ballots.find((each) => isUncounted(each) && putIn(each).includes(id))
	if (ballot) return { kind: 'ballot', ballotId: ballot.id, secret: ballot.bylaws.secrecy === 'secret' }
	const list = lists.find((each) => stands(each) && each.items.some(({ amendmentId }) => amendmentId === id))
	return list ? { kind: 'list', listId: list.id } : null
}

function mergedIn({ merges, versionId, decidedAt }: ModelAmendment): Mergeable['merged'] {
	const counts = merges.findLast((each) => {
		return !each.undone && each.versionId === versionId && decidedAt !== null && decidedAt <= each.at
	})
	return counts ? { outcome: counts.outcome, parts: counts.parts } : null
}

/** An amendment as the rules are told of it. */
export function amendmentIn(about: ModelStatement, held: ModelAmendment): Mergeable {
	const list = about.lists.find(({ items, outcomes }) => {
		const listed = items.some((each) => each.amendmentId === held.id && each.versionId === held.versionId)
		return listed && outcomes.get(held.id) === 'adopted'
	})
	return { ...held, asked: askedIn(about, held.id), adoptedBy: list?.id ?? null, merged: mergedIn(held) }
}

export const amendmentsIn = (about: ModelStatement): Mergeable[] =>
	[...about.amendments.values()].map((held) => amendmentIn(about, held))

/** Those that were adopted as they are; and that associations adopted so, and came in with changes. */
export const adoptedIn = (about: ModelStatement): AdoptedAmendment[] =>
	amendmentsIn(about).flatMap((each): AdoptedAmendment[] => {
		const byAssociations = each.decidedIn !== null || each.adoptedBy !== null
		if (each.state === 'adopted') return [{ ...each, byAssociations }]
		const before = about.amendments.get(each.id)?.merges.findLast(({ undone }) => !undone)?.before
		const isChanged = each.state === 'adoptedWithChanges' && byAssociations && before?.state === 'adopted'
		return isChanged ? [{ ...each, byAssociations, decidedAt: before.decidedAt }] : []
	})

/** What associations rejected because they preferred that one. */
export function overtakenIn(about: ModelStatement, id: AmendmentId) {
	const ballots = about.ballots.filter((ballot) => putIn(ballot).includes(id)).map((ballot) => ballot.id)
	return amendmentsIn(about).filter((each) => {
		return each.id !== id && each.state === 'rejected' && each.decidedIn !== null && ballots.includes(each.decidedIn)
	})
}

/** What is open or adopted of those for which others fell so. */
export const preferredIn = (about: ModelStatement): PreferredAmendment[] =>
	amendmentsIn(about).flatMap(({ id, number, state, seen, wanted, merged }): PreferredAmendment[] => {
		const fell = overtakenIn(about, id)
		if (fell.length === 0 || !['open', 'adopted', 'adoptedWithChanges'].includes(state)) return []
		const words = state === 'adopted' ? null : { seen, wanted, merged }
		return [{ number, words, preferredAt: Math.max(...fell.map(({ decidedAt }) => decidedAt ?? 0)) }]
	})

export const standingOf = ({ amendments }: ModelStatement, associationId: AssociationId) =>
	standingAmong(amendments.values(), associationId)

/** What associations can answer about amendments now, in ballots and lists. */
export function askedOfAmendments({
	statements,
	now,
}: Pick<Model, 'statements'> & { readonly now: Instant }): Asking[] {
	return [...statements.values()].flatMap(({ ballots, lists }) => {
		const open = ballots.filter(
			(each) => each.subject.kind === 'amendment' && isUncounted(each) && each.closedAt === null,
		)
		const asking = [
			...open.map(({ opensAt, ...each }) => ({ ...each, from: opensAt })),
			...lists.filter(stands).map(({ openedAt, ...each }) => ({ ...each, from: openedAt })),
		]
		return asking
			.filter(({ closesAt }) => now < closesAt)
			.map(({ from, closesAt, bylaws, electorate }) => {
				const associations = electorate.map(({ associationId }) => associationId)
				return { from, until: closesAt, bylaws, associations }
			})
	})
}

/** What was objected to in lists before, but for what the same association answered about since. */
export function earlierIn({ lists }: ModelStatement, list: ModelList): EarlierObjection[] {
	const at = lists.findIndex(({ id }) => id === list.id)
	return lists.slice(0, at).flatMap(({ id: listId, answers, items }, place) =>
		answers.flatMap(({ associationId, objections }) =>
			objections.flatMap(({ amendmentId, reason }): EarlierObjection[] => {
				const versionId = items.find((item) => item.amendmentId === amendmentId)?.versionId as AmendmentVersionId
				const since = lists.slice(place + 1, at + 1).some((later) => {
					const again = later.items.some((item) => item.amendmentId === amendmentId)
					return again && later.answers.some((each) => each.associationId === associationId)
				})
				return since ? [] : [{ amendmentId, versionId, listId, associationId, association: associationId, reason }]
			}),
		),
	)
}

/** An act that merged amendments, and what came since. */
export function mergingIn(about: ModelStatement, actId: ActId): Merging {
	const all = [...about.amendments.values()]
	const merged = all.flatMap((held) => held.merges.filter((each) => each.actId === actId).map((how) => ({ held, how })))
	const last = Math.max(0, ...merged.map(({ how }) => how.position))
	const change = about.changes.find((each) => each.actId === actId)
	const written = new Set<string>(change ? writtenIn(change).map(({ id }) => id) : [])
	const judged = [...about.stances.values()].some(({ versionId }) => written.has(versionId))
	const seen = all.some((held) => held.state === 'open' && held.seen.some(({ id }) => written.has(id)))
	return {
		actId,
		isUndone: merged.every(({ how }) => how.undone),
		amendments: merged.map(({ held, how }) => ({ ...held, before: how.before })),
		decidedSince: merged.some(({ held }) => held.lastPosition > last),
		movedSince: about.movedAt > last,
		saidSince: judged || seen,
	}
}
