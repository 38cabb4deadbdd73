import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { messageOf } from './message.ts'
import type { Pack } from './port.ts'

const SENDER = { name: 'Samsvar', address: 'samsvar@example.org' }
const PACK: Pack = { alsoTo: [], copyTo: [], files: [] }

const source = (pack: Partial<Pack>, text = 'Hej') =>
	messageOf({ id: 'one', to: 'a@example.org', subject: 'Svar', text, pack: { ...PACK, ...pack } }, SENDER, new Date(0))

test('any name and any bytes of a file survive, on lines of at most 78', async () => {
	const names = fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
		.map((name) => `${name.replace(/\p{C}/gu, '')}.pdf`)
	await fc.assert(
		fc.asyncProperty(names, fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
			const sent = source({ files: [{ name, type: 'application/pdf', bytes }] }, '--=_one--\n.')
			expect(sent.split('\r\n').filter((line) => line.length > 78)).toEqual([])
			const read = await PostalMime.parse(sent)
			expect(read.attachments.map(({ filename }) => filename)).toEqual([name])
			expect(new Uint8Array(read.attachments[0]?.content as ArrayBuffer)).toEqual(bytes)
			expect(read.text?.trim()).toBe('--=_one--\n.')
		}),
	)
})

test('a large file is written whole', async () => {
	const bytes = Uint8Array.from({ length: 100_003 }, (_each, index) => (index * 7919) % 251)
	const read = await PostalMime.parse(source({ files: [{ name: 'a.pdf', type: 'application/pdf', bytes }] }))
	expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true)
})

test('all see of each other who got it, and where to answer', async () => {
	const read = await PostalMime.parse(source({ alsoTo: ['b@example.org'], copyTo: ['c@example.org', 'd@example.org'] }))
	expect(read.to?.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org'])
	expect(read.cc?.map(({ address }) => address)).toEqual(['c@example.org', 'd@example.org'])
})
