import { expect, test } from 'vitest'
import { changeSettings } from '#domain/coalition/settings.ts'
import { closeBallot } from '#domain/deciding/closing.ts'
import { openConsultation, recordStances } from '#domain/deciding/consultation.ts'
import { contestMeetingVote, takeBackContest } from '#domain/deciding/contesting.ts'
import { enterMeetingDecision } from '#domain/deciding/meeting.ts'
import { openBallot } from '#domain/deciding/opening.ts'
import type { Proposal } from '#domain/deciding/proposal.ts'
import { remind } from '#domain/deciding/remind.ts'
import { castPaper, castVote } from '#domain/deciding/voting.ts'
import { discardNotice, takeNotice } from '#domain/inquiry/take-notice.ts'
import type { Actor } from '#domain/members/seats.ts'
import { markAsSent } from '#domain/publication/dispatch.ts'
import { planPublication } from '#domain/publication/publication.ts'
import { checkReply } from '#domain/publication/replies.ts'
import { sendResponse } from '#domain/publication/sending.ts'
import { changeTitle, referBack, startStatement, withdraw } from '#domain/statement/lifecycle.ts'
import { codeOf } from '#test/support/result.ts'
import {
	ALL_REACHED,
	actor,
	ballot,
	coalition,
	contextAt,
	incomingNotice,
	inquiry,
	NOW,
	SHEDO,
	seat,
	signing,
	statement,
	stranger,
	version,
} from '#test/support/rules.ts'
import { PRESETS } from './deciding/bylaws.ts'
import { changeInquiry, declineInquiry, moveDueDate, receiveInquiry } from './inquiry/handling.ts'
import { attachFiles, removeFile } from './inquiry/inquiry-files.ts'
import type { ActId, BlockId, BlockVersionId, FileId, PersonId, ReplyId, SeatId } from './kernel/id.ts'
import type { Rejection } from './kernel/rejection.ts'
import type { Result } from './kernel/result.ts'
import { tellByHand } from './members/by-hand.ts'
import { mendName, proposeAddress, withdrawAddress } from './members/directory.ts'
import { addAssociation, changeAssociation, keepAssociation, removeAssociation } from './members/member-associations.ts'
import { contestSeat, endSeat, giveSeat } from './members/membership.ts'
import { redact } from './publication/redaction.ts'
import { planEditorialChange } from './signing/editorial-change.ts'
import { answerSignoff } from './signing/signoff.ts'
import { editDocument } from './statement/document.ts'

const context = contextAt()
const long = 'x'.repeat(100_000)
const facts = { title: '', sender: long, references: '', dueOn: 'x', sendTo: '', copyTo: '', documents: [], note: '' }
const published = statement('published')
const gone = { blockId: 'x' as BlockId, versionId: 'x' as BlockVersionId, basedOn: 'x' as BlockVersionId }
const settled = signing({ statement: published })
const block = { kind: 'paragraph', text: long } as const
const text = { textHash: 'x', associationId: SHEDO }
const proposal: Proposal = {
	...{ statement: published, coalition: coalition(), blocks: [], textHash: '', position: 0, unreached: ALL_REACHED },
	...{ salts: { title: '', blocks: [] }, list: null },
}
const nowhere = { ...coalition(), associations: [] }
const unseated = { coalition: nowhere, seats: [], asked: [], position: 0, unreached: ALL_REACHED }
const seatGiven = {
	personId: 'x' as PersonId,
	associationId: SHEDO,
	role: 'chair',
	from: NOW,
	until: 0,
	invite: true,
} as const
const vote = {
	...text,
	choice: 'yes',
	signs: true,
	dissent: { kind: 'reservation', text: long },
	method: 'web',
} as const
const silence = { ask: 'ballot', ballotId: null, from: 0, dueAt: null, remindAt: null, lastAt: NOW } as const
const entered = { statement: published, ballot: ballot({ electorate: [], voidedAt: NOW }), current: null }
const meeting = { heldOn: 'x', minutes: '', votes: [], signoffDueAt: 0 }
const publishable = {
	...{ coalition: coalition(), signing: settled, blocks: [], votes: [], stances: [], meeting: null },
	...{ editorialChanges: [], inquiry: null, lastNumber: 0, position: 0, unreached: ALL_REACHED, salts: null },
}

const listed = { personId: 'x' as PersonId, name: 'x', emails: [], operator: true, elsewhere: true }
const lately = { count: 99, first: NOW }

/** Every rule, asked for something that is wrong in as many other ways as there are. */
const RULES: Record<string, (by: Actor) => Result<unknown, Rejection>> = {
	addAssociation: (by) => addAssociation(by, nowhere, { name: '', area: long }, context),
	answerSignoff: (by) =>
		answerSignoff(by, settled, { ...text, answer: 'declined', reason: '', method: 'web' }, context),
	castPaper: (by) => castPaper(by, ballot({ closedAt: NOW }), true, { ...text, choice: 'yes' }, context),
	castVote: (by) =>
		castVote(by, ballot({ bylaws: PRESETS.secret, closedAt: null, electorate: [] }), null, vote, context),
	changeAssociation: (by) => changeAssociation(by, nowhere, { id: SHEDO, name: '', area: '', order: 1.5 }, context),
	changeInquiry: (by) => changeInquiry(by, inquiry(), facts, [], context),
	changeSettings: (by) =>
		changeSettings(by, { coalition: nowhere, seats: [], texts: [] }, { ...coalition(), name: '' }, context),
	changeTitle: (by) => changeTitle(by, published, '', context),
	closeBallot: (by) => closeBallot(by, ballot(), { electorate: 3, voted: 0 }, NOW),
	contestSeat: (by) => contestSeat(by, unseated, 'x' as SeatId, context),
	contestMeetingVote: (by) =>
		contestMeetingVote(by, entered, { associationId: SHEDO, voted: 'no', reason: long }, context),
	takeBackContest: (by) => takeBackContest(by, entered, SHEDO, context),
	declineInquiry: (by) => declineInquiry(by, inquiry({ status: 'declined' }), '', context),
	editDocument: (by) =>
		editDocument(by, { statement: published, blocks: [] }, { do: 'edit', content: block, ...gone }, context),
	endSeat: (by) => endSeat(by, unseated, 'x' as SeatId, context),
	enterMeetingDecision: (by) => enterMeetingDecision(by, proposal, meeting, context, '2022-10-14'),
	giveSeat: (by) => giveSeat(by, unseated, seatGiven, context),
	markAsSent: (by) => markAsSent(by, published, { sentOn: 'x', how: '', to: '' }, context),
	sendResponse: (by) =>
		sendResponse(
			by,
			{ statement: statement('drafting'), sentAt: NOW, withdrawn: false, electorate: [], named: '' },
			{ to: '', copyTo: 'x', subject: '', cover: '', files: [], again: false, reason: '' },
			context,
		),
	checkReply: (by) => checkReply(by, { id: 'x' as ReplyId, statementId: published.id, status: 'kept' }, true, context),
	moveDueDate: (by) => moveDueDate(by, inquiry(), 'x', long, context),
	moveDueDateToTheSame: (by) => moveDueDate(by, inquiry(), inquiry().dueOn, '', context),
	openBallot: (by) =>
		openBallot(by, { ...proposal, seats: [] }, { track: 'light', closesAt: 0, signoffDueAt: 0 }, context),
	openConsultation: (by) => openConsultation(by, published, nowhere, [], 0, context),
	planEditorialChange: (by) =>
		planEditorialChange(
			by,
			settled,
			{ blocks: [], voted: [] },
			{ ...gone, content: block, note: '', signoffDueAt: 0 },
			context,
		),
	planPublication: (by) => planPublication(by, publishable, 'x', NOW),
	attachFiles: (by) => attachFiles(by, inquiry(), [], context),
	confirmNotice: (by) => receiveInquiry(by, facts, context, incomingNotice({ status: 'discarded' })),
	discardNotice: (by) => discardNotice(by, incomingNotice({ status: 'confirmed' }), context),
	receiveInquiry: (by) => receiveInquiry(by, facts, context),
	removeFile: (by) => removeFile(by, inquiry(), [], 'x' as FileId, context),
	takeNotice: (by) => takeNotice(by, { how: 'paste', title: '', text: '', files: [], leftOut: [] }, context),
	recordStances: (by) =>
		recordStances(by, published, [], SHEDO, [{ ...gone, stance: 'support', reason: long }], context),
	redact: (by) =>
		redact(
			by,
			{ statementId: published.id, blocks: [version('')], electorate: [], withheld: [] },
			gone.blockId,
			'',
			context,
		),
	referBack: (by) => referBack(by, published, '', context, { ballots: 0, position: 0 }),
	remind: (by) => remind(by, published, { ...silence, silent: [], closedAt: NOW }, context),
	tellByHand: (by) =>
		tellByHand(by, nowhere, { actId: 'x' as ActId, notice: 'ballot', about: SHEDO }, 'nothing', context),
	mendName: (by) => mendName(by, nowhere, listed, lately, '', context),
	proposeAddress: (by) => proposeAddress(by, nowhere, listed, lately, '', context),
	withdrawAddress: (by) => withdrawAddress(by, nowhere, null, context),
	keepAssociation: (by) => keepAssociation(by, nowhere, SHEDO, context),
	removeAssociation: (by) => removeAssociation(by, unseated, SHEDO, context),
	startStatement: (by) =>
		startStatement(by, null, { kind: 'letter', language: 'sv', title: '', track: 'full' }, context),
	withdraw: (by) => withdraw(by, published, '', context, { ballots: 0, position: 7, list: null }),
}

test.each(Object.entries(RULES))('%s tells a stranger nothing, whatever else is wrong', (_, rule) => {
	expect(codeOf(rule(stranger))).toBe('notFound')
})

const left = actor(
	...(['chair', 'secretary'] as const).map((role) => seat(role, null, { endedAt: NOW - 1 })),
	...(['delegate', 'deputy', 'contributor'] as const).map((role) => seat(role, SHEDO, { until: NOW })),
)

test.each(Object.entries(RULES))('%s is not for somebody whose every seat is over', (_, rule) => {
	expect(codeOf(rule(left))).toBe('notAllowed')
})
