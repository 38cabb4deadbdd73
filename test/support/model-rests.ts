import type { DomainEvent } from '#domain/event.ts'
import type { AmendmentId, StatementId } from '#domain/kernel/id.ts'
import { type Stream, streams } from '#domain/kernel/stream.ts'
import type { Model } from './model.ts'
import { putIn } from './model-amendments.ts'

/** The streams that an act reads besides those that it writes to, as its use case names them. */
export function restsOn({ type, payload, ...event }: DomainEvent, { statements }: Model): Stream[] {
	const statementId = event.statementId as StatementId
	const lists = () => [streams.consensusLists(statementId)]
	const amendments = (ids: readonly AmendmentId[]) => ids.map((id) => streams.amendment(id))
	const about = statements.get(statementId)
	switch (type) {
		case 'addendumAnswered':
			return [streams.addenda(statementId)]
		case 'amendmentDecided':
			return payload.ballotId === undefined ? lists() : []
		case 'amendmentChanged':
		case 'amendmentWithdrawn':
		case 'amendmentJoined':
		case 'amendmentLeft':
		case 'amendmentPutToBallot':
		case 'withdrawn':
			return lists()
		case 'amendmentReopened':
			return payload.ballotId === undefined ? lists() : []
		case 'amendmentMerged':
			return [...lists(), streams.document(statementId)]
		case 'amendmentUnmerged':
			return [streams.document(statementId)]
		case 'consensusListOpened':
			return [streams.statement(statementId), ...amendments(payload.items.map(({ amendmentId }) => amendmentId))]
		case 'consensusListSettled':
			return amendments(payload.outcomes.map(({ amendmentId }) => amendmentId))
		case 'ballotDecided':
			return amendments(about?.ballots.filter(({ id }) => id === payload.ballotId).flatMap(putIn) ?? [])
		default:
			return []
	}
}
