import { type DeclaredAct, isFor } from '#domain/kernel/act.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { inStage } from '#domain/statement/in-stage.ts'
import type { Stage, Statement } from '#domain/statement/statement.ts'
import { type Actor, COALITION_ROLES, isSeated, type Role, type Seat } from './seats.ts'

/** How long after signing in a person may sign off and publish without showing who they are again: 12 hours. */
export const REAUTHENTICATE_AFTER_MS = 12 * 60 * 60 * 1000

/** What an act is done about. */
type Upon = {
	/** The statement whose stage has to be one of the act's. */
	readonly statement?: Statement
	/** In whose name it is done; null: the coalition's own. Left out: whichever seat allows it. */
	readonly associationId?: AssociationId | null
}

/** That the act may be done: from which seat, and what must still hold when it is saved. */
export type Permit = { readonly seat: Seat; readonly guards: readonly Guard[] }

/**
 * Whether the actor may do the act now: first who they are, so that whatever else is wrong tells a stranger nothing, then
 * the statement's stage.
 */
export function permit(act: DeclaredAct, actor: Actor, now: Instant, upon: Upon = {}): Result<Permit, Rejection> {
	const seat = seatFor(act, actor, now, upon.associationId)
	if (!seat.ok) return seat
	const seated: Guard = { kind: 'seated', seatId: seat.value.id, now }
	if (upon.statement === undefined || act.stages === undefined) return ok({ seat: seat.value, guards: [seated] })
	const stage = inStage(upon.statement, act.stages)
	if (!stage.ok) return stage
	const staged: Guard = { kind: 'stageIn', statementId: upon.statement.id, stages: act.stages }
	return ok({ seat: seat.value, guards: [seated, staged] })
}

/** What a page knows of an act before it is asked for. */
type Prospect = {
	/** Of the statement. Left out: the act is about none, or the page speaks of any stage. */
	readonly stage?: Stage
	readonly associationId?: AssociationId | null
}

/** Whether a page may offer the act to somebody with these seats, which are held now: what it offers is not refused. */
export function offers(
	act: DeclaredAct,
	{ seats }: { readonly seats: readonly Pick<Seat, 'role' | 'associationId'>[] },
	{ stage, associationId }: Prospect = {},
): boolean {
	if (stage !== undefined && !isFor(act, stage)) return false
	return seats.some(
		(seat) => act.by.includes(seat.role) && (associationId === undefined || seat.associationId === associationId),
	)
}

/** Whether the act is for somebody like the actor at all; which association and which stage it is about is seen later. */
export function mayAsk(act: DeclaredAct, actor: Actor, now: Instant): Result<null, Rejection> {
	if (act.orBy === 'operator' && actor.operator) return ok(null)
	if (act.orBy === 'former') return actor.seats.length > 0 ? ok(null) : refuse({ code: 'notFound' })
	if (act.by.length === 0) return refuse({ code: 'operatorOnly' })
	const seat = seatFor(act, actor, now)
	return seat.ok ? ok(null) : seat
}

/** For an association the roles count that speak for one, for the coalition its own. */
function seatFor(
	{ by }: DeclaredAct,
	actor: Actor,
	now: Instant,
	associationId?: AssociationId | null,
): Result<Seat, Rejection> {
	if (associationId === undefined) return seatAmong(actor.seats, actor, by, now)
	const serves = (role: Role) => COALITION_ROLES.includes(role) === (associationId === null)
	const own = actor.seats.filter((seat) => seat.associationId === associationId)
	return seatAmong(own, actor, by.filter(serves), now)
}

/** For somebody who never had a seat in the coalition, its things do not exist. */
function seatAmong(
	seats: readonly Seat[],
	actor: Actor,
	roles: readonly Role[],
	now: Instant,
): Result<Seat, Rejection> {
	const seat = roles
		.map((role) => seats.find((candidate) => candidate.role === role && isSeated(candidate, now)))
		.find((candidate) => candidate !== undefined)
	if (seat) return ok(seat)
	return refuse(actor.seats.length === 0 ? { code: 'notFound' } : { code: 'notAllowed', needs: roles })
}

export function recentlyAuthenticated(actor: Actor, now: Instant): boolean {
	return actor.authenticatedAt === 'byToken' || now - actor.authenticatedAt <= REAUTHENTICATE_AFTER_MS
}
