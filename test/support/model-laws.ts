import type { EventType } from '#domain/event.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { plainText } from './model.ts'
import { addendumLaws } from './model-addendum-laws.ts'
import { isByAssociations } from './model-amendment-told.ts'
import { decidingLaws } from './model-deciding-laws.ts'
import type { Entry } from './model-entry.ts'
import { hidingLaws } from './model-hiding.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import { beforeAct, heldBy, isOnText, stageOf } from './model-log.ts'
import { meetingLaws } from './model-meeting-laws.ts'
import { memberLaws } from './model-members.ts'
import { olderLaws } from './model-older-laws.ts'
import { publishedWithLaws } from './model-published-with.ts'
import { modelOf } from './model-reading.ts'
import { isByClock, reminderLaws } from './model-reminders.ts'
import { endsFreely, seatLaws } from './model-seat-laws.ts'
import { sendingLaws } from './model-sending-laws.ts'
import { talkLaws } from './model-talk.ts'
import { toldLaws } from './model-told.ts'
import { withheldLaws } from './model-withheld.ts'

const WRITING: readonly Stage[] = ['drafting', 'consulting']
const OPEN: readonly Stage[] = ['drafting', 'consulting', 'deciding', 'signing']

/** In which stages something can happen to a statement. */
const STAGES: Partial<Record<EventType, readonly Stage[]>> = {
	titleChanged: WRITING,
	documentWritten: WRITING,
	documentRearranged: WRITING,
	blockEdited: WRITING,
	consultationOpened: ['drafting'],
	stanceRecorded: ['consulting', 'deciding'],
	revisionFixed: ['drafting', 'consulting', 'signing'],
	ballotOpened: [...WRITING, 'deciding'],
	ballotExtended: ['deciding'],
	meetingDecisionEntered: WRITING,
	meetingVoteContested: ['deciding', 'signing'],
	contestTakenBack: ['deciding', 'signing'],
	reminded: ['consulting', 'deciding', 'signing'],
	signoffGiven: ['signing'],
	editorialChangeMade: ['signing'],
	referredBack: ['consulting', 'deciding', 'signing'],
	withdrawn: OPEN,
	numberTaken: ['signing'],
	published: ['signing'],
	markedAsSent: ['signing', 'published'],
	responseSent: ['published'],
	responseDelivered: ['published'],
	replyTaken: ['published'],
	replyChecked: ['published'],
	...{ redacted: ['published'], withheldContested: ['published'], withheldContestTakenBack: ['published'] },
	outcomesRecorded: ['published'],
	outcomesCorrected: ['published'],
	outcomeExpected: ['published'],
	addendumProposed: ['published'],
	addendumAnswered: ['published'],
	addendumTakenBack: ['published'],
	addendumPublished: ['published'],
	commentMade: WRITING,
	commentRepliedTo: WRITING,
	commentChanged: WRITING,
	commentReopened: WRITING,
	commentAgreedWith: WRITING,
	commentWithdrawn: [...WRITING, 'deciding'],
	commentResolved: [...WRITING, 'deciding'],
	answersRead: [...WRITING, 'deciding'],
	...{ amendmentMade: WRITING, amendmentPutForward: WRITING, amendmentChanged: WRITING, amendmentWithdrawn: WRITING },
	...{ amendmentJoined: WRITING, amendmentLeft: WRITING, amendmentDecided: WRITING, amendmentReopened: WRITING },
	amendmentPutToBallot: WRITING,
	...{ amendmentMerged: WRITING, amendmentUnmerged: WRITING },
	...{ consensusListOpened: WRITING, consensusListAnswered: WRITING },
	...{ consensusListCancelled: WRITING, consensusListSettled: WRITING },
}

/** A ballot on an amendment is held while the text is written, one on the text after that. */
const OF_BALLOT: readonly EventType[] = ['voteCast', 'paperCast', 'ballotClosed', 'ballotDecided']

/** Undefined: in any, and of what is about no text. */
function stagesOf({ type, payload, statementId }: Entry, log: readonly Entry[]): readonly Stage[] | undefined {
	const onText = !('ballotId' in payload) || typeof payload.ballotId !== 'string' || isOnText(log, payload.ballotId)
	if (OF_BALLOT.includes(type)) return onText ? ['deciding'] : WRITING
	return statementId === null ? undefined : STAGES[type]
}

const STEWARDS = ['chair', 'secretary']
const WRITERS = [...STEWARDS, 'delegate', 'deputy']
const CHAIR = ['chair']
const ANYONE = [...WRITERS, 'contributor']

/** The seat something is done from. Nothing else is done without one than closing by time, counting, and the operator's. */
const ROLES: Record<EventType, readonly string[]> = {
	...{ coalitionCreated: [], coalitionChanged: STEWARDS, associationAdded: STEWARDS, associationChanged: STEWARDS },
	...{ accentChosen: STEWARDS, logoChosen: STEWARDS, englishOffered: STEWARDS, slugChanged: CHAIR },
	...{ positionsSorted: STEWARDS, likenessMeant: WRITERS, standardTextKept: STEWARDS, standardTextChanged: STEWARDS },
	...{ topicAdded: STEWARDS, topicChanged: STEWARDS, topicsChosen: STEWARDS },
	...{ associationLeft: STEWARDS, associationLeaving: STEWARDS, associationKept: STEWARDS },
	...{ seatGiven: STEWARDS, seatEnded: [...STEWARDS, ...ANYONE], seatTakenBack: [], toldByHand: STEWARDS },
	...{ nameMended: CHAIR, addressProposed: CHAIR, addressWithdrawn: CHAIR },
	...{ noticeTaken: STEWARDS, noticeConfirmed: STEWARDS, noticeDiscarded: STEWARDS },
	...{ inquiryFilesAttached: STEWARDS, inquiryFileRemoved: STEWARDS },
	...{ inquiryReceived: STEWARDS, inquiryChanged: STEWARDS, dueDateMoved: STEWARDS, inquiryDeclined: STEWARDS },
	...{ inquiryAccepted: STEWARDS, statementStarted: STEWARDS, titleChanged: WRITERS, documentWritten: WRITERS },
	...{ documentRearranged: WRITERS, blockEdited: WRITERS, consultationOpened: STEWARDS },
	...{ stanceRecorded: ['delegate', 'deputy'], revisionFixed: CHAIR, ballotOpened: CHAIR, ballotExtended: CHAIR },
	...{ voteCast: ['delegate', 'deputy'], paperCast: ['delegate', 'deputy'], ballotClosed: CHAIR, ballotDecided: [] },
	...{ meetingVoteContested: ['delegate', 'deputy'], contestTakenBack: ['delegate', 'deputy'], reminded: STEWARDS },
	...{ meetingDecisionEntered: CHAIR, signoffGiven: ['delegate', 'deputy'], editorialChangeMade: CHAIR },
	...{ referredBack: CHAIR, withdrawn: CHAIR, numberTaken: CHAIR, published: CHAIR, markedAsSent: STEWARDS },
	...{ addendumProposed: CHAIR, addendumTakenBack: CHAIR, addendumPublished: CHAIR },
	addendumAnswered: ['delegate', 'deputy'],
	...{ outcomesRecorded: STEWARDS, outcomesCorrected: STEWARDS, outcomeExpected: STEWARDS },
	...{ responseSent: STEWARDS, responseDelivered: [], replyTaken: [], replyChecked: STEWARDS },
	...{ olderImported: CHAIR, olderCorrected: CHAIR, olderRemoved: CHAIR },
	...{ olderOutcomesRecorded: CHAIR, olderOutcomesCorrected: CHAIR },
	...{ olderContested: ['delegate', 'deputy'], olderContestTakenBack: ['delegate', 'deputy'] },
	...{ olderContestCarried: CHAIR, olderContestParted: CHAIR },
	...{ withheldContested: ['delegate', 'deputy'], withheldContestTakenBack: ['delegate', 'deputy'] },
	...{ redacted: CHAIR, commentMade: ANYONE, commentRepliedTo: ANYONE, commentChanged: ANYONE },
	commentHidden: CHAIR,
	...{ commentWithdrawn: ANYONE, commentReopened: ANYONE, commentResolved: STEWARDS },
	...{ answersRead: ['delegate', 'deputy', 'contributor'], commentAgreedWith: ['delegate', 'deputy'] },
	...{ amendmentMade: ['delegate', 'deputy', 'contributor'], amendmentPutForward: ['delegate', 'deputy'] },
	...{ amendmentChanged: ['delegate', 'deputy', 'contributor'] },
	...{ amendmentWithdrawn: ['delegate', 'deputy', 'contributor'] },
	...{ amendmentJoined: ['delegate', 'deputy'], amendmentLeft: ['delegate', 'deputy'] },
	...{
		amendmentDecided: STEWARDS,
		amendmentPutToBallot: ['chair'],
		amendmentReopened: STEWARDS,
		amendmentMerged: STEWARDS,
		amendmentUnmerged: STEWARDS,
	},
	...{ consensusListOpened: STEWARDS, consensusListCancelled: STEWARDS, consensusListSettled: [] },
	...{ amendmentBallotReminded: [], consensusListReminded: [] },
	consensusListAnswered: ['delegate', 'deputy'],
}

const laws: Laws = {
	...decidingLaws,
	...seatLaws,
	...meetingLaws,
	...talkLaws,
	...memberLaws,
	...reminderLaws,
	...addendumLaws,
	documentWritten: ({ payload }) => ({
		'every block is new': new Set(payload.blocks.map((b) => b.blockId)).size === payload.blocks.length,
	}),
	documentRearranged: (entry, { log }) => {
		const about = modelOf(log).statements.get(entry.statementId as StatementId)
		const old = about?.order ?? []
		const { how, order = old, written } = entry.payload
		const now = new Map([...(about?.versions ?? []), ...written.map((block) => [block.blockId, block] as const)])
		const read = (ids: readonly string[], from: typeof now) =>
			ids
				.map((id) => plainText(from.get(id as never)?.content ?? { kind: 'paragraph', text: '?' }))
				.join('')
				.replace(/\s/g, '')
		const without = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id))
		const [gone, come] = [without(old, order), without(order, old)]
		const sameText = read(order, now) === read(old, about?.versions ?? now)
		return {
			'no block stands twice': new Set(order).size === order.length,
			'every block has a text': order.every((id) => now.has(id)),
			'adding adds one': how !== 'added' || (gone.length === 0 && come.length === 1 && written.length === 1),
			'moving keeps every block':
				how !== 'moved' || (gone.length + come.length + written.length === 0 && order.length === old.length),
			'removing takes one': how !== 'removed' || (gone.length === 1 && come.length === 0 && written.length === 0),
			'splitting and joining keep the text': (how !== 'split' && how !== 'joined') || sameText,
		}
	},
	blockEdited: (entry, { log }) => {
		const about = modelOf(log).statements.get(entry.statementId as StatementId)
		const { blockId, content } = entry.payload.version
		const stood = about?.versions.get(blockId)?.content
		const [before, after] = [plainText(stood ?? content), plainText(content)]
		return {
			'the block is in the document': about?.order.includes(blockId) ?? false,
			'it is what stood there and a word more':
				after.startsWith(before) && /^( \S+)?$/.test(after.slice(before.length)),
		}
	},
}

/** What must be true besides, of more than one kind of thing. */
const besides: Laws = {
	...toldLaws,
	...hidingLaws,
	...olderLaws,
	...sendingLaws,
	...publishedWithLaws,
	...withheldLaws,
}

const lawOf = (from: Laws, { type }: Entry) => from[type] as ((entry: Entry, before: Before) => Conditions) | undefined

/** What is wrong with the entries from `from` on, each seen from the log before it. */
export const breaches = (log: readonly Entry[], from: number, papers: Before['papers']): string[] =>
	breachesOf(laws, log, from, papers)

/** The same by other laws, and by those of stages, streams and seats. */
export function breachesOf(laws: Laws, log: readonly Entry[], from: number, papers: Before['papers']): string[] {
	return log.slice(from).flatMap((entry, index) => {
		const act = log.slice(from).filter(({ actId }) => actId === entry.actId)
		const before = { log: log.slice(0, from + index), act, papers }
		const conditions = [laws, besides].flatMap((from) => Object.entries(lawOf(from, entry)?.(entry, before) ?? {}))
		return [...Object.entries(standing(entry, before.log)), ...conditions].flatMap(([name, holds]) =>
			holds ? [] : [`${entry.type} ${entry.position}: ${name}`],
		)
	})
}

function standing(entry: Entry, log: readonly Entry[]): Conditions {
	const stages = stagesOf(entry, log)
	const seat = heldBy(beforeAct(log, entry), entry.seatId, entry.at)
	const freely =
		entry.type === 'ballotDecided' ||
		entry.type === 'coalitionCreated' ||
		(entry.type === 'ballotClosed' && entry.payload.by === 'time') ||
		(entry.type === 'seatGiven' && entry.payload.role === 'chair' && entry.personId === 'operator') ||
		entry.type === 'seatTakenBack' ||
		entry.type === 'responseDelivered' ||
		entry.type === 'replyTaken' ||
		isByAssociations(entry) ||
		(entry.type === 'reminded' && isByClock(entry)) ||
		entry.type === 'amendmentBallotReminded' ||
		entry.type === 'consensusListReminded' ||
		(entry.type === 'seatEnded' && endsFreely(entry, log))
	return {
		'happens in its stage': !stages || stages.includes(stageOf(log, entry.statementId)),
		'is next in its stream': entry.seq === log.filter(({ stream }) => stream === entry.stream).length + 1,
		'is done from a seat held then': entry.seatId === null ? freely : seat !== null,
		'is done from a seat that may': entry.seatId === null || freely || ROLES[entry.type].includes(seat?.role ?? ''),
		'is done by the person whose seat it is': seat === null || seat.personId === entry.personId,
	}
}
