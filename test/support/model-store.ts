import type { Choice } from '#domain/deciding/ballot.ts'
import type { EventType } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard, PapersChange } from '#domain/kernel/decision.ts'
import type { ActId, BallotId, CoalitionId, Instant, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Amendable } from '#domain/publication/addendum.ts'
import type { Model } from './model.ts'
import { stands as standsOpen } from './model-amendments.ts'
import type { Entry } from './model-entry.ts'
import { frozen, modelOf } from './model-reading.ts'
import { meets, restsOn } from './model-rests.ts'

/** A log that acts are appended to under their guards, as `save` does; and the papers of secret ballots, apart. */
export type Store = {
	readonly log: Entry[]
	readonly papers: {
		readonly ballotId: BallotId
		readonly choice: Choice
		/** How long the log was when it was put in, and when it was destroyed. */
		readonly position: number
		gone: number | null
	}[]
	/** After each act: how long the log was, and what time it was. To be read late from. */
	readonly moments: { readonly position: number; readonly now: Instant }[]
	clock: Instant
	minted: number
}

/** What somebody read at some moment, and decides on. */
export type View = Model & { readonly now: Instant; readonly papers: (ballot: BallotId) => Choice[] } & Pick<
		Amendable,
		'left'
	>

export type Decide = (view: View, context: Context) => Result<Decision<unknown>, Rejection>

/** What must be granted, by the reckoning of whoever says so and not the rules'; `waitUntil`: when the clock has first to be set on. */
export type Next = {
	readonly name: string
	readonly by: PersonId
	readonly decide: Decide
	readonly waitUntil?: Instant
	/** It must not be granted, but refused for this. */
	readonly refusedFor?: RejectionCode
	/** Whether it is granted is not reckoned here. */
	readonly mayFail?: boolean
}

export type Outcome =
	| { readonly result: 'refused'; readonly reason: Rejection }
	| { readonly result: 'nothing' | 'lost' }
	| { readonly result: 'saved'; readonly entries: readonly Entry[] }

const COALITION = 'coalition' as CoalitionId

export function emptyStore(clock: Instant): Store {
	return { log: [], papers: [], moments: [{ position: 0, now: clock }], clock, minted: 0 }
}

/** The store as it was `lag` acts ago, with what was then the time. Frozen: a rule that writes in what it reads throws. */
export function viewOf({ log, papers, moments, clock }: Store, lag = 0): View {
	const moment = lag === 0 ? undefined : moments.at(-1 - lag)
	const position = moment?.position ?? log.length
	const model = modelOf(log.slice(0, position))
	const cast = (ballot: BallotId) => {
		const there = papers.filter((paper) => paper.position <= position && (paper.gone === null || paper.gone > position))
		return there.filter((paper) => paper.ballotId === ballot).map(({ choice }) => choice)
	}
	const now = moment?.now ?? clock
	const associations = model.coalition?.associations.filter(({ leavesAt }) => leavesAt === null || now < leavesAt)
	const left = (model.coalition?.associations ?? []).flatMap(({ id: associationId, leavesAt: at }) =>
		at !== null && at <= now ? [{ associationId, at }] : [],
	)
	return frozen({ ...model, coalition: { ...model.coalition, associations }, left, now, papers: cast })
}

/** Decides on what was read `lag` acts ago and saves now, if everything that must still hold does. */
export function act(store: Store, personId: PersonId, decide: Decide, lag = 0): Outcome {
	const view = viewOf(store, lag)
	const newId = () => {
		store.minted += 1
		return `n${store.minted}` as never
	}
	const decided = decide(view, { now: view.now, newId })
	if (!decided.ok) return { result: 'refused', reason: decided.reason }
	const { events, guards, papers, notifications: told = [] } = decided.value
	if (events.length === 0) return { result: 'nothing' }
	const current = viewOf(store)
	const seqAt = (stream: string, position: number) =>
		store.log.filter((entry) => entry.stream === stream && entry.position <= position).length
	const raced = events
		.flatMap((event) => [event.stream, ...restsOn(event, current)])
		.some((stream) => seqAt(stream, view.position) !== seqAt(stream, current.position))
	const met = events.some((event) => meets(event, store.log))
	if (raced || met || !guards.every((guard) => holds(guard, current, store.log))) return { result: 'lost' }
	const seatId = guards.flatMap((guard) => (guard.kind === 'seated' ? [guard.seatId] : []))[0] ?? null
	const actId = `act${store.moments.length}` as ActId
	const entries = events.map((event, index): Entry => {
		const before = [...store.log, ...events.slice(0, index)].filter(({ stream }) => stream === event.stream).length
		const position = store.log.length + index + 1
		return { ...event, coalitionId: COALITION, seq: before + 1, actId, at: view.now, personId, seatId, position, told }
	})
	store.log.push(...frozen(entries))
	if (papers) changePapers(store, papers)
	store.moments.push({ position: store.log.length, now: store.clock })
	return { result: 'saved', entries }
}

function changePapers(store: Store, change: PapersChange): void {
	const position = store.log.length
	if (change.kind !== 'cast') {
		const { statements } = viewOf(store)
		const ballots = change.kind === 'uncounted' ? (statements.get(change.statementId)?.ballots ?? []) : []
		const uncounted = ballots.filter(({ outcome }) => outcome === null).map(({ id }) => id)
		const of = change.kind === 'counted' ? [change.ballotId] : uncounted
		for (const paper of store.papers) if (of.includes(paper.ballotId)) paper.gone ??= position
	}
	const put = change.kind === 'cast' ? [change.paper] : change.kind === 'counted' ? change.papers : []
	for (const { ballotId, choice } of put) store.papers.push({ ballotId, choice, position, gone: null })
}

/** By what associations are asked for something. */
const ASKING: readonly string[] = [
	'ballotOpened',
	'ballotExtended',
	'ballotDecided',
	'meetingDecisionEntered',
	'editorialChangeMade',
	'consensusListOpened',
]

/** What changes who speaks for an association. */
const SEATING: readonly string[] = ['seatGiven', 'seatEnded', 'seatTakenBack', 'associationLeft', 'associationLeaving']

/** What tells that an act was done of which there are only so many in a day. */
const COUNTED: Readonly<Record<string, EventType>> = { mendName: 'nameMended', proposeAddress: 'addressProposed' }

/** What the conditions of the database ask, asked of the model. */
function holds(guard: Guard, model: Model, log: readonly Entry[]): boolean {
	const statement = 'statementId' in guard ? model.statements.get(guard.statementId as StatementId) : undefined
	switch (guard.kind) {
		case 'seated':
			return seatHeld(model, guard.seatId, guard.now)
		case 'stageIn':
			return statement !== undefined && guard.stages.includes(statement.statement.stage)
		case 'textStands':
			return statement?.statement.textHash === guard.textHash
		case 'unchangedSince':
			return !log.some((entry) => entry.statementId === guard.statementId && entry.position > guard.position)
		case 'nothingAskedSince':
			return !log.some(({ type, position }) => position > guard.position && ASKING.includes(type))
		case 'seatsUnchangedSince':
			return !log.some(({ type, position }) => position > guard.position && SEATING.includes(type))
		case 'coalitionUnchangedSince':
			return !log.some((entry) => entry.stream.startsWith('coalition:') && entry.position > guard.position)
		case 'blockStands':
			return [...model.statements.values()].some(({ order, versions }) => {
				return order.includes(guard.blockId) && versions.get(guard.blockId)?.id === guard.versionId
			})
		case 'ballotOpen': {
			const ballot = ballotNamed(model, guard.ballotId)
			return ballot !== undefined && ballot.voidedAt === null && ballot.closedAt === null && guard.now < ballot.closesAt
		}
		case 'doneLessThan': {
			const { act, since, limit } = guard
			return log.filter(({ type, at }) => type === COUNTED[act] && at > since).length < limit
		}
		case 'listAsks': {
			const lists = [...model.statements.values()].flatMap((each) => each.lists)
			const list = lists.find(({ id }) => id === guard.listId)
			return list !== undefined && standsOpen(list) && guard.now < list.closesAt
		}
		case 'noneFixed':
			return ![...model.statements.values()].some(({ statement: each }) => {
				const isOf = guard.of === 'coalition' || each.inquiryId === guard.id
				return isOf && (each.stage === 'deciding' || each.stage === 'signing')
			})
		case 'toldLessThan':
		case 'before':
			throw new Error('no rule of what is tried here asks it')
		case 'ballotStands':
			return ballotNamed(model, guard.ballotId)?.voidedAt === null
	}
}

function ballotNamed({ statements }: Model, id: BallotId) {
	return [...statements.values()].flatMap(({ ballots }) => ballots).find((ballot) => ballot.id === id)
}

/** Written without the rules' own word for it. */
export function seatHeld({ seats }: Pick<Model, 'seats'>, id: SeatId | null, now: Instant): boolean {
	const seat = seats.find((candidate) => candidate.id === id)
	return seat !== undefined && seat.endedAt === null && now >= seat.from && (seat.until === null || now < seat.until)
}
