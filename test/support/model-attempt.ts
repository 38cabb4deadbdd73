import type { Turnout } from '#domain/deciding/closing.ts'
import type { EnteredVote } from '#domain/deciding/contesting.ts'
import type { Proposal } from '#domain/deciding/proposal.ts'
import type { Membership } from '#domain/deciding/voice.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import type { Actor } from '#domain/members/seats.ts'
import { textOf } from '#domain/publication/record.ts'
import type { Signing } from '#domain/signing/signoff.ts'
import type { Block } from '#domain/statement/block.ts'
import { saltsFor } from '#domain/statement/salts.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { ballotOf, blocksOf, hashOf, type ModelBallot, type ModelStatement } from './model.ts'
import { askedOfAmendments, standingListIn } from './model-amendments.ts'
import type { View } from './model-store.ts'
import { DAY, HOUR } from './rules.ts'

export const PEOPLE = [
	'chair',
	'secretary',
	'dora',
	'dina',
	'disa',
	'petra',
	'pia',
	'carl',
	'newcomer',
	'stranger',
].map((name) => name as PersonId)
export const OPERATOR = 'operator' as PersonId

/** One random attempt by anybody: what, and numbers to choose among what there is. */
export type Step<Kind extends string = string> = {
	readonly kind: Kind
	readonly who: number
	/** By somebody who has a seat for it, rather than by anybody at all. */
	readonly apt: boolean
	/** Having signed in a moment ago, rather than yesterday. */
	readonly recent: boolean
	readonly a: number
	readonly b: number
	readonly c: number
	readonly flag: boolean
	/** Time that passes before it. Milliseconds. */
	readonly wait: number
}

export type Attempt = (view: View, actor: Actor, step: Step, context: Context) => Result<Decision<unknown>, Rejection>

export const NOTHING: Result<never, Rejection> = refuse({ code: 'notFound' })

export function nth<Thing>(things: readonly Thing[], n: number): Thing | undefined {
	return things[n % Math.max(1, things.length)]
}

export function actorIn(view: View, personId: PersonId, recent = true): Actor {
	const seats = view.seats.filter((seat) => seat.personId === personId)
	return { personId, operator: personId === OPERATOR, authenticatedAt: view.now - (recent ? 0 : 13 * HOUR), seats }
}

/** An attempt on one of the statements there are: mostly on one that is where it makes sense, and on the newest of them. */
export function on(
	stages: readonly Stage[],
	attempt: (about: ModelStatement, ...rest: Parameters<Attempt>) => ReturnType<Attempt>,
): Attempt {
	return (view, actor, step, context) => {
		const all = [...view.statements.values()]
		const fit = step.apt ? all.filter(({ statement }) => stages.includes(statement.stage)) : []
		const some = fit.length > 0 ? fit : all
		const about = step.a > 1 ? some.at(-1) : nth(some, step.a)
		return about ? attempt(about, view, actor, step, context) : NOTHING
	}
}

/** Mostly the one the actor speaks for. */
export function associationFor(view: View, actor: Actor, { b }: Step): AssociationId {
	const own = actor.seats.find((seat) => seat.associationId !== null)?.associationId
	return (b > 0 && own) || nth(view.coalition.associations, b)?.id || ('none' as AssociationId)
}

export function proposalOf({ statement, ...rest }: ModelStatement, view: View): Proposal {
	const blocks = blocksOf({ statement, ...rest })
	const textHash = hashOf(textOf(statement, blocks))
	const salts = saltsFor(blocks, () => 'salt')
	const list = standingListIn({ statement, ...rest })
	return { statement, coalition: view.coalition, blocks, textHash, salts, position: view.position, list }
}

/** What decides on a ballot: what was put in, and who could have. */
export const castIn = (view: View, { id, votes }: ModelBallot) => {
	return { votes: [...votes.values()], papers: view.papers(id), seats: view.seats }
}

/** Who has no address. */
export const UNREACHED: ReadonlySet<PersonId> = new Set(['dina', 'disa', 'pia'] as PersonId[])

/** The coalition as an act on seats finds it, with what its associations are asked at the time. */
export function membershipOf(view: View): Membership {
	const asked = [...view.statements.values()].flatMap((about) => {
		const ballot = ballotOf(about)
		if (!ballot || ballot.voidedAt !== null) return []
		const open = about.statement.stage === 'deciding' && ballot.closedAt === null
		const until = open ? ballot.closesAt : about.statement.stage === 'signing' ? (about.signoffDueAt ?? 0) : 0
		const associations = ballot.electorate.map(({ associationId }) => associationId)
		return view.now < until ? [{ from: ballot.opensAt, until, bylaws: ballot.bylaws, associations }] : []
	})
	const added = [...view.statements.values()].flatMap((about) => {
		const ballot = ballotOf(about)
		const open = about.addenda.filter(({ ordinal, takenBackAt, closesAt }) => {
			return ordinal === null && takenBackAt === null && view.now < closesAt
		})
		const associations = ballot?.electorate.map(({ associationId }) => associationId) ?? []
		return ballot
			? open.map(({ openedAt: from, closesAt: until }) => ({ from, until, bylaws: ballot.bylaws, associations }))
			: []
	})
	const all = [...asked, ...added, ...askedOfAmendments(view)]
	return { coalition: view.coalition, seats: view.seats, asked: all, position: view.position, unreached: UNREACHED }
}

export function signingOf(about: ModelStatement): Signing | null {
	const ballot = ballotOf(about)
	const { statement, signoffDueAt, signoffs } = about
	if (!ballot) return null
	const contests = ballot.meeting && [...ballot.contests.values()]
	const dueAt = signoffDueAt ?? ballot.signoffDueAt
	return { statement, ballot, dueAt, signoffs: [...signoffs.values()], contests }
}

/** Mostly the one that the text was put to; now and then any there was, from a page that has long been open. */
export function ballotFor(about: ModelStatement, { who, c }: Step): ModelBallot | null {
	return (who === 0 ? nth(about.ballots, c) : ballotOf(about)) ?? null
}

/** A decision entered from a meeting, and what the association that the actor tries it for has said of its vote. */
export function enteredFor(about: ModelStatement, view: View, actor: Actor, step: Step): EnteredVote | null {
	const ballot = ballotFor(about, step)
	if (!ballot?.meeting) return null
	return { statement: about.statement, ballot, current: ballot.contests.get(associationFor(view, actor, step)) ?? null }
}

export const seenHash = ({ statement }: ModelStatement, c: number) => (c === 0 ? 'another' : (statement.textHash ?? ''))
export const later = (view: View, n: number) => view.now + ([0, 7 * DAY, HOUR, 10 * DAY, 3 * DAY, -1][n % 6] ?? 0)

/** A slip mended, or made: the first word of letters with its last one twice. */
export const respelled = (content: Block): Block =>
	'text' in content
		? {
				...content,
				text: content.text.replace(/(?<![\p{L}\p{N}])(\p{L}{2,})(?![\p{L}\p{N}])/u, (word) => word + word.at(-1)),
			}
		: content

/** An edit writes on what the person saw, so that a text lost in between shows. */
export const writtenOn = (content: Block, mark: string): Block =>
	content.kind === 'list' || content.kind === 'table' || content.kind === 'memberList'
		? content
		: { ...content, text: `${content.text} ${mark}` }

export const turnoutOf = ({ electorate, votes, turnout }: ModelBallot): Turnout => {
	return { electorate: electorate.length, voted: votes.size + turnout.size }
}
