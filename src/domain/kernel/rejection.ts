import type { OpenCollision } from '#domain/amendment/collision.ts'
import type { AmendmentState } from '#domain/amendment/state.ts'
import type { ImageFault } from '#domain/coalition/image.ts'
import type { FileRefusal } from '#domain/inquiry/file.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Clash } from '#domain/statement/clash.ts'
import type { Stage } from '#domain/statement/statement.ts'
import type { AssociationId, BallotId, BlockId, BlockVersionId, ConsensusListId, Instant } from './id.ts'
import type { Bounded } from './telling.ts'

/**
 * Every reason for which an act can be refused. Values, never thrown: `i18n` turns each into a sentence that says what
 * to do, the door into a status.
 */
export type Rejection =
	/** No such thing, or not this coalition's: the two look the same from outside. */
	| { readonly code: 'notFound' }
	| { readonly code: 'signInRequired' }
	| { readonly code: 'notAllowed'; readonly needs: readonly Role[] }
	| { readonly code: 'operatorOnly' }
	/** The session is too old for a sign-off or a publication: the person has to show who they are once more. */
	| { readonly code: 'reauthenticate' }
	| { readonly code: 'scopeMissing'; readonly scope: string }
	/** The idempotency key was used before for something else. */
	| { readonly code: 'keyReused' }
	/** Others kept writing at the same time, or the database came to nothing; nothing was saved, and the same may be sent again. */
	| { readonly code: 'busy' }
	| { readonly code: 'empty'; readonly field: string }
	| { readonly code: 'tooLong'; readonly field: string; readonly limit: number; readonly length: number }
	| { readonly code: 'invalid'; readonly field: string }
	| { readonly code: 'wrongStage'; readonly stage: Stage; readonly allowed: readonly Stage[] }
	/** The answer was sent then; sending it again has to be meant. */
	| { readonly code: 'alreadySent'; readonly at: Instant }
	/** What would be sent is no longer what the person was shown. */
	| { readonly code: 'packChanged' }
	| { readonly code: 'emptyDocument' }
	| { readonly code: 'blockGone' }
	/** Somebody else saved the same block after it was opened. Both texts are kept; a person chooses. */
	| { readonly code: 'blockChanged'; readonly blockId: BlockId; readonly current: BlockVersionId }
	/** Others changed parts that were changed here too. Both texts are kept; a person chooses. */
	| { readonly code: 'partsChanged'; readonly parts: readonly Clash[] }
	/** These have stances or comments, which would lose their place in the text. */
	| { readonly code: 'losesPlace'; readonly blocks: readonly BlockId[] }
	| { readonly code: 'cannotSplit' }
	| { readonly code: 'cannotJoin' }
	| { readonly code: 'notAPosition' }
	| { readonly code: 'noAssociations' }
	/** The clock is changed that night: the time comes twice, or never. */
	| { readonly code: 'clockChanges'; readonly field: string }
	| { readonly code: 'deadlinePassed'; readonly field: string }
	| { readonly code: 'deadlineOrder' }
	/** Less time than the bylaws promise. Days of 24 hours. `remedy`: what would do besides a later day. */
	| {
			readonly code: 'tooLittleTime'
			readonly field: string
			readonly days: number
			readonly earliest: Instant
			readonly remedy: 'reason' | 'fullTrack' | 'none'
	  }
	/** More time than associations are asked for about amendments. Days of 24 hours. */
	| { readonly code: 'tooMuchTime'; readonly field: string; readonly days: number; readonly latest: Instant }
	/** Not all have voted: `earliest` is when the chair may close nevertheless; null: not before its time is up. */
	| { readonly code: 'tooEarlyToClose'; readonly earliest: Instant | null; readonly closesAt: Instant }
	/** Silence was consent, and somebody was not silent about the text as it was changed. */
	| { readonly code: 'objectedTo' }
	/** A change that is more than a slip. */
	| {
			readonly code: 'notEditorial'
			readonly why: 'kind' | 'words' | 'meaning' | 'tooMuch'
			readonly words: readonly string[]
	  }
	| { readonly code: 'ballotOver'; readonly closedAt: Instant }
	| { readonly code: 'ballotVoided'; readonly voidedAt: Instant }
	| { readonly code: 'ballotStillOpen'; readonly closesAt: Instant }
	/** On the light track silence is consent, but not before the time to object is over. */
	| { readonly code: 'timeToObject'; readonly closesAt: Instant }
	| { readonly code: 'notInElectorate' }
	/** Chair and secretary neither vote nor sign for an association, where the bylaws do not say so. */
	| { readonly code: 'officersDoNotVote' }
	/** The seat was given after the ballot opened. */
	| { readonly code: 'seatedSince'; readonly opensAt: Instant }
	/** Silence is to be consent, and for these associations, by name, there is nobody who could object in all that time. */
	| { readonly code: 'nobodyToObject'; readonly associations: readonly string[] }
	/** The association was asked something, and could not answer it any more. `until`: when the time to answer is up. */
	| { readonly code: 'lastToAnswer'; readonly until: Instant }
	| { readonly code: 'delegateHasVoted' }
	| { readonly code: 'delegateHasSigned' }
	| { readonly code: 'ballotIsSecret' }
	| { readonly code: 'ballotIsOpen' }
	/** A secret vote cannot be found again, so it cannot be changed. */
	| { readonly code: 'secretVoteFinal' }
	/** Among so few nobody's vote is secret. */
	| { readonly code: 'tooFewForSecrecy'; readonly least: number; readonly electorate: number }
	| { readonly code: 'reasonRequired' }
	| { readonly code: 'silenceNotConsent' }
	/** Something speaks against opening the ballot, and whoever opens it did not say yes to as much. */
	| { readonly code: 'notConfirmed' }
	/** The ballot does not go on. `voice`: these associations, by name, could answer when it opened and cannot any more. */
	| {
			readonly code: 'notExtended'
			readonly why: 'quorum' | 'light' | 'secret' | 'meeting' | 'often' | 'voice'
			readonly associations: readonly string[]
	  }
	| { readonly code: 'notHeldAgain'; readonly why: 'quorum' | 'silence' }
	| { readonly code: 'editorialNotAuthorised' }
	/** The text is no longer the one the person had in front of them. */
	| { readonly code: 'textChanged' }
	| { readonly code: 'signingOver'; readonly dueAt: Instant }
	| { readonly code: 'awaitingSignoffs'; readonly missing: readonly AssociationId[]; readonly dueAt: Instant }
	| { readonly code: 'nobodySigned' }
	/** The published statement has been taken back: nothing more is added to it. */
	| { readonly code: 'statementWithdrawn' }
	/** A correction or withdrawal of the same statement waits already. */
	| { readonly code: 'addendumStands' }
	/** It is answered, taken back and published no more. */
	| { readonly code: 'addendumOver'; readonly state: 'settled' | 'lapsed' | 'takenBack' | 'published' }
	/** So many associations have not answered, and can still. */
	| { readonly code: 'awaitingAnswers'; readonly silent: number; readonly dueAt: Instant }
	| { readonly code: 'correctionObjectedTo' }
	/** Of those that stand behind the text so many agree to its withdrawal, and so many have to. */
	| { readonly code: 'tooFewAgree'; readonly agreed: number; readonly needed: number }
	/** Associations, by name, say that the votes entered for them are not right. */
	| { readonly code: 'votesContested'; readonly associations: readonly string[] }
	| { readonly code: 'contestOver'; readonly dueAt: Instant }
	/** The delegate has said, or taken back, that the vote entered is not right. */
	| { readonly code: 'delegateHasSaid' }
	| { readonly code: 'delegateExists' }
	| { readonly code: 'lastChair' }
	/** A chair is seated and unseated by a chair. */
	| { readonly code: 'chairByChair' }
	/** Its holder took the seat back: it is not for those who had ended it to end it again. */
	| { readonly code: 'seatTakenBack' }
	/** The time to take the seat back is over. */
	| { readonly code: 'tooLateToTakeBack'; readonly until: Instant }
	/** All were told of such a thing so many times within a day. `again`: when one more may be. */
	| { readonly code: 'toldTooOften'; readonly notice: Bounded; readonly limit: number; readonly again: Instant }
	/** All that were asked about the text have answered, so there is nobody to remind. */
	| { readonly code: 'allHaveAnswered' }
	/** Nobody has an address of those that have not answered. */
	| { readonly code: 'nobodyReached' }
	/** They were reminded at `at`, by themselves or by somebody. `again`: when they may be once more. */
	| { readonly code: 'remindedLately'; readonly at: Instant; readonly again: Instant }
	| { readonly code: 'slugTaken' }
	| { readonly code: 'inquiryClosed' }
	/** Texts, by title, are published with it, and are being voted on or signed. */
	| { readonly code: 'beingDecided'; readonly field: string; readonly titles: readonly string[] }
	/** Somebody has confirmed the notice already, or put it aside. */
	| { readonly code: 'noticeHandled' }
	| { readonly code: 'fileRefused'; readonly field: string; readonly name: string; readonly why: FileRefusal }
	/** All that was sent at once, files and all. Bytes. */
	| { readonly code: 'uploadTooLarge'; readonly field: string; readonly limit: number }
	/** Nothing keeps files where this runs. */
	| { readonly code: 'noFileStore' }
	/** `left`: how many more codes may be tried in this sign-in. */
	| { readonly code: 'wrongCode'; readonly field: string; readonly left: number }
	/** No code waits for this browser: used, too old, guessed at too often, or never asked for. */
	| { readonly code: 'codeGone'; readonly field: string }
	/** Handle and code do not belong together, or the code has been used. Which of these is not told. */
	| { readonly code: 'wrongCard'; readonly field: string }
	| { readonly code: 'tooManyTries'; readonly minutes: number }
	/** All that was sent together. Bytes. */
	| { readonly code: 'bodyTooLarge'; readonly limit: number }
	/** A card opens everything its person may do, so only those who answer for all of it may print one. */
	| { readonly code: 'cardElsewhere' }
	/** Whoever prints a card can use it first, so it is for those alone who have no other way in. */
	| { readonly code: 'cardForAddress' }
	/** A card of one's own is made by somebody who has shown that mail reaches them. */
	| { readonly code: 'cardNeedsMail' }
	/** What the chair of one coalition enters would hold for another, or for the operator. */
	| { readonly code: 'personElsewhere' }
	| { readonly code: 'addressKnown'; readonly field: 'email' }
	/** Ways in are changed by somebody who has shown that mail reaches them. */
	| { readonly code: 'addressNeedsMail' }
	/** The only chair of a coalition, or the operator, is not erased. */
	| { readonly code: 'neededHere' }
	/** Without it nobody could sign in as the person. */
	| { readonly code: 'lastWayIn' }
	/** So many such acts were done within a day. `again`: when one more may be. */
	| { readonly code: 'doneTooOften'; readonly limit: number; readonly again: Instant }
	| { readonly code: 'rosterTooLong'; readonly rows: number; readonly limit: number }
	/** Everybody in the list is there already. */
	| { readonly code: 'rosterEmpty' }
	/** What the list would make is no longer what the person was shown. */
	| { readonly code: 'rosterChanged' }
	/** Too pale to be read. `nearest`: the colour most like it that can be. `#rrggbb`. */
	| { readonly code: 'accentTooPale'; readonly field: 'accent'; readonly nearest: string }
	| { readonly code: 'imageRefused'; readonly field: 'logo'; readonly why: ImageFault }
	/** Another topic, group or standard text is read alike. `away`: it was put away, and can be brought back. */
	| { readonly code: 'topicExists'; readonly field: string; readonly name: string; readonly away: boolean }
	/** Of one position of the bank, by its number in its text. */
	| {
			readonly code: 'tooManyGroups'
			readonly field: string
			readonly number: number
			readonly limit: number
			readonly length: number
	  }
	/** Of a coalition, with an empty field; or of one statement. */
	| { readonly code: 'tooManyTopics'; readonly field: string; readonly limit: number }
	/** Of those that a coalition has in use; `kept`: of all that it ever had. */
	| { readonly code: 'tooManyStandardTexts'; readonly limit: number; readonly kept: boolean }
	/** Somebody else changed it after it was read. */
	| { readonly code: 'standardTextRewritten' }
	/** A coalition keeps every address it has had, so it can have only so many. */
	| { readonly code: 'slugsUsedUp'; readonly field: 'slug'; readonly limit: number }
	/** The thread has its answer: it can be opened again. */
	| { readonly code: 'commentResolved' }
	| { readonly code: 'commentOpen' }
	/** Something was said in the thread, which had come as far as `seq`, after the person read it. */
	| { readonly code: 'commentsSince'; readonly seq: number }
	/** Others have said something about the comment, so its words stand. */
	| { readonly code: 'commentAnswered' }
	| { readonly code: 'commentWithdrawn' }
	/** The chair has hidden it, and nobody agrees with what they cannot read. */
	| { readonly code: 'commentHidden' }
	/** An answer that was given is not hidden. */
	| { readonly code: 'answerStands' }
	/** Its number in the year is one of those given here, the first of which is `first`. */
	| { readonly code: 'numberedHere'; readonly field: 'number'; readonly year: number; readonly first: number }
	/** Another older statement has it, or had it before it was taken away. */
	| { readonly code: 'numberTaken'; readonly field: 'number'; readonly year: number; readonly number: number }
	/** A file is not kept here that was to be part of it. */
	| { readonly code: 'fileGone'; readonly field: 'file' }
	/** The association said it before the person's seat was given. `from`: when it can be taken back from that. */
	| { readonly code: 'contestedBefore'; readonly at: Instant; readonly from: Instant }
	/** What the deputy says does not stand over what the delegate has said. */
	| { readonly code: 'delegateHasSpoken' }
	/** An association agrees with what others say, not with itself. */
	| { readonly code: 'ownComment' }
	/** The words that a comment is to be about do not stand in the block as it was read. */
	| { readonly code: 'wordsNotThere'; readonly field: 'words' }
	| { readonly code: 'notYourComment' }
	| { readonly code: 'tooManyComments'; readonly limit: number }
	/** Of the association itself. */
	| { readonly code: 'tooManyOwnComments'; readonly limit: number }
	/** What is asked for is not for an amendment that is as this one. */
	| { readonly code: 'amendmentState'; readonly state: AmendmentState }
	/** Its words were changed after they were read. */
	| { readonly code: 'amendmentChanged' }
	/** Associations are asked about it, and its words stand until that is over. */
	| {
			readonly code: 'amendmentAsked'
			readonly asked:
				| { readonly kind: 'ballot'; readonly ballotId: BallotId }
				| { readonly kind: 'list'; readonly listId: ConsensusListId }
	  }
	/** All associations have adopted it in a consensus list: that is not for one of them to take back. */
	| { readonly code: 'adoptedByList' }
	/** They want different things of the same words, each other or than those that are `adopted` already. By their numbers. */
	| { readonly code: 'amendmentsCollide'; readonly numbers: readonly number[]; readonly adopted: readonly number[] }
	/** Associations are asked about amendments to the text until then. */
	| { readonly code: 'consensusListStands'; readonly listId: ConsensusListId; readonly until: Instant }
	/** Its time is up, or it was cancelled. */
	| { readonly code: 'consensusListOver'; readonly cancelled: boolean }
	/** Somebody wrote why they object to an amendment, and did not say that they do. */
	| { readonly code: 'reasonWithoutObjection'; readonly field: string }
	| { readonly code: 'amendmentChangesNothing'; readonly field: string }
	/** An association stands behind its own without joining it. */
	| { readonly code: 'ownAmendment' }
	| { readonly code: 'tooManyVersions'; readonly limit: number }
	| { readonly code: 'tooManyAmendments'; readonly limit: number }
	/** Of the association itself. */
	| { readonly code: 'tooManyOwnAmendments'; readonly limit: number }
	/** Of those that were to be merged these were reworded, withdrawn or decided after they were read. By their numbers. */
	| { readonly code: 'amendmentsMoved'; readonly numbers: readonly number[] }
	/** These do not go with the text as it is: others changed the same words. By their numbers. */
	| { readonly code: 'amendmentsInTheWay'; readonly numbers: readonly number[] }
	/** They want different things of the same words, and nobody has chosen. */
	| { readonly code: 'collisionsOpen'; readonly collisions: readonly OpenCollision[] }
	/** They put a denial beside or among the words of what associations adopted. */
	| { readonly code: 'turnsRound'; readonly numbers: readonly number[]; readonly adopted: readonly number[] }
	/** Nothing of what was chosen comes into the text. */
	| { readonly code: 'mergesNothing' }
	/** Something rests on what was merged. */
	| { readonly code: 'mergingRests'; readonly on: 'text' | 'said' | 'amendments' | 'stage' }
	/** A ballot decided on it, which nobody takes back alone. */
	| { readonly code: 'decidedByBallot'; readonly ballotId: BallotId }
	/** Associations preferred it to another in a ballot: nobody but they, or its makers, lets it fall, */
	| { readonly code: 'preferredInBallot' }
	/** or has other words in the place of these, by their numbers. */
	| { readonly code: 'preferredChanged'; readonly numbers: readonly number[] }
	/** or puts the text to a decision with it left open or left out. */
	| { readonly code: 'preferredPassedOver'; readonly numbers: readonly number[] }
	/** Two amendments are put against each other only where they want different things of the same words. */
	| { readonly code: 'notOpposed'; readonly field: 'against' }
	/** So many ballots on amendments to the text are not counted yet. */
	| { readonly code: 'ballotsOpen'; readonly count: number }
	/** So many associations stand behind none of the amendments that a secret ballot is to be about: too few to keep a secret. */
	| { readonly code: 'tooFewUncommitted'; readonly least: number; readonly uncommitted: number }
	/** A secret ballot on the amendment is not counted, and who stands behind it tells how they vote. */
	| { readonly code: 'tellsVote' }
	/** Associations adopted amendments, by their numbers, whose words are not in the text. */
	| { readonly code: 'adoptedLeftOut'; readonly numbers: readonly number[] }
	/** What an association adds to its vote is published with a text, and with nothing else. */
	| { readonly code: 'dissentOnTextOnly'; readonly field: 'dissent' }

export type RejectionCode = Rejection['code']
