import { expect, onTestFinished, test, vi } from 'vitest'
import { liveWriter } from '#test/support/live-writer.ts'
import { schema } from '#writing/schema.ts'
import { type Living, live } from './live.ts'

type Socket = ReturnType<Living['open']>

/** Long enough for a room to answer, or to be asked anew. Milliseconds. */
const SILENT_MS = 10_000

/** A page whose connections do what the test says. */
function joining() {
	vi.useFakeTimers()
	const empty = schema.nodes.doc.create(null, schema.nodes.paragraph.create({ id: 'page' }))
	const sockets: Socket[] = []
	const unreached: boolean[] = []
	const page = live({
		editing: liveWriter(1, empty, true),
		open: () => {
			const none = { onopen: null, onmessage: null, onclose: null }
			const socket: Socket = { readyState: 1, send: () => {}, close: () => {}, ...none }
			sockets.push(socket)
			return socket
		},
		onState: () => {},
		onHere: () => {},
		onRefused: () => {},
		onUnreached: (wasHeard) => void unreached.push(wasHeard),
	})
	onTestFinished(() => {
		page.leave()
		vi.useRealTimers()
	})
	return { page, sockets, unreached }
}

test('what the browser says of its network, while a connection is being made, is not that none could be made', () => {
	const { page, sockets, unreached } = joining()
	page.renew()
	page.renew()
	expect([sockets.length, unreached]).toEqual([3, []])
	sockets.at(-1)?.onclose?.({} as never)
	expect(unreached).toEqual([false])
})

test('a connection on which nobody answers could not be made', () => {
	const { sockets, unreached } = joining()
	sockets[0]?.onopen?.({} as never)
	vi.advanceTimersByTime(SILENT_MS)
	expect([sockets.length, unreached]).toEqual([2, [false]])
})
