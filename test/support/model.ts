import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Ballot, Dissent, Vote } from '#domain/deciding/ballot.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import type { Facts } from '#domain/event.ts'
import type { Inquiry } from '#domain/inquiry/inquiry.ts'
import type { AmendmentId, AssociationId, BlockId, InquiryId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import type { Addendum } from '#domain/publication/addendum.ts'
import type { StanceOnBlock } from '#domain/publication/publication.ts'
import type { Signoff } from '#domain/signing/signoff.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import type { TextChange } from '#domain/statement/text-history.ts'
import type { After } from './model-after.ts'
import type { ModelAmendment, ModelList, Reminders } from './model-amendment.ts'
import type { Threads } from './model-threads.ts'

/**
 * What a log of events means, in memory: the same meaning as the tables that `project` keeps, written once more and
 * without a database.
 */

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

export type ModelBallot = Mutable<Ballot> & {
	/** Of one on amendments. */
	readonly reminders: Reminders
	meeting: { heldOn: string; minutes: string } | null
	readonly votes: Map<AssociationId, Vote & { readonly dissent: Dissent | null }>
	readonly turnout: Set<AssociationId>
	readonly contests: Map<AssociationId, Contest>
}

/** What was last asked about a text: when, and until when where views are asked for; and of the reminders the next and the last. */
export type Reminding = {
	askedAt: Instant
	consultationDueAt: Instant | null
	remindAt: Instant | null
	remindedAt: Instant | null
}

export type ModelStatement = {
	statement: Statement
	order: readonly BlockId[]
	readonly versions: Map<BlockId, BlockVersion>
	/** What changed the text, from the first on. */
	readonly changes: TextChange[]
	fixed: readonly BlockVersion[] | null
	/** The text as it was put to the vote. */
	voted: readonly BlockVersion[]
	signoffDueAt: Instant | null
	readonly reminding: Reminding
	notes: { readonly note: string; readonly at: Instant }[]
	readonly ballots: ModelBallot[]
	readonly signoffs: Map<AssociationId, Signoff>
	readonly stances: Map<string, StanceOnBlock>
	readonly threads: Threads
	publication: Facts['published'] | null
	addenda: readonly Addendum[]
	readonly amendments: Map<AmendmentId, ModelAmendment>
	readonly lists: ModelList[]
	/** How long the log was when it last went to the associations, or came back. */
	movedAt: number
}

export type Model = {
	coalition: Coalition
	/** `term`: until when it was given, whatever its association does. */
	seats: (Mutable<Seat> & { readonly term: Instant | null })[]
	readonly inquiries: Map<InquiryId, Mutable<Inquiry>>
	readonly statements: Map<StatementId, ModelStatement>
	readonly lastNumbers: Map<number, number>
	readonly after: After
	position: number
}

/** The model's stand-in for SHA-256: two texts have the same only if they are the same. */
export const hashOf = (value: object): string => `#${JSON.stringify(value)}`

/** The text as it can be read: fixed where it is being decided on or was decided. */
export function blocksOf({ fixed, order, versions }: ModelStatement): readonly BlockVersion[] {
	return fixed ?? order.flatMap((id) => versions.get(id) ?? [])
}

/** The ballot that the text was put to. */
export function ballotOf({ ballots, statement }: ModelStatement): ModelBallot | null {
	return ballots.find(({ id }) => id === statement.ballotId) ?? null
}

export const plainText = (block: Block): string => ('text' in block ? block.text : JSON.stringify(block))
