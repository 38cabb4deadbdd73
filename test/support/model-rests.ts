import type { DomainEvent } from '#domain/event.ts'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import { type Stream, streams } from '#domain/kernel/stream.ts'
import type { Entry } from './model-entry.ts'

type Rests = { readonly [Type in DomainEvent['type']]?: (event: Extract<DomainEvent, { type: Type }>) => Stream }

const addenda = ({ statementId }: DomainEvent) => streams.addenda(statementId as StatementId)
const statement = ({ statementId }: DomainEvent) => streams.statement(statementId as StatementId)
const older = ({ payload }: Extract<DomainEvent, { type: `older${string}` }>) => streams.older(payload.olderId)

/** The streams that an act reads besides those that it writes to, as its use case names them. */
const rests = (coalition: CoalitionId): Rests => ({
	addendumAnswered: addenda,
	responseSent: addenda,
	commentAgreedWith: ({ payload }) => streams.comment(payload.threadId),
	commentChanged: ({ payload }) => streams.agreements(payload.threadId),
	commentHidden: ({ payload }) => streams.agreements(payload.threadId),
	outcomesRecorded: statement,
	outcomesCorrected: statement,
	olderImported: ({ payload }) => streams.series(coalition, payload.year),
	olderCorrected: ({ payload }) => streams.outcomes(payload.olderId),
	olderContested: older,
	olderContestTakenBack: older,
	olderOutcomesRecorded: older,
	olderOutcomesCorrected: older,
})

export function restsOn(event: DomainEvent, coalition: CoalitionId): Stream[] {
	const rest = rests(coalition)[event.type] as ((event: DomainEvent) => Stream) | undefined
	return rest ? [rest(event)] : []
}

/** Whether an index of the database refuses it: two that have no number of their own in the same place. */
export function meets(event: DomainEvent, log: readonly Entry[]): boolean {
	if (event.type !== 'olderImported') return false
	const { year, place } = event.payload
	return log.some((e) => e.type === 'olderImported' && e.payload.year === year && e.payload.place === place)
}
