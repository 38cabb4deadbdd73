import { createServer } from 'node:net'

/** A port on the loopback address that is free together with the next one, which the mailbox takes. */
export async function freePorts(): Promise<number> {
	for (;;) {
		const port = await listens(0)
		if (port !== null && (await listens(port + 1)) !== null) return port
	}
}

function listens(port: number): Promise<number | null> {
	const server = createServer()
	return new Promise((resolve) => {
		server.once('error', () => resolve(null))
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
		})
	})
}
