import type { Server } from 'node:http'

export type Loopback = { readonly port: number; readonly close: () => Promise<void> }

/** Lets an HTTP server answer on the loopback address, at a free port for 0. Closing breaks open connections. */
export function listenOnLoopback(server: Server, port: number): Promise<Loopback> {
	return new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			if (address === null || typeof address === 'string') return reject(new Error('no port was given'))
			const close = () =>
				new Promise<void>((done) => {
					server.close(() => done())
					server.closeAllConnections()
				})
			return resolve({ port: address.port, close })
		})
	})
}
