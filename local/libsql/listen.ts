import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { listenOnLoopback } from '#local/loopback.ts'
import type { LibsqlServer } from './server.ts'

export type Listening = { readonly url: string; readonly close: () => Promise<void> }

/** Milliseconds that a connection nobody uses is kept. */
const KEPT_MS = 120_000

/** Answers over node:http. Rejects where the connection is to be broken without a reply. */
export async function answer(server: LibsqlServer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const response = await server.handle({
		method: incoming.method ?? 'GET',
		url: `http://localhost${incoming.url ?? '/'}`,
		json: () => json(incoming),
	})
	outgoing.writeHead(response.status, Object.fromEntries(response.headers))
	outgoing.end(await response.text())
}

/**
 * Serves `server` over HTTP on the loopback address, on a free port unless one is given. Closing breaks open
 * connections; `server` itself is left to its owner.
 */
export async function listen(server: LibsqlServer, port = 0): Promise<Listening> {
	const http = createServer((incoming, outgoing) => {
		// A reply that was lost on purpose, or a client that went away: either way nobody is left to be told.
		answer(server, incoming, outgoing).catch(() => incoming.socket.destroy())
	})
	// A client that keeps a connection may use it again at the moment it is closed here, and a write is not sent twice.
	http.keepAliveTimeout = KEPT_MS
	const bound = await listenOnLoopback(http, port)
	return { url: `http://127.0.0.1:${bound.port}`, close: bound.close }
}
