import { associationsWithVoice } from '#domain/deciding/voice.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { giveSeat, leaveSeat } from '#domain/members/membership.ts'
import type { Actor } from '#domain/members/seats.ts'
import { answerAddendum, proposeAddendum, takeBackAddendum } from '#domain/publication/addenda.ts'
import { type Addendum, type AddendumKind, type Amendable, isWithdrawn } from '#domain/publication/addendum.ts'
import { planAddendum, publishAddendum } from '#domain/publication/publish-addendum.ts'
import { ballotOf, hashOf, type ModelStatement } from './model.ts'
import {
	type Attempt,
	actorIn,
	associationFor,
	later,
	membershipOf,
	NOTHING,
	nth,
	on,
	type Step,
} from './model-attempt.ts'
import { type Decide, type Next, seatHeld, type View } from './model-store.ts'
import { firstVoter } from './model-voters.ts'
import { DAY } from './rules.ts'

function amendableIn({ statement, signoffs, addenda, ...about }: ModelStatement, view: View): Amendable | null {
	const ballot = ballotOf({ statement, signoffs, addenda, ...about })
	if (!ballot || !about.publication) return null
	const answered = (asked: 'signed' | 'declined') =>
		[...signoffs.values()]
			.filter(({ answer, textHash }) => answer === asked && textHash === statement.textHash)
			.map(({ associationId }) => associationId)
	return {
		...{ statement, ballot, addenda, signed: answered('signed'), declined: answered('declined') },
		members: view.coalition.associations.map(({ id }) => id),
		left: view.left,
		length: JSON.parse(about.publication.text).blocks.length,
		seats: view.seats,
		position: view.position,
	}
}

/** The words of what is proposed; `mark` makes them its own. */
const proposed = (kind: AddendumKind, mark: string, closesAt: number, urgent = '') => ({
	...{ kind, reason: 'Det var fel.', closesAt, urgent },
	...(kind === 'withdrawal'
		? { stretch: null, blocks: [] }
		: { stretch: { first: 0, last: 0 }, blocks: [{ kind: 'paragraph', text: `Rätt ${mark}.` } as const] }),
})

function publishIn(about: ModelStatement, view: View, actor: Actor, addendum: Addendum): ReturnType<Attempt> {
	const amendable = amendableIn(about, view)
	if (!amendable || !about.publication) return NOTHING
	const { label, year, number, textHash, recordHash } = about.publication
	const published = { coalition: view.coalition.name, label, year, number, textHash, recordHash }
	const plan = planAddendum(actor, amendable, published, addendum, view.now)
	if (!plan.ok) return plan
	const { record, guards } = plan.value
	const bytes = JSON.stringify(record)
	return ok(publishAddendum(amendable, addendum, { record, guards, bytes, hash: hashOf(record), revealed: '[]' }))
}

type Attempted = ReturnType<Attempt>
type Tried = (about: Amendable, addendum: Addendum, ...rest: Parameters<Attempt>) => Attempted

/** An attempt on what was proposed last, and now and then on what was before it. */
const onOne = (attempt: Tried): Attempt =>
	on(['published'], (about, ...rest) => {
		const [view, , { c }] = rest
		const amendable = amendableIn(about, view)
		const addendum = c === 0 ? nth(about.addenda, rest[2].b) : about.addenda.at(-1)
		return amendable && addendum ? attempt(amendable, addendum, ...rest) : NOTHING
	})

export const ADDENDUM_ACTS = {
	proposeAddendum: on(['published'], (about, view, actor, { b, c, flag }, context) => {
		const amendable = amendableIn(about, view)
		const kind = flag ? 'correction' : 'withdrawal'
		const command = proposed(kind, context.newId(), later(view, b), c > 3 ? 'Det skadar någon.' : '')
		const stretch = c === 0 && flag ? { first: 0, last: 99 } : command.stretch
		return amendable ? proposeAddendum(actor, amendable, { ...command, stretch }, context) : NOTHING
	}),
	answerAddendum: onOne((about, addendum, view, actor, step, context) => {
		const answer = step.flag ? 'agreed' : 'objected'
		const given = { associationId: associationFor(view, actor, step), answer, reason: 'Nej.' } as const
		return answerAddendum(actor, about, addendum, given, context)
	}),
	takeBackAddendum: onOne((about, addendum, _view, actor, _step, context) =>
		takeBackAddendum(actor, about, addendum, context),
	),
	publishAddendum: on(['published'], (about, view, actor, { b, c }) => {
		const addendum = c === 0 ? nth(about.addenda, b) : about.addenda.at(-1)
		return addendum ? publishIn(about, view, actor, addendum) : NOTHING
	}),
} satisfies Record<string, Attempt>

/** The next act that takes what is added to a published text towards its publication; null: nothing can be added. */
export function nextAddendum(view: View, about: ModelStatement, { flag, b, c }: Step, chair: PersonId): Next | null {
	const amendable = amendableIn(about, view)
	const withdrawn = isWithdrawn(about.addenda)
	if (!amendable || (withdrawn && !flag)) return null
	const { ballot, members } = amendable
	const again = (read: View) => read.statements.get(about.statement.id) as ModelStatement
	const asked = ballot.electorate.map(({ associationId }) => associationId).filter((id) => members.includes(id))
	const allHeard = (from: number, until: number) =>
		associationsWithVoice(view.seats, { from, until, bylaws: ballot.bylaws, associations: asked }).size === asked.length
	const last = about.addenda.at(-1)
	const stands = last && last.ordinal === null && last.takenBackAt === null && view.now < last.closesAt + 30 * DAY
	if (!stands || withdrawn) {
		const kind = flag ? 'correction' : 'withdrawal'
		const mute = kind === 'correction' && !allHeard(view.now, view.now + 7 * DAY)
		const decide: Decide = (read, context) => {
			const here = amendableIn(again(read), read)
			const command = proposed(kind, context.newId(), read.now + 7 * DAY)
			return here ? proposeAddendum(actorIn(read, chair), here, command, context) : NOTHING
		}
		const refusedFor = withdrawn ? 'statementWithdrawn' : mute ? 'nobodyToObject' : null
		return { name: 'proposeAddendum', by: chair, decide, ...(refusedFor && { refusedFor }) }
	}
	const onLast =
		(
			by: PersonId,
			attempt: (about: Amendable, addendum: Addendum, actor: Actor, context: Context) => Attempted,
		): Decide =>
		(read, context) => {
			const here = amendableIn(again(read), read)
			const addendum = here?.addenda.find(({ id }) => id === last.id)
			return here && addendum ? attempt(here, addendum, actorIn(read, by), context) : NOTHING
		}
	const answered = (id: AssociationId) => last.answers.some(({ associationId }) => associationId === id)
	const isOpen = view.now < last.closesAt
	const voter = isOpen ? firstVoter(view, ballot, answered, last.openedAt) : null
	const late = isOpen ? seatedSince(view, asked, last.openedAt) : null
	if (voter && b === 0) return leaving(view, voter)
	if (isOpen && !late && b === 1 && asked[0] && !view.seats.some(({ personId }) => personId === NEWCOMER))
		return seating(chair, asked[0])
	const answerer = b === 2 ? (late ?? voter) : voter
	if (answerer) {
		const { by, associationId } = answerer
		const given = { associationId, answer: c === 0 ? 'objected' : 'agreed', reason: 'Nej.' } as const
		const decide = onLast(by, (...[here, addendum, actor, context]) => {
			return answerAddendum(actor, here, addendum, given, context)
		})
		return { name: 'answerAddendum', by, decide, ...(answerer === late && { refusedFor: 'seatedSince' }) }
	}
	const silent = !asked.every(answered)
	const until = silent ? Math.max(view.now, last.closesAt) : view.now
	const objected = last.answers.some(({ answer }) => answer === 'objected')
	const heard = !silent || allHeard(last.openedAt, last.closesAt)
	const behind = amendable.signed.filter((id) =>
		amendable.left.every(({ associationId, at }) => associationId !== id || last.openedAt < at + 30 * DAY),
	)
	const agreed = last.answers.filter(
		({ associationId, answer }) => answer === 'agreed' && behind.includes(associationId),
	)
	const most = agreed.length * 2 > behind.length
	const ready = !silent || view.now >= last.closesAt
	const publishing: Next = {
		name: 'publishAddendum',
		by: chair,
		decide: (read) => {
			const addendum = again(read).addenda.find(({ id }) => id === last.id)
			return addendum ? publishIn(again(read), read, actorIn(read, chair), addendum) : NOTHING
		},
		...(until > view.now && { waitUntil: until }),
	}
	if (last.kind === 'correction' && heard && !objected) return publishing
	if (last.kind === 'withdrawal' && ballot.track === 'full' && ready && most) return publishing
	// Now and then it is tried all the same.
	if (last.kind === 'correction' && objected && flag) return { ...publishing, refusedFor: 'correctionObjectedTo' }
	if (last.kind === 'correction' && !objected && flag) return { ...publishing, refusedFor: 'nobodyToObject' }
	if (last.kind === 'withdrawal' && ballot.track === 'full' && ready && flag)
		return { ...publishing, refusedFor: 'tooFewAgree' }
	const decide = onLast(chair, (here, addendum, actor, context) => takeBackAddendum(actor, here, addendum, context))
	return { name: 'takeBackAddendum', by: chair, decide }
}

const NEWCOMER = 'newcomer' as PersonId

/** Somebody who was given a seat of an association that is asked, but after it was. */
function seatedSince(view: View, asked: readonly AssociationId[], openedAt: Instant) {
	const own = view.seats.filter(({ personId }) => personId === NEWCOMER)
	const seat = own.find(({ id, associationId, role, givenAt }) => {
		const votes = associationId !== null && asked.includes(associationId) && role === 'deputy'
		return votes && givenAt > openedAt && seatHeld(view, id, view.now)
	})
	return seat?.associationId && own.length === 1 ? { by: NEWCOMER, associationId: seat.associationId } : null
}

function seating(chair: PersonId, associationId: AssociationId): Next {
	const decide: Decide = (read, context) => {
		const given = {
			personId: NEWCOMER,
			associationId,
			role: 'deputy',
			from: read.now,
			until: null,
			invite: false,
		} as const
		return giveSeat(actorIn(read, chair), membershipOf(read), given, context)
	}
	return { name: 'giveSeat', by: chair, decide }
}

/** Whoever could answer for an association leaves, and perhaps nobody can. */
function leaving(
	view: View,
	{ by, associationId }: { readonly by: PersonId; readonly associationId: AssociationId },
): Next {
	const seat = view.seats.find((each) => {
		return each.personId === by && each.associationId === associationId && seatHeld(view, each.id, view.now)
	})
	const decide: Decide = (read, context) =>
		seat ? leaveSeat(actorIn(read, by), membershipOf(read), seat.id, context) : NOTHING
	return { name: 'leaveSeat', by, decide }
}
