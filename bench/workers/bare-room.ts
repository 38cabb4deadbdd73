/** As little as a room can be: tells each message to all who are there. What it costs is the engine's. */
export class DraftRoom {
	readonly #context: DurableObjectState

	constructor(context: DurableObjectState) {
		this.#context = context
	}

	fetch(): Response {
		const { 0: page, 1: socket } = new WebSocketPair()
		this.#context.acceptWebSocket(socket)
		return new Response(null, { status: 101, webSocket: page })
	}

	webSocketMessage(_from: WebSocket, message: string): void {
		for (const socket of this.#context.getWebSockets()) socket.send(message)
	}
}

type Env = { readonly ROOMS: DurableObjectNamespace }

export default {
	fetch: (request: Request, { ROOMS }: Env) => ROOMS.get(ROOMS.idFromName('one')).fetch(request),
}
