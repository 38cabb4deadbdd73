import { randomUUID } from 'node:crypto'
import { keepPrivateFile } from '#local/private.ts'
import { type Connection, openConnection } from './connection.ts'
import { createFaultPoint, type Fault } from './faults.ts'
import { createForgetting } from './forgetting.ts'
import { pipelineBody, type StreamRequest, type StreamResult } from './protocol.ts'
import { openStream, type Stream } from './stream.ts'
import { createWriterTurn } from './writer-turn.ts'

export type { Fault } from './faults.ts'

export type LibsqlServerOptions = {
	/** Path of the database file; made where there is none. */
	readonly file: string
	/** False for a database that is thrown away: its commits need not survive the loss of power, and are faster. */
	readonly lasting?: boolean
	/** Failures for tests, read at every request. */
	readonly faults?: readonly Fault[]
	/** Milliseconds without a request after which a stream is closed, and rolled back. */
	readonly streamIdleMs?: number
	/** The same for a stream inside a transaction, which may be holding up every other writer. */
	readonly transactionIdleMs?: number
	/** Milliseconds a writer waits, for its turn and for other processes, before it is told SQLITE_BUSY. */
	readonly busyMs?: number
	/** How many prepared statements a connection keeps. */
	readonly keptStatements?: number
}

/**
 * What is answered, as a client takes a Response. Whoever asks in this process has the message itself, and it is not written as JSON
 * only to be read again.
 */
export type Reply = Pick<Response, 'ok' | 'status' | 'headers' | 'json' | 'text'>

export type LibsqlServer = {
	/**
	 * Answers one HTTP request of the Hrana protocol (JSON, versions 2 and 3, without cursors).
	 *
	 * @throws ReplyLost where a fault asks that the connection be broken without a reply.
	 */
	readonly handle: (request: Pick<Request, 'method' | 'url' | 'json'>) => Promise<Reply>
	/** Rolls back what is open and closes the file. */
	readonly close: () => void
}

const KEPT_CONNECTIONS = 8

/** A libSQL server on a file, for the official client (`@libsql/client/web`) over any transport that carries a Request. */
export function createLibsqlServer(options: LibsqlServerOptions): LibsqlServer {
	const {
		file,
		lasting = true,
		faults = [],
		streamIdleMs = 10_000,
		transactionIdleMs = 5_000,
		busyMs = 10_000,
		keptStatements,
	} = options
	const turn = createWriterTurn(busyMs)
	const idleConnections: Connection[] = []
	const open = new Set<Stream>()
	/** By baton, which is good for one request: the next reply carries another. */
	const waiting = new Map<string, { readonly stream: Stream; readonly timer: NodeJS.Timeout }>()
	let closed = false

	// Opened at once, so that a file that cannot be opened is told here and not to the first client.
	keepPrivateFile(file)
	idleConnections.push(openConnection(file, lasting, keptStatements))
	const forgetting = createForgetting(file, lasting)

	const source = {
		turn,
		busyMs,
		lend: () => idleConnections.pop() ?? openConnection(file, lasting, keptStatements),
		giveBack: (connection: Connection) => {
			if (connection.reset() && idleConnections.length < KEPT_CONNECTIONS && !closed) idleConnections.push(connection)
			else connection.close()
			forgetting.settle()
		},
		forget: forgetting.owe,
	}

	const newStream = () => {
		const stream = openStream(source)
		open.add(stream)
		return stream
	}
	const end = (stream: Stream) => {
		open.delete(stream)
		stream.close()
	}
	const resume = (baton: string) => {
		const found = waiting.get(baton)
		waiting.delete(baton)
		clearTimeout(found?.timer)
		return found?.stream
	}
	const suspend = (stream: Stream) => {
		const baton = randomUUID()
		const expire = () => {
			waiting.delete(baton)
			end(stream)
		}
		const timer = setTimeout(expire, stream.inTransaction() ? transactionIdleMs : streamIdleMs)
		waiting.set(baton, { stream, timer })
		return baton
	}

	const pipeline = async (baton: string | null | undefined, requests: readonly StreamRequest[]): Promise<Reply> => {
		const stream = baton ? resume(baton) : newStream()
		if (!stream) return problem(400, 'The stream has expired due to inactivity', 'STREAM_EXPIRED')
		const point = createFaultPoint(faults, () => sqlsOf(requests))
		const results: StreamResult[] = []
		try {
			await point('request')
			for (const request of requests) results.push(await stream.answer(request, point))
		} catch (error) {
			end(stream)
			throw error
		}
		if (stream.closed()) open.delete(stream)
		return json(200, { baton: stream.closed() ? null : suspend(stream), base_url: null, results })
	}

	const handle: LibsqlServer['handle'] = async (request) => {
		if (closed) return problem(503, 'The server is closed', 'SERVER_CLOSED')
		const { pathname } = new URL(request.url)
		if (request.method === 'GET' && (pathname === '/v2' || pathname === '/v3')) return new Response(null)
		if (request.method !== 'POST' || (pathname !== '/v2/pipeline' && pathname !== '/v3/pipeline')) {
			return problem(404, 'Not found', 'NOT_FOUND')
		}
		const body = pipelineBody.safeParse(await request.json().catch(() => undefined))
		if (!body.success) return problem(400, `Not a Hrana pipeline: ${body.error.message}`, 'HRANA_PROTO_ERROR')
		return pipeline(body.data.baton, body.data.requests)
	}

	const close = () => {
		closed = true
		turn.close()
		for (const { timer } of waiting.values()) clearTimeout(timer)
		waiting.clear()
		for (const stream of open) end(stream)
		for (const connection of idleConnections.splice(0)) connection.close()
		forgetting.close()
	}

	return { handle, close }
}

function sqlsOf(requests: readonly StreamRequest[]): string[] {
	return requests.flatMap((request) => {
		switch (request.type) {
			case 'execute':
				return request.stmt.sql ?? []
			case 'batch':
				return request.batch.steps.flatMap((step) => step.stmt.sql ?? [])
			case 'store_sql':
			case 'sequence':
				return request.sql ?? []
			default:
				return []
		}
	})
}

const json = (status: number, body: object): Reply => ({
	ok: status === 200,
	status,
	headers: new Headers({ 'content-type': 'application/json' }),
	json: async () => body,
	text: async () => JSON.stringify(body),
})

const problem = (status: number, message: string, code: string): Reply => json(status, { message, code })
