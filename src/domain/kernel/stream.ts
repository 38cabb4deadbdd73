import type {
	AddendumId,
	AmendmentId,
	AssociationId,
	BallotId,
	BlockId,
	CoalitionId,
	CommentId,
	ConsensusListId,
	InquiryId,
	NoticeId,
	OlderId,
	ReplyId,
	ResponseId,
	StatementId,
} from './id.ts'

export type Stream = string & { readonly __stream: true }

const stream = (text: string): Stream => text as Stream

/** One stream per thing that can change on its own; each event has the next sequence number of its stream. */
export const streams = {
	coalition: (id: CoalitionId) => stream(`coalition:${id}`),
	series: (id: CoalitionId, year: number) => stream(`series:${id}:${year}`),
	notice: (id: NoticeId) => stream(`notice:${id}`),
	inquiry: (id: InquiryId) => stream(`inquiry:${id}`),
	statement: (id: StatementId) => stream(`statement:${id}`),
	document: (id: StatementId) => stream(`document:${id}`),
	block: (id: BlockId) => stream(`block:${id}`),
	stance: (id: StatementId, association: AssociationId) => stream(`stance:${id}:${association}`),
	ballot: (id: BallotId) => stream(`ballot:${id}`),
	/** A stream per ballot and association, so that voters do not queue behind each other. */
	vote: (id: BallotId, association: AssociationId) => stream(`vote:${id}:${association}`),
	contest: (id: BallotId, association: AssociationId) => stream(`contest:${id}:${association}`),
	signoff: (id: StatementId, association: AssociationId) => stream(`signoff:${id}:${association}`),
	/** A stream per letter that was sent, for what becomes of it: nothing that is done to the statement waits for a mail server. */
	response: (id: ResponseId) => stream(`response:${id}`),
	/** A stream per letter that came back, for whether it belongs there. */
	reply: (id: ReplyId) => stream(`reply:${id}`),
	/** A stream per thread, so that those who comment wait neither for each other nor for those who write. */
	comment: (thread: CommentId) => stream(`comment:${thread}`),
	/** Who agrees with what began a thread: whoever answers does not wait for that. */
	agreements: (thread: CommentId) => stream(`agreements:${thread}`),
	/** A stream of its own, so that reminding does not keep those waiting who write or decide. */
	reminder: (id: StatementId) => stream(`reminder:${id}`),
	/** The same for each ballot on amendments, and each list of them. */
	amendmentReminder: (id: BallotId | ConsensusListId) => stream(`amendmentReminder:${id}`),
	/** A stream of its own, since it goes on for years after all else about the text is done. */
	outcomes: (id: StatementId | OlderId) => stream(`outcomes:${id}`),
	/** What is added to a published text; and a stream per addendum and association, as for votes. */
	addenda: (id: StatementId) => stream(`addenda:${id}`),
	addendumAnswer: (id: AddendumId, association: AssociationId) => stream(`addendumAnswer:${id}:${association}`),
	older: (id: OlderId) => stream(`older:${id}`),
	/** What an association says of it, apart from what the chair does with it. */
	olderContest: (id: OlderId, association: AssociationId) => stream(`olderContest:${id}:${association}`),
	/** What an association says of what is withheld of a text, apart from what the chair withholds. */
	withheldContest: (id: StatementId, association: AssociationId) => stream(`withheldContest:${id}:${association}`),
	/** A coalition's topics; and what a statement is sorted under, which waits for nothing that is done to its text. */
	topics: (id: CoalitionId) => stream(`topics:${id}`),
	sorting: (id: StatementId | OlderId) => stream(`sorting:${id}`),
	/** Whom a coalition's positions are about, and at which level. */
	positionSorting: (id: CoalitionId) => stream(`positionSorting:${id}`),
	/** What is said of the likeness of a block to adopted positions. */
	likeness: (id: BlockId) => stream(`likeness:${id}`),
	standardTexts: (id: CoalitionId) => stream(`standardTexts:${id}`),
	/** The amendments to a text, by their numbers; and what becomes of each, so that those who join one wait for nobody at another. */
	amendments: (id: StatementId) => stream(`amendments:${id}`),
	amendment: (id: AmendmentId) => stream(`amendment:${id}`),
	/** What associations are asked about amendments in one question; and a stream per list and association, as for votes. */
	consensusLists: (id: StatementId) => stream(`consensusLists:${id}`),
	consensusAnswer: (id: ConsensusListId, association: AssociationId) => stream(`consensusAnswer:${id}:${association}`),
	answersRead: (id: StatementId, association: AssociationId) => stream(`answersRead:${id}:${association}`),
}
