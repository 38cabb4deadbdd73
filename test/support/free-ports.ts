import { createServer } from 'node:net'

/** Below the ports that systems give to connections going out (32768 and up on Linux), which could take one before it is listened on. */
const FIRST = 20_000
const PROCESSES = 500
const EACH = 24

/** Where this process begins: processes that run beside each other have ports of their own, and do not find the same one free. */
const own = FIRST + (process.pid % PROCESSES) * EACH
let taken = 0

/** A port on the loopback address that is free together with the next one, which the mailbox takes. */
export async function freePorts(): Promise<number> {
	for (;;) {
		const port = own + (taken % EACH)
		taken += 2
		if ((await isFree(port)) && (await isFree(port + 1))) return port
	}
}

function isFree(port: number): Promise<boolean> {
	const server = createServer()
	return new Promise((resolve) => {
		server.once('error', () => resolve(false))
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
	})
}
