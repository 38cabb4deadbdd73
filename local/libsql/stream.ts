import type { Connection } from './connection.ts'
import { type FaultPoint, ReplyLost } from './faults.ts'
import { mustForget } from './forgetting.ts'
import {
	type Batch,
	type BatchResult,
	type Condition,
	HranaFailure,
	hranaError,
	type SqlOrId,
	type Statement,
	type StatementResult,
	type StreamRequest,
	type StreamResponse,
	type StreamResult,
} from './protocol.ts'
import { sqlShape } from './sql.ts'
import { whenFree } from './when-free.ts'
import type { WriterTurn } from './writer-turn.ts'

/** A client's stream of requests: a connection of its own from the first statement, and the writer's turn while it writes. */
export type Stream = {
	readonly answer: (request: StreamRequest, point: FaultPoint) => Promise<StreamResult>
	readonly inTransaction: () => boolean
	readonly closed: () => boolean
	/** Rolls back what is open and gives back connection and turn. */
	readonly close: () => void
}

type Source = {
	readonly turn: WriterTurn
	/** Milliseconds that a statement waits for the turn and for other processes. */
	readonly busyMs: number
	readonly lend: () => Connection
	readonly giveBack: (connection: Connection) => void
	/** What this stream deletes must be gone from the disk when it has given its connection back. */
	readonly forget: () => void
}

const expired = () => new HranaFailure('The stream has expired', 'STREAM_EXPIRED')

export function openStream({ turn, busyMs, lend, giveBack, forget }: Source): Stream {
	const stored = new Map<number, string>()
	let lent: Connection | undefined
	let giveTurnBack: (() => void) | undefined
	let closed = false
	let forgets = false

	// Lent late: those who wait for the writer's turn hold no connection.
	const connection = () => {
		if (closed) throw expired()
		lent ??= lend()
		return lent
	}
	const inTransaction = () => lent?.inTransaction() ?? false
	const endTurn = () => {
		if (inTransaction()) return
		giveTurnBack?.()
		giveTurnBack = undefined
	}
	const takeTurn = async () => {
		if (giveTurnBack) return
		const taken = await turn.take()
		// The stream may have expired, or the server been closed, while it waited.
		if (closed) {
			taken()
			throw expired()
		}
		giveTurnBack = taken
	}
	const close = () => {
		closed = true
		const mine = lent
		lent = undefined
		// Not before: whoever settles meanwhile would leave what is not committed yet.
		if (forgets) forget()
		if (mine) giveBack(mine)
		endTurn()
	}

	const textOf = ({ sql, sql_id }: SqlOrId): string => {
		const text = sql ?? (typeof sql_id === 'number' ? stored.get(sql_id) : undefined)
		if (text === undefined) throw new HranaFailure('the request names no known SQL text', 'SQL_NOT_FOUND')
		return text
	}

	/** Runs `work`, which writes or ends a transaction, with a fault point on either side of what it commits. */
	const committing = async <Value>(point: FaultPoint, work: () => Value | Promise<Value>): Promise<Value> => {
		await point('beforeCommit')
		const value = await work()
		endTurn()
		if (!inTransaction()) await point('afterCommit')
		return value
	}

	const execute = async (statement: Statement, point: FaultPoint): Promise<StatementResult> => {
		const sql = textOf(statement)
		const { kind } = sqlShape(sql)
		const givenUpAt = performance.now() + busyMs
		if (kind === 'write' || kind === 'begin-write') await takeTurn()
		forgets ||= mustForget(sql)
		const work = () => whenFree(() => connection().execute(sql, statement), givenUpAt)
		try {
			const commits = (kind === 'write' && !inTransaction()) || (kind === 'commit' && giveTurnBack !== undefined)
			return commits ? await committing(point, work) : await work()
		} finally {
			endTurn()
		}
	}

	const batch = async ({ steps }: Batch, point: FaultPoint): Promise<BatchResult> => {
		const result: BatchResult = { step_results: [], step_errors: [] }
		const holds = (condition: Condition): boolean => {
			switch (condition.type) {
				case 'ok':
					return (result.step_results[condition.step] ?? null) !== null
				case 'error':
					return (result.step_errors[condition.step] ?? null) !== null
				case 'not':
					return !holds(condition.cond)
				case 'and':
					return condition.conds.every(holds)
				case 'or':
					return condition.conds.some(holds)
				case 'is_autocommit':
					return !inTransaction()
			}
		}
		for (const [index, step] of steps.entries()) {
			result.step_results[index] = null
			result.step_errors[index] = null
			if (step.condition && !holds(step.condition)) continue
			try {
				result.step_results[index] = await execute(step.stmt, point)
			} catch (error) {
				if (error instanceof ReplyLost || closed) throw error
				result.step_errors[index] = hranaError(error)
			}
		}
		return result
	}

	const sequence = async (sql: string, point: FaultPoint) => {
		// Its statements are not told apart, so all of it counts as writing; and where another process holds the lock, nobody
		// could tell which of them would have to be run again.
		await takeTurn()
		forgets ||= mustForget(sql)
		try {
			await committing(point, () => connection().sequence(sql))
		} finally {
			endTurn()
		}
	}

	const respond = async (request: StreamRequest, point: FaultPoint): Promise<StreamResponse> => {
		switch (request.type) {
			case 'execute':
				return { type: 'execute', result: await execute(request.stmt, point) }
			case 'batch':
				return { type: 'batch', result: await batch(request.batch, point) }
			case 'sequence':
				await sequence(textOf(request), point)
				return { type: 'sequence' }
			case 'describe':
				return { type: 'describe', result: connection().describe(textOf(request)) }
			case 'store_sql':
				stored.set(request.sql_id, request.sql)
				return { type: 'store_sql' }
			case 'close_sql':
				stored.delete(request.sql_id)
				return { type: 'close_sql' }
			case 'get_autocommit':
				return { type: 'get_autocommit', is_autocommit: !inTransaction() }
			case 'close':
				close()
				return { type: 'close' }
		}
	}

	const answer = async (request: StreamRequest, point: FaultPoint): Promise<StreamResult> => {
		if (closed) return { type: 'error', error: { message: 'The stream is closed', code: 'STREAM_CLOSED' } }
		try {
			return { type: 'ok', response: await respond(request, point) }
		} catch (error) {
			if (error instanceof ReplyLost) throw error
			return { type: 'error', error: hranaError(error) }
		}
	}

	return { answer, inTransaction, closed: () => closed, close }
}
