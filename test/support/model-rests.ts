import type { DomainEvent } from '#domain/event.ts'
import type { AmendmentId, StatementId } from '#domain/kernel/id.ts'
import { type Stream, streams } from '#domain/kernel/stream.ts'
import type { Model } from './model.ts'
import { putIn } from './model-amendments.ts'
import type { Entry } from './model-entry.ts'

type Rests = {
	readonly [Type in DomainEvent['type']]?: (
		event: Extract<DomainEvent, { type: Type }>,
		model: Model,
	) => readonly Stream[]
}

const on = ({ statementId }: DomainEvent) => statementId as StatementId
const statement = (event: DomainEvent) => [streams.statement(on(event))]
const addenda = (event: DomainEvent) => [streams.addenda(on(event))]
const lists = (event: DomainEvent) => [streams.consensusLists(on(event))]
const text = (event: DomainEvent) => [streams.document(on(event))]
const amendments = (ids: readonly AmendmentId[]) => ids.map((id) => streams.amendment(id))
const older = ({ payload }: Extract<DomainEvent, { type: `older${string}` }>) => [streams.older(payload.olderId)]
const contests = ({ after }: Model) =>
	[...after.older.values()].flatMap((each) => [...each.contests.keys()].map((id) => streams.olderContest(each.id, id)))
/** What a ballot decided is so whatever lists come to. */
const listsUnlessByBallot = (event: DomainEvent & { readonly payload: { readonly ballotId?: string | undefined } }) =>
	event.payload.ballotId === undefined ? lists(event) : []

/** The streams that an act reads besides those that it writes to, as its use case names them. */
const rests: Rests = {
	addendumAnswered: addenda,
	responseSent: addenda,
	commentAgreedWith: ({ payload }) => [streams.comment(payload.threadId)],
	commentChanged: ({ payload }) => [streams.agreements(payload.threadId)],
	commentHidden: ({ payload }) => [streams.agreements(payload.threadId)],
	outcomesRecorded: statement,
	outcomesCorrected: statement,
	olderImported: ({ payload }, model) => [streams.series(model.coalition.id, payload.year), ...contests(model)],
	olderCorrected: ({ payload }, model) => [streams.outcomes(payload.olderId), ...contests(model)],
	olderContested: older,
	olderContestTakenBack: older,
	olderOutcomesRecorded: older,
	olderOutcomesCorrected: older,
	amendmentDecided: listsUnlessByBallot,
	amendmentReopened: listsUnlessByBallot,
	amendmentChanged: lists,
	amendmentWithdrawn: lists,
	amendmentJoined: lists,
	amendmentLeft: lists,
	amendmentPutToBallot: lists,
	withdrawn: lists,
	amendmentMerged: (event) => [...lists(event), ...text(event)],
	amendmentUnmerged: text,
	consensusListOpened: (event) => [
		...statement(event),
		...amendments(event.payload.items.map(({ amendmentId }) => amendmentId)),
	],
	consensusListSettled: ({ payload }) => amendments(payload.outcomes.map(({ amendmentId }) => amendmentId)),
	ballotDecided: (event, { statements }) => {
		const ballots = statements.get(on(event))?.ballots ?? []
		return amendments(ballots.filter(({ id }) => id === event.payload.ballotId).flatMap(putIn))
	},
}

export function restsOn(event: DomainEvent, model: Model): readonly Stream[] {
	const rest = rests[event.type] as ((event: DomainEvent, model: Model) => readonly Stream[]) | undefined
	return rest?.(event, model) ?? []
}

/** Whether an index of the database refuses it: two that have no number of their own in the same place. */
export function meets(event: DomainEvent, log: readonly Entry[]): boolean {
	if (event.type !== 'olderImported') return false
	const { year, place } = event.payload
	return log.some((e) => e.type === 'olderImported' && e.payload.year === year && e.payload.place === place)
}
