import type { ConsensusListSubject } from '#domain/amendment/consensus-subject.ts'
import type { AmendmentsSubject } from '#domain/amendment/told.ts'
import type { CoalitionSettings, Former } from '#domain/coalition/coalition.ts'
import type { EntryKind } from '#domain/comment/comment.ts'
import type { Outcome } from '#domain/deciding/ballot.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { CameOfIt } from '#domain/deciding/came-of-it.ts'
import type { SaidVote } from '#domain/deciding/contest.ts'
import type { ChangedSince } from '#domain/deciding/meeting.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import type { Role } from '#domain/members/seats.ts'
import type { AddendumKind } from '#domain/publication/addendum.ts'
import type { OlderSubject, OutcomesSubject, SentSubject, WithheldSubject } from '#domain/publication/told.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Track } from '#domain/statement/statement.ts'
import type { Instant, SwedishDate } from './id.ts'

/**
 * What goes before the rest: it asks for something in days rather than weeks, lets somebody in, or tells of a seat that can be
 * contested.
 */
export const URGENT = [
	'invitation',
	'seat',
	'unseated',
	'chair',
	'ballot',
	'signoff',
	'addendum',
	'consensusList',
	'reminder',
	'amendmentReminder',
	'meetingVote',
	'contest',
] as const satisfies readonly (Kind | 'reminder' | 'amendmentReminder')[]

type Kind = NotificationSubject['kind']

/** Whether what the association is asked is for others in it to do: an office keeps the reader from it, who is told for information. */
type AskedOfOthers = { readonly ofOthers?: boolean }

/** What somebody is told about, as it stands when the mail is written. */
export type NotificationSubject =
	/** `by`: who gave the seat, for the coalition; null: the operator, who made the coalition. */
	| { readonly kind: 'invitation'; readonly by: string | null }
	/** `commentsOnly`: there is no position to take a stance on, so that the views are comments. */
	| (Asked & { readonly kind: 'consultation'; readonly commentsOnly: boolean })
	| (Asked & AskedOfOthers & BallotSubject)
	/** `adopted`: it follows upon the ballot that adopted the text, and tells of that, too. */
	| (Asked & AskedOfOthers & { readonly kind: 'signoff'; readonly adopted?: boolean })
	| ResultSubject
	| {
			readonly kind: 'published'
			readonly title: string
			/** The statement, where the association contributed to it and can read what came of that; else null. */
			readonly receipt: string | null
			readonly year: number
			readonly number: number
			readonly label: string
	  }
	| OutcomesSubject
	| AddendumSubject
	| WithheldSubject
	| OlderSubject
	| SentSubject
	| MeetingVoteSubject
	| ContestSubject
	| CommentsSubject
	| AmendmentsSubject
	| ConsensusListSubject
	| SeatSubject
	| ChairSubject
	| UnseatedSubject
	/** A delegate took back the seat that others had ended. */
	| { readonly kind: 'seatTakenBack' }
	| BylawsSubject
	| RenamedSubject
	| MembersSubject

/** What an association is asked for about a text. */
type Asked = {
	readonly statementId: string
	readonly title: string
	readonly dueAt: Instant | null
	readonly track: Track
	/** It was asked before, and has not been answered. */
	readonly again?: true
}

/** What a ballot came to: told to those who had a vote, and to chair and secretary. */
export type ResultSubject = {
	readonly kind: 'result'
	readonly statementId: string
	readonly ballotId: string
	readonly title: string
	readonly track: Track
	readonly outcome: Outcome
	/** Votes were papers in an urn: what was not counted is destroyed. */
	readonly secret: boolean
	/** The text was sent back or withdrawn meanwhile. */
	readonly voided: boolean
	/** The amendments it was on, and what came of them; left out where it was on the text. */
	readonly onAmendments?: { readonly put: readonly NamedAmendment[]; readonly cameOfIt: CameOfIt }
}

type BallotSubject = {
	readonly kind: 'ballot'
	readonly ballotId: string
	/** Why there is less time than the bylaws promise. */
	readonly urgent: string | null
	/** It was opened; or too few had voted, and it goes on or is held again. */
	readonly how: 'opened' | 'extended' | 'again'
	/** The association has voted, and can change its vote. */
	readonly voted: boolean
	/** The amendments it is on; left out where it is on the text. */
	readonly put?: readonly NamedAmendment[]
}

/** A correction of a published statement, or its withdrawal: what it comes to now. */
export type AddendumSubject = AskedOfOthers & {
	readonly kind: 'addendum'
	readonly statementId: string
	readonly addendumId: string
	readonly addendum: AddendumKind
	readonly step: 'open' | 'takenBack' | 'published'
	/** Among those of its kind; null until it is published. */
	readonly ordinal: number | null
	readonly title: string
	readonly label: string
	readonly year: number
	readonly number: number
	/** Until when it is answered. */
	readonly dueAt: Instant | null
	/** Why there is less time than the bylaws promise. */
	readonly urgent: string | null
}

/** How the association is said to have voted at a meeting, and what came of it. */
export type MeetingVoteSubject = AskedOfOthers & {
	readonly kind: 'meetingVote'
	readonly statementId: string
	readonly ballotId: string
	readonly title: string
	readonly heldOn: SwedishDate
	/** Where in the minutes it stands. */
	readonly minutes: string
	/** What became other between the meeting and the entry. */
	readonly changed: readonly ChangedSince[]
	readonly voted: SaidVote
	readonly result: Outcome['result']
	/** Until when the association can say that this is not right, and whether it still can. */
	readonly dueAt: Instant
	readonly open: boolean
	/** Why there is less time than the bylaws promise. */
	readonly urgent: string | null
}

/** What an association says of the vote entered for it from a meeting's minutes. */
export type ContestSubject = {
	readonly kind: 'contest'
	readonly statementId: string
	readonly ballotId: string
	readonly title: string
	readonly of: string
	/** It says that the vote is not right; or took that back. */
	readonly standing: boolean
	/** How it says that it voted; null where it does not say. */
	readonly voted: SaidVote | null
	readonly reason: string
}

/** Somebody else got a seat for the association. */
export type SeatSubject = {
	readonly kind: 'seat'
	readonly seatId: string
	readonly role: Role
	readonly by: Giver
}

/** A seat was ended. */
export type UnseatedSubject = {
	readonly kind: 'unseated'
	/** It is the reader’s; or else of somebody in the same association whom no mail reaches. */
	readonly own: boolean
	readonly seatId: string
	readonly role: Role
	/** `former`: a delegate who took back the seat. */
	readonly by: Giver | 'former'
	/** Until when the reader can take it back; null: not at all. */
	readonly takeBackUntil: Instant | null
}

/** Who is chair of the coalition has changed. */
export type ChairSubject = {
	readonly kind: 'chair'
	/** `replaced`: one left as another came. */
	readonly change: 'given' | 'ended' | 'replaced'
	readonly by: Giver
	/** How often it changed since its reader was told last. */
	readonly times: number
}

/** Other bylaws were chosen. `former`: which are in force until when; null: the choice was taken back. */
export type BylawsSubject = {
	readonly kind: 'bylaws'
	readonly chosen: Preset
	readonly former: Former | null
	readonly by: Giver
	/** How often others were chosen since its reader was told last. */
	readonly times: number
}

/** The coalition, or its series, is called something else since the reader was told last. */
export type RenamedSubject = {
	readonly kind: 'renamed'
	readonly from: Called
	readonly to: Called
	readonly by: Giver
	readonly times: number
}

/** A coalition's name, and the prefix of the numbers in its series. */
type Called = Pick<CoalitionSettings, 'name' | 'seriesPrefix'>

/** Who is a member of the coalition has changed, or will. */
export type MembersSubject = {
	readonly kind: 'members'
	readonly changes: readonly (MemberChange & { readonly by: Giver })[]
}

/** What became of associations since the reader was told last. */
export type MemberChange =
	/** `from`: when they are in ballots opened; null: they are now. */
	| { readonly what: 'added'; readonly names: readonly string[]; readonly from: Instant | null }
	/** `at`: null: it left at once. */
	| { readonly what: 'leaves'; readonly name: string; readonly at: Instant | null }
	| { readonly what: 'kept'; readonly name: string }
	/** Added, and removed again. */
	| { readonly what: 'undone'; readonly names: readonly string[] }

/** As what somebody gave a seat, ended it, or changed what holds for all. */
export type Giver = Role | 'operator'

/** What was said about a text since its reader was told last. */
export type CommentsSubject = {
	readonly kind: 'comments'
	readonly statementId: string
	readonly title: string
	readonly entries: readonly NotifiedEntry[]
}

/** Something said about a text, as a mail tells of it: under the association's name, and no person's. */
export type NotifiedEntry = {
	readonly threadId: string
	/** `hidden`, `shown`: the chair did so with what the association said, which is not repeated. */
	readonly kind: EntryKind | 'hidden' | 'shown'
	/** Null: said by whoever has `role`, for the coalition. */
	readonly association: string | null
	readonly role: Role | null
	/** What it is about, as it was read; null for the whole text. */
	readonly block: Block | null
	/** The words of it; null: all of it. */
	readonly quote: string | null
	readonly text: string
}
