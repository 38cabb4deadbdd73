import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMAGE_BYTES, IMAGE_TYPES } from '#domain/coalition/image.ts'
import { PICTURES } from '#test/support/pictures.ts'
import { granted } from '#test/support/result.ts'
import { readImage } from './read.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const spliced = (bytes: Uint8Array, at: number, more: Uint8Array) =>
	new Uint8Array([...bytes.subarray(0, at), ...more, ...bytes.subarray(at)])
const ascii = (letters: string) => new Uint8Array(Buffer.from(letters, 'latin1'))
const faultOf = (bytes: Uint8Array) => {
	const read = readImage(bytes)
	return !read.ok && read.reason.code === 'imageRefused' ? read.reason.why : 'none'
}
const with32 = (bytes: Uint8Array, at: number, value: number) => {
	const changed = bytes.slice()
	new DataView(changed.buffer).setUint32(at, value)
	return changed
}
/** A PNG's chunk; nobody here looks at its checksum. */
const chunk = (type: string, data: string) => {
	const made = ascii(`....${type}${data}....`)
	new DataView(made.buffer).setUint32(0, data.length)
	return made
}
/** Behind the signature and the header. */
const AFTER_IHDR = 33

test.each(IMAGE_TYPES)('knows a %s by its bytes, and its size', (type) => {
	expect(granted(readImage(PICTURES[type]))).toMatchObject({ type, width: 24, height: 18 })
})

test.each(IMAGE_TYPES)('keeps of a %s what draws it, and reads that again as it was', (type) => {
	const kept = granted(readImage(PICTURES[type]))
	expect(text(kept.bytes)).not.toMatch(/ICC|Google|mluc/)
	expect(granted(readImage(kept.bytes))).toEqual(kept)
	expect(kept.bytes.length).toBeLessThanOrEqual(PICTURES[type].length)
})

test('leaves out where and by whom a picture was taken, and whatever is hidden behind its end', () => {
	const secret = 'GPS 59.33 Anna Ek'
	const jpeg = spliced(PICTURES.jpeg, 2, new Uint8Array([0xff, 0xe1, 0, secret.length + 2, ...ascii(secret)]))
	const png = spliced(PICTURES.png, AFTER_IHDR, chunk('tEXt', secret))
	for (const bytes of [jpeg, png]) {
		const whole = spliced(bytes, bytes.length, ascii(`<script>${secret}</script>`))
		expect(text(whole)).toContain(secret)
		const kept = granted(readImage(whole))
		expect(text(kept.bytes)).not.toContain('Anna')
		expect(kept).toMatchObject({ width: 24, height: 18 })
	}
})

test('takes no SVG, no GIF and no page that is called a picture', () => {
	for (const other of [
		'<svg xmlns="http://www.w3.org/2000/svg"/>',
		'GIF89a\x01\x00\x01\x00',
		'<!doctype html>',
		'%PDF-1.7',
		'',
	])
		expect(faultOf(ascii(other))).toBe('kind')
})

test('takes none that is too heavy, too large or too small, however little there is of it', () => {
	expect(faultOf(spliced(PICTURES.png, AFTER_IHDR, chunk('tEXt', 'x'.repeat(IMAGE_BYTES))))).toBe('bytes')
	expect(faultOf(with32(PICTURES.png, 16, 60_000))).toBe('pixels')
	expect(faultOf(with32(PICTURES.png, 20, 0xffff_ffff))).toBe('pixels')
	expect(faultOf(with32(PICTURES.png, 16, 1))).toBe('pixels')
})

test('takes none that moves', () => {
	expect(faultOf(spliced(PICTURES.png, AFTER_IHDR, chunk('acTL', '........')))).toBe('moving')
	const moving = PICTURES.webp.slice()
	moving[20] = 0x02
	expect(faultOf(moving)).toBe('moving')
})

test('takes none that is not whole', () => {
	for (const type of IMAGE_TYPES) {
		const whole = PICTURES[type]
		for (let length = 12; length < whole.length; length += 7) {
			expect(['broken', 'kind']).toContain(faultOf(whole.slice(0, length)))
		}
	}
	expect(faultOf(spliced(PICTURES.png, AFTER_IHDR, chunk('ABCD', '')))).toBe('broken')
	expect(faultOf(spliced(PICTURES.png, 8, chunk('tEXt', '')))).toBe('broken')
})

test('answers whatever the bytes, and what it keeps it takes again', () => {
	const changed = fc
		.tuple(fc.constantFrom(...IMAGE_TYPES), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }))
		.map(([type, changes]) => {
			const bytes = PICTURES[type].slice()
			for (const [at, byte] of changes) bytes[at % bytes.length] = byte
			return bytes
		})
	fc.assert(
		fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), (bytes) => {
			const read = readImage(bytes)
			if (read.ok) expect(readImage(read.value.bytes)).toEqual(read)
		}),
		{ numRuns: 3000 },
	)
})
