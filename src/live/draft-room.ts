import type { StatementId } from '#domain/kernel/id.ts'
import type { Deps } from '#usecases/perform.ts'
import type { TextPlace } from '#usecases/rooms.ts'
import type { Told } from '#writing/protocol.ts'
import type { RoomHost } from './host.ts'
import type { Connection, Guest } from './ports.ts'
import { ROOM_PATHS, type RoomVisitor, VISITOR } from './rooms.ts'

/** As much of a Durable Object as a room uses. */
type Context = Pick<DurableObjectState, 'storage' | 'acceptWebSocket' | 'getWebSockets'>

/** More connections than this at once, and whoever comes is asked to come later. */
const CONNECTIONS_LIMIT = 1_200
/** As many of one person's: more tabs than anybody writes in, and too few to keep others out. */
const OWN_LIMIT = 20

const COMMENTED = JSON.stringify({ kind: 'comments' } satisfies Told)
const SAVED = JSON.stringify({ kind: 'saved' } satisfies Told)

/** What a socket is known by while the room sleeps. */
type Attached = Guest & TextPlace

/** The room of a text as a Durable Object: sockets that sleep, storage of its own, an alarm. All that it does is in `host.ts`, which is loaded with it. */
export const draftRoom = <Env>(depsOf: (env: Env) => Deps) =>
	class DraftRoom {
		readonly #context: Context
		readonly #deps: () => Deps
		#host: Promise<RoomHost> | undefined
		#isRemembered = false

		constructor(context: Context, env: Env) {
			this.#context = context
			this.#deps = () => depsOf(env)
		}

		async fetch(request: Request): Promise<Response> {
			const { pathname } = new URL(request.url)
			// Nobody but the Worker reaches a Durable Object, and it writes this header itself.
			const visitor: RoomVisitor = JSON.parse(decodeURIComponent(request.headers.get(VISITOR) ?? 'null'))
			if (pathname === ROOM_PATHS.connect) return this.#connect(visitor)
			if (pathname === ROOM_PATHS.commented) return this.#commented()
			const host = await this.#hostOf(visitor)
			if (pathname === ROOM_PATHS.settle) return Response.json(await host.settle(visitor.hold ?? ''))
			if (pathname === ROOM_PATHS.released) await host.released(visitor.hold ?? '')
			else {
				this.#changed()
				await host.changed()
			}
			return Response.json(true)
		}

		async #connect(visitor: RoomVisitor): Promise<Response> {
			const { guest } = visitor
			if (!guest) return new Response(null, { status: 400 })
			if (this.#context.getWebSockets(guest.personId).length >= OWN_LIMIT) return new Response(null, { status: 429 })
			if (this.#context.getWebSockets().length >= CONNECTIONS_LIMIT) return new Response(null, { status: 503 })
			const { 0: page, 1: socket } = new WebSocketPair()
			this.#context.acceptWebSocket(socket, [guest.personId])
			const { coalition, statementId } = visitor
			socket.serializeAttachment({ ...guest, key: crypto.randomUUID(), client: null, coalition, statementId })
			await this.#hostOf(visitor)
			return new Response(null, { status: 101, webSocket: page })
		}

		/** Told to all who are here, and kept nowhere: what was said is in the record. */
		#commented(): Response {
			for (const socket of this.#context.getWebSockets().filter(isOpen)) socket.send(COMMENTED)
			return Response.json(true)
		}

		/** Those who follow are told by the room itself what came into the record from it, and here what came from elsewhere, where nobody writes. */
		#changed(): void {
			for (const socket of this.#context.getWebSockets().filter(isOpen)) {
				if (attachedTo(socket).client === null) socket.send(SAVED)
			}
		}

		async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
			const host = await this.#hostOf(attachedTo(socket))
			await host.heard(connectionOf(socket), typeof message === 'string' ? message : '')
		}

		async webSocketClose(socket: WebSocket): Promise<void> {
			await (await this.#hostOf(attachedTo(socket))).left(connectionOf(socket))
		}

		webSocketError(socket: WebSocket): Promise<void> {
			return this.webSocketClose(socket)
		}

		async alarm(): Promise<void> {
			const place = this.#context.storage.kv.get<TextPlace>('place')
			if (place) await (await this.#hostOf(place)).tick()
		}

		/** Which text it is, for when it is woken: until it forgets all. */
		#remember(place: TextPlace): void {
			if (!this.#isRemembered) this.#context.storage.kv.put('place', place)
			this.#isRemembered = true
		}

		#hostOf(place: TextPlace): Promise<RoomHost> {
			this.#host ??= this.#begin(place)
			return this.#host
		}

		async #begin({ coalition, statementId }: TextPlace): Promise<RoomHost> {
			const { host, log } = this.#parts(coalition, statementId)
			this.#remember({ coalition, statementId })
			return host.catch((error: unknown) => {
				this.#host = undefined
				log?.({ event: 'roomSilent' })
				throw error
			})
		}

		#parts(coalition: string, statementId: StatementId) {
			const deps = this.#deps()
			const { storage } = this.#context
			const host = Promise.all([import('./host.ts'), import('./record.ts'), import('./store.ts')]).then(
				([{ roomHost }, { recordOf }, { roomStore }]) => {
					const store = roomStore(storage)
					const forget = async () => {
						this.#isRemembered = false
						await store.forget()
					}
					return roomHost({
						record: recordOf(deps, { coalition, statementId }),
						store: { ...store, forget },
						connections: () => this.#context.getWebSockets().filter(isOpen).map(connectionOf),
						now: Date.now,
						newId: () => crypto.randomUUID(),
						wakeAt: (at) => {
							this.#remember({ coalition, statementId })
							void storage.setAlarm(at)
						},
						log: (line) => deps.log?.(line),
					})
				},
			)
			return { host, log: deps.log }
		}
	}

const isOpen = ({ readyState }: WebSocket): boolean => readyState === WebSocket.OPEN

// The room wrote it itself.
const attachedTo = (socket: WebSocket): Attached => socket.deserializeAttachment()

/** The same for a socket each time it is asked: compared by identity. */
const known = new WeakMap<WebSocket, Connection>()

function connectionOf(socket: WebSocket): Connection {
	const before = known.get(socket)
	if (before) return before
	let attached = attachedTo(socket)
	const made: Connection = {
		guest: () => attached,
		remember: (guest) => {
			attached = { ...attached, ...guest }
			socket.serializeAttachment(attached)
		},
		send: (text) => {
			if (isOpen(socket)) socket.send(text)
		},
		close: (code, reason) => socket.close(code, reason),
	}
	known.set(socket, made)
	return made
}
