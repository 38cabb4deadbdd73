import { PRESETS } from '#domain/deciding/bylaws.ts'
import { closeBallot, decideBallot } from '#domain/deciding/closing.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import { takeBackContest } from '#domain/deciding/contesting.ts'
import { enterMeetingDecision } from '#domain/deciding/meeting.ts'
import { openBallot } from '#domain/deciding/opening.ts'
import { castPaper, castVote } from '#domain/deciding/voting.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import { addAssociation } from '#domain/members/member-associations.ts'
import { answerSignoff } from '#domain/signing/signoff.ts'
import { editDocument } from '#domain/statement/document.ts'
import { startStatement } from '#domain/statement/lifecycle.ts'
import { ballotOf, blocksOf, type ModelBallot, type ModelStatement, plainText } from './model.ts'
import { mendIn, publishIn, sentBack } from './model-acts.ts'
import { nextAddendum } from './model-addenda.ts'
import { actorIn, castIn, NOTHING, proposalOf, respelled, type Step, signingOf, turnoutOf } from './model-attempt.ts'
import { goOn } from './model-go-on.ts'
import { electorsOf, presetOf } from './model-members.ts'
import type { Decide, Next, View } from './model-store.ts'
import { firstVoter, holder } from './model-voters.ts'
import { DAY } from './rules.ts'

/** The next act that takes a statement towards its number, and somebody who may do it. Null when there is nobody. */
export function nextAct(view: View, step: Step): Next | null {
	const chair = holder(view, 'chair', null)
	if (chair === null) return null
	const all = [...view.statements.values()]
	// Now and then something is added to what is published.
	const published = all.findLast(({ statement }) => statement.stage === 'published')
	const addition = published && step.who > 5 ? nextAddendum(view, published, step, chair) : null
	if (addition) return addition
	const open = all.filter(({ statement }) => statement.stage !== 'published' && statement.stage !== 'withdrawn')
	const about = step.a > 2 ? open.at(-1) : open.at(step.a)
	if (!about) {
		const command = { kind: 'letter', language: 'sv', title: 'Skrivelse', track: 'full' } as const
		const decide: Decide = (read, context) => startStatement(actorIn(read, chair), null, command, context)
		return { name: 'startStatement', by: chair, decide }
	}
	const { id, stage } = about.statement
	const again = (read: View) => read.statements.get(id) as ModelStatement
	if (stage === 'drafting' || stage === 'consulting') return write(view, about, step, chair, again)
	const ballot = ballotOf(about) as ModelBallot
	return stage === 'deciding'
		? decideOn(view, about, ballot, step, chair, again)
		: sign(view, about, ballot, step, chair, again)
}

type Again = (view: View) => ModelStatement

function write(view: View, about: ModelStatement, step: Step, chair: PersonId, again: Again): Next | null {
	if (blocksOf(about).length === 0) {
		const blocks = [{ kind: 'position', text: 'Arvode.' } as const, { kind: 'paragraph', text: 'Slut.' } as const]
		return {
			name: 'editDocument',
			by: chair,
			decide: (read, context) => {
				const draft = { statement: again(read).statement, blocks: blocksOf(again(read)) }
				return editDocument(actorIn(read, chair), draft, { do: 'write', blocks }, context)
			},
		}
	}
	const electors = electorsOf(view, view.now)
	const preset = presetOf(view, view.now)
	if (electors.length === 0) return null
	const tooFew = preset === 'secret' && electors.length < 3
	if (tooFew && step.flag) return add(chair)
	if (step.c > 3 && preset !== 'secret') return enter(chair, again)
	const track = step.b < 2 && (preset === 'standard' || preset === 'board') ? 'light' : 'full'
	return {
		name: 'openBallot',
		by: chair,
		decide: (read, context) => {
			const command = { track, closesAt: read.now + 7 * DAY, signoffDueAt: read.now + 10 * DAY } as const
			return openBallot(actorIn(read, chair), { ...proposalOf(again(read), read), seats: read.seats }, command, context)
		},
		...(tooFew && { refusedFor: 'tooFewForSecrecy' }),
		...(track === 'light' && someAreMute(view) && { refusedFor: 'nobodyToObject' }),
	}
}

/** Whether there is an association for which nobody could object for a week from now. */
function someAreMute(view: View): boolean {
	const { seats, now } = view
	const officers = PRESETS[presetOf(view, now)].officersVote
		? []
		: seats.filter(({ associationId }) => associationId === null)
	const edges = seats
		.flatMap((seat) => [seat.from, seat.until ?? Infinity])
		.filter((at) => now < at && at < now + 7 * DAY)
	const holds = (seat: View['seats'][number], at: Instant) =>
		seat.endedAt === null && seat.from <= at && at < (seat.until ?? Infinity)
	return electorsOf(view, now).some((id) =>
		[now, ...edges].some((at) => {
			return !seats.some((seat) => {
				const own = seat.associationId === id && (seat.role === 'delegate' || seat.role === 'deputy')
				const kept = officers.some((office) => office.personId === seat.personId && holds(office, at))
				return own && holds(seat, at) && !kept
			})
		}),
	)
}

/** A meeting at which all said yes. */
function enter(chair: PersonId, again: Again): Next {
	return {
		name: 'enterMeetingDecision',
		by: chair,
		decide: (read, context) => {
			const today = swedishDate(read.now)
			const votes = electorsOf(read, read.now).map((associationId) => ({ associationId, choice: 'yes' as const }))
			const command = { heldOn: today, minutes: '§ 7', votes, signoffDueAt: read.now + 3 * DAY }
			return enterMeetingDecision(actorIn(read, chair), proposalOf(again(read), read), command, context, today)
		},
	}
}

function add(chair: PersonId): Next {
	const named = { name: 'Ny', area: '' }
	const decide: Decide = (read, context) => addAssociation(actorIn(read, chair), read.coalition, named, context)
	return { name: 'addAssociation', by: chair, decide }
}

function decideOn(
	view: View,
	about: ModelStatement,
	ballot: ModelBallot,
	step: Step,
	chair: PersonId,
	again: Again,
): Next {
	if (ballot.outcome !== null) return goOn(view, about, step, chair, again) ?? back(chair, again)
	const on =
		(decide: (here: ModelBallot, ...rest: Parameters<Decide>) => ReturnType<Decide>): Decide =>
		(read, context) => {
			const here = ballotOf(again(read))
			return here ? decide(here, read, context) : NOTHING
		}
	if (ballot.closedAt !== null) {
		const decide = on((here, read, context) => {
			return decideBallot(here, castIn(read, here), context)
		})
		return { name: 'decideBallot', by: chair, decide }
	}
	const secret = ballot.bylaws.secrecy === 'secret'
	const heard = secret ? ballot.turnout : ballot.votes
	const choice = step.c === 0 ? 'no' : 'yes'
	const voter = view.now < ballot.closesAt ? firstVoter(view, ballot, (id) => heard.has(id), ballot.opensAt) : null
	// Now and then nobody else votes.
	if (voter && step.who > 1) {
		const { by, associationId } = voter
		const textHash = about.statement.textHash ?? ''
		const vote = { associationId, choice, signs: step.flag, dissent: null, textHash, method: 'web' } as const
		const decide = on((here, read, context) => {
			const actor = actorIn(read, by)
			if (secret) return castPaper(actor, here, here.turnout.has(associationId), vote, context)
			return castVote(actor, here, here.votes.get(associationId) ?? null, vote, context)
		})
		return { name: secret ? 'castPaper' : 'castVote', by, decide }
	}
	const turnout = turnoutOf(ballot)
	if (ballot.track === 'full' && view.now < ballot.closesAt && turnout.voted === turnout.electorate) {
		const decide = on((here, read) => closeBallot(actorIn(read, chair), here, turnoutOf(here), read.now))
		return { name: 'closeBallot', by: chair, decide }
	}
	const decide = on((here, read) => closeBallot(null, here, turnoutOf(here), read.now))
	return { name: 'closeBallot', by: chair, decide, waitUntil: ballot.closesAt }
}

function sign(
	view: View,
	about: ModelStatement,
	ballot: ModelBallot,
	step: Step,
	chair: PersonId,
	again: Again,
): Next | null {
	const light = ballot.track === 'light'
	const slip = blocksOf(about).findIndex(({ content }) => plainText(respelled(content)) !== plainText(content))
	if (light && about.notes.length === 0 && slip >= 0 && step.b > 0) return mend(view, slip, chair, again)
	const textHash = about.statement.textHash ?? ''
	const answers = [...about.signoffs.values()].filter((signoff) => signoff.textHash === textHash)
	const answered = (id: AssociationId) => answers.some((signoff) => signoff.associationId === id)
	const dueAt = about.signoffDueAt ?? 0
	const signer = view.now < dueAt ? firstVoter(view, ballot, answered) : null
	if (signer) {
		const { by, associationId } = signer
		const answer = {
			...({ associationId, reason: 'Nej.', textHash, method: 'web' } as const),
			answer: light && step.c < 3 ? 'declined' : 'signed',
		} as const
		return {
			name: 'answerSignoff',
			by,
			decide: (read, context) => {
				const signing = signingOf(again(read))
				return signing ? answerSignoff(actorIn(read, by), signing, answer, context) : NOTHING
			},
		}
	}
	// Now and then it is sent back, and else published against what they say, or settled by the association.
	const contested = [...ballot.contests.values()].filter(({ standing }) => standing)
	if (ballot.meeting && contested.length > 0) return settle(view, ballot, contested, step, chair, again, textHash)
	const signed = answers.some(({ answer }) => answer === 'signed')
	// Now and then nobody sends it back, and others try to publish it.
	if (light && answers.some(({ answer }) => answer === 'declined')) return step.a === 0 ? back(chair, again) : null
	if (!signed && !light) return back(chair, again)
	return {
		name: 'publish',
		by: chair,
		decide: (read) => publishIn(again(read), read, actorIn(read, chair), textHash),
		...(ballot.electorate.every(({ associationId }) => answered(associationId))
			? {}
			: { waitUntil: ballot.meeting ? Math.max(dueAt, ballot.signoffDueAt) : dueAt }),
	}
}

/** Votes entered at a meeting that associations say are not right: sent back, taken back, or published all the same. */
function settle(
	view: View,
	ballot: ModelBallot,
	contested: readonly Contest[],
	step: Step,
	chair: PersonId,
	again: Again,
	textHash: string,
): Next | null {
	if (step.a === 0) return back(chair, again)
	const decide: Decide = (read) => publishIn(again(read), read, actorIn(read, chair), textHash)
	if (step.a === 1) return { name: 'publish', by: chair, decide, refusedFor: 'votesContested' }
	for (const { associationId, role } of contested) {
		const voter = firstVoter(view, ballot, (id) => id !== associationId, ballot.opensAt)
		const delegate = holder(view, 'delegate', associationId, ({ givenAt }) => givenAt <= ballot.opensAt)
		if (voter === null || (role === 'delegate' && voter.by !== delegate)) continue
		const { by } = voter
		return {
			name: 'takeBackContest',
			by,
			decide: (read, context) => {
				const { statement } = again(read)
				const here = ballotOf(again(read))
				const current = here?.contests.get(associationId) ?? null
				const actor = actorIn(read, by)
				return here ? takeBackContest(actor, { statement, ballot: here, current }, associationId, context) : NOTHING
			},
		}
	}
	return null
}

/** A slip mended where silence was consent, which gives all the time to object anew. */
function mend(view: View, b: number, chair: PersonId, again: Again): Next {
	const signoffDueAt = view.now + 8 * DAY
	return {
		name: 'makeEditorialChange',
		by: chair,
		decide: (read, context) => mendIn(again(read), actorIn(read, chair), { b, signoffDueAt, honest: true }, context),
	}
}

function back(chair: PersonId, again: Again): Next {
	const decide: Decide = (read, context) => sentBack(again(read), read, actorIn(read, chair), context)
	return { name: 'referBack', by: chair, decide }
}
