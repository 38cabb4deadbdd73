import { allOf, type Database, type Found, type Queries } from '#db/client.ts'
import { type StreamName, streamsQuery } from '#db/load-log.ts'
import { toldQuery } from '#db/load-told.ts'
import { type ActorRef, actorQuery, coalitionIdQuery, type LoadedActor, priorActQuery } from '#db/members/load-actor.ts'
import { type Change, save } from '#db/save.ts'
import { aboutComments } from '#domain/comment/facts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, Instant, NewId } from '#domain/kernel/id.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { tellsWithin } from '#domain/kernel/tells-within.ts'
import { mayAsk } from '#domain/members/authority.ts'
import { type Actor, isSeated } from '#domain/members/seats.ts'
import type { NewSalt } from '#domain/statement/salts.ts'
import { changesText } from '#domain/statement/text-history.ts'
import { canonical, sha256 } from './hashing.ts'
import type { LogLine } from './log.ts'
import { type RoomOfText, roomOf } from './room-of-text.ts'
import type { Rooms } from './rooms.ts'

export { type ActorRef, NOBODY } from '#db/members/load-actor.ts'

/** What use cases need of the world. */
export type Deps = {
	readonly db: Database
	readonly now: () => Instant
	readonly newId: NewId
	readonly newSalt: NewSalt
	/** Left out where there are none. */
	readonly rooms?: Rooms | undefined
	/** Keeps work going that nobody waits for. */
	readonly background?: (work: Promise<unknown>) => void
	/** Called when an act has put something into the outbox. `kinds`: what, where it is not for the coalition's own people alone. */
	readonly notified?: (kinds?: readonly string[]) => void
	/** Writes down a line for whoever operates it. */
	readonly log?: (line: LogLine) => void
}

/** Who asks for what, where, and under which key a repetition is to be known. */
export type Order<Command> = {
	readonly actor: ActorRef
	/** The coalition's slug. */
	readonly coalition: string
	readonly key: IdempotencyKey
	readonly command: Command
}

/**
 * `strict`: the same key with another payload is refused (the API). `form`: a page may be sent again with another
 * answer (Back, change, send), which is a new command; only the same answer again is a repetition.
 */
export type IdempotencyKey = { readonly value: string; readonly kind: 'strict' | 'form' }

export type Done<Value> = {
	readonly value: Value
	/** The act was done before under this key; this is what it gave then. */
	readonly replayed: boolean
	/** When it was done. */
	readonly at: Instant
}

export type Outcome<Value> = Promise<Result<Done<Value>, Rejection>>

/** How a use case asks the rules: with what it loaded, and where each of its streams had come. */
export type Decide<Loaded, Value> = (
	actor: Actor,
	loaded: Loaded,
	context: Context,
) => Result<Decision<Value>, Rejection> | Promise<Result<Decision<Value>, Rejection>>

type There<Parts> = { readonly [Name in keyof Parts]: NonNullable<Parts[Name]> }
type Streams = { readonly streams: Readonly<Record<string, number>> }

type UseCase<Command, Needs extends Queries, More extends Queries, Value> = {
	readonly act: DeclaredAct
	readonly order: Order<Command>
	/** What the act is about, for telling repetitions apart. Leaves out what must not be kept, such as a secret choice. */
	readonly payload?: object
	/** What the rules need to know and what must be there: where any of it is not, the act is refused with `notFound`. */
	readonly needs?: Needs | ((now: Instant) => Needs)
	/** What else the rules need to know. */
	readonly load?: (now: Instant) => More
	/** The streams that may be written, and those that the decision rests on. */
	readonly streams: (now: Instant) => readonly StreamName[]
	readonly decide: Decide<There<Found<Needs>> & Found<More> & Streams, Value>
	/** The latest answer counts: sending an earlier one again after another is an answer too, not a repetition. */
	readonly latestCounts?: boolean
	/** Rows of the directory that must come or go with the act. */
	readonly also?: (value: Value, coalitionId: CoalitionId) => NonNullable<Change['also']>
	/** For acts on a coalition that does not exist yet. */
	readonly newCoalition?: (value: Value) => { readonly id: CoalitionId; readonly also: NonNullable<Change['also']> }
}

/** An act gives up against others after this long, in milliseconds, and this many attempts: fifty for one number all finish. */
const PATIENCE_MS = 30_000
const LEAST_ATTEMPTS = 20
/** Refusals for what a text does not say. */
const ABOUT_TEXT: readonly RejectionCode[] = ['emptyDocument', 'blockGone']
/** The longest pause, in attempts. */
const LONGEST_PAUSE = 8
/** It gives up sooner, in milliseconds, where the database comes to nothing: nobody gets on then, and somebody is waiting for a page. */
const BUSY_PATIENCE_MS = 10_000
/** What an attempt counts as then: how long the server made it wait tells nothing of others. */
const BUSY_ATTEMPT_MS = 250

/**
 * The shape of every act: authorise and load in one read, decide by the rules, save in one guarded write, and when
 * somebody else was first, or the database is busy, do it all again.
 */
export async function perform<
	Command,
	Value,
	Needs extends Queries = Record<never, never>,
	More extends Queries = Record<never, never>,
>(deps: Deps, useCase: UseCase<Command, Needs, More, Value>): Outcome<Value> {
	const { act, order } = useCase
	const payload = useCase.payload ?? (order.command as object)
	const payloadHash = await sha256(canonical({ kind: act.kind, coalition: order.coalition, payload }))
	const room = roomOf(deps, order)
	try {
		return await attempts(deps, useCase, payloadHash, room)
	} finally {
		await room?.release()
	}
}

async function attempts<Command, Value, Needs extends Queries, More extends Queries>(
	deps: Deps,
	useCase: UseCase<Command, Needs, More, Value>,
	payloadHash: string,
	room: RoomOfText | null,
): Outcome<Value> {
	const { act, order } = useCase
	let key = storedKey(order.key, payloadHash)
	const givenUpAt = performance.now() + PATIENCE_MS
	let tookMs = 0
	let busySince: number | undefined
	for (let attempt = 0; attempt < LEAST_ATTEMPTS || performance.now() < givenUpAt; attempt += 1) {
		if (attempt > 0) await pause(attempt, tookMs)
		const startedAt = performance.now()
		const now = deps.now()
		const [found] = await deps.db.read(everythingFor(useCase, key, now))
		if (found.prior) {
			if (found.prior.payloadHash !== payloadHash) return refuse({ code: 'keyReused' })
			const again = useCase.latestCounts && order.key.kind === 'form' && found.prior.superseded
			if (!again) return ok({ value: JSON.parse(found.prior.result), replayed: true, at: found.prior.at })
			key = `${key}+`
			continue
		}
		const actor = permitted(found.who, act, order.actor, now)
		if (!actor.ok) return actor
		const { needed, more, streams } = found
		if (!isThere(needed)) return refuse({ code: 'notFound' })
		const loaded = { ...needed, ...more, streams }
		const decided = await useCase.decide(actor.value, loaded, { now, newId: deps.newId })
		if (!decided.ok) {
			// What was typed a moment ago may be what it is refused for the want of.
			if (ABOUT_TEXT.includes(decided.reason.code) && (await room?.catchUp(act))) continue
			return decided
		}
		const { value, ...decision } = decided.value
		if (decision.events.length === 0) return ok({ value, replayed: false, at: now })
		// Only for an act that would be done: nobody else keeps those waiting who type. Then what they typed is part of what it is about.
		if (act.fixesText && room && !room.isSettled()) {
			if (!(await room.settle())) break
			continue
		}
		const created = useCase.newCoalition?.(value)
		const coalitionId = created?.id ?? found.coalitionId
		if (coalitionId === null) return refuse({ code: 'notFound' })
		const telling = tellsWithin(act, decision, found.told, coalitionId, now)
		if (!telling.ok) return telling
		const saved = await save(deps.db, {
			...decision,
			guards: [...decision.guards, ...telling.value, ...(room?.guards() ?? [])],
			streams,
			also: created?.also ?? useCase.also?.(value, coalitionId) ?? [],
			act: {
				id: deps.newId<'act'>(),
				coalitionId,
				personId: actor.value.personId,
				seatId: seatOf(actor.value, decision, now),
				way: found.who?.way ?? null,
				kind: act.kind,
				key,
				payloadHash,
				result: JSON.stringify(value),
				at: now,
			},
		})
		if (saved === 'saved') {
			const { notifications = [] } = decision
			if (notifications.length > 0) deps.notified?.(notifications.map(({ kind }) => kind))
			if (decision.events.some(({ type }) => changesText(type))) room?.changed(act)
			if (decision.events.some(({ type }) => aboutComments(type))) room?.commented()
			return ok({ value, replayed: false, at: now })
		}
		busySince = saved === 'busy' ? (busySince ?? startedAt) : undefined
		if (busySince !== undefined && performance.now() - busySince >= BUSY_PATIENCE_MS) break
		tookMs = saved === 'busy' ? BUSY_ATTEMPT_MS : performance.now() - startedAt
	}
	return refuse({ code: 'busy' })
}

function everythingFor<Command, Needs extends Queries, More extends Queries, Value>(
	{ act, order: { actor, coalition }, needs, load, streams }: UseCase<Command, Needs, More, Value>,
	key: string,
	now: Instant,
) {
	return allOf({
		who: actorQuery(actor, coalition, now),
		prior: priorActQuery(actor, key, now),
		coalitionId: coalitionIdQuery(coalition),
		told: toldQuery(coalition, act.tells ?? [], now),
		// A use case that names none of these has none: the types of both are then those of an empty object.
		needed: allOf(typeof needs === 'function' ? needs(now) : (needs ?? ({} as Needs))),
		more: allOf(load?.(now) ?? ({} as More)),
		streams: streamsQuery(streams(now)),
	})
}

const isThere = <Parts extends object>(parts: Parts): parts is Parts & There<Parts> =>
	Object.values(parts).every((part) => part !== null)

function storedKey(key: IdempotencyKey, payloadHash: string): string {
	return key.kind === 'form' ? `${key.value}:${payloadHash.slice(0, 16)}` : key.value
}

/** Who asks comes before anything else: whatever is wrong with what they ask tells a stranger nothing. */
export function permitted(
	who: LoadedActor | null,
	act: DeclaredAct,
	{ by }: ActorRef,
	now: Instant,
): Result<Actor, Rejection> {
	const { scope } = act
	if (who === null) return refuse({ code: 'signInRequired' })
	if (who.scopes !== null && !who.scopes.includes(scope)) return refuse({ code: 'scopeMissing', scope })
	if (by === 'clock' && act.orBy === 'clock') return ok(who.actor)
	const may = mayAsk(act, who.actor, now)
	return may.ok ? ok(who.actor) : may
}

/** The seat the rules settled on is the one they guard; an act without a guarded seat is noted on the person's first. */
function seatOf(actor: Actor, { guards }: Pick<Decision<unknown>, 'guards'>, now: Instant) {
	const guarded = guards.find((guard) => guard.kind === 'seated')
	return guarded?.seatId ?? actor.seats.find((seat) => isSeated(seat, now))?.id ?? null
}

/**
 * Exponential pauses with full jitter, so that contenders spread out instead of meeting again. Measured in what the lost
 * attempt took, which grows with the way to the database and with how many are there.
 */
function pause(attempt: number, tookMs: number): Promise<void> {
	const longest = tookMs * Math.min(LONGEST_PAUSE, 2 ** (attempt - 1))
	return new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
}
