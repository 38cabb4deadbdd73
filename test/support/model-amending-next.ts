import { answerConsensusList } from '#domain/amendment/consensus-answering.ts'
import { decideAmendment } from '#domain/amendment/deciding.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import { proposeAmendment } from '#domain/amendment/proposing.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { closeBallot } from '#domain/deciding/closing.ts'
import { castPaper, castVote } from '#domain/deciding/voting.ts'
import type { AmendmentId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { leaveSeat } from '#domain/members/membership.ts'
import { VOTERS } from '#domain/members/seats.ts'
import { editDocument } from '#domain/statement/document.ts'
import { startStatement } from '#domain/statement/lifecycle.ts'
import { blocksOf, type ModelBallot, type ModelStatement } from './model.ts'
import { sentBack } from './model-acts.ts'
import { reworded } from './model-amending.ts'
import type { ModelList } from './model-amendment.ts'
import { AMENDMENT_REMINDER_ACTS } from './model-amendment-reminders.ts'
import { surelyOpposed } from './model-amendment-words.ts'
import { amendmentIn, amendmentsIn, isUncounted, overtakenIn, standingOf, stands } from './model-amendments.ts'
import { counted, listed, putToBallot, settled } from './model-asking.ts'
import { actorIn, membershipOf, NOTHING, nth, type Step, turnoutOf } from './model-attempt.ts'
import { electorsOf, presetOf } from './model-members.ts'
import { MERGING_ACTS } from './model-merging.ts'
import { type Decide, type Next, seatHeld, type View } from './model-store.ts'
import { firstVoter, holder } from './model-voters.ts'
import { DAY, HOUR } from './rules.ts'

/** The next act that takes the amendments to the last text on, and somebody who may do it. Null where there is nobody. */
export function nextAmending(view: View, step: Step): Next | null {
	const chair = holder(view, 'chair', null)
	if (chair === null) return null
	const about = [...view.statements.values()].at(-1)
	if (!about || about.statement.stage === 'withdrawn') return start(chair)
	const again: Again = (read) => read.statements.get(about.statement.id as StatementId) as ModelStatement
	if (blocksOf(about).length === 0) return write(chair, again)
	const ballots = about.ballots.filter(isUncounted)
	const ballot = nth(ballots, step.a)
	const list = about.lists.find(stands)
	if (list && step.who === 4) {
		const contrary = adoptContrary(about, list, chair, again)
		if (contrary) return contrary
	}
	const reminded = step.who === 2 && step.c < 3 ? remind(about, step, chair) : null
	if (reminded) return reminded
	const met = step.who === 1 ? meetPreferred(view, about, step, chair, again) : null
	if (met) return met
	if (list && step.who === 3 && step.c === 0) {
		const silenced = leaveSilent(view, list)
		if (silenced) return silenced
	}
	if (list && (!ballot || step.flag)) return answer(view, list, step, chair, again)
	if (ballot) return vote(view, ballot, step, chair, again)
	if (about.statement.stage === 'deciding' || about.statement.stage === 'signing') return back(chair, again)
	return ask(view, about, step, chair, again)
}

type Again = (view: View) => ModelStatement

function start(chair: PersonId): Next {
	const command = { kind: 'letter', language: 'sv', title: 'Skrivelse', track: 'full' } as const
	const decide: Decide = (read, context) => startStatement(actorIn(read, chair), null, command, context)
	return { name: 'startStatement', by: chair, decide }
}

const TEXT = ['Regionen bör agera nu', 'Uppdrag ska arvoderas väl', 'Vi tackar för ordet', 'Fler vill svara här']

function write(chair: PersonId, again: Again): Next {
	const blocks = TEXT.map((text) => ({ kind: 'position', text }) as const)
	const decide: Decide = (read, context) => {
		const draft = { statement: again(read).statement, blocks: blocksOf(again(read)) }
		return editDocument(actorIn(read, chair), draft, { do: 'write', blocks }, context)
	}
	return { name: 'writeText', by: chair, decide }
}

function back(chair: PersonId, again: Again): Next {
	const decide: Decide = (read, context) => sentBack(again(read), read, actorIn(read, chair), context)
	return { name: 'referBack', by: chair, decide }
}

/** Something else than what is on the list is adopted, of the same words. */
function adoptContrary(about: ModelStatement, { items }: ModelList, chair: PersonId, again: Again): Next | null {
	const all = amendmentsIn(about)
	const listed = all.filter(({ id }) => items.some(({ amendmentId }) => amendmentId === id))
	const free = all.filter(({ state, asked }) => state === 'open' && asked === null)
	const { id } = free.find((each) => listed.some((one) => surelyOpposed(one, each))) ?? {}
	if (id === undefined) return null
	const decide: Decide = (read, context) => {
		const held = again(read).amendments.get(id)
		if (!held) return NOTHING
		const command = { versionId: held.versionId, outcome: 'adopted', note: '' } as const
		const now = again(read)
		const fell = overtakenIn(now, id)
		return decideAmendment(actorIn(read, chair), now.statement, amendmentIn(now, held), command, context, fell)
	}
	return { name: 'decideAmendment', by: chair, decide }
}

/** What was preferred, and what wants other words for its own, are merged in words of neither. */
function meetPreferred(view: View, about: ModelStatement, step: Step, by: PersonId, again: Again): Next | null {
	const free = amendmentsIn(about).filter(({ state, asked }) => state === 'open' && asked === null)
	const preferred = free.find(({ id }) => overtakenIn(about, id).length > 0)
	if (!preferred) return null
	if (!free.some((each) => each !== preferred && isOpposed(about, each, preferred))) {
		const place = blocksOf(about).findIndex(({ blockId }) => blockId === preferred.seen[0]?.blockId)
		return place < 0 ? null : propose(view, about, { ...step, b: place }, again)
	}
	const own = { ...step, kind: 'mergeAmendments', apt: true, recent: true, flag: true, a: 0, b: 1, c: 4 }
	const decide: Decide = (read, context) => MERGING_ACTS.mergeAmendments(read, actorIn(read, by), own, context)
	// Of others that are merged with them words may be turned round.
	return { name: 'mergeAmendments', by, decide, mayFail: true }
}

/** Whoever alone could answer for an association that is asked leaves the seat. */
function leaveSilent(view: View, { electorate }: ModelList): Next | null {
	const held = view.seats.filter(({ id, role }) => VOTERS.includes(role) && seatHeld(view, id, view.now))
	const alone = electorate.flatMap(({ associationId }) => {
		const own = held.filter((seat) => seat.associationId === associationId)
		return own.length === 1 ? own : []
	})
	const seat = alone.at(-1)
	if (!seat) return null
	const by = seat.personId
	const decide: Decide = (read, context) => leaveSeat(actorIn(read, by), membershipOf(read), seat.id, context)
	return { name: 'leaveSeat', by, decide }
}

/** The time passes until those that have not answered are reminded. */
function remind(about: ModelStatement, step: Step, by: PersonId): Next | null {
	const list = about.lists.find(stands)
	const ballots = about.ballots.filter((each) => each.subject.kind === 'amendment' && isUncounted(each))
	const asked = (step.flag ? list : undefined) ?? nth(ballots, step.a) ?? list
	const due = asked?.reminders.remindAt ?? null
	if (!asked || due === null || due >= asked.closesAt) return null
	// Now and then the clock is late, and only the last moment is left.
	const waitUntil = step.b > 3 ? Math.max(due, asked.closesAt - HOUR) : due
	const decide: Decide = (read, context) => {
		const own = { ...step, apt: true, flag: asked === list }
		return AMENDMENT_REMINDER_ACTS.remindOfAmendments(read, actorIn(read, by), own, context)
	}
	// All may have answered.
	return { name: 'remindOfAmendments', by, decide, waitUntil, mayFail: true }
}

/** Somebody answers, or the time passes and it is settled. */
function answer(view: View, { id, ...list }: ModelList, step: Step, chair: PersonId, again: Again): Next {
	const on =
		(decide: (here: ModelList, ...rest: Parameters<Decide>) => ReturnType<Decide>): Decide =>
		(read, context) => {
			const here = again(read).lists.find((each) => each.id === id)
			return here ? decide(here, read, context) : NOTHING
		}
	const answered = (one: string) => list.answers.some(({ associationId }) => associationId === one)
	const asked = { electorate: list.electorate, bylaws: list.bylaws }
	const voter = view.now < list.closesAt ? firstVoter(view, asked, answered, list.openedAt) : null
	if (voter && step.who > 4) {
		const { by, associationId } = voter
		const said = list.items.map(({ amendmentId }, at) => ({ amendmentId, objects: at % 6 === step.c, reason: '' }))
		const decide = on((here, read, context) =>
			answerConsensusList(actorIn(read, by), here, { associationId, said }, context),
		)
		return { name: 'answerConsensusList', by, decide }
	}
	const decide = on((here, read, context) => settled(here, again(read), read, context))
	return { name: 'settleConsensusList', by: chair, decide, waitUntil: list.closesAt }
}

function vote(view: View, ballot: ModelBallot, step: Step, chair: PersonId, again: Again): Next {
	const on =
		(decide: (here: ModelBallot, ...rest: Parameters<Decide>) => ReturnType<Decide>): Decide =>
		(read, context) => {
			const here = again(read).ballots.find(({ id }) => id === ballot.id)
			return here ? decide(here, read, context) : NOTHING
		}
	if (ballot.closedAt !== null) {
		const decide = on((here, read, context) => counted(here, again(read), read, context))
		return { name: 'decideBallot', by: chair, decide }
	}
	const secret = ballot.bylaws.secrecy === 'secret'
	const heard = secret ? ballot.turnout : ballot.votes
	const voter = view.now < ballot.closesAt ? firstVoter(view, ballot, (id) => heard.has(id), ballot.opensAt) : null
	// Now and then nobody else votes.
	if (voter && step.who > 0) {
		const { by, associationId } = voter
		const choice = step.c < 2 ? 'no' : step.c === 2 ? 'abstain' : 'yes'
		const cast = {
			associationId,
			choice,
			signs: false,
			dissent: null,
			textHash: ballot.textHash,
			method: 'web',
		} as const
		const decide = on((here, read, context) => {
			const actor = actorIn(read, by)
			if (secret) return castPaper(actor, here, here.turnout.has(associationId), cast, context)
			return castVote(actor, here, here.votes.get(associationId) ?? null, cast, context)
		})
		return { name: secret ? 'castPaper' : 'castVote', by, decide }
	}
	const { voted, electorate } = turnoutOf(ballot)
	if (ballot.track === 'full' && view.now < ballot.closesAt && voted === electorate) {
		const decide = on((here, read) => closeBallot(actorIn(read, chair), here, turnoutOf(here), read.now))
		return { name: 'closeBallot', by: chair, decide }
	}
	const week = ballot.opensAt + 7 * DAY
	if (step.b > 3 && ballot.subject.kind === 'amendment' && week < ballot.closesAt && view.now < ballot.closesAt) {
		const decide = on((here, read) => closeBallot(actorIn(read, chair), here, turnoutOf(here), read.now))
		return { name: 'closeBallot', by: chair, decide, waitUntil: week, refusedFor: 'tooEarlyToClose' }
	}
	const decide = on((here, read) => closeBallot(null, here, turnoutOf(here), read.now))
	return { name: 'closeBallot', by: chair, decide, waitUntil: ballot.closesAt }
}

/** An amendment is made, or the last that nobody is asked about is put to a ballot or on a list. */
function ask(view: View, about: ModelStatement, step: Step, chair: PersonId, again: Again): Next | null {
	const open = amendmentsIn(about).filter(({ state, asked }) => state === 'open' && asked === null)
	const last = open.at(-1)
	if (!last || open.length < 2 || step.c < 2) return propose(view, about, step, again)
	const electors = electorsOf(view, view.now)
	const bylaws = PRESETS[presetOf(view, view.now)]
	if (electors.length === 0) return null
	const named = (read: View, id: AmendmentId) => {
		const held = again(read).amendments.get(id)
		return held ? [amendmentIn(again(read), held)] : []
	}
	if (step.c > 3 && bylaws.silenceIsConsent) {
		const decide: Decide = (read, context) => {
			const chosen = (step.flag ? open : [last]).flatMap(({ id }) => named(read, id))
			const command = { chosen, closesAt: read.now + 7 * DAY }
			return listed(again(read), read, actorIn(read, chair), command, context)
		}
		// It may contradict what is adopted, or stand where the text says something else by now.
		return { name: 'openConsensusList', by: chair, decide, mayFail: true }
	}
	const other = step.flag ? open.find((each) => each !== last && isOpposed(about, each, last)) : undefined
	const behind = [last, ...(other ? [other] : [])].flatMap((each) => [
		each.associationId,
		...each.joined.map(({ associationId }) => associationId),
	])
	const tooFew = bylaws.secrecy === 'secret' && electors.filter((id) => !behind.includes(id)).length < 3
	const decide: Decide = (read, context) => {
		const [amendment] = named(read, last.id)
		const [against = null] = other ? named(read, other.id) : []
		const times = { closesAt: read.now + (step.b > 3 ? 12 : 7) * DAY, urgent: '' }
		if (!amendment) return NOTHING
		return putToBallot(again(read), read, actorIn(read, chair), { amendment, against, times }, context)
	}
	const refusedFor = electors.length < 3 ? 'tooFewForSecrecy' : 'tooFewUncommitted'
	const name = other ? 'openBallotBetweenTwo' : 'openAmendmentBallot'
	return { name, by: chair, decide, ...(tooFew && { refusedFor }) }
}

/** Whether both would put another word in the same place of the text as it stands. */
const isOpposed = (about: ModelStatement, one: Mergeable, other: Mergeable) =>
	surelyOpposed(one, other) &&
	[...one.seen, ...other.seen].every(({ id }) => blocksOf(about).some((block) => block.id === id))

function propose(view: View, about: ModelStatement, step: Step, again: Again): Next | null {
	const associations = view.coalition.associations.flatMap(({ id }) => {
		const by = holder(view, 'delegate', id) ?? holder(view, 'deputy', id)
		return by === null ? [] : [{ id, by }]
	})
	const one = nth(associations, step.who)
	const block = nth(blocksOf(about), step.b)
	if (!one || !block) return null
	const decide: Decide = (read, context) => {
		const { blockId, content } = block
		const wanted = [{ blockId, content: reworded(content, 1, context.newId()) }]
		const command = { associationId: one.id, seen: [block], wanted, reason: 'Det blir bättre.' }
		const standing = standingOf(again(read), one.id)
		return proposeAmendment(actorIn(read, one.by), again(read).statement, standing, command, context)
	}
	return { name: 'proposeAmendment', by: one.by, decide }
}
