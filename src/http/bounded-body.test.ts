import { expect, test } from 'vitest'
import { lengthOf, whole } from '#domain/kernel/pieces.ts'
import { bytesWithin, PIECE, piecesWithin } from './bounded-body.ts'

const MB = 1024 * 1024

/**
 * A request whose body comes in pieces of 7,000 bytes; `said`: what its header says of its length. Bytes are what a server gives, and
 * fill what they are given; others come as they are.
 */
function sent(length: number, said?: string, type?: 'bytes') {
	const whole = Uint8Array.from({ length }, (_, index) => index % 251)
	let at = 0
	let over = false
	const source = {
		pull: (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
			if (at >= length) {
				controller.close()
				if ('byobRequest' in controller) controller.byobRequest?.respond(0)
				return
			}
			controller.enqueue(whole.slice(at, at + 7000))
			at += 7000
		},
		cancel: () => {
			over = true
		},
	}
	const body: ReadableStream<Uint8Array> =
		type === 'bytes' ? new ReadableStream({ ...source, type }) : new ReadableStream<Uint8Array>(source)
	const headers = new Headers(said === undefined ? {} : { 'content-length': said })
	return { request: { body, headers }, whole, isLetGo: () => over }
}

const SAID = [undefined, String(100_000), '0', '7', '99999999', '-1', '0.5', 'many']

test.each(SAID)('a body is read as it came, said to be %s long', async (said) => {
	for (const type of [undefined, 'bytes'] as const) {
		const { request, whole } = sent(100_000, said, type)
		const bytes = await bytesWithin(request, 200 * MB)
		expect(bytes).toEqual(whole)
		expect(bytes?.buffer.byteLength).toBe(100_000)
	}
})

test('one of megabytes is read as it came', async () => {
	const { request, whole } = sent(3 * MB, String(3 * MB), 'bytes')
	expect(Buffer.compare((await bytesWithin(request, 4 * MB)) ?? new Uint8Array(), whole)).toBe(0)
})

test('it comes in pieces that are as long as each other, but for the last', async () => {
	for (const length of [1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE, 5 * PIECE + 7]) {
		for (const said of [undefined, '7', String(length)]) {
			const { request, whole: sentBytes } = sent(length, said, 'bytes')
			const pieces = (await piecesWithin(request, 4 * MB)) ?? []
			expect(pieces.slice(0, -1).every((piece) => piece.length === PIECE)).toBe(true)
			expect(lengthOf(pieces)).toBe(length)
			expect(Buffer.compare(whole(pieces), sentBytes)).toBe(0)
		}
	}
})

test('none is an empty one', async () => {
	expect(await bytesWithin({ body: null, headers: new Headers() }, 10)).toEqual(new Uint8Array())
})

test('it is read no further than it may be, whatever the header says, and let go of', async () => {
	for (const said of [undefined, '10']) {
		for (const type of [undefined, 'bytes'] as const) {
			const { request, isLetGo } = sent(100_000, said, type)
			expect(await bytesWithin(request, 50_000)).toBeNull()
			expect(isLetGo()).toBe(true)
		}
	}
	expect(await bytesWithin(sent(100, '100000').request, 50_000)).toBeNull()
})

test('before more than is free is read it is asked once how much may be', async () => {
	for (const said of [undefined, '100000']) {
		let asked = 0
		const more = async () => {
			asked += 1
			return 100_000
		}
		expect(await bytesWithin(sent(100_000, said).request, { free: 20_000, more })).toHaveLength(100_000)
		expect(await bytesWithin(sent(10_000).request, { free: 20_000, more })).toHaveLength(10_000)
		expect(asked).toBe(1)
	}
})
