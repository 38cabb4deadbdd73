import { acts as commentActs } from '#domain/comment/acts.ts'
import { acts as decidingActs } from '#domain/deciding/acts.ts'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { closeBallot, decideBallot } from '#domain/deciding/closing.ts'
import { openConsultation, recordStances } from '#domain/deciding/consultation.ts'
import { SAID_VOTES } from '#domain/deciding/contest.ts'
import { contestMeetingVote, takeBackContest } from '#domain/deciding/contesting.ts'
import { enterMeetingDecision } from '#domain/deciding/meeting.ts'
import { openBallot } from '#domain/deciding/opening.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { castPaper, castVote } from '#domain/deciding/voting.ts'
import { swedishDate, swedishYear } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { AssociationId, BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { addAssociation, keepAssociation, removeAssociation } from '#domain/members/member-associations.ts'
import type { Actor } from '#domain/members/seats.ts'
import { planPublication, positionStances, publish } from '#domain/publication/publication.ts'
import { type Publishable, textOf } from '#domain/publication/record.ts'
import { redact } from '#domain/publication/redaction.ts'
import { makeEditorialChange, planEditorialChange } from '#domain/signing/editorial-change.ts'
import { answerSignoff } from '#domain/signing/signoff.ts'
import type { Block } from '#domain/statement/block.ts'
import { type DocumentEdit, editDocument } from '#domain/statement/document.ts'
import { changeTitle, referBack, startStatement, withdraw } from '#domain/statement/lifecycle.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { writtenIn } from '#domain/statement/text-history.ts'
import { sidesIn } from './editing.ts'
import { ballotOf, blocksOf, hashOf, type ModelStatement } from './model.ts'
import { ADDENDUM_ACTS } from './model-addenda.ts'
import { isUncounted, standingListIn } from './model-amendments.ts'
import {
	type Attempt,
	associationFor,
	ballotFor,
	castIn,
	enteredFor,
	later,
	membershipOf,
	NOTHING,
	nth,
	on,
	proposalOf,
	respelled,
	type Step,
	seenHash,
	signingOf,
	turnoutOf,
	writtenOn,
} from './model-attempt.ts'
import { DIRECTORY_ACTS } from './model-directory.ts'
import { answeredBy, PUBLISHED_WITH_ACTS } from './model-published-with.ts'
import { REMINDER_ACTS } from './model-reminders.ts'
import { SEAT_ACTS } from './model-seats.ts'
import { SENDING_ACTS } from './model-sending.ts'
import type { View } from './model-store.ts'
import { talk } from './model-talk.ts'
import { QUORUM_ACTS } from './model-without-quorum.ts'

export function publishIn(about: ModelStatement, view: View, actor: Actor, textHash: string): ReturnType<Attempt> {
	const signing = signingOf(about)
	const ballot = ballotOf(about)
	if (!signing || !ballot) return NOTHING
	const blocks = blocksOf(about)
	const publishable: Publishable = {
		...{
			coalition: view.coalition,
			signing,
			blocks,
			votes: [...ballot.votes.values()],
			inquiry: answeredBy(view, about.statement),
			salts: null,
		},
		stances: positionStances([...about.stances.values()], blocks),
		meeting: ballot.meeting,
		editorialChanges: about.notes,
		lastNumber: view.lastNumbers.get(swedishYear(view.now)) ?? 0,
		position: view.position,
	}
	const plan = planPublication(actor, publishable, textHash, view.now)
	if (!plan.ok) return plan
	const { record, text, guards } = plan.value
	if (hashOf(text) !== record.textHash) return refuse({ code: 'textChanged' })
	const [textBytes, recordBytes] = [JSON.stringify(text), JSON.stringify(record)]
	const bytes = { textBytes, recordBytes, recordHash: hashOf(record), revealed: null }
	return ok(publish(publishable, { record, guards, ...bytes }))
}

function editOf(about: ModelStatement, { b, c, flag }: Step, mark: string): DocumentEdit {
	const blocks = blocksOf(about)
	const block = nth(blocks, b)
	const blockId = block?.blockId ?? ('none' as BlockId)
	const basedOn = flag || !block ? ('stale' as BlockVersionId) : block.id
	const kinds = ['paragraph', 'position', 'heading'] as const
	const content = { kind: kinds[b % 3] ?? 'paragraph', text: `${mark} ett två` } satisfies Block
	const after = nth([null, ...blocks.map((each) => each.blockId)], b + 1) ?? null
	switch (c) {
		case 0:
			if (flag && about.changes.length > 1) return takingBack(about, b)
			return { do: 'write', letGo: flag, blocks: [content, { ...content, text: `${mark} tre 😀 fyra` }] }
		case 1:
			return { do: 'edit', blockId, basedOn, content: block ? writtenOn(block.content, mark) : content }
		case 2:
			return { do: 'add', blocks: [content], after }
		case 3:
			return flag ? { do: 'move', blockId, after } : { do: 'remove', blockId }
		case 4:
			return { do: 'split', blockId, basedOn: block?.id ?? basedOn, at: 3 + b * 2 }
		default:
			return { do: 'join', blockId, basedOn: block?.id ?? basedOn }
	}
}

/** A change taken back, or an earlier text restored, by whoever has the last word. */
function takingBack({ changes }: ModelStatement, b: number): DocumentEdit {
	const change = nth(changes, b)?.actId ?? ''
	const against = [null, ...changes.flatMap(writtenIn).map(({ id }) => id)]
	const lastWord = { side: b % 2 === 0 ? 'mine' : 'theirs', against } as const
	return b % 3 === 0 ? { do: 'restore', to: change } : { do: 'takeBack', change, lastWord, letGo: b % 5 > 0 }
}

const votesIn = ({ ballots }: ModelStatement, { position }: View) => ({
	ballots: ballots.filter((each) => each.subject.kind === 'amendment' && isUncounted(each)).length,
	position,
})

export const sentBack = (about: ModelStatement, view: View, actor: Actor, context: Context) =>
	referBack(actor, about.statement, 'Skriv om.', context, votesIn(about, view))

export function withdrawn(about: ModelStatement, view: View, actor: Actor, context: Context) {
	const known = { ...votesIn(about, view), list: standingListIn(about) }
	return withdraw(actor, about.statement, 'Inte längre.', context, known)
}

type Mending = { readonly b: number; readonly signoffDueAt: number; readonly honest: boolean }

/** A slip mended; or, by a chair who is not honest, words of her own put in. */
export function mendIn(
	about: ModelStatement,
	actor: Actor,
	{ b, signoffDueAt, honest }: Mending,
	context: Context,
): ReturnType<Attempt> {
	const signing = signingOf(about)
	const block = nth(blocksOf(about), b)
	if (!signing || !block) return NOTHING
	const content = honest ? respelled(block.content) : writtenOn(block.content, context.newId())
	const command = { blockId: block.blockId, content, note: 'Skrivfel.', signoffDueAt }
	const plan = planEditorialChange(actor, signing, { blocks: blocksOf(about), voted: about.voted }, command, context)
	if (!plan.ok) return plan
	const textHash = hashOf(textOf(about.statement, plan.value.blocks))
	return ok(makeEditorialChange(signing, plan.value, command, { textHash, salts: null }, context))
}

const DECIDED = decidingActs.contestMeetingVote.stages

export const ACTS = {
	...SEAT_ACTS,
	...DIRECTORY_ACTS,
	...REMINDER_ACTS,
	...ADDENDUM_ACTS,
	...PUBLISHED_WITH_ACTS,
	addAssociation: (view, actor, _step, context) =>
		addAssociation(actor, view.coalition, { name: 'Ny', area: '' }, context),
	removeAssociation: (view, actor, { b }, context) =>
		removeAssociation(
			actor,
			membershipOf(view),
			nth(view.coalition.associations, b)?.id ?? ('none' as AssociationId),
			context,
		),
	keepAssociation: (view, actor, { b }, context) => {
		const leaving = view.coalition.associations.filter(({ leavesAt }) => leavesAt !== null)
		return keepAssociation(actor, view.coalition, nth(leaving, b)?.id ?? ('none' as AssociationId), context)
	},
	startStatement: (view, actor, { a, flag }, context) => {
		const inquiry = flag ? null : (nth([...view.inquiries.values()], a) ?? null)
		return startStatement(actor, inquiry, { kind: 'response', language: 'sv', title: 'Svar', track: 'full' }, context)
	},
	changeTitle: on(WRITABLE, ({ statement }, _view, actor, { b }, context) =>
		changeTitle(actor, statement, `Titel ${b}`, context),
	),
	editDocument: on(WRITABLE, (about, _view, actor, step, context) => {
		const draft = { statement: about.statement, blocks: blocksOf(about) }
		const judged = [...about.stances.values()].map(({ blockId }) => blockId)
		const edit = editOf(about, step, context.newId())
		const name = edit.do === 'takeBack' ? edit.change : edit.do === 'restore' ? edit.to : ''
		return editDocument(actor, draft, edit, context, { judged, named: sidesIn(about.changes, name) })
	}),
	openConsultation: on(['drafting'], (about, view, actor, { b }, context) => {
		const { statement } = about
		return openConsultation(actor, statement, view.coalition, blocksOf(about), b > 3 ? null : later(view, b), context)
	}),
	recordStances: on(['consulting'], (about, view, actor, step, context) => {
		const block = nth(blocksOf(about), step.b)
		const stance = nth(STANCES, step.c) ?? 'support'
		const given = block ? [{ blockId: block.blockId, versionId: block.id, stance, reason: '' }] : []
		return recordStances(actor, about.statement, blocksOf(about), associationFor(view, actor, step), given, context)
	}),
	talk: on(commentActs.resolveComment.stages, talk),
	openBallot: on(WRITABLE, (about, view, actor, { b, c, flag }, context) => {
		const times = { closesAt: later(view, b), signoffDueAt: later(view, b) + (later(view, c) - view.now) }
		const urgent = b > 3 ? 'Svaret ska in i morgon.' : ''
		return openBallot(
			actor,
			{ ...proposalOf(about, view), seats: view.seats },
			{ track: flag ? 'full' : 'light', ...times, urgent },
			context,
		)
	}),
	enterMeetingDecision: on(WRITABLE, (about, view, actor, { b, c }, context) => {
		const today = swedishDate(view.now)
		const votes = view.coalition.associations.slice(0, c).map(({ id }, index) => {
			return { associationId: id, choice: nth(CHOICES, index * b) ?? 'yes' }
		})
		const command = {
			heldOn: today,
			minutes: '§ 7',
			votes,
			signoffDueAt: later(view, b),
			urgent: c > 2 ? 'Bråttom.' : '',
		}
		return enterMeetingDecision(actor, proposalOf(about, view), command, context, today)
	}),
	contestMeetingVote: on(DECIDED, (about, view, actor, step, context) => {
		const entered = enteredFor(about, view, actor, step)
		const voted = nth([...SAID_VOTES, null], step.c) ?? null
		const said = {
			associationId: associationFor(view, actor, step),
			voted,
			reason: step.flag ? 'Vi röstade inte så.' : '',
		}
		return entered ? contestMeetingVote(actor, entered, said, context) : NOTHING
	}),
	takeBackContest: on(DECIDED, (about, view, actor, step, context) => {
		const entered = enteredFor(about, view, actor, step)
		return entered ? takeBackContest(actor, entered, associationFor(view, actor, step), context) : NOTHING
	}),
	...QUORUM_ACTS,
	castVote: on(['deciding'], (about, view, actor, step, context) => {
		const ballot = ballotFor(about, step)
		const associationId = associationFor(view, actor, step)
		const choice = nth(CHOICES, step.c) ?? 'yes'
		const dissent = step.flag ? ({ kind: 'reservation', text: 'Vi ansåg annat.' } as const) : null
		const cast = {
			associationId,
			choice,
			signs: step.flag,
			dissent,
			textHash: step.b === 0 ? 'another' : (ballot?.textHash ?? ''),
			method: 'web',
		} as const
		return ballot ? castVote(actor, ballot, ballot.votes.get(associationId) ?? null, cast, context) : NOTHING
	}),
	castPaper: on(['deciding'], (about, view, actor, step, context) => {
		const ballot = ballotFor(about, step)
		const associationId = associationFor(view, actor, step)
		const textHash = step.b === 0 ? 'another' : (ballot?.textHash ?? '')
		const cast = { associationId, choice: nth(CHOICES, step.c) ?? 'yes', textHash }
		return ballot ? castPaper(actor, ballot, ballot.turnout.has(associationId), cast, context) : NOTHING
	}),
	closeBallot: on(['deciding'], (about, view, actor, step) => {
		const ballot = ballotFor(about, step)
		return ballot ? closeBallot(step.b > 3 ? null : actor, ballot, turnoutOf(ballot), view.now) : NOTHING
	}),
	decideBallot: on(['deciding'], (about, view, _actor, step, context) => {
		const ballot = ballotFor(about, step)
		return ballot ? decideBallot(ballot, castIn(view, ballot), context) : NOTHING
	}),
	answerSignoff: on(['signing'], (about, view, actor, step, context) => {
		const signing = signingOf(about)
		const answer = step.flag ? 'signed' : 'declined'
		const associationId = associationFor(view, actor, step)
		const given = { associationId, answer, reason: 'Nej.', textHash: seenHash(about, step.c), method: 'web' } as const
		return signing ? answerSignoff(actor, signing, given, context) : NOTHING
	}),
	makeEditorialChange: on(['signing'], (about, view, actor, { b, c, flag }, context) =>
		mendIn(about, actor, { b, signoffDueAt: later(view, c), honest: flag }, context),
	),
	referBack: on(['deciding', 'signing'], (about, view, actor, _step, context) => sentBack(about, view, actor, context)),
	withdraw: on(['deciding', 'signing'], (about, view, actor, _step, context) => withdrawn(about, view, actor, context)),
	markAsSent: SENDING_ACTS.markAsSent,
	sendResponse: SENDING_ACTS.sendResponse,
	publish: on(['signing'], (about, view, actor, { c }) => publishIn(about, view, actor, seenHash(about, c))),
	redact: on(['published'], (about, view, actor, { b }, context) => {
		const blocks = about.publication ? blocksOf(about) : []
		const blockId = nth(blocks, b)?.blockId ?? ('none' as BlockId)
		const electorate = ballotOf(about)?.electorate.map(({ associationId }) => associationId) ?? []
		const withheld = view.after.withheld.get(about.statement.id) ?? []
		const published = { statementId: about.statement.id, blocks, electorate, withheld }
		return redact(actor, published, blockId, 'Samtycket togs tillbaka.', context)
	}),
} satisfies Record<string, Attempt>
