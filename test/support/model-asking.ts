import { type AnswerConsensusList, answerConsensusList } from '#domain/amendment/consensus-answering.ts'
import { cancelConsensusList, openConsensusList } from '#domain/amendment/consensus-opening.ts'
import { settleConsensusList } from '#domain/amendment/consensus-settling.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { closeBallot, decideBallot } from '#domain/deciding/closing.ts'
import { heedsAmendments } from '#domain/deciding/heeding.ts'
import { openBallot } from '#domain/deciding/opening.ts'
import { openAmendmentBallot } from '#domain/deciding/opening-on-amendment.ts'
import { castPaper, castVote } from '#domain/deciding/voting.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { AmendmentVersionId, Instant } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { type Stage, WRITABLE } from '#domain/statement/statement.ts'
import { blocksOf, hashOf, type ModelBallot, type ModelStatement } from './model.ts'
import { withdrawn } from './model-acts.ts'
import { wordsRead } from './model-amending.ts'
import type { ModelList } from './model-amendment.ts'
import {
	adoptedIn,
	amendmentsIn,
	earlierIn,
	isUncounted,
	preferredIn,
	putIn,
	standingListIn,
	stands,
} from './model-amendments.ts'
import {
	type Attempt,
	associationFor,
	castIn,
	later,
	NOTHING,
	nth,
	on,
	proposalOf,
	turnoutOf,
} from './model-attempt.ts'
import type { View } from './model-store.ts'
import { DAY } from './rules.ts'

const VOTING: readonly Stage[] = [...WRITABLE, 'deciding']

/** Now and then later than words may wait. */
const untilWhen = (view: View, n: number, late: boolean): Instant => later(view, n) + (late ? 60 * DAY : 0)

const idsOf = (amendments: readonly Mergeable[]) =>
	amendments.map((each) => ({ amendmentId: each.id, versionId: each.versionId }))

/** An amendment put to a ballot, by itself or against another. */
export function putToBallot(
	about: ModelStatement,
	view: View,
	actor: Actor,
	{ amendment, against, times, versionId = amendment.versionId }: Putting,
	context: Context,
): ReturnType<Attempt> {
	const draft = { statement: about.statement, blocks: blocksOf(about) }
	const put = [amendment, ...(against ? [against] : [])]
	const textHash = hashOf(put.map(({ id, versionId, seen, wanted }) => ({ id, versionId, seen, wanted })))
	const known = { draft, coalition: view.coalition, amendment, against, textHash, position: view.position }
	const [named] = idsOf(against ? [against] : [])
	const command = { versionId, against: named ?? null, ...times }
	return openAmendmentBallot(actor, known, command, context)
}
type Putting = {
	readonly amendment: Mergeable
	readonly against: Mergeable | null
	/** In which words it was read. */
	readonly versionId?: AmendmentVersionId
	readonly times: { readonly closesAt: Instant; readonly urgent: string }
}

/** Puts these on a list. */
export function listed(
	about: ModelStatement,
	view: View,
	actor: Actor,
	{ chosen, closesAt }: { readonly chosen: readonly Mergeable[]; readonly closesAt: Instant },
	context: Context,
): ReturnType<Attempt> {
	const { coalition, seats, position } = view
	const known = { amendments: amendmentsIn(about), adopted: adoptedIn(about), standing: standingListIn(about) }
	const draft = { statement: about.statement, blocks: blocksOf(about) }
	const command = { chosen: idsOf(chosen), closesAt }
	return openConsensusList(actor, draft, { ...known, coalition, seats, position }, command, context)
}

/** Some that touch different parts, so that they can be adopted together. */
function apart(amendments: readonly Mergeable[]): Mergeable[] {
	const some: Mergeable[] = []
	const taken = new Set<string>()
	for (const each of amendments) {
		if (each.seen.some(({ blockId }) => taken.has(blockId))) continue
		for (const { blockId } of each.seen) taken.add(blockId)
		some.push(each)
	}
	return some
}

const openIn = (about: ModelStatement) =>
	amendmentsIn(about).filter(({ state, asked }) => state === 'open' && asked === null)

/** Mostly a ballot that is under way; now and then any there was. */
function onBallot(
	attempt: (ballot: ModelBallot, about: ModelStatement, ...rest: Parameters<Attempt>) => ReturnType<Attempt>,
) {
	return on(VOTING, (about, view, actor, step, context) => {
		const all = about.ballots.toReversed()
		const fit = step.apt ? all.filter(isUncounted) : []
		const ballot = nth(fit.length > 0 ? fit : all, step.a)
		return ballot ? attempt(ballot, about, view, actor, step, context) : NOTHING
	})
}

function onList(
	attempt: (list: ModelList, about: ModelStatement, ...rest: Parameters<Attempt>) => ReturnType<Attempt>,
) {
	return on(WRITABLE, (about, view, actor, step, context) => {
		const list = (step.apt ? about.lists.find(stands) : undefined) ?? nth(about.lists.toReversed(), step.a)
		return list ? attempt(list, about, view, actor, step, context) : NOTHING
	})
}

export const counted = (ballot: ModelBallot, about: ModelStatement, view: View, context: Context) => {
	const amendments = amendmentsIn(about).filter(({ id }) => putIn(ballot).includes(id))
	return decideBallot(ballot, { ...castIn(view, ballot), amendments, turnout: [...ballot.turnout] }, context)
}

export const settled = (list: ModelList, about: ModelStatement, { seats, position }: View, context: Context) => {
	const amendments = amendmentsIn(about).filter(({ id }) => list.items.some((item) => item.amendmentId === id))
	const known = { amendments, adopted: adoptedIn(about), earlier: earlierIn(about, list), seats, position }
	return settleConsensusList({ statement: about.statement, blocks: blocksOf(about) }, list, known, context)
}

/** What is tried with ballots and lists about amendments, and with the text that waits for them. */
export const ASKING_ACTS = {
	openAmendmentBallot: on(WRITABLE, (about, view, actor, step, context) => {
		const { a, b, c, flag } = step
		const all = (step.apt ? openIn(about) : amendmentsIn(about)).toReversed()
		const amendment = nth(all, b)
		if (!amendment) return NOTHING
		const versionId = wordsRead(amendment, step)
		const places = new Set(amendment.seen.map(({ blockId }) => blockId))
		const others = all.filter((each) => each !== amendment)
		const opposed = others.find(({ seen }) => seen.some(({ blockId }) => places.has(blockId)))
		const against = flag ? ((a > 1 ? opposed : nth(others, c)) ?? null) : null
		const times = { closesAt: untilWhen(view, a === 0 ? c : 1, a === 5), urgent: c > 4 ? 'Bråttom.' : '' }
		return putToBallot(about, view, actor, { amendment, against, times, versionId }, context)
	}),
	castVote: onBallot((ballot, _about, view, actor, step, context) => {
		const associationId = associationFor(view, actor, step)
		const choice = nth(CHOICES, step.c) ?? 'yes'
		const textHash = step.recent ? ballot.textHash : 'another'
		const dissent = step.b === 5 ? ({ kind: 'reservation', text: 'Vi ansåg annat.' } as const) : null
		const cast = { associationId, choice, signs: step.flag, dissent, textHash, method: 'web' } as const
		return castVote(actor, ballot, ballot.votes.get(associationId) ?? null, cast, context)
	}),
	castPaper: onBallot((ballot, _about, view, actor, step, context) => {
		const associationId = associationFor(view, actor, step)
		const cast = { associationId, choice: nth(CHOICES, step.c) ?? 'yes', textHash: ballot.textHash }
		return castPaper(actor, ballot, ballot.turnout.has(associationId), cast, context)
	}),
	closeBallot: onBallot((ballot, _about, view, actor, { b }) =>
		closeBallot(b > 3 ? null : actor, ballot, turnoutOf(ballot), view.now),
	),
	decideBallot: onBallot((ballot, about, view, _actor, _step, context) => counted(ballot, about, view, context)),
	openConsensusList: on(WRITABLE, (about, view, actor, step, context) => {
		const { b, c, flag } = step
		const open = step.apt ? openIn(about) : amendmentsIn(about)
		const chosen = (flag ? apart(open) : open.slice(-1 - b)).map((each) => {
			return { ...each, versionId: wordsRead(each, step) }
		})
		return listed(about, view, actor, { chosen, closesAt: untilWhen(view, c > 2 ? 1 : c, c === 5) }, context)
	}),
	answerConsensusList: onList((list, _about, view, actor, step, context) => {
		const { b, c, flag } = step
		const said: AnswerConsensusList['said'] = list.items
			.map(({ amendmentId }, at) => ({ amendmentId, objects: at % 3 === c, reason: '' }))
			.concat(b === 5 ? [{ amendmentId: 'none' as never, objects: flag, reason: 'Nej.' }] : [])
		return answerConsensusList(actor, list, { associationId: associationFor(view, actor, step), said }, context)
	}),
	cancelConsensusList: onList((list, about, _view, actor, { c }, context) =>
		cancelConsensusList(actor, about.statement, list, c === 0 ? '' : 'Fel yrkanden.', context),
	),
	settleConsensusList: onList((list, about, view, _actor, _step, context) => settled(list, about, view, context)),
	/** The text itself: not while amendments are asked about, nor without what was adopted. */
	openBallot: on(WRITABLE, (about, view, actor, step, context) => {
		const times = { closesAt: later(view, step.b), signoffDueAt: later(view, step.b) + 3 * DAY }
		const proposal = { ...proposalOf(about, view), seats: view.seats }
		const opened = openBallot(actor, proposal, { track: step.flag ? 'full' : 'light', ...times }, context)
		const uncounted = about.ballots.filter((each) => each.subject.kind === 'amendment' && isUncounted(each))
		const amendments = { open: uncounted.length, adopted: adoptedIn(about), preferred: preferredIn(about) }
		const whole = heedsAmendments(amendments, blocksOf(about))
		return opened.ok && !whole.ok ? whole : opened
	}),
	/** Rarely, since it ends all that is done to the text. */
	withdraw: on(WRITABLE, (about, view, actor, { b, c }, context) =>
		b + c < 3 ? withdrawn(about, view, actor, context) : NOTHING,
	),
} satisfies Record<string, Attempt>
