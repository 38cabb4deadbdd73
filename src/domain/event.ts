import type { Association, CoalitionSettings, Logo } from './coalition/coalition.ts'
import type { Hex } from './coalition/colour.ts'
import type { Choice, Outcome } from './deciding/ballot.ts'
import type { Bylaws } from './deciding/bylaws.ts'
import type { StanceChoice } from './deciding/stance.ts'
import type { AttachedFile } from './inquiry/file.ts'
import type { GivenFacts } from './inquiry/inquiry.ts'
import type { NoticeContent } from './inquiry/notice.ts'
import type {
	ActId,
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
	CoalitionId,
	CommentId,
	FileId,
	InquiryId,
	Instant,
	NoticeId,
	PersonId,
	RevisionId,
	SeatId,
	StatementId,
	SwedishDate,
} from './kernel/id.ts'
import type { Role } from './members/seats.ts'
import type { BlockVersion } from './statement/block.ts'
import type { Language, StatementKind, Track } from './statement/statement.ts'

/** The member associations entitled to vote, as they were when the ballot opened. */
export type Elector = { readonly associationId: AssociationId; readonly name: string; readonly area: string }

/** An association's answer when asked to put its name to the decided text. */
export type SignoffAnswer = 'signed' | 'declined'

/** How a vote or a sign-off came in. `vote`: the sign-off was carried by a yes vote. */
export type Method = 'web' | 'api' | 'meeting' | 'vote'

/**
 * What happened, one type per fact. Payloads carry ids of seats and persons, never names of persons, and never how an
 * association voted in a secret ballot.
 */
export type Facts = {
	coalitionCreated: { readonly slug: string; readonly settings: CoalitionSettings; readonly demo: boolean }
	coalitionChanged: { readonly settings: CoalitionSettings }
	accentChosen: { readonly accent: Hex | null }
	logoChosen: { readonly logo: Logo | null }
	/** Whether public pages are offered in English too. */
	englishOffered: { readonly offered: boolean }
	/** The coalition is found under another address; the earlier ones lead there. */
	slugChanged: { readonly slug: string }
	associationAdded: { readonly association: Association }
	associationChanged: { readonly association: Association }
	associationLeft: { readonly associationId: AssociationId }
	seatGiven: {
		readonly seatId: SeatId
		readonly personId: PersonId
		readonly associationId: AssociationId | null
		readonly role: Role
		readonly from: Instant
		readonly until: Instant | null
	}
	seatEnded: { readonly seatId: SeatId }

	/** Came in, and waits to be checked. */
	noticeTaken: NoticeContent & { readonly noticeId: NoticeId }
	noticeConfirmed: { readonly noticeId: NoticeId; readonly inquiryId: InquiryId }
	noticeDiscarded: { readonly noticeId: NoticeId }
	/** `noticeId`: what it was read from; left out where it was entered by hand. */
	inquiryReceived: { readonly inquiryId: InquiryId; readonly facts: GivenFacts; readonly noticeId?: NoticeId }
	inquiryChanged: { readonly inquiryId: InquiryId; readonly facts: GivenFacts }
	inquiryFilesAttached: { readonly inquiryId: InquiryId; readonly files: readonly AttachedFile[] }
	inquiryFileRemoved: { readonly inquiryId: InquiryId; readonly fileId: FileId }
	/** The deadline moved; the earlier ones are kept. */
	dueDateMoved: { readonly inquiryId: InquiryId; readonly dueOn: SwedishDate | null; readonly note: string }
	inquiryAccepted: { readonly inquiryId: InquiryId; readonly track: Track }
	inquiryDeclined: { readonly inquiryId: InquiryId; readonly reason: string }

	statementStarted: {
		readonly inquiryId: InquiryId | null
		readonly kind: StatementKind
		readonly language: Language
		readonly title: string
		readonly track: Track
	}
	titleChanged: { readonly title: string }
	/** The whole document at once: from a template, a paste, or another text in its place. */
	documentWritten: { readonly blocks: readonly BlockVersion[] }
	/** Blocks were added, moved, split, joined or removed: the new order, and the versions that are new. */
	documentRearranged: {
		readonly how: 'added' | 'moved' | 'split' | 'joined' | 'removed'
		readonly order: readonly BlockId[]
		readonly written: readonly BlockVersion[]
		/** The position came from the bank: of which statement, under which number there, and which block it became. */
		readonly source?: { readonly statementId: StatementId; readonly number: number; readonly blockId: BlockId }
	}
	blockEdited: { readonly version: BlockVersion }
	consultationOpened: { readonly dueAt: Instant | null }
	/** What the association thinks of a position, in the version it had then. */
	stanceRecorded: {
		readonly associationId: AssociationId
		readonly blockId: BlockId
		readonly versionId: string
		readonly stance: StanceChoice
		readonly reason: string
	}
	/** The text as it stood, fixed under its hash. */
	revisionFixed: {
		readonly revisionId: RevisionId
		readonly title: string
		readonly language: Language
		readonly blocks: readonly BlockVersion[]
		readonly textHash: string
	}
	ballotOpened: {
		readonly ballotId: BallotId
		readonly textHash: string
		readonly track: Track
		readonly closesAt: Instant
		readonly signoffDueAt: Instant
		readonly bylaws: Bylaws
		readonly electorate: readonly Elector[]
	}
	voteCast: {
		readonly ballotId: BallotId
		readonly associationId: AssociationId
		readonly choice: Choice
		readonly signs: boolean
		readonly dissent: Dissent | null
		readonly method: Method
	}
	/** That an association voted in a secret ballot; the paper itself lies apart. */
	paperCast: { readonly ballotId: BallotId; readonly associationId: AssociationId }
	/** From here on no vote counts. */
	ballotClosed: { readonly ballotId: BallotId; readonly by: 'chair' | 'time'; readonly closedAt: Instant }
	/** The votes frozen by the closing, counted once. */
	ballotDecided: {
		readonly ballotId: BallotId
		readonly outcome: Outcome
		/** Set when the text was adopted and sign-off begins. */
		readonly signing: {
			readonly dueAt: Instant
			readonly textHash: string
			readonly carried: readonly { readonly associationId: AssociationId; readonly seatId: SeatId | null }[]
		} | null
	}
	/** A decision taken at a meeting, entered with its minute reference. */
	meetingDecisionEntered: {
		readonly ballotId: BallotId
		readonly textHash: string
		readonly heldOn: SwedishDate
		readonly minutes: string
		readonly signoffDueAt: Instant
		readonly bylaws: Bylaws
		readonly electorate: readonly Elector[]
		readonly votes: readonly { readonly associationId: AssociationId; readonly choice: Choice }[]
		readonly outcome: Outcome
	}
	signoffGiven: {
		readonly associationId: AssociationId
		readonly answer: SignoffAnswer
		readonly textHash: string
		readonly reason: string
		readonly method: Method
	}
	/** A slip mended after the vote, in the revision fixed just before: new sign-offs are asked for. */
	editorialChangeMade: {
		readonly version: BlockVersion
		readonly previous: BlockVersion
		readonly note: string
		readonly revisionId: RevisionId
		readonly signoffDueAt: Instant
	}
	referredBack: { readonly reason: string }
	withdrawn: { readonly reason: string }
	/** The next number in the coalition's series for the year was taken. */
	numberTaken: { readonly year: number; readonly number: number }
	published: {
		readonly year: number
		readonly number: number
		readonly label: string
		readonly textHash: string
		readonly recordHash: string
		/** Canonical bytes (RFC 8785) of the text and of the record, as hashed. */
		readonly text: string
		readonly record: string
	}
	markedAsSent: { readonly sentOn: SwedishDate; readonly how: string; readonly to: string }
	/** Bytes of the published text withheld because they named a person who was erased or took back consent. */
	redacted: { readonly blockId: BlockId; readonly ground: string }

	/** The first comment of a thread, whose id is the thread's. Of a null association: chair or secretary. */
	commentMade: {
		readonly threadId: CommentId
		readonly associationId: AssociationId | null
		/** What it is about, as it was read; null for the whole text. */
		readonly blockId: BlockId | null
		readonly versionId: BlockVersionId | null
		readonly text: string
	}
	commentRepliedTo: {
		readonly threadId: CommentId
		readonly commentId: CommentId
		readonly replyTo: CommentId
		readonly associationId: AssociationId | null
		readonly text: string
	}
	commentChanged: { readonly threadId: CommentId; readonly commentId: CommentId; readonly text: string }
	commentWithdrawn: { readonly threadId: CommentId; readonly commentId: CommentId }
	/** What was done about it. */
	commentResolved: { readonly threadId: CommentId; readonly commentId: CommentId; readonly text: string }
	/** What remains. */
	commentReopened: {
		readonly threadId: CommentId
		readonly commentId: CommentId
		readonly associationId: AssociationId | null
		readonly text: string
	}
	/** The association has read the answers to its comments, up to that instant. */
	answersRead: { readonly associationId: AssociationId; readonly upTo: Instant }
}

/** Published with the statement. A reservation is against the decision; a separate opinion adds to it. */
export type Dissent = { readonly kind: 'reservation' | 'separateOpinion'; readonly text: string }

export type EventType = keyof Facts

/** A fact on its stream, before it is stored. */
export type DomainEvent<Type extends EventType = EventType> = {
	readonly [T in Type]: {
		readonly type: T
		readonly stream: Stream
		readonly statementId: StatementId | null
		readonly payload: Facts[T]
	}
}[Type]

/** An event as stored, with the act it belongs to. */
export type StoredEvent = DomainEvent & {
	readonly coalitionId: CoalitionId
	readonly seq: number
	readonly actId: ActId
	readonly at: Instant
	readonly personId: PersonId
	readonly seatId: SeatId | null
}

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
	signoff: (id: StatementId, association: AssociationId) => stream(`signoff:${id}:${association}`),
	/** A stream per thread, so that those who comment wait neither for each other nor for those who write. */
	comment: (thread: CommentId) => stream(`comment:${thread}`),
	answersRead: (id: StatementId, association: AssociationId) => stream(`answersRead:${id}:${association}`),
}

/** What must hold in the database at the moment of writing, whatever was read before. */
export type Guard =
	/** The seat acted from has not ended meanwhile. */
	| { readonly kind: 'seated'; readonly seatId: SeatId; readonly now: Instant }
	| { readonly kind: 'stageIn'; readonly statementId: StatementId; readonly stages: readonly string[] }
	/** The statement's text, as it was fixed, is still the one with that hash. */
	| { readonly kind: 'textStands'; readonly statementId: StatementId; readonly textHash: string }
	/** Nothing at all happened to the statement since the loaded position in the log. */
	| { readonly kind: 'unchangedSince'; readonly statementId: StatementId; readonly position: number }
	/** The block is still in the document, in that version. */
	| { readonly kind: 'blockStands'; readonly blockId: BlockId; readonly versionId: BlockVersionId }
	/** Neither closed nor past its time. */
	| { readonly kind: 'ballotOpen'; readonly ballotId: BallotId; readonly now: Instant }
	/** Neither the text was sent back nor the statement withdrawn since the ballot opened. */
	| { readonly kind: 'ballotStands'; readonly ballotId: BallotId }
	| { readonly kind: 'coalitionUnchangedSince'; readonly coalitionId: CoalitionId; readonly position: number }

/** What somebody must be told; a reference only, the mail is written when it is delivered. */
export type Notification =
	| { readonly kind: 'invitation'; readonly seatId: SeatId }
	| { readonly kind: 'consultation'; readonly statementId: StatementId; readonly associationId: AssociationId }
	| { readonly kind: 'ballot'; readonly statementId: StatementId; readonly associationId: AssociationId }
	| { readonly kind: 'signoff'; readonly statementId: StatementId; readonly associationId: AssociationId }
	| { readonly kind: 'published'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** Something was said about the text. To the association's people in the thread; null: to chair and secretary. */
	| { readonly kind: 'comments'; readonly statementId: StatementId; readonly associationId: AssociationId | null }

/** A paper in a secret ballot: a random key and a choice, tied to nothing else. */
export type Paper = { readonly key: string; readonly ballotId: BallotId; readonly choice: Choice }

/** What a rule decided: facts to store, what must still hold when they are, and who is to be told. */
export type Decision<Value> = {
	readonly value: Value
	readonly events: readonly DomainEvent[]
	readonly guards: readonly Guard[]
	readonly notifications?: readonly Notification[]
	readonly papers?: readonly Paper[]
}
