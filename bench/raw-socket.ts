import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** As much of a WebSocket as a page needs, without what takes the generator's time: hundreds of them in one process. */
export type RawSocket = {
	readonly send: (message: string | Uint8Array) => void
	/** Nobody looks any more at what comes. */
	readonly ignore: () => void
	readonly end: () => void
}

const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

type Opening = {
	readonly port: number
	readonly path: string
	readonly headers?: Readonly<Record<string, string>>
	/** Gets each message as it came; null: nobody looks at what comes, and it is only taken in. */
	readonly heard: ((message: Buffer) => void) | null
	/** The connection is over. */
	readonly closed?: () => void
}

/** Opens one on the loopback address; resolves when the server has agreed. */
export function rawSocket({ port, path, headers = {}, heard, closed }: Opening): Promise<RawSocket> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: '127.0.0.1', noDelay: true })
		const lines = { host: `localhost:${port}`, upgrade: 'websocket', connection: 'Upgrade', ...headers }
		const key = randomBytes(16).toString('base64')
		const more = Object.entries({ ...lines, 'sec-websocket-version': '13', 'sec-websocket-key': key })
		socket.write(`GET ${path} HTTP/1.1\r\n${more.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
		socket.once('error', reject)
		socket.once('close', () => closed?.())
		let begun = Buffer.alloc(0)
		const answered = (data: Buffer) => {
			begun = Buffer.concat([begun, data])
			const end = begun.indexOf('\r\n\r\n')
			if (end < 0) return
			socket.off('data', answered)
			const status = /^HTTP\/1.1 (\d+)/.exec(begun.toString('latin1', 0, 20))?.[1]
			if (status !== '101') return void reject(new Error(`it answered ${status}`))
			const rest = begun.subarray(end + 4)
			const take = heard === null ? () => {} : frames(socket, heard)
			socket.on('data', take)
			if (rest.length > 0) take(rest)
			resolve({
				send: (message) => void socket.write(frame(message)),
				ignore: () => void socket.off('data', take).on('data', () => {}),
				end: () => void socket.destroy(),
			})
		}
		socket.on('data', answered)
	})
}

/** What a client says is masked; with zeros it stays as it is. */
function frame(message: string | Uint8Array, kind = typeof message === 'string' ? TEXT : BINARY): Buffer {
	const body = Buffer.from(message as Uint8Array)
	const size = body.length
	const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10)
	head[0] = 0x80 | kind
	if (size < 126) head[1] = 0x80 | size
	else if (size < 65_536) {
		head[1] = 0x80 | 126
		head.writeUInt16BE(size, 2)
	} else {
		head[1] = 0x80 | 127
		head.writeBigUInt64BE(BigInt(size), 2)
	}
	return Buffer.concat([head, Buffer.alloc(4), body])
}

function frames(socket: Socket, heard: (message: Buffer) => void): (data: Buffer) => void {
	let rest = Buffer.alloc(0)
	let parts: Buffer[] = []
	return (data) => {
		rest = rest.length === 0 ? data : Buffer.concat([rest, data])
		for (;;) {
			if (rest.length < 2) return
			const short = (rest[1] ?? 0) & 0x7f
			const head = short < 126 ? 2 : short === 126 ? 4 : 10
			if (rest.length < head) return
			const size = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
			if (rest.length < head + size) return
			const [first = 0] = rest
			const body = rest.subarray(head, head + size)
			rest = rest.subarray(head + size)
			const kind = first & 0x0f
			if (kind === PING) socket.write(frame(body, PONG))
			if (kind >= CLOSE) continue
			parts.push(body)
			if ((first & 0x80) === 0) continue
			heard(parts.length === 1 ? body : Buffer.concat(parts))
			parts = []
		}
	}
}
