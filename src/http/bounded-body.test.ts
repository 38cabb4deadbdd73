import { expect, test } from 'vitest'
import { bytesWithin } from './bounded-body.ts'

const MB = 1024 * 1024

/** A request whose body comes in pieces of 7,000 bytes; `said`: what its header says of its length. */
function sent(length: number, said?: string) {
	const whole = Uint8Array.from({ length }, (_, index) => index % 251)
	let at = 0
	let over = false
	const body = new ReadableStream<Uint8Array>({
		pull: (controller) => {
			if (at >= length) return controller.close()
			controller.enqueue(whole.slice(at, at + 7000))
			at += 7000
		},
		cancel: () => {
			over = true
		},
	})
	const headers = new Headers(said === undefined ? {} : { 'content-length': said })
	return { request: { body, headers }, whole, isLetGo: () => over }
}

test.each([undefined, String(100_000), '0', '7', '99999999', '-1', 'many'])(
	'a body is read as it came, said to be %s long',
	async (said) => {
		const { request, whole } = sent(100_000, said)
		const bytes = await bytesWithin(request, 200 * MB)
		expect(bytes).toEqual(whole)
		expect(bytes?.buffer.byteLength).toBe(100_000)
	},
)

test('none is an empty one', async () => {
	expect(await bytesWithin({ body: null, headers: new Headers() }, 10)).toEqual(new Uint8Array())
})

test('it is read no further than it may be, whatever the header says, and let go of', async () => {
	for (const said of [undefined, '10']) {
		const { request, isLetGo } = sent(100_000, said)
		expect(await bytesWithin(request, 50_000)).toBeNull()
		expect(isLetGo()).toBe(true)
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
