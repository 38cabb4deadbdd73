declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** UUIDs, version 7. They never appear in a public URL. */
export type CoalitionId = Id<'coalition'>
export type AssociationId = Id<'association'>
export type SeatId = Id<'seat'>
export type PersonId = Id<'person'>
export type InquiryId = Id<'inquiry'>
export type NoticeId = Id<'notice'>
export type FileId = Id<'file'>
export type StatementId = Id<'statement'>
export type RevisionId = Id<'revision'>
export type BlockId = Id<'block'>
export type BlockVersionId = Id<'blockVersion'>
export type BallotId = Id<'ballot'>
export type ActId = Id<'act'>
/** Of a letter to whoever asked. Random, since it stands in the letter. */
export type ResponseId = Id<'response'>
/** Of a letter that came back about one that was sent. */
export type ReplyId = Id<'reply'>
export type CommentId = Id<'comment'>
export type DecisionDocumentId = Id<'decisionDocument'>
export type AddendumId = Id<'addendum'>
export type AddressChangeId = Id<'addressChange'>
/** Of a statement from before Samsvar was used. */
export type OlderId = Id<'older'>
export type AmendmentId = Id<'amendment'>
export type AmendmentVersionId = Id<'amendmentVersion'>
export type ConsensusListId = Id<'consensusList'>
export type TopicId = Id<'topic'>

/** Mints a fresh id: `byTime` (the default) a UUIDv7, `random` a UUIDv4 that tells nothing of when it was made. Passed in wherever ids are needed, so that rules stay repeatable. */
export type NewId = <Name extends string>(order?: 'byTime' | 'random') => Id<Name>

/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A calendar date in Sweden, `YYYY-MM-DD`. */
export type SwedishDate = string
