import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the network, over SOCKS, that can fall silent. */
export type Line = AsyncDisposable & {
	/** For a browser that is to use it. */
	readonly proxy: { readonly server: string }
	/** Nothing more comes through, and nobody is told: what is open stays so, and what is sent waits. What is newly asked for fails. */
	readonly cut: () => void
	/** All that waited comes through. */
	readonly mend: () => void
}

/** No method of signing in; connected. */
const [NO_SIGN_IN, CONNECTED] = [Buffer.from([5, 0]), Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])]

/** A line to the programs on this machine, whatever name they are asked for by. */
export async function openLine(): Promise<Line> {
	const open = new Set<Socket>()
	let whole = true
	const kept = (socket: Socket): Socket => {
		open.add(socket)
		return socket
			.setNoDelay()
			.on('error', () => socket.destroy())
			.on('close', () => open.delete(socket))
	}
	const server = createServer((near) => {
		if (!whole) return near.destroy()
		kept(near).once('data', () => {
			near.write(NO_SIGN_IN)
			// The port is the last that is said.
			near.once('data', (asked) => {
				const far = kept(connect({ host: '127.0.0.1', port: asked.readUInt16BE(asked.length - 2) }))
				near.write(CONNECTED)
				near.pipe(far).on('close', () => near.destroy())
				far.pipe(near).on('close', () => far.destroy())
				if (!whole) for (const socket of [near, far]) socket.pause()
			})
		})
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	return {
		proxy: { server: `socks5://127.0.0.1:${port}` },
		cut: () => {
			whole = false
			for (const socket of open) socket.pause()
		},
		mend: () => {
			whole = true
			for (const socket of open) socket.resume()
		},
		[Symbol.asyncDispose]: () => {
			for (const socket of open) socket.destroy()
			return new Promise((resolve) => server.close(() => resolve()))
		},
	}
}
