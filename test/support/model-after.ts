import type {
	AssociationId,
	BlockId,
	Instant,
	OlderId,
	ReplyId,
	ResponseId,
	SeatId,
	StatementId,
	SwedishDate,
} from '#domain/kernel/id.ts'
import type { OlderContent, OlderStatement } from '#domain/publication/older.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'
import type { TakenReply } from '#domain/publication/replies.ts'
import type { SentResponse } from '#domain/publication/sending.ts'
import type { StandingWord } from '#domain/publication/standing-word.ts'

/** With the seat it was said from, and of what: the statement as it was then. */
export type ModelContest = StandingWord & {
	readonly seatId: SeatId | null
	readonly of: OlderContent
	readonly from: OlderId | null
}

/** What is known of statements that are published, here or before: in memory, as the tables have it. */
export type After = {
	readonly older: Map<OlderId, OlderStatement & { readonly contests: Map<AssociationId, ModelContest> }>
	/** By what they tell of. In the order in which they were recorded. */
	readonly documents: Map<StatementId | OlderId, readonly DocumentOutcomes[]>
	readonly expected: Map<StatementId, SwedishDate | null>
	readonly withheld: Map<StatementId, readonly BlockId[]>
	/** What associations said last of that. */
	readonly withheldWords: Map<StatementId, Map<AssociationId, StandingWord>>
	/** When each was noted as sent, by other ways. */
	readonly dispatched: Map<StatementId, Instant>
	readonly letters: Map<ResponseId, SentResponse & { readonly at: Instant }>
	readonly replies: Map<ReplyId, TakenReply & { readonly responseId: ResponseId }>
}

export const nothingYet = (): After => ({
	...{ older: new Map(), documents: new Map(), expected: new Map(), withheld: new Map(), withheldWords: new Map() },
	dispatched: new Map(),
	...{ letters: new Map(), replies: new Map() },
})
