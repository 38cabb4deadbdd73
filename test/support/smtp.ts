import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Connect, Wire } from '#mail/smtp.ts'

/** The wire of cloudflare:sockets, on Node's sockets. The certificate of the test's server is its own. */
export const connect: Connect = ({ hostname, port }, { secureTransport }) =>
	wireOf(
		secureTransport === 'on'
			? connectTls({ host: hostname, port, rejectUnauthorized: false })
			: connectTcp({ host: hostname, port }),
	)

function wireOf(socket: Socket): Wire {
	const readable = new ReadableStream<Uint8Array>({
		start: (controller) => {
			socket.on('data', (data: Uint8Array) => controller.enqueue(new Uint8Array(data)))
			socket.on('end', () => controller.close())
			socket.on('error', (error) => controller.error(error))
		},
		cancel: () => void socket.destroy(),
	})
	const writable = new WritableStream<Uint8Array>({
		write: (data) =>
			new Promise((resolve, reject) => socket.write(data, (error) => (error ? reject(error) : resolve()))),
		abort: () => void socket.destroy(),
	})
	return {
		readable,
		writable,
		startTls: () => {
			socket.removeAllListeners()
			return wireOf(connectTls({ socket, rejectUnauthorized: false }))
		},
		close: async () => void socket.destroy(),
	}
}

/** A mail as a server took it. */
export type Taken = {
	readonly from: string
	readonly to: readonly string[]
	readonly source: string
	readonly user: unknown
	readonly secure: boolean
}

export const servers: SMTPServer[] = []

/** Ends the servers that were begun. */
export async function endServers(): Promise<void> {
	for (const server of servers.splice(0)) await new Promise((done) => server.close(() => done(null)))
}

/** A real SMTP server that keeps what it takes. */
export async function serve(options: SMTPServerOptions = {}): Promise<{ port: number; taken: Taken[] }> {
	const taken: Taken[] = []
	const server = new SMTPServer({
		authOptional: true,
		hideSTARTTLS: true,
		disableReverseLookup: true,
		logger: false,
		onAuth: ({ username, password }, _session, done) =>
			password === 'lösen ord' ? done(null, { user: username }) : done(new Error('Invalid username disa@example.org')),
		onData: (stream, session, done) => {
			const parts: Uint8Array[] = []
			stream.on('data', (part: Uint8Array) => parts.push(part))
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope
				taken.push({
					from: mailFrom === false ? '' : mailFrom.address,
					to: rcptTo.map(({ address }) => address),
					source: Buffer.concat(parts).toString(),
					user: session.user,
					secure: session.secure,
				})
				done()
			})
		},
		...options,
	})
	servers.push(server)
	server.on('error', () => {})
	const port = await new Promise<number>((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () => {
			const address = listening.address()
			resolve(typeof address === 'object' && address !== null ? address.port : 0)
		})
	})
	return { port, taken }
}
