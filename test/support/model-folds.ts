import { PLAIN } from '#domain/coalition/coalition.ts'
import type { EventType } from '#domain/event.ts'
import { completeFacts } from '#domain/inquiry/inquiry.ts'
import type { BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import type { Statement } from '#domain/statement/statement.ts'
import type { Model } from './model.ts'
import { addendumFolds } from './model-addendum-folds.ts'
import { nothingYet } from './model-after.ts'
import { afterFolds } from './model-after-folds.ts'
import { amendmentFolds } from './model-amendment-folds.ts'
import {
	addBallot,
	ballotNamed,
	change,
	get,
	leaveAt,
	noteAsked,
	noteChange,
	noteReminded,
	roleOf,
	setMember,
	statementOf,
	voidBallots,
	write,
} from './model-changes.ts'
import { consensusFolds } from './model-consensus-folds.ts'
import type { Entry, Of } from './model-entry.ts'
import { talkFolds } from './model-talk-folds.ts'

/** What a log means. Of the associations those that have left by now are still among the members: see `viewOf`. */
export function fold(log: readonly Entry[]): Model {
	const model: Model = {
		coalition: null as never,
		seats: [],
		inquiries: new Map(),
		statements: new Map(),
		lastNumbers: new Map(),
		after: nothingYet(),
		position: 0,
	}
	for (const entry of log) {
		apply(model, entry)
		noteAsked(model, entry)
		model.position = entry.position
	}
	return model
}

/** Of a seat that nobody ended. */
const HELD = { endedAt: null, endedBy: null, endedUnreached: false, takenBackAt: null, erasedAt: null }

/** Of a text that can be written. */
const UNFIXED = { revisionId: null, textHash: null, ballotId: null }

function apply(model: Model, entry: Entry): void {
	const step = folds[entry.type] as (model: Model, entry: Entry) => void
	step(model, entry)
}

type Folds = { readonly [Type in EventType]: (model: Model, entry: Of<Type>) => void }

/** No law asks about it. */
const nothing = () => undefined

const looksOtherwise = (model: Model, { payload }: Of<'accentChosen'> | Of<'logoChosen'>) => {
	model.coalition = { ...model.coalition, ...payload }
}

const folds: Folds = {
	coalitionCreated: (model, { payload: { settings, slug, demo }, coalitionId: id }) => {
		model.coalition = { ...settings, ...PLAIN, id, slug, demo, former: null, associations: [] }
	},
	coalitionChanged: (model, { payload }) => {
		model.coalition = { ...model.coalition, ...payload.settings, former: payload.former }
	},
	accentChosen: looksOtherwise,
	logoChosen: looksOtherwise,
	englishOffered: (model, { payload }) => {
		model.coalition = { ...model.coalition, english: payload.offered }
	},
	slugChanged: (model, { payload }) => {
		model.coalition = { ...model.coalition, ...payload }
	},
	associationAdded: (model, { payload, at }) => {
		setMember(model, payload.association.id, { ...payload.association, joinedAt: at, leavesAt: null })
	},
	associationChanged: (model, { payload }) => setMember(model, payload.association.id, payload.association),
	associationLeaving: (model, { payload: { associationId, leavesAt } }) => leaveAt(model, associationId, leavesAt),
	associationKept: (model, { payload: { associationId } }) => leaveAt(model, associationId, null),
	associationLeft: (model, { payload: { associationId }, at }) => {
		const associations = model.coalition.associations.filter(({ id }) => id !== associationId)
		model.coalition = { ...model.coalition, associations }
		for (const seat of model.seats) if (seat.associationId === associationId) seat.endedAt ??= at
	},
	seatGiven: (model, { payload: { seatId, ...seat }, coalitionId, at }) => {
		model.seats.push({ ...seat, id: seatId, coalitionId, givenAt: at, ...HELD, term: seat.until })
		const own = model.coalition.associations.find(({ id }) => id === seat.associationId)
		if (own) leaveAt(model, own.id, own.leavesAt)
	},
	seatEnded: (model, { payload, at, personId }) => {
		for (const seat of model.seats)
			if (seat.id === payload.seatId)
				Object.assign(seat, { endedAt: at, endedBy: personId, endedUnreached: payload.unreached === true })
	},
	...{ toldByHand: nothing, nameMended: nothing, addressProposed: nothing, addressWithdrawn: nothing },
	seatTakenBack: (model, { payload, at }) => {
		const seat = model.seats.find(({ id }) => id === payload.seatId)
		if (seat) Object.assign(seat, { ...HELD, takenBackAt: at })
		const own = model.coalition.associations.find(({ id }) => id === seat?.associationId)
		if (own) leaveAt(model, own.id, own.leavesAt)
	},

	...{ noticeTaken: nothing, noticeConfirmed: nothing, noticeDiscarded: nothing },
	inquiryReceived: (model, { payload: { inquiryId: id, facts }, coalitionId }) => {
		model.inquiries.set(id, { ...completeFacts(facts), id, coalitionId, status: 'received', dueDateHistory: [] })
	},
	inquiryChanged: (model, { payload }) => {
		Object.assign(get(model.inquiries, payload.inquiryId), payload.facts)
	},
	dueDateMoved: (model, { payload: { inquiryId, dueOn } }) => {
		get(model.inquiries, inquiryId).dueOn = dueOn
	},
	inquiryFilesAttached: () => undefined,
	inquiryFileRemoved: () => undefined,
	inquiryAccepted: (model, { payload }) => {
		get(model.inquiries, payload.inquiryId).status = 'accepted'
	},
	inquiryDeclined: (model, { payload }) => {
		get(model.inquiries, payload.inquiryId).status = 'declined'
	},

	statementStarted: (model, { statementId, coalitionId, payload, at }) => {
		const id = statementId as StatementId
		const statement: Statement = { ...payload, id, coalitionId, stage: 'drafting', ...UNFIXED }
		const empty = {
			order: [],
			changes: [],
			versions: new Map(),
			fixed: null,
			voted: [],
			signoffDueAt: null,
			notes: [],
			ballots: [],
		}
		model.statements.set(id, {
			...empty,
			statement,
			signoffs: new Map(),
			stances: new Map(),
			threads: new Map(),
			reminding: { askedAt: at, consultationDueAt: null, remindAt: null, remindedAt: null },
			...{ publication: null, addenda: [], amendments: new Map(), lists: [], movedAt: 0 },
		})
	},
	titleChanged: (model, entry) => change(model, entry, { title: entry.payload.title }),
	documentWritten: (model, entry) => {
		const about = statementOf(model, entry)
		noteChange(about, entry)
		about.versions.clear()
		about.order = entry.payload.blocks.map((block) => block.blockId)
		write(about, entry.payload.blocks)
	},
	documentRearranged: (model, entry) => {
		const about = statementOf(model, entry)
		noteChange(about, entry)
		about.order = entry.payload.order ?? about.order
		write(about, entry.payload.written)
	},
	blockEdited: (model, entry) => {
		const about = statementOf(model, entry)
		noteChange(about, entry)
		write(about, [entry.payload.version])
	},
	consultationOpened: (model, entry) => {
		statementOf(model, entry).movedAt = entry.position
		change(model, entry, { stage: 'consulting' })
	},
	stanceRecorded: (model, entry) => {
		const { versionId, ...stance } = entry.payload
		const recorded = { ...stance, versionId: versionId as BlockVersionId }
		statementOf(model, entry).stances.set(`${stance.associationId} ${stance.blockId}`, recorded)
	},
	revisionFixed: (model, entry) => {
		const { blocks, revisionId, textHash } = entry.payload
		statementOf(model, entry).fixed = blocks
		change(model, entry, { revisionId, textHash })
	},
	ballotOpened: (model, entry) => {
		const { ballotId: id, ...opened } = entry.payload
		addBallot(model, entry, {
			...opened,
			id,
			opensAt: entry.at,
			closedAt: null,
			outcome: null,
			voidedAt: null,
			extensions: 0,
		})
		if (opened.subject.kind === 'text') change(model, entry, { stage: 'deciding', track: opened.track, ballotId: id })
	},
	meetingDecisionEntered: (model, entry) => {
		const { ballotId: id, votes, heldOn, minutes, ...entered } = entry.payload
		const times = { opensAt: entry.at, closesAt: entry.at, closedAt: entry.at, voidedAt: null, extensions: 0 }
		const ballot = addBallot(model, entry, { ...entered, ...times, id, track: 'full' })
		ballot.meeting = { heldOn, minutes }
		const cast = { signs: false, role: null, seatId: null, dissent: null }
		for (const vote of votes) ballot.votes.set(vote.associationId, { ...vote, ...cast })
		change(model, entry, { stage: entered.outcome.result === 'adopted' ? 'signing' : 'deciding', ballotId: id })
	},
	meetingVoteContested: (model, entry) => {
		const { ballotId, ...said } = entry.payload
		const contest = { ...said, standing: true, role: roleOf(model, entry.seatId), at: entry.at }
		ballotNamed(statementOf(model, entry), ballotId).contests.set(said.associationId, contest)
	},
	contestTakenBack: (model, entry) => {
		const { ballotId, associationId } = entry.payload
		const { contests } = ballotNamed(statementOf(model, entry), ballotId)
		const contest = { ...get(contests, associationId), role: roleOf(model, entry.seatId), at: entry.at }
		contests.set(associationId, { ...contest, standing: false })
	},
	voteCast: (model, entry) => {
		const { ballotId, method: _method, ...vote } = entry.payload
		const { seatId } = entry
		const ballot = ballotNamed(statementOf(model, entry), ballotId)
		ballot.votes.set(vote.associationId, { ...vote, seatId, role: roleOf(model, seatId) })
	},
	paperCast: (model, entry) => {
		ballotNamed(statementOf(model, entry), entry.payload.ballotId).turnout.add(entry.payload.associationId)
	},
	ballotExtended: (model, entry) => {
		const { ballotId, closesAt, signoffDueAt } = entry.payload
		const about = statementOf(model, entry)
		const ballot = ballotNamed(about, ballotId)
		const extensions = ballot.extensions + 1
		Object.assign(ballot, { closesAt, signoffDueAt, closedAt: null, outcome: null, urgent: null, extensions })
		about.signoffDueAt = signoffDueAt
	},
	ballotClosed: (model, entry) => {
		ballotNamed(statementOf(model, entry), entry.payload.ballotId).closedAt = entry.payload.closedAt
	},
	ballotDecided: (model, entry) => {
		const { ballotId, outcome, signing } = entry.payload
		const about = statementOf(model, entry)
		ballotNamed(about, ballotId).outcome = outcome
		if (signing === null) return
		const signed = { answer: 'signed', textHash: signing.textHash, reason: '', method: 'vote', at: entry.at } as const
		for (const { associationId, seatId } of signing.carried) {
			about.signoffs.set(associationId, { ...signed, associationId, role: roleOf(model, seatId) })
		}
		about.signoffDueAt = signing.dueAt
		change(model, entry, { stage: 'signing' })
	},
	signoffGiven: (model, entry) => {
		const { payload, at, seatId } = entry
		statementOf(model, entry).signoffs.set(payload.associationId, { ...payload, role: roleOf(model, seatId), at })
	},
	editorialChangeMade: (model, entry) => {
		const { version, note, signoffDueAt } = entry.payload
		const about = statementOf(model, entry)
		noteChange(about, entry)
		about.notes.push({ note, at: entry.at })
		about.signoffDueAt = signoffDueAt
		write(about, [version])
	},
	referredBack: (model, entry) => {
		const about = statementOf(model, entry)
		voidBallots(about, entry.at)
		about.movedAt = entry.position
		about.signoffs.clear()
		about.fixed = null
		about.signoffDueAt = null
		change(model, entry, { stage: 'drafting', ...UNFIXED })
	},
	withdrawn: (model, entry) => {
		voidBallots(statementOf(model, entry), entry.at)
		change(model, entry, { stage: 'withdrawn', ballotId: null })
	},
	numberTaken: ({ lastNumbers }, { payload: { year, number } }) => {
		lastNumbers.set(year, Math.max(lastNumbers.get(year) ?? 0, number))
	},
	published: (model, entry) => {
		const about = statementOf(model, entry)
		about.publication = entry.payload
		const { inquiryId } = about.statement
		if (inquiryId !== null) get(model.inquiries, inquiryId).status = 'answered'
		change(model, entry, { stage: 'published' })
	},
	...{ positionsSorted: nothing, likenessMeant: nothing, standardTextKept: nothing, standardTextChanged: nothing },
	...{ topicAdded: nothing, topicChanged: nothing, topicsChosen: nothing },
	...afterFolds,
	...addendumFolds,
	...talkFolds,
	answersRead: () => undefined,
	...amendmentFolds,
	...consensusFolds,
	reminded: (model, entry) => noteReminded(statementOf(model, entry), entry),
}
