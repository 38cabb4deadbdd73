import { setTimeout as sleep } from 'node:timers/promises'
import { paths } from '#api/paths.ts'
import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import { href } from '#routes'
import { type OfBallot, SLUG } from '#test/support/world.ts'
import type { Place } from './place.ts'

type Voter = Place['voters'][number]

/** What an association said in a ballot, going by what its program was told. */
export type Said = {
	/** The last vote that was acknowledged. */
	last: Choice | undefined
	/** Votes of which nobody was told whether they were taken, and that were not sent again: each may stand, or not. */
	readonly unanswered: Set<Choice>
}

export type Model = {
	/** By ballot and association. */
	readonly said: Map<string, Said>
	/** Keys under which a vote was acknowledged, and all that were sent. */
	readonly acknowledged: Set<string>
	readonly sent: Set<string>
	readonly counts: Record<'votes' | 'doubled' | 'aborted' | 'left' | 'cut' | 'broken' | 'busy', number>
	/** Milliseconds of each answer to a first try. */
	readonly took: number[]
	/** When the server was last killed, as `performance.now()` has it. */
	killedAt: number
	/** Answers that no client should ever get. */
	readonly wrong: string[]
}

export const emptyModel = (): Model => ({
	said: new Map(),
	acknowledged: new Set(),
	sent: new Set(),
	counts: { votes: 0, doubled: 0, aborted: 0, left: 0, cut: 0, broken: 0, busy: 0 },
	took: [],
	killedAt: Number.NEGATIVE_INFINITY,
	wrong: [],
})

export const slotOf = (ballotId: string, associationId: string) => `${ballotId} ${associationId}`

const oneOf = <Value>(values: readonly [Value, ...Value[]]): Value =>
	values[Math.floor(Math.random() * values.length)] ?? values[0]

/** How a vote is sent: as it should be; twice at once; let go of half-way and sent again; or let go of and forgotten. */
const WAYS = ['plainly', 'plainly', 'plainly', 'doubled', 'aborted', 'left'] as const

const DONE = [200, 201]

/** The status of an answer; undefined where none came. */
async function post(origin: string, { ballotId, statementId, textHash }: OfBallot, voter: Voter, vote: Sent) {
	const url = origin + href(paths.votes, { coalition: SLUG, statement: statementId, ballot: ballotId })
	const { key, choice, abortAfterMs } = vote
	const headers = {
		authorization: `Bearer ${voter.token}`,
		'idempotency-key': key,
		'content-type': 'application/json',
	}
	const body = JSON.stringify({ associationId: voter.associationId, choice, textHash })
	const signal = abortAfterMs === undefined ? null : AbortSignal.timeout(abortAfterMs)
	try {
		const response = await fetch(url, { method: 'POST', headers, body, signal })
		await response.arrayBuffer()
		return response.status
	} catch {
		return undefined
	}
}

/** How long a Worker outlives the database that was killed, and takes requests. Milliseconds. */
const OUTLIVES_MS = 2_000

/** Whether the database of whoever was just answered may have been killed after it was asked, or right before. */
const diedUnder = ({ killedAt }: Model, askedAt: number): boolean => killedAt > askedAt - OUTLIVES_MS

type Sent = { readonly key: string; readonly choice: Choice; readonly abortAfterMs?: number }

/** One vote, sent once. Gives the status of the answer. */
export function votePlainly(origin: string, ballot: OfBallot, voter: Voter) {
	return post(origin, ballot, voter, { key: crypto.randomUUID(), choice: oneOf(CHOICES) })
}

/** One vote of one association, sent until it is acknowledged, unless it is left. */
export async function voteOnce(origin: string, model: Model, ballot: OfBallot, voter: Voter): Promise<void> {
	const { counts } = model
	const slot = slotOf(ballot.ballotId, voter.associationId)
	const said = model.said.get(slot) ?? { last: undefined, unanswered: new Set() }
	model.said.set(slot, said)
	const vote = { key: crypto.randomUUID(), choice: oneOf(CHOICES) }
	const way = oneOf(WAYS)
	model.sent.add(vote.key)
	const send = async (abortAfterMs?: number) => {
		const askedAt = performance.now()
		const status = await post(origin, ballot, voter, {
			...vote,
			...(abortAfterMs === undefined ? {} : { abortAfterMs }),
		})
		// The Worker outlives its database by a moment, and says that nobody knows. Nobody else is told so.
		if (status === 500 && !diedUnder(model, askedAt)) model.wrong.push('500 by a Worker with its database')
		return status
	}
	const acknowledge = () => {
		counts.votes += 1
		model.acknowledged.add(vote.key)
		said.last = vote.choice
	}
	const isDone = (status: number | undefined): boolean => {
		if (status === undefined) counts.cut += 1
		else if (status === 503) counts.busy += 1
		else if (status === 500) counts.broken += 1
		else if (!DONE.includes(status)) model.wrong.push(`${status}`)
		return status !== undefined && DONE.includes(status)
	}
	const first = async (): Promise<boolean> => {
		const started = performance.now()
		if (way === 'doubled') {
			counts.doubled += 1
			const both = await Promise.all([send(), send()])
			return both.map(isDone).includes(true)
		}
		if (way === 'aborted' || way === 'left') {
			counts[way] += 1
			return (await send(1 + Math.floor(Math.random() * 30))) === 201
		}
		const done = isDone(await send())
		if (done) model.took.push(performance.now() - started)
		return done
	}
	if (await first()) return acknowledge()
	if (way === 'left') {
		said.unanswered.add(vote.choice)
		return
	}
	for (;;) {
		await sleep(100 + Math.random() * 300)
		if (isDone(await send())) return acknowledge()
		if (model.wrong.length > 0) return
	}
}
